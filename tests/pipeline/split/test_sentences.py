"""Running text is cut where sentences end, and nothing of it is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.model import (
    Block,
    Break,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Foreign,
    Heading,
    Inline,
    Item,
    Link,
    Listing,
    Note,
    NoteRef,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Post,
    Sentence,
    Style,
    Styled,
    Text,
)
from formats.walk import inlines, plain, units
from pipeline.readers.shared.posts import placed
from pipeline.split.sentences import LONGEST, cut_run, split


def cut(text: str, language: str = "en-GB") -> list[str]:
    return [plain(s.inlines) for s in cut_run((Text(text),), language)]


def paragraph(*run: Inline) -> Paragraph:
    return Paragraph((Sentence("", run),))


def post(*blocks: Block) -> Post:
    return Post("p", "P", "en-GB", (), None, placed("p", 0), blocks)


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith came at 3 p.m. on Monday.|He left.",
        "He said, e.g. this one.|Then, i.e. Later, more.",
        "I live on St. John's St. near J. R. R. Tolkien.|He is not in.",
        "He is in the U.S.|She is not.|The U.S. Government is.",
        "The aim was reducing budgets leading to… an increased role.|Then more.",
        "It took hours…|It cost much...|And I… I paid.",
        "See https://example.org/a/b.|Version 2 came.",
        "“Is it?” she asked.|“Yes.”|He left.",
        "(This is so.)|And [that.] too.",
        "“One long quotation.|It goes on.|And on.”|Then it ends.",
        'He wrote "A plan."|Next one.',
        "I went (it was cold. Very cold.) home.|See Fig. 3.",
        "1. First thing.|2. Second!|Really?!|Yes.",
        "No. 5 is alive.|See pp. 12–14.",
        "Here is the rule: ends here.|*** And so on.|End ...",
        "A heading without a full stop",
        "Visit example.com today.|It costs 3.50 now.",
        "i went outside.|it was early.|we walked.",
    ],
)
def test_english_is_cut_where_its_sentences_end(text: str) -> None:
    assert cut(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "これは文です。|次の文！|本当？|はい「そうです。」と言った。"),
        ("zh-Hans", "你好。|你好吗？|「真的。」|她笑了。"),
        ("ja", "書きました。|2年です。|strict モードです。|Kernel#is_a?、これです。"),
    ],
)
def test_languages_without_spaces_are_cut_after_their_stops(language: str, text: str) -> None:
    found = cut_run((Text(text.replace("|", "")),), language)
    assert [plain(s.inlines) for s in found] == text.split("|")
    assert {s.tail for s in found} == {""}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "مرحبا.|كيف حالك؟|أنا بخير."),
        ("hi", "यह है।|वह है।"),
        ("de", "„Das ist gut.“|Er ging.|Das ist z. B. Gut.|Am 3. Mai kam er."),
        ("fr", "M. Dupont est là.|Est-ce « vrai » ?|Oui.|« C’est vrai. »|Il part."),
        ("cy", "Mae Dr. Jones yma.|Beth nesaf?|Wel!"),
    ],
)
def test_other_languages_are_cut_by_their_own_rules(language: str, text: str) -> None:
    assert cut(text.replace("|", " "), language) == text.split("|")


def test_a_mark_over_two_sentences_is_rebuilt_around_both() -> None:
    run = (Styled(Style.STRONG, (Text("One. Two"),)), Text(" more."))
    assert [s.inlines for s in cut_run(run, "en")] == [
        (Styled(Style.STRONG, (Text("One."),)),),
        (Styled(Style.STRONG, (Text("Two"),)), Text(" more.")),
    ]


def test_a_short_link_and_code_are_never_cut() -> None:
    run = (Link("x", (Text("One. Two"),)), Text(" and "), Code("a. B"), Text(" end."))
    assert [s.inlines for s in cut_run(run, "en")] == [run]


def test_a_link_as_long_as_a_paragraph_is_cut_into_links() -> None:
    words = "This is a whole sentence inside a very long link that leads far away. " * 5
    found = cut_run((Link("x", (Text(words.strip()),)),), "en")
    assert len(found) == 5
    assert all(isinstance(s.inlines[0], Link) and s.inlines[0].href == "x" for s in found)


def test_the_mark_of_a_note_stays_with_the_sentence_it_follows() -> None:
    spaced = cut_run((Text("One."), NoteRef("n1", "1"), Text(" Two.")), "en")
    tight = cut_run((Text("一。"), NoteRef("n1", "1"), Text("二。")), "ja")
    for found in (spaced, tight):
        assert [NoteRef("n1", "1") in s.inlines for s in found] == [True, False]


def test_a_picture_is_as_good_as_a_word_and_a_stray_mark_is_none() -> None:
    found = cut_run(
        (Text("One. "), Picture("x", "X"), Text(" ... "), Foreign("fr", (Text("Deux. *"),))), "en"
    )
    assert [any(c.isalnum() for c in plain(s.inlines)) for s in found] == [True] * len(found)


def test_a_line_break_stays_in_its_sentence() -> None:
    found = cut_run((Text("One road."), Break(), Text("Two roads.")), "en")
    assert "".join(plain(s.inlines) + s.tail for s in found) == "One road.\nTwo roads."


def test_white_space_alone_is_dropped_and_marks_alone_are_one_sentence() -> None:
    made = split(post(paragraph(Text("\u00a0 ")), paragraph(Text("* * *")), paragraph(Text("a"))))
    assert [plain(u.inlines) for u in units(made.blocks) if isinstance(u, Sentence)] == [
        "* * *",
        "a",
    ]


def test_ids_count_every_unit_in_reading_order() -> None:
    blocks = (
        Heading(2, (Sentence("", (Text("H"),)),)),
        Listing(
            ordered=False,
            start=1,
            items=(Item((paragraph(Text("One. Two.")), CodeBlock("", "x", ""))),),
        ),
        Figure("", Picture("x", "X"), (Sentence("", (Text("Cap. Two."),)),)),
        DefinitionList((Definition((Sentence("", (Text("T"),)),), (paragraph(Text("D.")),)),)),
        Passage("ja", (paragraph(Text("一。二。")),)),
        Notes((Note("n1", "1", (paragraph(Text("N.")),)),)),
    )
    made = split(post(*blocks))
    assert [unit.id for unit in units(made.blocks)] == [f"s{n}" for n in range(1, 13)]


def test_a_passage_in_another_language_is_cut_as_that_language_is() -> None:
    german = "Er kam am 3. Oktober. Dann ging er."
    assert len(cut(german, "en-GB")) == 3

    (passage,) = split(post(Passage("de", (paragraph(Text(german)),)))).blocks

    assert len(list(units((passage,)))) == 2


def test_a_long_sentence_stays_whole() -> None:
    long = "word, " * 200 + "end."
    assert cut(long) == [long]


@pytest.mark.parametrize("piece", ["This is one. ", "word ", "(", '"a. ', "... ", "e.g. ", "」。"])
def test_a_megabyte_is_cut_in_one_pass(piece: str) -> None:
    """A pass over it all for each sentence would never end; nothing is lost on the way."""
    text = piece * (1_000_000 // len(piece))
    assert sum(len(words) for words in cut(text)) > len(text) // 2


TEXTS = st.text(
    st.one_of(
        st.sampled_from("aB1 .!?…。！？「」“”\"'()[]«»\u00a0\u200dé日م🎉*"),
        st.characters(codec="utf-8"),
    ),
    max_size=40,
)


def runs(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    some = st.lists(inner, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        some.map(lambda run: Styled(Style.EMPHASIS, run)),
        some.map(lambda run: Link("https://example.org/", run)),
        some.map(lambda run: Foreign("fr", run)),
    )


ATOMS: st.SearchStrategy[Inline] = st.one_of(
    TEXTS.filter(bool).map(Text),
    TEXTS.filter(str.strip).map(Code),
    st.just(Break()),
    st.just(NoteRef("n1", "1")),
    st.just(Picture("x", "picture")),
)


RUNS = st.lists(st.recursive(ATOMS, runs, max_leaves=6), max_size=6).map(tuple)
LANGUAGES = st.sampled_from(["en-GB", "ja", "de", "ar"])


def marks(run: tuple[Inline, ...]) -> list[Inline]:
    """What stands in a run and is no text."""
    return [inline for inline in inlines(run) if isinstance(inline, NoteRef | Picture | Break)]


@settings(deadline=None)
@given(run=RUNS, language=LANGUAGES)
def test_no_character_is_lost_or_moved(run: tuple[Inline, ...], language: str) -> None:
    found = cut_run(run, language)

    shown = "".join(plain(sentence.inlines) + sentence.tail for sentence in found)
    assert shown == plain(run) if found else not plain(run).strip()


@settings(deadline=None)
@given(run=RUNS, language=LANGUAGES)
def test_no_note_picture_or_break_is_lost_or_moved(run: tuple[Inline, ...], language: str) -> None:
    found = cut_run(run, language)

    assert not found or [mark for sentence in found for mark in marks(sentence.inlines)] == marks(
        run
    )


@settings(deadline=None)
@given(run=RUNS, language=LANGUAGES)
def test_only_white_space_stands_between_sentences_and_words_in_each_of_several(
    run: tuple[Inline, ...], language: str
) -> None:
    found = cut_run(run, language)

    assert all(not sentence.tail.strip() for sentence in found)
    worded = [any(map(str.isalnum, plain(sentence.inlines))) for sentence in found]
    assert len(found) < 2 or all(worded)


def test_a_sentence_that_is_too_long_is_cut_between_words() -> None:
    text = "word " * 2000
    found = cut(text)
    assert len(found) == 5
    assert all(len(sentence) <= LONGEST for sentence in found)
    assert " ".join(found) == text.strip()
    assert set(" ".join(found).split()) == {"word"}


def test_a_sentence_of_the_greatest_length_is_not_cut() -> None:
    assert len(cut("ab " * 666 + "ab")) == 1
    assert len(cut("ab " * 667 + "ab")) == 2


def test_what_has_no_space_is_cut_too_and_code_stays_code() -> None:
    assert cut("a" * 4500) == ["a" * 2000, "a" * 2000, "a" * 500]
    code = cut_run((Text("See "), Code("x" * 4500)), "en")
    assert [plain(s.inlines) for s in code] == ["See " + "x" * 1996, "x" * 2000, "x" * 504]
    assert [type(i) for s in code for i in s.inlines] == [Text, Code, Code, Code]


def test_a_letter_keeps_its_marks_where_words_are_cut() -> None:
    found = cut("a" * 1999 + "e\u0301" + "b" * 100)
    assert found[1].startswith("e\u0301")
