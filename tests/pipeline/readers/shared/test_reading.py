"""A place in a file is said as findings say it."""

from dataclasses import replace
from pathlib import Path

from pipeline.findings import Finding, Level
from pipeline.readers.shared.reading import TextFile, note, warning

FILE = TextFile(Path(), Path("a/b.md"), "a/b.md", "One\nTwo\nTWO\n")


def test_a_place_is_the_first_line_where_the_words_stand_in_capitals_or_not() -> None:
    assert FILE.place("two") == FILE.place("TWO") == "a/b.md:2"


def test_words_that_stand_nowhere_are_placed_in_the_file() -> None:
    assert FILE.place("three") == FILE.place() == "a/b.md"


def test_a_place_in_a_post_of_an_export_is_the_line_of_the_whole_file() -> None:
    article = replace(FILE, first=20)

    assert (article.place("two"), article.place("three")) == ("a/b.md:21", "a/b.md:20")


def test_a_place_in_a_file_without_lines_is_the_file() -> None:
    assert replace(FILE, first=0).place("two") == "a/b.md"


def test_what_is_good_to_know_is_told_from_what_a_reader_will_notice() -> None:
    parts = ("a-code", "a.md:1", "What it is.", "What to do.")

    assert note(*parts) == Finding(Level.NOTE, *parts)
    assert warning(*parts) == Finding(Level.WARNING, *parts)
