"""How well a sentence can be read alone."""

import pytest

from pipeline.easy_read.standing_alone import standing_alone, word_count


@pytest.mark.parametrize(
    ("language", "statement", "referring"),
    [
        ("en-GB", "The council opens a garden.", "He said that it opens."),
        ("en-GB", "This guide is for all gardeners.", "Without these, the council opens late."),
        ("en-GB", "Iterations of the plan were shown.", "It shows the plan to people."),
        ("cy", "Mae gardd yn y dref newydd.", "Mae hyn yn dda iawn yma."),
        ("de", "Der Rat öffnet einen Garten.", "Deshalb öffnet der Rat einen Garten."),
        ("es", "El consejo abre un jardín nuevo.", "Pero abre un jardín en la ciudad."),
        ("fr", "La ville ouvre un grand jardin.", "C’est pourquoi la ville ouvre un jardin."),
        ("it", "La città apre un giardino nuovo.", "Questo è il giardino della città."),
        ("ja", "市は新しい公園を開きます。", "しかし、市は公園を開きます。"),
        ("nl", "De stad opent een nieuwe tuin.", "Daarom opent de stad een tuin."),
        ("pt-BR", "A cidade abre um novo jardim.", "Ele abre o novo jardim amanhã."),
    ],
)
def test_what_refers_back_is_worth_less_in_every_language_with_a_table(
    language: str, statement: str, referring: str
) -> None:
    assert standing_alone(referring, language) < standing_alone(statement, language)


@pytest.mark.parametrize(
    "weak",
    [
        "Who opens the garden now?",
        "(The garden is open now.)",
        "and the garden is open now.",
        "Gardens open.",
        "The garden is at www.example.org now.",
        "My garden is open to everyone.",
        "Our blog is open to everyone.",
        "The garden is open to everyone who lives near",
    ],
)
def test_other_weak_sentences_are_worth_less_but_something(weak: str) -> None:
    assert 0 < standing_alone(weak, "en") < standing_alone("The garden is open now.", "en")


@pytest.mark.parametrize("text", ["Opening times", "We want:", "「:」"])
def test_a_label_and_what_leads_to_a_list_are_no_sentences(text: str) -> None:
    assert standing_alone(text, "en") == 0


def test_where_sentences_have_no_end_marks_none_is_asked_for() -> None:
    assert standing_alone("สวนเป็นของทุกคนในเมือง", "th") == 1


@pytest.mark.parametrize(
    ("text", "words"), [("Three small words.", 3), ("市は公園を開きます。", 4), ("", 0)]
)
def test_words_are_counted_by_spaces_or_by_pairs_of_characters(text: str, words: int) -> None:
    assert word_count(text) == words
