"""A folder with a post about the tide, its easy-read text, and what a group says of it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.easy_read import answers, marks, packing, tables, writing
from pipeline.easy_read.writing import EasyPost
from tests.formats.builders import picture, typeface

POST = """---
title: The tide
date: 2026-05-31
---

The tide came in. Many people met.

## Boats

They float.
"""

TEXT = """---
post: tide
---

# The tide

## The main points

> s1 The tide came in.

- [x] ![](meeting) The sea rose.

## The whole post

> s2 Many people met.

- [x] ![A red boat](boat.png) People met.

### Boats

- [x] We need:
  - nails
  - paint

## Hard words

**sea**: A lot of salt water.
"""

FACTS = {
    "date": "2026-11-20",
    "checked by": "The Tide Group",
    "named": "yes",
    "paid": "yes",
    "learning disability": "yes",
}


def tide(folder: Path, text: str = TEXT) -> EasyPost:
    """The place of the text in a folder of its own."""
    posts = folder / "posts"
    (posts / "pictures").mkdir(parents=True, exist_ok=True)
    (posts / "tide.md").write_text(POST, "utf-8")
    (posts / "pictures/boat.png").write_bytes(picture("boat.png").data)
    if text:
        (posts / "tide.easy.md").write_text(text, "utf-8")
    return writing.place(posts, "tide")


def packed(place: EasyPost) -> packing.Pack:
    """The pack of a text."""
    return packing.pack(place, typeface(), place.root.parent / "packs")


def filled(table: Path, said: Mapping[str, str] | None = None, better: str = "") -> Path:
    """A table with an answer to each line: "clear", or what is said; marks have better words."""
    told = {**FACTS, **(said or {})}
    lines = []
    for _, one in answers.lines(table.read_bytes(), table.name):
        given = told.get(one.row, "clear" if one.is_mark else one.answer)
        lines.append((one.row, one.words, given, better if given in ("wrong", "not clear") else ""))
    table.write_bytes(tables.write(tables.COLUMNS, lines))
    return table


def checked(place: EasyPost, said: Mapping[str, str] | None = None) -> tuple[marks.Kept, ...]:
    """What a group said of a text, taken back."""
    return packing.take_back(place, filled(packed(place).table, said, "Other, words"))


def close(place: EasyPost, words: str = "changed") -> None:
    """Write into each open mark what was done."""
    known = marks.kept(place.path, place.root)
    done = [replace(one, closed=words) if one.is_open else one for one in known]
    marks.write(place.path, done)
