"""HTML in Markdown ends at an empty line, or where all its tags are closed."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from formats.model import Block, CodeBlock, NoteRef, Sentence
from formats.walk import blocks, inlines, plain, units
from tests.pipeline.readers.reading import markdown_blocks, only_post, reading, words


def _sentences(blocks: Iterable[Block]) -> list[Sentence]:
    return [unit for unit in units(blocks) if isinstance(unit, Sentence)]


CASES = {
    "details": ("<details><summary>S</summary>\n\nIn **b**.\n\n</details>", "S In b."),
    "text behind a closing tag": ("<div>\n<p>a</p>\n</div>\n## b", "a b"),
    "text on the line of a closing tag": ("<p>\na\n</p>_b_ c", "a b c"),
    "tags indented below an empty line": (
        "<div>\n<p>a</p>\n\n    <p>b</p>\n\n</div>\n\nc",
        "a b c",
    ),
    "an element that has Markdown": ('<div markdown="1">\n**a**\n\n- b\n</div>', "a b"),
    "one line that has Markdown": ('<p markdown="span">**a** b</p>', "a b"),
    "indented in such an element": ('<p markdown="1">\n    a *b*\n</p>', "a b"),
    "a list in an element": ("<div>\n\n- a\n\n    b\n\n</div>", "a b"),
    "an element of program text without an end": ("<pre>\na\n\n**b**", "a b"),
    "a tag that opens no block": ("<br/>\n## a", "a"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_html_and_markdown_may_stand_side_by_side(tmp_path: Path, text: str, expected: str) -> None:
    post = only_post(reading(tmp_path, {"post.md": f"---\ntitle: T\n---\n\n{text}"}))
    assert words(post) == expected.split()
    assert "<pre>" in text or not any(isinstance(b, CodeBlock) for b in blocks(post.blocks))


def test_a_tag_in_a_code_span_that_goes_over_a_line_end_is_program_text(tmp_path: Path) -> None:
    made = markdown_blocks(tmp_path, "`<!-- a --><br />\n<html x>`\n\nWords `b` after.")
    assert [plain(s.inlines) for s in _sentences(made)] == [
        "<!-- a --><br /> <html x>",
        "Words b after.",
    ]


@pytest.mark.parametrize("html", ["<p>a[^1]</p>", "<table><tr><td>a[^1]</td></tr></table>"])
def test_the_mark_of_a_footnote_counts_in_html_too(tmp_path: Path, html: str) -> None:
    made = markdown_blocks(tmp_path, f"{html}\n\n[^1]: Note.")
    marks = [i for s in _sentences(made) for i in inlines(s.inlines) if isinstance(i, NoteRef)]
    assert len(marks) == 1


def test_a_mark_without_a_footnote_stays(tmp_path: Path) -> None:
    made = markdown_blocks(tmp_path, "<p>a[^9]</p>")
    assert [plain(s.inlines) for s in _sentences(made)] == ["a[^9]"]
