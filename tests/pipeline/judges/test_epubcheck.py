"""EPUBCheck is heard, with the place of each fault; and why it needs company."""

from pathlib import Path

from tests.judging import JAVA, codes, judged
from tests.pipeline.judges.books import book

pytestmark = JAVA


def test_a_valid_book_passes(tmp_path: Path) -> None:
    assert judged("epubcheck", book(tmp_path)) == ()


def test_a_fault_has_its_code_and_its_place(tmp_path: Path) -> None:
    path = book(tmp_path, {'<p><img src="sea.png" alt="The sea"/></p>': "<p>\n<b>x</i></p>"})

    first = judged("epubcheck", path)[0]

    assert first.code == "epubcheck-RSC-016"
    assert first.where == f"{path}: EPUB/page.xhtml:8"


def test_a_warning_is_a_fault_too(tmp_path: Path) -> None:
    found = judged(
        "epubcheck", book(tmp_path, {">0:00:01.200</meta>\n</meta": ">0:09:00</meta>\n</meta"})
    )

    assert codes(found) == {"epubcheck-MED-016"}


def test_it_passes_an_overlay_that_plays_nothing(tmp_path: Path) -> None:
    """The reason why `overlays` exists: the clip ends 400 s into a sound of 1.2 s."""
    beyond = {"0:00:01.200": "0:06:40.000"}

    assert judged("epubcheck", book(tmp_path, beyond)) == ()
