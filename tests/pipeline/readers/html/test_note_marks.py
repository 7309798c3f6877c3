"""The marks of notes are told from other links by what they show and how they are named."""

import pytest

from pipeline.readers.html.note_marks import (
    fragment,
    is_attached,
    is_named,
    is_raised,
    label,
    says_so,
)
from tests.pipeline.readers.html.trees import first


@pytest.mark.parametrize(
    ("text", "shown"),
    [("1", "1"), (" [12] ", "12"), ("(c)", "c"), ("[footnote 3]", "3"), ("†", "†"), ("**", "**"),
     ("iv", "iv"), ("part 2", ""), ("2024", ""), ("", ""), ("here", "")],
)  # fmt: skip
def test_a_mark_shows_a_number_or_a_sign(text: str, shown: str) -> None:
    assert label(first(f"<a>{text}</a>", "a")) == shown


@pytest.mark.parametrize(
    "name", ["fn1", "fn:1", "_ftn2", "footnote-3", "n8", "cite_note-1", "note4"]
)
def test_programs_give_notes_names_of_their_own(name: str) -> None:
    assert is_named(first(f'<a href="#{name}">', "a"))


@pytest.mark.parametrize("name", ["fnref1", "_ftnref2", "part2", "top", "sdfootnote1anc", "n"])
def test_other_places_are_named_otherwise(name: str) -> None:
    assert not is_named(first(f'<a href="#{name}">', "a"))


@pytest.mark.parametrize(
    ("mark", "says"),
    [
        ('<a role="doc-noteref">1</a>', True),
        ('<a epub:type="noteref">1</a>', True),
        ('<a rel="footnote">1</a>', True),
        ('<sup class="fn"><a>1</a></sup>', True),
        ('<a><span class="MsoFootnoteReference">1</span></a>', True),
        ('<p class="footnote"><a>1</a></p>', False),
        ("<a>1</a>", False),
    ],
)
def test_a_mark_may_say_what_it_is(mark: str, *, says: bool) -> None:
    assert says_so(first(mark, "a")) is says


def test_a_mark_is_raised_or_stands_at_a_word() -> None:
    assert is_raised(first("<a><sup>1</sup></a>", "a"))
    assert is_raised(first("<sup>[<a>1</a>]</sup>", "a"))
    assert not is_raised(first("<p><a>1</a></p>", "a"))
    assert is_attached(first("<p>word<a>1</a></p>", "a"))
    assert is_attached(first("<p>word <a>[1]</a></p>", "a"))
    assert not is_attached(first("<p>chapter <a>1</a></p>", "a"))
    assert not is_attached(first("<p><a>1</a></p>", "a"))


def test_a_place_is_what_follows_the_sign_of_number() -> None:
    assert fragment(first('<a href="/a/b#fn%3A1">', "a")) == "fn:1"
    assert fragment(first('<a href="/a">', "a")) == ""
