"""A signed easy-read text on paper: every row once and in order, and who checked it."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from formats import easy_read
from formats.easy_read.print import SIZES
from formats.model import EasyPart, Edition, Sentence, Text
from tests.formats.builders import HOSTILE, PUBLICATION
from tests.formats.easy_read.texts import ICON, of, row, signed, text
from tests.judging import JAVA, judged

pytestmark = JAVA

FULL = signed(
    text(
        main_points=(row("The tide rises.", 1, picture=True),),
        parts=tuple(
            EasyPart(
                Sentence(f"e{n}0", (Text(f"Part {n}"),)), (row(f"Row {n} of it.", n * 10 + 1),)
            )
            for n in range(1, 7)
        ),
        meanings=(("tide", "The sea moving."),),
        media=(ICON,),
    )
)


def printed(whole: Edition) -> dict[str, bytes]:
    """Each PDF of an edition by its name."""
    return {f.path: f.data for f in easy_read.render(whole) if f.path.endswith(".pdf")}


def words(data: bytes) -> str:
    """The words of a PDF in their order."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext here: apt-get install poppler-utils")
    command = ["pdftotext", "-layout", "-", "-"]
    told = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    return " ".join(told.decode().split())


def test_only_a_signed_text_is_printed() -> None:
    assert list(printed(of(FULL))) == [name for name, _ in SIZES]
    assert printed(of(text())) == {}


def test_every_row_is_there_once_and_in_order_below_its_heading() -> None:
    said = words(printed(of(FULL))["easy-read.pdf"])
    assert said.startswith("Easy Read: The tide")
    after = said[said.index("The tide rises.") :]
    expected = [part for n in range(1, 7) for part in (f"Part {n}", f"Row {n} of it.")]
    found = re.findall(r"Part \d|Row \d of it\.", after)
    assert found == expected


def test_more_than_four_headings_have_a_list_of_contents() -> None:
    said = words(printed(of(FULL))["easy-read.pdf"])
    assert "What is in this text" in said
    few = replace(FULL, parts=FULL.parts[:4])
    assert "What is in this text" not in words(printed(of(few))["easy-read.pdf"])


def test_it_says_who_checked_it_and_how_to_ask() -> None:
    blog = replace(PUBLICATION, telephone="020 7946 0000", address="1 High Street\nTown")
    said = words(printed(replace(of(FULL), publication=blog))["easy-read-large.pdf"])
    for line in ("The Tide Group checked this text.", "020 7946 0000", "1 High Street, Town"):
        assert line in said


def test_the_same_text_gives_the_same_bytes() -> None:
    assert printed(of(FULL)) == printed(of(FULL))


@pytest.mark.parametrize("language", ["en-GB", "ar", "ja"])
def test_an_outside_judge_finds_no_fault(language: str, tmp_path: Path) -> None:
    rows = (row(HOSTILE, 2), row("#panic[x] $ \\ & <b>", 3), row("مرحبا 日本", 4))
    made = replace(FULL, parts=(EasyPart(None, rows),))
    paths = []
    for name, data in printed(of(made, language)).items():
        (tmp_path / name).write_bytes(data)
        paths.append(tmp_path / name)
    assert judged("verapdf", *paths) == ()


def test_a_word_with_a_hyphen_stays_on_one_line() -> None:
    """Each row begins with one more letter, so that the word is at the end of some line."""
    rows = tuple(
        row(f"{'x' * n} We say that people do co-production.", n + 1) for n in range(1, 30)
    )
    said = signed(text(parts=(EasyPart(None, rows),)))
    for data in printed(of(said)).values():
        assert words(data).count("co-production") == len(rows)
