"""A copy of the program, to be changed as a developer would change it, and run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def copied(folder: Path) -> Path:
    """The folder, with the whole program in it."""
    without = shutil.ignore_patterns("__pycache__", "node_modules")
    for package in ("formats", "pipeline"):
        shutil.copytree(ROOT / package, folder / package, ignore=without)
    return folder


def changed(folder: Path, name: str, before: str, after: str) -> None:
    """Put other text in the place of some that a file of the copy holds once."""
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count(before) == 1, (name, before)
    path.write_text(text.replace(before, after), "utf-8")


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """One command of the copy, in its folder and with a cache of its own."""
    cache = {"ALLWAYS_CACHE": str(folder / "cache"), "PYTHONPATH": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *words],
        cwd=folder,
        env={**os.environ, **cache},
        capture_output=True,
        text=True,
        check=False,
    )
