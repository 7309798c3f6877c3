"""Large print opened again, for the tests of what is in it."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest

from formats import walk
from formats.large_print import render
from formats.model import (
    CodeBlock,
    Edition,
    Figure,
    Picture,
    Sentence,
    Text,
)
from tests.formats.builders import edition, paragraph

PDFS = {"large-print.pdf": 18, "giant-print.pdf": 24}


def made(of: Edition) -> dict[str, bytes]:
    """The files of an edition by name."""
    return {file.path: file.data for file in render(of)}


def written(of: Edition, folder: Path) -> list[Path]:
    """The files of an edition, with the pictures that the page shows, in a folder."""
    for media in of.media:
        (folder / media.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / media.path).write_bytes(media.data)
    paths = [folder / name for name in made(of)]
    for path, data in zip(paths, made(of).values(), strict=True):
        path.write_bytes(data)
    return paths


def poppler(*command: str, pdf: bytes, to: Path | str = "-") -> str:
    """What a program of poppler-utils says of a PDF; the test is skipped where it is absent."""
    if not which(command[0]):
        pytest.skip(f"no {command[0]} here: apt-get install poppler-utils")
    done = subprocess.run([*command, "-", str(to)], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def lines(pdf: bytes) -> list[str]:
    """The lines of a PDF without page numbers, no-break spaces as spaces."""
    text = poppler("pdftotext", pdf=pdf).replace("\u00a0", " ").replace("\u200b", "")
    found = (line.strip() for line in re.split(r"[\n\f]", text))
    return [line for line in found if line and not line.isdigit()]


def words(pdf: bytes) -> list[str]:
    """The words of a PDF."""
    return " ".join(lines(pdf)).split()


def squeezed(text: str) -> str:
    """Text without white space: where lines break does not matter."""
    return re.sub(r"[\s\u200b]", "", text)


def unmarked(text: str) -> str:
    """Text without our own numbers of notes and links, quotation marks and words for pictures."""
    return re.sub(r"\((?:note|link)\s\d+\)|[“”]|\(Picture: [^)]*\)", "", text)


def shown(unit: walk.Unit) -> str:
    """What a unit shows in print."""
    match unit:
        case CodeBlock():
            return unit.text
        case Figure():
            return f"Picture: {unit.picture.alt}"
        case Sentence():
            return walk.plain(i for i in unit.inlines if not isinstance(i, Picture))


def sizes(pdf: bytes) -> set[int]:
    """The sizes of all letters of a PDF, in points."""
    xml = poppler("pdftohtml", "-xml", "-stdout", "-zoom", "1", "-i", pdf=pdf)
    return {int(size) for size in re.findall(r'<fontspec [^>]*size="(\d+)"', xml)}


def voiced() -> Edition:
    """An edition that is opened with the name of its voice, too."""
    whole = edition(paragraph("Sea."))
    voice = Sentence("voice", (Text("This is read by a synthetic voice."),))
    return replace(whole, opening=(*whole.opening, voice))
