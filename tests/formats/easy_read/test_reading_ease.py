"""Two formulas for how hard a text reads, and the counter of syllables below them."""

import pytest

from formats.easy_read.reading_ease import reading_ease, syllables

COUNTED = """
people 2, society 4, area 3, video 3, doing 2, usual 3, being 2, idea 3, organisation 5, make 1,
community 4, information 4, makes 1, wanted 2, helped 1, loved 1, needed 2, table 2, little 2,
tables 2, houses 2, boxes 2, changes 2, manages 3, completely 3, safely 2, statement 2, careful 2,
useful 2, read 1, reality 4, create 2, creative 3, meeting 2, disability 5, real 1, health 1,
power 2, patient 2, special 2, social 2, experience 4, science 2, ladder 2, the 1, we 1, quiet 2,
something 2, whole 1, rules 1, cities 2, tries 1, museum 3, decision 3, nation 2, region 2,
million 2, tourism 3, rhythm 2, serious 3, annual 3, situation 4, evaluate 4, participation 5,
theory 3, poet 2, agree 2, believe 2, friend 1, great 1, hour 1, played 1, asked 1, changed 1,
decided 3, used 1, people's 2, council 2, services 3, voice 1, wishes 2, going 2, ideas 3,
different 3, every 2, treat 1, heart 1, handled 2, value 2, issues 2, hospital 3, because 2, HIS 1
"""


@pytest.mark.parametrize("counted", [entry.strip() for entry in COUNTED.split(",")])
def test_the_syllables_of_a_word_are_counted(counted: str) -> None:
    word, number = counted.split()
    assert syllables(word) == int(number)


def test_the_formulas_are_those_that_were_published() -> None:
    """The cat sat on the mat: six words and syllables, one sentence."""
    found = reading_ease(["The cat sat on the mat."])
    assert found is not None
    assert found.flesch == pytest.approx(206.835 - 1.015 * 6 - 84.6)
    assert found.grade == pytest.approx(0.39 * 6 + 11.8 - 15.59)


def test_longer_sentences_and_words_are_harder() -> None:
    easy = reading_ease(["We met.", "We ate."])
    hard = reading_ease(["Our organisation initiated consultation, and we participated in it."])
    assert easy is not None
    assert hard is not None
    assert easy.flesch - hard.flesch > 100
    assert hard.grade - easy.grade > 10


def test_a_text_without_words_has_no_figures() -> None:
    assert reading_ease([]) is None
    assert reading_ease(["…", "5"]) is None
