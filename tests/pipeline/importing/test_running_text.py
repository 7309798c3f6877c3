"""Running text as an editor would write it in Markdown, where that says the same."""

import pytest

from formats.model import (
    Abbreviation,
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Picture,
    Style,
    Styled,
    Text,
)
from pipeline.importing.running_text import line, running

MILL = Text("mill")

WRITTEN: dict[str, tuple[tuple[Inline, ...], str]] = {
    "words": (
        (Text("Rain, 2 locks; 7% (or so) – “soft”."),),
        "Rain, 2 locks; 7% (or so) – “soft”.",
    ),
    "signs": ((Text("a*b_c[d]\\`"),), "a\\*b\\_c\\[d\\]\\\\\\`"),
    "html": ((Text("a<b & R&D &amp; ~ ^"),), "a&lt;b & R&amp;D &amp;amp; &#126; &#94;"),
    "template": ((Text("{{ x }}"),), "&#123;&#123; x }}"),
    "wiki": ((Text("[[a]] [/b] [c d] [sic]"),), r"&#91;\[a\]\] &#91;/b\] &#91;c d\] \[sic\]"),
    "smiley": ((Text(":a: 10:30:45"),), "&#58;a: 10:30:45"),
    "addresses": (
        (Text("http://a.org www.a.org a@b.org @ann"),),
        "http&#58;//a.org www&#46;a.org a&#64;b.org @ann",
    ),
    "linked address": (
        (Link("http://www.a.org", (Text("www.a.org"),)),),
        "[www.a.org](http://www.a.org)",
    ),
    "money": ((Text("$5, $$x$$"),), "$5, &#36;&#36;x&#36;&#36;"),
    "emphasis": ((Text("the "), Styled(Style.EMPHASIS, (MILL,)), Text(".")), "the *mill*."),
    "strong": ((Styled(Style.STRONG, (MILL,)),), "**mill**"),
    "inside a word": ((Text("wind"), Styled(Style.EMPHASIS, (MILL,))), "wind<em>mill</em>"),
    "mark": ((Styled(Style.MARK, (MILL,)),), "<mark>mill</mark>"),
    "nested": (
        (Styled(Style.STRONG, (Styled(Style.EMPHASIS, (MILL,)),)),),
        "<strong>*mill*</strong>",
    ),
    "code": ((Code("a_b"),), "`a_b`"),
    "code with a tick": ((Code("a`b"),), "<code>a\\`b</code>"),
    "formula": ((Code("$$x^2$$"),), "$$x^2$$"),
    "money in code": ((Code("$$5 and $$"),), "<code>&#36;$5 and &#36;&#36;</code>"),
    "break": ((Text("a"), Break(), Text("b")), "a<br>b"),
    "link": ((Link("https://a.org/b_c", (MILL,)),), "[mill](https://a.org/b_c)"),
    "bracketed": ((Link("https://a.org/b_(c)", (MILL,)),), "[mill](<https://a.org/b_(c)>)"),
    "odd address": ((Link('a"b', (MILL,)),), '<a href="a&#34;b">mill</a>'),
    "bare": ((Link("https://a.org/", (Text("https://a.org/"),)),), "<https://a.org/>"),
    "link after a bang": ((Text("Ah!"), Link("a", (MILL,))), "Ah\\![mill](a)"),
    "bang": ((Text("Ah!"),), "Ah!"),
    "language": ((Foreign("cy", (Text("Bore da"),)),), '<span lang="cy">Bore da</span>'),
    "short form": ((Abbreviation("EA", "Agency"),), '<abbr title="Agency">EA</abbr>'),
    "picture": ((Picture("a.png", "A lock"),), "![A lock](a.png)"),
    "undescribed": ((Picture("a.png", None),), "![](a.png)"),
    "decoration": ((Picture("a.png", ""),), "![](a.png){role=presentation}"),
    "odd picture": ((Picture("a b.png", "x]"),), '<img src="a b.png" alt="x&#93;">'),
    "note": ((NoteRef("n3", "3"),), "[^3]"),
    "space": ((Text("\u00a0a\u00a0b\u2003c"),), "&nbsp;a\u00a0b&#8195;c"),
}


@pytest.mark.parametrize("kind", WRITTEN)
def test_each_kind_of_running_text_has_its_form(kind: str) -> None:
    run, written = WRITTEN[kind]

    assert running(run, marks=True) == written


def test_a_note_that_is_written_as_html_has_a_link_for_its_mark() -> None:
    assert running((NoteRef("n3", "3"),), marks=False) == '<sup><a href="#fn:3">3</a></sup>'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("> a", "&gt; a"),
        (": a", "&#58; a"),
        ("1. a", "1\\. a"),
        ("12) a", "12\\) a"),
        ("!!! a", "\\!!! a"),
        ("! a", "! a"),
        ('import a from "b"', '&#105;mport a from "b"'),
        ("import duties rose", "import duties rose"),
        ("export const a", "&#101;xport const a"),
        ("2 locks", "2 locks"),
    ],
)
def test_a_line_begins_no_other_block(text: str, written: str) -> None:
    assert line((Text(text),), marks=True) == written
