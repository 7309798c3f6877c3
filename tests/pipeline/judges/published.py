"""A real post, published with a real voice, to be broken in one place by each test."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mutagen.id3 import ID3

from pipeline.publish import progress
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish

WORDS = """---
title: The tide
---

The tide came in at three. Nobody on the quay had seen it come, for the fog was in.

## The harbour

Two boats lay at the wall, and a third had gone out before the bell was rung at noon.

* * *

At four the fog went, and all of them could see how high the water stood that day. It was high.
"""
SLUG = "tide"


def published(folder: Path, engine: str = "espeak", text: str = WORDS) -> Path:
    """The output folder of a run with one post."""
    posts = folder / "posts"
    posts.mkdir()
    (posts / f"{SLUG}.md").write_text(text, "utf-8")
    request = Request(posts, folder / "output", folder / "cache", engine=engine, jobs=1)
    assert publish(request, progress.Quiet()).clean
    return folder / "output"


def post(output: Path) -> Path:
    """The folder of the post."""
    return output / "posts" / SLUG


def rewritten(path: Path, before: str, after: str) -> None:
    """Change what stands once or more in a text file."""
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def rebound(book: Path, name: str, change: Callable[[str], str]) -> None:
    """Change the one file in a book whose name ends so."""
    with zipfile.ZipFile(book) as archive:
        held = {entry: archive.read(entry) for entry in archive.namelist()}
    (entry,) = (entry for entry in held if entry.endswith(name))
    changed = change(held[entry].decode())
    assert changed != held[entry].decode()
    with zipfile.ZipFile(book, "w") as archive:
        for other, data in held.items():
            archive.writestr(other, changed if other == entry else data)


def proof(output: Path) -> dict[str, Any]:
    """What the report says of the post's sound."""
    report = json.loads((output / "report.json").read_text("utf-8"))
    found: dict[str, Any] = report["posts"][0]["proof"]
    return found


def reproved(output: Path, **changes: Any) -> None:
    """Change what the report says of the post's sound."""
    path = output / "report.json"
    report = json.loads(path.read_text("utf-8"))
    report["posts"][0]["proof"] |= changes
    path.write_text(json.dumps(report), "utf-8")


def sound(output: Path) -> Path:
    """The post's MP3."""
    return post(output) / f"{SLUG}.mp3"


def with_frames(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change the frames of an MP3 and keep its tag."""
    data = path.read_bytes()
    begin = ID3(path).size
    path.write_bytes(data[:begin] + change(data[begin:]))
