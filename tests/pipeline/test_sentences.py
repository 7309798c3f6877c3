"""Sentences end where a reader would breathe, and no character is lost at the cut."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats import walk
from formats.model import (
    Abbreviation,
    Block,
    Code,
    CodeBlock,
    Figure,
    Heading,
    Inline,
    Item,
    Link,
    Listing,
    NoteRef,
    Paragraph,
    Passage,
    Picture,
    Post,
    Sentence,
    Style,
    Styled,
    Text,
)
from pipeline.sentences import split

DAY = datetime(2026, 1, 1, tzinfo=UTC)


def post_of(*blocks: Block, language: str = "en-GB") -> Post:
    return Post("a", "A", language, (), None, DAY, blocks)


def paragraph(*inlines: Inline) -> Paragraph:
    return Paragraph((Sentence("", inlines),))


def cut(*inlines: Inline, language: str = "en-GB") -> list[Sentence]:
    blocks = split(post_of(paragraph(*inlines), language=language)).blocks
    return [s for block in blocks if isinstance(block, Paragraph) for s in block.sentences]


def words(*inlines: Inline, language: str = "en-GB") -> list[str]:
    return [walk.plain(sentence.inlines) for sentence in cut(*inlines, language=language)]


CASES = {
    "a title before a name": ("Dr. Smith came. He left.", ["Dr. Smith came.", "He left."]),
    "a saint": ("St. John is here. Come.", ["St. John is here.", "Come."]),
    "initials": ("J. R. Smith spoke. We heard.", ["J. R. Smith spoke.", "We heard."]),
    "for example": ("See e.g. this one. And that.", ["See e.g. this one.", "And that."]),
    "a time": ("At 3 p.m. on Monday. Come.", ["At 3 p.m. on Monday.", "Come."]),
    "an ellipsis that goes on": ("Wait… there is more. Yes.", ["Wait… there is more.", "Yes."]),
    "a quote that goes on": ("“Who?” he said. “Me.”", ["“Who?” he said.", "“Me.”"]),
    "a quote inside": ("Why ‘together’? was asked.", ["Why ‘together’? was asked."]),
    "the number of an entry": ("1. First thing.", ["1. First thing."]),
    "many marks": ("Wait!! What?! Yes.", ["Wait!!", "What?!", "Yes."]),
    "money": ("It cost £3.50. Fine.", ["It cost £3.50.", "Fine."]),
    "a heading without a stop": ("Operating Rules", ["Operating Rules"]),
    "signs alone": ("Yes. * * *", ["Yes. * * *"]),
    "an ellipsis at the start": ("... And so on. Yes.", ["... And so on.", "Yes."]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_english_is_cut_where_its_sentences_end(text: str, expected: list[str]) -> None:
    assert words(Text(text)) == expected


def test_languages_without_spaces_are_cut_without_them() -> None:
    found = cut(Text("日本語です。次の文です！はい？"), language="ja")

    assert [walk.plain(s.inlines) for s in found] == ["日本語です。", "次の文です！", "はい？"]
    assert {s.tail for s in found} == {""}


def test_arabic_is_cut_at_its_own_marks() -> None:
    assert len(words(Text("مرحبا بالعالم. كيف حالك؟ جيد."), language="ar")) == 3


def test_a_cut_inside_bold_gives_bold_on_both_sides() -> None:
    first, second = cut(Styled(Style.STRONG, (Text("Bold. Still bold."),)))

    assert first.inlines == (Styled(Style.STRONG, (Text("Bold."),)),)
    assert second.inlines == (Styled(Style.STRONG, (Text("Still bold."),)),)
    assert (first.tail, second.tail) == (" ", "")


def test_links_code_and_short_forms_are_never_cut() -> None:
    link = Link("https://example.org/", (Text("Here it is. It is whole"),))
    code = Code("a. B. C")
    short = Abbreviation("U. N.", "United Nations")

    for whole in (link, code, short):
        assert whole in cut(Text("See "), whole, Text(" now. Next."))[0].inlines


def test_the_mark_of_a_note_stays_with_its_sentence() -> None:
    first, second = cut(Text("It is so."), NoteRef("n1", "1"), Text(" And more."))

    assert NoteRef("n1", "1") in first.inlines
    assert walk.plain(second.inlines) == "And more."


def test_a_picture_in_the_text_is_a_sentence_s_own() -> None:
    assert len(cut(Picture("a.png", "A tree"))) == 1


def test_units_are_numbered_in_reading_order_through_every_block() -> None:
    inner = Listing(ordered=True, start=1, items=(Item((paragraph(Text("In.")),)),))
    item = Item((paragraph(Text("One. Two.")), inner))
    post = post_of(
        Heading(2, (Sentence("", (Text("Head"),)),)),
        Listing(ordered=False, start=1, items=(item,)),
        CodeBlock("", "x = 1", "python"),
        Figure("", Picture("a.png", "A"), (Sentence("", (Text("Caption."),)),)),
        Passage("cy", (paragraph(Text("Bore da.")),)),
    )

    ids = [unit.id for unit in walk.units(split(post).blocks)]

    assert ids == [f"s{n}" for n in range(1, 9)]


def test_white_space_alone_makes_no_sentence() -> None:
    assert cut(Text("\u00a0 ")) == []


def test_a_very_long_paragraph_is_cut_in_one_pass() -> None:
    """A megabyte; a pass over it for each sentence would take minutes, not a second."""
    text = "This is a sentence of words. " * 35_000

    assert len(cut(Text(text))) == 35_000


ALPHABET = st.text(st.sampled_from("aB1 .!?…“”’()—–\u00a0é日。x\n"), min_size=1)


@given(st.lists(st.tuples(ALPHABET, st.booleans()), min_size=1, max_size=6))
def test_no_character_is_lost_at_a_cut(runs: list[tuple[str, bool]]) -> None:
    inlines = [Styled(Style.EMPHASIS, (Text(t),)) if styled else Text(t) for t, styled in runs]
    whole = "".join(text for text, _ in runs)

    found = cut(*inlines)

    assert "".join(walk.plain(s.inlines) + s.tail for s in found).rstrip() == whole.rstrip()
    assert all(walk.plain(s.inlines).strip() for s in found)
