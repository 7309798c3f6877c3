"""The list of faults, and how one is put into a copy of the project."""

import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.program import ROOT, changed

LIST = Path(__file__).with_name("faults.toml")


@dataclass(frozen=True, slots=True)
class Fault:
    """One small fault: `old`, which `file` holds once, becomes `new`; `tests` are asked first."""

    number: int
    what: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def put_into(self, folder: Path) -> None:
        """Put it into a copy of the project."""
        changed(folder, self.file, self.old, self.new)


def load(path: Path = LIST) -> tuple[Fault, ...]:
    """Every fault of a list, numbered from 1."""
    rows = tomllib.loads(path.read_text("utf-8"))["fault"]
    return tuple(
        Fault(number, **{**row, "tests": tuple(row["tests"])}) for number, row in enumerate(rows, 1)
    )


def copied(folder: Path) -> Path:
    """The folder, with every file of the project in it as it is now, but for what was made."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    named = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, named.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)  # tests ask git what is ours
    return folder
