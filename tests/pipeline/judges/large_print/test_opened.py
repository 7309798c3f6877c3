"""A PDF is read as it is: letters, sizes, tags, links and what it says of itself."""

from pathlib import Path

import pytest

from pipeline.judges.large_print.opened import opened
from tests.pipeline.judges.large_print.pdfs import good


def test_a_pdf_says_what_it_is(tmp_path: Path) -> None:
    assert good(tmp_path).facts == {
        "language": "en-GB",
        "title": "The tide",
        "part": "1",
        "marked": "yes",
        "shows title": "yes",
    }


def test_links_come_with_their_descriptions(tmp_path: Path) -> None:
    assert [address for address, _ in good(tmp_path).links] == ["https://example.org/"]


def test_letters_are_at_their_size_in_their_typeface(tmp_path: Path) -> None:
    printed = good(tmp_path)
    fonts = {glyph.font.name for page in printed.pages for glyph in page.glyphs}

    assert printed.size == 18
    assert fonts == {"SourceSansPro-Regular", "SourceSansPro-Bold", "DejaVuSansMono"}


def test_what_is_no_pdf_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no pdf")
    with pytest.raises(Exception, match="PDF"):
        opened(tmp_path / "a.pdf")
