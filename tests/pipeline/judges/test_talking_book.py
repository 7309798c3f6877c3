"""What is read from a talking book: its facts, its times and its events."""

import zipfile
from io import BytesIO

import pytest
from lxml import etree

from pipeline.judges.talking_book import TalkingFiles, apart, metas, play_time, played
from tests.formats.daisy.talking_books import daisy202, rich


@pytest.mark.parametrize(
    ("value", "milliseconds"),
    [("npt=1.250s", 1250), ("0:00:01.250", 1250), ("01:00", 60_000), ("soon", -1), ("", -1)],
)
def test_a_time_is_read_as_each_version_writes_it(value: str, milliseconds: float) -> None:
    assert play_time(value) == milliseconds


def test_times_that_differ_by_rounding_alone_are_the_same() -> None:
    assert not apart(1000, 1001.5)
    assert apart(1000, 1003)
    assert not apart(1000, 1003, terms=5)


def test_facts_are_read_by_their_names() -> None:
    head = etree.fromstring('<h><meta name="a" content="1"/><meta name="a" content="2"/></h>')

    assert metas(head) == {"a": ["1", "2"]}


def test_events_have_the_ids_of_the_event_and_of_its_text() -> None:
    book = daisy202(rich())
    with zipfile.ZipFile(BytesIO(book.file.data)) as archive:
        first = played(TalkingFiles(archive), "s0001.smil", "clip-begin", "clip-end")[0]

    assert first.ids == ("title-par", "title")
    assert (first.par.document, first.par.place, first.length) == ("t0001.html", "title", 600)


def test_a_sound_is_measured_in_the_book() -> None:
    book = daisy202(rich())
    with zipfile.ZipFile(BytesIO(book.file.data)) as archive:
        assert TalkingFiles(archive).length("s0001.mp3") == 4800
