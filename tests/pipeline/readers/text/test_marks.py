"""Notes inside paragraphs, links between pages, and attributes that nothing took."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteInlineProcessor

from formats.model import Block, Break, NoteRef, Notes, Sentence
from formats.walk import inlines, plain, units
from pipeline.readers.text import marks
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


class _Counted(OrderedDict[str, str]):
    """The notes of a post, and how often somebody went through them."""

    times = 0

    def __iter__(self) -> Iterator[str]:
        type(self).times += 1
        return super().__iter__()


def test_the_notes_are_not_gone_through_again_for_each_mark() -> None:
    """As the package does: 10,000 notes take a minute then."""
    converter = Markdown(extensions=["footnotes"])
    marks.register(converter)
    pattern = converter.inlinePatterns["footnote"]
    assert isinstance(pattern, FootnoteInlineProcessor)
    pattern.footnotes.footnotes = _Counted()

    made = converter.convert("a[^b] " * 50 + "\n\n[^b]: c\n")

    assert made.count('class="footnote-ref"') == 50
    assert _Counted.times < 10
