"""The editor is told what is still hard in a draft."""

from formats.easy_read.hard_words import Glossary
from formats.easy_read.unclear import Unclear
from formats.model import Paragraph, Quote
from tests.formats.builders import edition, paragraph, sentence
from tests.formats.easy_read.drafts import page, words


def test_hard_words_without_a_meaning_and_sayings_are_listed_with_their_first_sentence() -> None:
    whole = page(
        edition(
            paragraph("A dexterous stakeholder bent the knee.", "So dexterous!", "Bent the knee."),
        )
    )
    listed = [(link.get("href"), words(link)) for link in whole.findall(".//section//li/a")]
    assert listed == [("#s1", "dexterous"), ("#s1", "bent the knee")]
    assert "bent the knee. It may mean: Obey, give in." in words(whole)


def test_a_saying_stays_as_it_is_and_gets_no_box() -> None:
    whole = page(edition(paragraph("They bent the knee.")))
    assert [words(found) for found in whole.findall(".//p[@id='s1']")] == ["They bent the knee."]
    assert not whole.findall(".//p[@class='meaning']")


def test_words_that_the_editor_says_are_known_are_not_listed() -> None:
    unclear = Unclear(Glossary((("dexterous", ""),)))
    unclear.look("s1", "A dexterous, adroit man.")
    assert list(unclear.words) == ["adroit"]


def test_where_nothing_is_unclear_there_is_no_list() -> None:
    assert Unclear(Glossary()).html() == ""


def test_quotations_and_other_languages_are_left_alone() -> None:
    quoted = Quote((Paragraph((sentence("A dexterous man."),)),))
    for whole in (edition(quoted), edition(paragraph("Un dexterous."), language="fr")):
        assert "without a meaning" not in words(page(whole))
