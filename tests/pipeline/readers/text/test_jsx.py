"""MDX: what shows nothing goes, what is known is understood, the rest is told once."""

from pathlib import Path

import pytest

from pipeline.readers.text.jsx import without_jsx
from tests.pipeline.readers.html.trees import text_file
from tests.pipeline.readers.reading import only_post, reading, words

START = "import A from './a'\n\n"


def without(body: str) -> tuple[str, list[str]]:
    """The words left of a text, which stands below three lines, and what was told where."""
    text, found = without_jsx(body, text_file(body), 3)
    return " ".join(text.split()), [finding.where for finding in found]


CASES = {
    "imports and exports": (
        "import {\n  B,\n} from 'b'\nexport const x = {\n  a: [1],\n}\n\nText",
        "Text",
    ),
    "a text in braces": ("One{' '}{\"two\"}", "One two"),
    "a comment": ("a {/* b */} c", "a c"),
    "a fragment": ("<>\na\n</>", "a"),
    "a box": ('<Note title="Look here">\n\n  a\n\n</Note>', "**Look here** a"),
    "an anchor": ("## Head {#id}", "## Head {#id}"),
    "a formula": (r"$\frac{a}{b} x_{1}$", r"$\frac{a}{b} x_{1}$"),
    "program text": ("`{a}`\n\n```\n<B/>\n{c}\n```", "`{a}` ``` <B/> {c} ```"),
    "HTML": ('<div className="x">a</div>', '<div className="x">a</div>'),
}


@pytest.mark.parametrize(("body", "left"), CASES.values(), ids=CASES.keys())
def test_what_is_understood_is_not_told(body: str, left: str) -> None:
    assert without(START + body) == (left, [])


def test_each_unknown_component_is_told_once_and_its_text_kept() -> None:
    body = (
        '<Foo a={{b: "c"}}>\n    One\n</Foo>\n\n<Bar /> <Bar title="Two words" />\n\n<Foo>x</Foo>'
    )
    assert without(START + body) == ("One **Two words** x", ["post.md:6", "post.md:10"])


def test_what_is_worked_out_on_the_site_is_told_once() -> None:
    assert without(START + "Hello {name} of {place}.") == ("Hello of .", ["post.md:6"])


def test_an_export_that_is_never_closed_takes_no_more_than_its_own_lines() -> None:
    assert without(START + "export const a = {\n  b\n\nText") == ("Text", [])


@pytest.mark.parametrize("body", ["A Vec<String> {a}", "<P>a</P> {b}", "{c}"])
def test_other_markdown_keeps_its_braces_and_types(body: str) -> None:
    assert without(body) == (body, [])


def test_a_component_alone_on_a_line_counts_in_other_markdown_too() -> None:
    assert without("<Intro>\n\na {b}\n\n</Intro>") == ("a {b}", ["post.md:4"])


def test_an_mdx_file_is_a_post(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.mdx": '---\ntitle: T\n---\n\nHi.\n\n<YouTube id="x1" />\n'})
    assert words(only_post(found))[0] == "Hi."
    assert "https://www.youtube.com/watch?v=x1" in repr(found.posts)
