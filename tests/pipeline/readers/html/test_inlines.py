"""What stands inside a line of HTML: marks, links, and what is no text."""

from pathlib import Path

import pytest

from formats.model import (
    Abbreviation,
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    Paragraph,
    Picture,
    Style,
    Styled,
    Text,
)
from formats.walk import block_inlines
from pipeline.readers.html.inlines import running, sentences
from tests.pipeline.readers.html.trees import first, scope
from tests.pipeline.readers.reading import codes, markdown_blocks, only_post, reading, words


def test_every_mark_inside_a_paragraph_has_its_name(tmp_path: Path) -> None:
    source = (
        "*a* **b** `c` [d](https://example.org/) <del>e</del> <q>f</q> H<sub>2</sub>O  \n"
        "<kbd>g</kbd> <span lang='fr'>h</span> HTML\n\n*[HTML]: Markup"
    )
    (block,) = markdown_blocks(tmp_path, source)
    found = list(block_inlines([block]))
    styles = [inline.style for inline in found if isinstance(inline, Styled)]
    assert styles == [
        Style.EMPHASIS, Style.STRONG, Style.DELETED, Style.QUOTATION, Style.SUBSCRIPT,
        Style.KEYBOARD,
    ]  # fmt: skip
    assert Code("c") in found
    assert Break() in found
    assert Link("https://example.org/", (Text("d"),)) in found
    assert Foreign("fr", (Text("h"),)) in found
    assert Abbreviation("HTML", "Markup") in found


def test_scripts_are_left_out_and_told(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.md": "# T\n\nText.\n\n<script>bad()</script>\n"})
    assert words(only_post(found)) == ["Text."]
    assert next((f.code, f.where) for f in found.findings) == ("active-content", "a.md:5")


def test_an_unknown_element_is_told_and_its_text_kept(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.md": "# T\n\n<blink>Still here.</blink>"})
    assert words(only_post(found)) == ["Still", "here."]
    assert codes(found) == ["unknown-element"]


def test_an_embed_leaves_a_link_in_its_place(tmp_path: Path) -> None:
    found = reading(
        tmp_path, {"a.md": '# T\n\n<iframe src="https://v.example/1" title="A talk"></iframe>'}
    )
    (block,) = only_post(found).blocks
    assert isinstance(block, Paragraph)
    assert block.sentences[0].inlines == (
        Link("https://v.example/1", (Text("From another page: A talk"),)),
    )
    assert codes(found) == ["embed"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            '<iframe src="https://a.example/1?b&amp;c"></iframe>',
            "A part of another page (a.example)",
        ),
        ("<video src='https://a.example/1.mp4'></video>", "A video (a.example)"),
        ("{{< youtube dQw4w9WgXcQ >}}", "A video (www.youtube.com)"),
        ('[audio src="https://a.example/1.mp3"]', "A recording (a.example)"),
    ],
)
def test_what_was_embedded_is_named_with_its_line_and_not_by_a_tag(
    written: str, said: str, tmp_path: Path
) -> None:
    found = reading(tmp_path, {"a.md": f"# T\n\nText.\n\n{written}\n"})
    (finding,) = [one for one in found.findings if one.code == "embed"]

    assert finding.message == f"{said} can't be published; a link was put in its place."
    assert finding.where == "a.md:5"


def test_something_embedded_that_leads_nowhere_is_told_as_left_out(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.md": "# T\n\nText. <object></object>"})
    (finding,) = [one for one in found.findings if one.code == "embed"]

    assert finding.message == "A part of another page can't be published; it was left out."


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_an_unsafe_link_is_words_alone(tmp_path: Path, href: str) -> None:
    found = reading(tmp_path, {"a.md": f"# T\n\n<a href='{href}'>Click</a> me."})
    (block,) = only_post(found).blocks
    assert isinstance(block, Paragraph)
    assert block.sentences[0].inlines == (Text("Click me."),)
    assert codes(found) == ["link-unsafe"]


def run(text: str) -> tuple[Inline, ...]:
    """The inlines of some HTML."""
    return running([first(f"<p>{text}</p>", "p")], scope(text))


def test_a_link_to_a_place_in_the_page_is_words_alone() -> None:
    assert run('<a href="#there">There</a>') == (Text("There"),)


def test_a_short_form_without_its_words_is_text() -> None:
    assert run("<abbr>BBC</abbr>") == (Text("BBC"),)
    assert run('<abbr title="Broadcaster">BBC</abbr>') == (Abbreviation("BBC", "Broadcaster"),)


@pytest.mark.parametrize(
    ("mark", "alt"),
    [
        ("<img src='x.png' alt='An X'>", "An X"),
        ("<img src='x.png' alt=''>", ""),
        ("<img src='x.png' role='presentation'>", ""),
        ("<img src='x.png'>", None),
    ],
)
def test_a_picture_without_words_is_told_from_a_decoration(mark: str, alt: str | None) -> None:
    assert run(mark) == (Picture("x.png", alt),)


def test_a_block_inside_a_line_keeps_its_words_on_lines_of_their_own() -> None:
    assert sentences([first("<td>a<p>b</p>c</td>", "td")], scope())[0].inlines == (
        Text("a"),
        Break(),
        Text("b"),
        Break(),
        Text("c"),
    )


def test_nothing_to_see_or_hear_is_no_sentence() -> None:
    assert sentences([first("<p> <b> </b></p>", "p")], scope()) == ()


def test_a_link_inside_a_link_is_words_alone() -> None:
    found = run("<a href='https://a.example/'>out <b><a href='https://b.example/'>in</a></b></a>")

    inner = Styled(Style.STRONG, (Text("in"),))
    assert found == (Link("https://a.example/", (Text("out "), inner)),)
