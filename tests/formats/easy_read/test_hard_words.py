"""Hard words are explained where they are first met."""

import re

from formats.easy_read.hard_words import HARD_WORDS, Glossary
from formats.model import (
    Text,
)
from tests.formats.builders import (
    edition,
    paragraph,
)
from tests.formats.easy_read.drafts import page, words


def test_a_hard_word_is_bold_and_explained_where_it_is_first_met_and_at_the_end() -> None:
    """Explained after the sentence, once, and again in the list."""
    whole = page(edition(paragraph("Two stakeholders came.", "The stakeholders left.")))
    assert words(whole).count("Stakeholder means:") == 1
    assert [words(e) for e in whole.findall(".//p[@id='s1']/strong")] == ["stakeholders"]
    assert not whole.findall(".//p[@id='s2']/strong")
    assert [words(e) for e in whole.findall(".//dt")] == ["stakeholder"]


def test_a_name_is_no_hard_word() -> None:
    """A capital inside a sentence makes a name."""
    _, met = Glossary().flag((Text("The Policy Forum met."),))
    assert met == ()


def test_no_word_of_the_list_is_explained_by_itself_or_at_length() -> None:
    """An explanation is short and does not lean on the word that it explains."""
    for form, hard in HARD_WORDS.items():
        assert not re.search(rf"\b{re.escape(form)}\b", hard.meaning.lower()), form
        assert len(hard.meaning.split()) <= 20, form
        assert hard.meaning.endswith("."), form
