"""The judge reads what a run made, and refuses what is broken."""

from pathlib import Path

from tests.formats.builders import RICH_MEDIA, edition_of, rich_post
from tests.formats.large_print.prints import written
from tests.judging import codes, judged
from tests.pipeline.judges.large_print.pdfs import GOOD, pdf


def test_large_print_of_a_rich_post_passes(tmp_path: Path) -> None:
    assert judged("large print", *written(edition_of(rich_post(), RICH_MEDIA), tmp_path)) == ()


def test_a_file_that_does_not_keep_the_promise_of_its_name_is_refused(tmp_path: Path) -> None:
    giant = pdf(tmp_path).rename(tmp_path / "giant-print-28.pdf")

    assert "LP-02" in codes(judged("large print", giant))


def test_words_are_held_against_the_page_beside_the_pdf(tmp_path: Path) -> None:
    (tmp_path / "large-print.html").write_text('<p><span id="s1">Not there.</span></p>', "utf-8")

    assert codes(judged("large print", pdf(tmp_path, GOOD))) == {"LP-32"}


def test_a_page_that_does_not_print_large_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "large-print.html"
    page.write_text("<style>body { font-size: 12px; }</style>", "utf-8")

    assert codes(judged("large print", page)) == {"LP-33"}


def test_a_pdf_that_can_not_be_read_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "large-print.pdf"
    path.write_bytes(b"no pdf")

    assert codes(judged("large print", path)) == {"file-broken"}
