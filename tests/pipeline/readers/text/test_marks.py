"""Notes inside paragraphs, links between pages, and attributes that nothing took."""

import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from formats.model import Block, Break, NoteRef, Notes, Sentence
from formats.walk import inlines, plain, units
from pipeline.readers.text.marks import plain_marks
from tests.pipeline.readers.reading import markdown_blocks


def _sentences(blocks: Iterable[Block]) -> list[Sentence]:
    return [unit for unit in units(blocks) if isinstance(unit, Sentence)]


CASES = {
    "a page": ("See [[Page]].", "See Page."),
    "a page with words": ("See [[Page#Part|the words]].", "See the words."),
    "a picture": ("![[a b.png|A lock]] ![[x.jpg|300]]", "![A lock](<a b.png>) ![](<x.jpg>)"),
    "a link in brackets": ("[[1]](https://a.org) [[a][b]]", "[[1]](https://a.org) [[a][b]]"),
    "a defined link": ("[[Bug]]\n\n[Bug]: https://a.org", "[[Bug]]\n\n[Bug]: https://a.org"),
    "a report": ("[[Feature #12]]", "[[Feature #12]]"),
    "program text": ("`[[a]]` `^[b]`", "`[[a]]` `^[b]`"),
    "a note": ("a^[b [c](d)] e", "a[^inline-1] e\n\n[^inline-1]: b [c](d)"),
    "no note": (r"\^[a] ^[b", r"\^[a] ^[b"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_marks_of_other_dialects_become_plain_ones(text: str, expected: str) -> None:
    assert plain_marks(text) == expected


def test_a_note_in_a_paragraph_is_a_note(tmp_path: Path) -> None:
    made = markdown_blocks(tmp_path, "A^[Words.] b.")
    assert isinstance(made[-1], Notes)
    assert any(isinstance(i, NoteRef) for s in _sentences(made[:1]) for i in inlines(s.inlines))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Words {: .big} here.", "Words  here."),
        ("An image! {.small}", "An image! "),
        ("A set {a, b}, and {: it", "A set {a, b}, and {: it"),
        ("`{: .big}` x", "{: .big} x"),
    ],
)
def test_attributes_left_over_are_not_heard(tmp_path: Path, text: str, shown: str) -> None:
    assert " ".join(_words(tmp_path, text)) == " ".join(shown.split())


def _words(folder: Path, text: str) -> list[str]:
    return [w for s in _sentences(markdown_blocks(folder, text)) for w in plain(s.inlines).split()]


def test_a_backslash_ends_a_line(tmp_path: Path) -> None:
    (sentence,) = _sentences(markdown_blocks(tmp_path, "a\\\nb"))
    assert Break() in sentence.inlines


def test_twice_the_notes_take_twice_the_time(tmp_path: Path) -> None:
    """The package looks each up among all: four times the notes took more than ten times."""

    def seconds(count: int) -> float:
        notes = " ".join(f"a^[b{n}]" for n in range(count))
        begin = time.process_time()
        assert markdown_blocks(tmp_path, notes)
        return time.process_time() - begin

    seconds(10)
    assert seconds(4000) < 8 * seconds(1000)
