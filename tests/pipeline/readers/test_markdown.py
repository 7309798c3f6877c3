"""A Markdown post becomes typed blocks; what has no name in the model is told and kept."""

import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import markdown

from formats.model import (
    Abbreviation,
    Break,
    Code,
    CodeBlock,
    DefinitionList,
    Figure,
    Foreign,
    Heading,
    Link,
    Listing,
    NoteRef,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Quote,
    Sentence,
    Style,
    Styled,
    Table,
    Text,
    ThematicBreak,
)
from formats.walk import block_inlines, blocks, plain, text
from pipeline.readers import Defaults, read
from tests.corpus import corpus_path
from tests.pipeline.readers.reading import codes, markdown_blocks, only_post, reading, words


def test_headings_begin_at_two_and_skip_no_level(tmp_path: Path) -> None:
    blocks = markdown_blocks(tmp_path, "# A\n\nx\n\n### B\n\nx\n\n### C\n\nx\n\n## D\n\nx")
    assert [b.level for b in blocks if isinstance(b, Heading)] == [2, 3, 3, 3]


def test_a_first_heading_that_repeats_the_title_is_the_title(tmp_path: Path) -> None:
    blocks = markdown_blocks(tmp_path, "# T\n\nText.")
    assert [type(block) for block in blocks] == [Paragraph]


def test_without_front_matter_the_first_heading_is_the_title(tmp_path: Path) -> None:
    post = only_post(reading(tmp_path, {"a.md": "Hello.\n\n# My *title*\n\nText."}))
    assert post.title == "My title"
    assert words(post) == ["Hello.", "Text."]


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


def test_white_space_is_collapsed_over_marks_and_the_soft_hyphen_is_gone(tmp_path: Path) -> None:
    (block,) = markdown_blocks(tmp_path, "a  \t*b*   c\nd\u00ade f\u200cg\u00a0h\x07")
    assert isinstance(block, Paragraph)
    assert text(block.sentences) == "a b c de f\u200cg\u00a0h"


def test_lists_keep_their_nesting_and_their_first_number(tmp_path: Path) -> None:
    (block,) = markdown_blocks(tmp_path, "3. a\n4. b\n    - c\n    - d\n")
    assert isinstance(block, Listing)
    assert (block.ordered, block.start) == (True, 3)
    inner = block.items[1].blocks[1]
    assert isinstance(inner, Listing)
    assert (inner.ordered, len(inner.items)) == (False, 2)


def test_tables_know_header_cells_spans_and_caption(tmp_path: Path) -> None:
    source = (
        "<table><caption>Cap</caption><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tr><th rowspan='2'>x</th><td colspan='3'>y</td></tr></table>"
    )
    (block,) = markdown_blocks(tmp_path, source)
    assert isinstance(block, Table)
    assert text(block.caption) == "Cap"
    assert [[c.header for c in row.cells] for row in block.rows] == [[True, True], [True, False]]
    assert (block.rows[1].cells[0].rows, block.rows[1].cells[1].columns) == (2, 3)


def test_footnotes_are_the_last_block_and_are_referred_to_by_number(tmp_path: Path) -> None:
    blocks = markdown_blocks(tmp_path, "A.[^b] B.[^a]\n\n[^a]: Note a.\n[^b]: Note b.\n\nEnd.")
    notes = blocks[-1]
    assert isinstance(notes, Notes)
    assert [note.id for note in notes.notes] == ["n1", "n2"]
    refs = [i.note for i in block_inlines(blocks) if isinstance(i, NoteRef)]
    assert len(refs) == 2
    shown = {
        n.id: text(b.sentences) for n in notes.notes for b in n.blocks if isinstance(b, Paragraph)
    }
    assert shown[refs[0]] == "Note b."
    assert shown[refs[1]] == "Note a."


def test_code_keeps_every_character_and_its_language(tmp_path: Path) -> None:
    (block,) = markdown_blocks(tmp_path, "```python\nif x:\n    {% tag %} <b>\n```")
    assert block == CodeBlock("", "if x:\n    {% tag %} <b>", "python")


@pytest.mark.parametrize(
    "fence", ["```js src/App.js", "```js {2,4}", '``` js title="A b"', "~~~js [[1, 2], [3]]"]
)
def test_a_fence_that_says_more_than_its_language_is_still_one(tmp_path: Path, fence: str) -> None:
    blocks = markdown_blocks(tmp_path, f"{fence}\nlet a;\n{fence[:3]}")
    assert blocks == (CodeBlock("", "let a;", "js"),)


@pytest.mark.parametrize("begin", ["1. Run:\n\n    ", "- Run:\n  ", "> Run:\n> "])
def test_a_fence_may_stand_in_a_list_or_a_quotation(tmp_path: Path, begin: str) -> None:
    inner = begin.rpartition("\n")[2]
    source = f"{begin}```python\n{inner}x = 1\n{inner}```\n"

    found = [b for b in blocks(markdown_blocks(tmp_path, source)) if isinstance(b, CodeBlock)]

    assert [(b.text.strip(), b.language) for b in found] == [("x = 1", "python")]


def test_quotes_rules_definitions_and_passages_are_blocks(tmp_path: Path) -> None:
    source = "> a\n\n---\n\nterm\n: meaning\n\n<p lang='cy'>Bore da.</p>"
    blocks = markdown_blocks(tmp_path, source)
    assert [type(block) for block in blocks] == [Quote, ThematicBreak, DefinitionList, Passage]


def test_a_heading_in_a_quote_opens_no_level_outside_it(tmp_path: Path) -> None:
    blocks = markdown_blocks(tmp_path, "> # In\n\n## Out\n\nx")
    assert [b.level for b in blocks if isinstance(b, Heading)] == [2]


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


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "vbscript:x"])
def test_an_unsafe_link_is_words_alone(tmp_path: Path, href: str) -> None:
    found = reading(tmp_path, {"a.md": f"# T\n\n<a href='{href}'>Click</a> me."})
    (block,) = only_post(found).blocks
    assert isinstance(block, Paragraph)
    assert block.sentences[0].inlines == (Text("Click me."),)
    assert codes(found) == ["link-unsafe"]


def test_a_generator_tag_is_told_with_its_line_and_its_words_kept(tmp_path: Path) -> None:
    found = reading(
        tmp_path, {"a.md": '# T\n\nHi. {{< figure src="x.png" caption="A fine day" >}}'}
    )
    assert words(only_post(found)) == ["Hi.", "A", "fine", "day"]
    assert next((f.code, f.where) for f in found.findings) == ("template-tag", "a.md:3")


def test_a_paragraph_of_pictures_alone_is_figures(tmp_path: Path) -> None:
    blocks = markdown_blocks(tmp_path, "![A](a.png) ![B](b.png)\n\nText ![C](c.png) here.")
    assert blocks[:2] == (
        Figure("", Picture("a.png", "A"), ()),
        Figure("", Picture("b.png", "B"), ()),
    )
    assert Picture("c.png", "C") in list(block_inlines(blocks))


def test_a_figure_has_its_caption(tmp_path: Path) -> None:
    source = '<figure><img src="a.png" alt="A"><figcaption>Cap *x*</figcaption></figure>'
    (block,) = markdown_blocks(tmp_path, source)
    assert isinstance(block, Figure)
    assert text(block.caption) == "Cap *x*"


def test_nesting_without_end_is_flattened_and_told(tmp_path: Path) -> None:
    deep = "<div>" * 900 + "<p>Deep.</p>" + "</div>" * 900
    found = reading(tmp_path, {"a.md": f"# T\n\n{deep}\n\nEnd."})
    assert words(only_post(found)) == ["Deep.", "End."]
    assert "too-deep" in codes(found)


def test_no_post_of_the_hostile_corpus_crashes_the_reader() -> None:
    found = read(corpus_path("hostile/own"), Defaults())
    assert {error.where.split(":")[0] for error in found.errors} == {
        "empty.md", "invalid-utf8.md", "one-long-line.txt", "only-front-matter.md",
        "whitespace.md", "yaml-alias-bomb.md", "yaml-python-object.md",
    }  # fmt: skip
    assert all(error.remedy for error in found.errors)


@pytest.mark.parametrize("folder", ["govblog/cfpb", "govblog/cds-ca", "blogs/fa-opensource-guide"])
def test_no_word_of_a_real_post_is_lost(folder: str) -> None:
    root = corpus_path(folder)
    for post in read(root, Defaults()).posts:
        body = (root / post.source).read_text("utf-8").split("---", 2)[2]
        shown = re.sub(r"\W", "", "".join(words(post)))
        missing = Counter(_words_of(body)) - Counter(re.findall(r"\w+", " ".join(words(post))))
        assert [w for w in missing if w not in shown and w not in post.title] == [], post.source


def _words_of(body: str) -> list[str]:
    bare = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{:.*?\}", "", body)
    soup = BeautifulSoup(markdown(bare, extensions=["extra", "sane_lists"]), "lxml")
    for left_out in soup(["script", "style", "img"]):
        left_out.extract()
    for mark in soup.find_all("a", class_=["footnote-ref", "footnote-backref"]):
        mark.extract()
    return re.findall(r"\w+", soup.get_text(" ").replace("\u00ad", ""))


def test_a_reader_leaves_one_unnumbered_sentence(tmp_path: Path) -> None:
    (block,) = markdown_blocks(tmp_path, "One. Two.")
    assert block == Paragraph((Sentence("", (Text("One. Two."),)),))
    assert plain(block.sentences[0].inlines) == "One. Two."
