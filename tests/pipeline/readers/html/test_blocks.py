"""HTML becomes the blocks of the model; text between blocks is not lost."""

from pathlib import Path

from formats.model import (
    Block,
    CodeBlock,
    DefinitionList,
    Figure,
    Listing,
    Paragraph,
    Passage,
    Picture,
    Quote,
    Sentence,
    Style,
    Styled,
    Text,
    ThematicBreak,
)
from formats.walk import block_inlines, text
from tests.pipeline.readers.html.trees import blocks_of
from tests.pipeline.readers.reading import markdown_blocks


def test_lists_keep_their_nesting_and_their_first_number(tmp_path: Path) -> None:
    (block,) = markdown_blocks(tmp_path, "3. a\n4. b\n    - c\n    - d\n")
    assert isinstance(block, Listing)
    assert (block.ordered, block.start) == (True, 3)
    inner = block.items[1].blocks[1]
    assert isinstance(inner, Listing)
    assert (inner.ordered, len(inner.items)) == (False, 2)


def test_quotes_rules_definitions_and_passages_are_blocks(tmp_path: Path) -> None:
    source = "> a\n\n---\n\nterm\n: meaning\n\n<p lang='cy'>Bore da.</p>"
    blocks = markdown_blocks(tmp_path, source)
    assert [type(block) for block in blocks] == [Quote, ThematicBreak, DefinitionList, Passage]


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


def test_a_gallery_has_its_own_caption_and_each_picture_its_own() -> None:
    one, two, last = blocks_of(
        '<figure><figure><img src="a.png" alt="A"><figcaption>First</figcaption></figure>'
        '<figure><img src="b.png" alt="B"></figure><figcaption>Both</figcaption></figure>'
    )

    assert isinstance(one, Figure)
    assert isinstance(two, Figure)
    assert isinstance(last, Paragraph)
    assert (text(one.caption), text(two.caption)) == ("First", "")
    assert text(last.sentences) == "Both"


def test_words_between_blocks_are_paragraphs() -> None:
    assert [
        text(block.sentences)
        for block in blocks_of("One <p>Two</p> three <b>four</b><div>Five</div>")
        if isinstance(block, Paragraph)
    ] == ["One", "Two", "three four", "Five"]


def test_a_list_that_stands_beside_its_items_belongs_to_the_one_before() -> None:
    (block,) = blocks_of("<ul><li>a</li><ul><li>b</li></ul></ul>")

    assert isinstance(block, Listing)
    assert [len(item.blocks) for item in block.items] == [2]


def test_a_definition_without_its_term_is_not_lost() -> None:
    stray, listed = blocks_of("<dl><dd>lost</dd><dt>Ebb</dt><dd>goes</dd><dd>out</dd></dl>")

    assert isinstance(stray, Paragraph)
    assert isinstance(listed, DefinitionList)
    assert [len(definition.blocks) for definition in listed.definitions] == [2]


def test_program_text_has_the_language_that_its_class_names() -> None:
    def code(name: str) -> Block:
        return blocks_of(f"<pre><code class='{name}'>x</code></pre>")[0]

    assert code("big language-python") == CodeBlock("", "x", "python")
    assert code("lang-text") == CodeBlock("", "x", "")


def test_a_heading_of_a_picture_alone_is_the_picture() -> None:
    assert blocks_of("<h2><a href='https://a.example/'><img src='a.png' alt='A'></a></h2>") == (
        Figure("", Picture("a.png", "A"), ()),
    )


def test_what_opens_more_is_strong() -> None:
    (first_block, _) = blocks_of("<details><summary>More</summary><p>x</p></details>")

    assert first_block == Paragraph((Sentence("", (Styled(Style.STRONG, (Text("More"),)),)),))
