"""Books are opened by what they say of themselves."""

import zipfile
from pathlib import Path

import pytest

from pipeline.judges.opened_book import clock, join, open_book
from tests.pipeline.judges.books import book


def test_a_book_has_its_documents_in_order_its_durations_and_its_sound(tmp_path: Path) -> None:
    with zipfile.ZipFile(book(tmp_path)) as archive:
        opened = open_book(archive)

        assert [item.get("href") for item in opened.spine()] == ["page.xhtml"]
        assert opened.durations() == {"page-overlay": 1200, "": 1200}
        assert opened.heard()


def test_an_address_is_a_name_in_the_archive() -> None:
    assert join("EPUB/a/b.smil", "../c%20d.mp3") == "EPUB/c d.mp3"


@pytest.mark.parametrize(
    ("written", "milliseconds"),
    [
        ("1:02:03.4", 3_723_400),
        ("02:03.4", 123_400),
        ("5.2s", 5200),
        ("76ms", 76),
        ("2min", 120_000),
    ],
)
def test_every_form_of_a_clock_value_is_read(written: str, milliseconds: float) -> None:
    assert clock(written) == pytest.approx(milliseconds)
