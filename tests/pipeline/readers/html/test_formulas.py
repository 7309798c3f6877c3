"""Formulas, embeds, deletions and languages keep their words, and what they are."""

from pathlib import Path

import pytest

from formats import walk
from formats.model import Block, Code, Foreign, Link, Passage, Sentence, Style, Styled, Text
from tests.pipeline.readers.reading import markdown_blocks


def _inlines(blocks: tuple[Block, ...]) -> list[object]:
    return list(walk.block_inlines(blocks))


def _shown(blocks: tuple[Block, ...]) -> str:
    return " ".join(
        walk.plain(unit.inlines) for unit in walk.units(blocks) if isinstance(unit, Sentence)
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("So $$E = mc^2$$ it is.", "$$E = mc^2$$"),
        ("So $`a_1 * b_1 * c_1`$ it is.", "$$a_1 * b_1 * c_1$$"),
        ("$$\n\\frac{a}{b}\n$$", "$$\\frac{a}{b}$$"),
        ("$$x$$", "$$x$$"),
    ],
)
def test_tex_is_kept_to_the_character(tmp_path: Path, written: str, kept: str) -> None:
    assert Code(kept) in _inlines(markdown_blocks(tmp_path, written))


@pytest.mark.parametrize(
    "written",
    [
        "It was $5, then $10.",
        "They make $$ today and $$ tomorrow.",
        "```\n$$x^2$$\n```",
        "Ends in $$",
    ],
)
def test_money_and_program_text_are_no_formulas(tmp_path: Path, written: str) -> None:
    assert not any(isinstance(i, Code) for i in _inlines(markdown_blocks(tmp_path, written)))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", "a / b"),
        ("<mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow>", "a + 1"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac>", "(a + 1) / b"),
        ("<msqrt><mn>2</mn></msqrt>", "√2"),
        ("<msub><mi>x</mi><mn>1</mn></msub>", "x1"),
        (
            "<semantics><mi>x</mi><annotation>y</annotation></semantics>",
            "x",
        ),
        ("<mi>sin</mi><mo>(</mo><mi>x</mi><mo>)</mo>", "sin(x)"),
    ],
)
def test_mathml_is_shown_in_its_order_and_once(tmp_path: Path, written: str, shown: str) -> None:
    assert _shown(markdown_blocks(tmp_path, f"<p>So <math>{written}</math>.</p>")) == f"So {shown}."


def test_an_empty_formula_is_its_alternative_text(tmp_path: Path) -> None:
    assert _shown(markdown_blocks(tmp_path, '<p>A <math alttext="x over y"/></p>')) == "A x over y"


def test_a_power_is_raised(tmp_path: Path) -> None:
    blocks = markdown_blocks(tmp_path, "<p>A <math><msup><mi>x</mi><mn>2</mn></msup></math></p>")
    assert Styled(Style.SUPERSCRIPT, (Text("2"),)) in _inlines(blocks)


def test_the_drawing_of_a_formula_is_not_its_second_text(tmp_path: Path) -> None:
    drawn = (
        '<p><span class="katex"><span class="katex-mathml"><math><mi>x</mi></math></span>'
        '<span class="katex-html" aria-hidden="true"><span>x</span></span></span> is it.</p>'
    )
    assert _shown(markdown_blocks(tmp_path, drawn)) == "x is it."


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<iframe src="https://www.youtube.com/embed/1" title="A talk"></iframe>', "Video: A talk"),
        ('<iframe src="https://a.example/1"></iframe>', "From another page: a.example"),
        ('<audio src="https://a.example/1.mp3"></audio>', "Audio: a.example"),
        ('<video><source src="walk.mp4"></video>', "Video: walk.mp4"),
    ],
)
def test_what_plays_says_what_it_is(tmp_path: Path, written: str, shown: str) -> None:
    (link,) = (i for i in _inlines(markdown_blocks(tmp_path, written)) if isinstance(i, Link))
    assert walk.plain(link.children) == shown


def test_tildes_delete_as_on_github_and_a_lone_pair_is_text(tmp_path: Path) -> None:
    found = _inlines(markdown_blocks(tmp_path, "It is ~~five~~ six, ~~ or so."))
    assert Styled(Style.DELETED, (Text("five"),)) in found
    assert "~~ or so" in walk.plain(i for i in found if isinstance(i, Text))


@pytest.mark.parametrize(
    "written",
    [
        '<p lang="fr">La mer.</p>',
        '<blockquote lang="fr">La mer.</blockquote>',
        '<h2 lang="fr">La mer</h2>',
        '<ul><li lang="fr">La mer</li></ul>',
        '<table><tr><td lang="fr">La mer</td></tr></table>',
        'They say <q lang="fr">la mer</q>.',
        'They say <i lang="fr">la mer</i>.',
        'They say <a href="https://example.org/" lang="fr">la mer</a>.',
        'They say *<span lang="fr">la mer</span>*.',
    ],
)
def test_a_language_of_its_own_is_kept_wherever_it_stands(tmp_path: Path, written: str) -> None:
    blocks = markdown_blocks(tmp_path, written)
    passages = [b.language for b in walk.blocks(blocks) if isinstance(b, Passage)]
    phrases = [i.language for i in _inlines(blocks) if isinstance(i, Foreign)]
    assert passages + phrases == ["fr"]
