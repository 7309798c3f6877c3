"""Whole posts, from what an editor writes to what is shown and said: cases as folders.

`tests/cases/<name>/in/` is read, split and scripted; `sentences.txt` and `findings.txt` beside
it are what it must become. `pytest tests/test_cases.py --accept` takes today's as golden: read
the difference before you commit it, for a golden file that nobody read proves nothing.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from formats import walk
from formats.model import Heading, Post, Sentence
from pipeline import readers
from pipeline.lexicon import Lexicon
from pipeline.readers import Defaults, Reading
from pipeline.script.framing import frame
from pipeline.script.lines import Line
from pipeline.script.script import script
from pipeline.split.sentences import split
from tests.formats.builders import PUBLICATION

CASES = Path(__file__).parent / "cases"


def _read(case: str) -> Reading:
    return readers.read(CASES / case / "in", Defaults())


def _sentences(reading: Reading) -> Iterator[str]:
    """A line for each unit: id, kind, what is shown, what is said, the pause after it."""
    for post in map(split, reading.posts):
        around = frame(post, PUBLICATION, ("a test voice",))
        lines = [line for part in script(post, around, Lexicon()) for line in part.lines]
        units = (*around.opening, *walk.units(post.blocks), *around.closing)
        kinds = _kinds(post)
        yield f"# {post.slug} | {post.title} | {post.language} | {', '.join(post.authors)}"
        for unit, line in zip(units, lines, strict=True):
            assert unit.id == line.id
            kind = kinds.get(unit.id, "frame")
            yield f"{unit.id} | {kind} | {_shown(unit)} | {_said(line, post)}"
        yield ""


def _kinds(post: Post) -> dict[str, str]:
    """The blocks that each unit is in, from the outermost: "listing > paragraph"."""
    kinds: dict[str, str] = {}
    for block in walk.blocks(post.blocks):
        level = f" {block.level}" if isinstance(block, Heading) else ""
        for unit in walk.units((block,)):
            outer = f"{kinds[unit.id]} > " if unit.id in kinds else ""
            kinds[unit.id] = f"{outer}{type(block).__name__.lower()}{level}"
    return kinds


def _shown(unit: walk.Unit) -> str:
    words = walk.plain(unit.inlines) if isinstance(unit, Sentence) else ""
    return words.replace("\n", " / ") or "-"


def _said(line: Line, post: Post) -> str:
    language = "" if line.language == post.language else f" ({line.language})"
    return f"{line.text}{language} | {line.pause}"


def _findings(reading: Reading) -> Iterator[str]:
    for error in reading.errors:
        yield f"error: {error}"
    for finding in reading.findings:
        remedy = f" {finding.remedy}" if finding.remedy else ""
        yield f"{finding.level}: {finding.where}: {finding.message}{remedy} [{finding.code}]"


@pytest.mark.parametrize("case", sorted(folder.name for folder in CASES.iterdir()))
def test_a_case_becomes_what_was_accepted(case: str, *, accept: bool) -> None:
    reading = _read(case)
    made = {
        "sentences.txt": "\n".join(_sentences(reading)),
        "findings.txt": "\n".join([*_findings(reading), ""]),
    }
    for name, text in made.items():
        golden = CASES / case / name
        if accept:
            golden.write_text(text, "utf-8")
        assert text == golden.read_text("utf-8"), f"{case}/{name}: if it is right, --accept it"
