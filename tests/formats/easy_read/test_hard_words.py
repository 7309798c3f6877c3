"""Hard words are explained where they are first met, in the form and the sense of the sentence."""

import re

import pytest

from formats.easy_read.bold import own_words
from formats.easy_read.hard_words import (
    Glossary,
    HardWord,
    meaning_of,
    rows,
    senses,
)
from formats.easy_read.yardstick import hard
from formats.model import Foreign, Style, Styled, Text

ROWS = rows()
SENSES = list(senses())


def _met(text: str) -> list[str]:
    glossary = Glossary()
    glossary.flag((Text(text),))
    return [hard_word.word for hard_word in glossary.met]


def test_a_hard_word_is_bold_and_explained_where_it_is_first_met() -> None:
    """Any form of a word that was explained is known."""
    glossary = Glossary()
    run, (explained,) = glossary.flag((Text("Two stakeholders came."),))
    assert explained.word == "stakeholders"
    assert Styled(Style.STRONG, (Text("stakeholders"),)) in run
    assert glossary.flag((Text("The stakeholder left."),)) == ((Text("The stakeholder left."),), ())
    assert [hard_word.word for hard_word in glossary.met] == ["stakeholders"]


def test_without_our_words_only_the_editors_are_explained() -> None:
    """What a signed text shows is what people checked."""
    glossary = Glossary((("tide", "The sea moving."),), ours=False)
    _, found = glossary.flag((Text("The tide is tokenism."),))
    assert [hard_word.word for hard_word in found] == ["tide"]
    assert Glossary(ours=False).flag((Text("tokenism"),)) == ((Text("tokenism"),), ())


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        (
            "It was tokenism.",
            HardWord("tokenism", "Doing something only to look good and not for real."),
        ),
        ("It was tokenistic.", HardWord("tokenistic", "Done only to look good and not for real.")),
        ("They participated.", HardWord("participated", "Took part.")),
        ("They are marginalized.", HardWord("marginalized", "Left out and not listened to.")),
        ("All participants came.", HardWord("participants", "People who take part.")),
    ],
)
def test_the_form_of_the_sentence_is_explained(text: str, explained: HardWord) -> None:
    _, found = Glossary().flag((Text(text),))
    assert found == (explained,)


@pytest.mark.parametrize(
    ("sure", "unsure"),
    [
        ("The agenda of the meeting.", "They have a hidden agenda."),
        ("People who were recruited to help.", "She recruited him."),
        ("Her best interests decide, as she has no capacity.", "It is in our best interests."),
        ("A vulnerable person lives in it.", "The software is vulnerable."),
        ("A new way of commissioning services.", "He is commissioning a painting."),
        ("Give them their entitlement.", "It is a sense of entitlement."),
        ("The first rung of the ladder.", "The bell had not rung."),
    ],
)
def test_a_word_is_explained_only_where_its_sense_is_sure(sure: str, unsure: str) -> None:
    assert _met(sure)
    assert not _met(unsure)


def test_a_name_is_no_hard_word() -> None:
    """A capital inside a sentence makes a name, also after other marks; not at its beginning."""
    assert _met("The Tribunal met.") == []
    _, found = Glossary().flag((Styled(Style.STRONG, (Text("The"),)), Text(" Tribunal met.")))
    assert found == ()
    assert _met("Tribunals met.") == ["tribunals"]
    assert _met("An NHS trust met.") == ["NHS trust"]


def test_a_row_has_two_boxes_at_most_and_the_others_wait_for_the_next() -> None:
    glossary = Glossary()
    _, first = glossary.flag((Text("Stakeholders, participants, tenants."),))
    _, second = glossary.flag((Text("The tenants and the stakeholders."),))
    assert [found.word for found in first] == ["stakeholders", "participants"]
    assert [found.word for found in second] == ["tenants"]
    assert [met.word for met in glossary.met] == ["stakeholders", "participants", "tenants"]


def test_the_longest_word_counts() -> None:
    assert _met("An asset-based approach in social care.") == ["asset-based", "social care"]
    assert _met("Not co-productions-only.") == []


def test_words_in_another_language_are_not_explained() -> None:
    run = (Text("The "), Foreign("fr", (Text("participants"),)), Text(" of jargon."))
    flagged, found = Glossary().flag(run)
    assert [hard_word.word for hard_word in found] == ["jargon"]
    assert flagged[1] == run[1]
    assert flagged[3] == Styled(Style.STRONG, (Text("jargon"),))
    assert "participants" not in own_words(run)


def test_the_words_of_the_editor_go_before_ours() -> None:
    own = (("jargon", "Hard talk."), ("tenants", ""), ("MCC", "The city council."))
    glossary = Glossary(own)
    _, found = glossary.flag((Text("No jargon for tenants of MCC or mcc."),))
    assert found == (HardWord("jargon", "Hard talk."), HardWord("MCC", "The city council."))


def test_the_list_has_250_words_or_more_in_order_and_no_form_twice() -> None:
    firsts = [row[0].split("|")[0].lower() for row in ROWS]
    forms = [form for form, _ in SENSES]
    assert len(ROWS) >= 250
    assert firsts == sorted(firsts)
    assert sorted(set(forms)) == sorted(forms)


def test_every_meaning_is_written_for_each_form() -> None:
    for forms, meaning, _, _ in ROWS:
        counts = {len(part.split("|")) for part in re.findall(r"\{([^}]*)\}", meaning)}
        assert counts <= {len(forms.split("|"))}, forms
    assert meaning_of("{Take|Took} part.", 1) == "Took part."


def test_no_word_of_the_list_is_explained_by_itself_or_at_length() -> None:
    """A sentence of at most 15 words, which does not lean on the word that it explains."""
    for form, sense in SENSES:
        meaning = sense.hard.meaning
        assert not re.search(rf"\b{re.escape(form.lower())}\b", meaning.lower()), form
        assert meaning[0].isupper(), form
        assert meaning.endswith("."), form
        assert all(len(said.split()) <= 15 for said in meaning.split(". ")), form


def test_no_meaning_needs_a_meaning_that_is_not_here() -> None:
    """A hard word in an explanation is itself one of the list."""
    glossary = Glossary()
    for form, sense in SENSES:
        meaning = sense.hard.meaning
        known = glossary.places(meaning)
        for found in hard(meaning):
            assert any(p.begin <= found.start() < p.end for p in known), (form, found[0])
