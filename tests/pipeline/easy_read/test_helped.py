"""What a language model writes is used where it says what the post says, and nowhere else."""

from datetime import date

import pytest

from pipeline.easy_read.draft import draft
from pipeline.easy_read.easy_file import EasyFile, read, write
from pipeline.easy_read.helped import Helper, wrong
from pipeline.easy_read.state import digest_of, state
from pipeline.errors import AllwaysError
from pipeline.split.sentences import split
from tests.formats.builders import paragraph, post_of

SOURCE = (
    "On 5 May 2019 the council told Ann Green and 20 other people from Leeds that it would not"
    " close the library if they came."
)
GOOD = (
    "The council told Ann Green about the library.",
    "It told 20 other people from Leeds too.",
    "That was on 5 May 2019.",
    "It would not close if they came.",
)


def test_an_answer_that_says_the_same_passes() -> None:
    assert wrong(SOURCE, GOOD) == ()


BAD: dict[str, tuple[int, str, str]] = {
    "a number changed": (1, "It told 30 other people from Leeds too.", "number added (30)"),
    "a number in words": (1, "It told thirty 20 other people from Leeds.", "amount or duty added"),
    "a number left out": (1, "It told other people from Leeds too.", "number left out (20)"),
    "a sum instead": (1, "It told £20 people from Leeds too.", "number added (£)"),
    "a date changed": (2, "That was on 6 May 2019.", "date added"),
    "a day added": (2, "That was on Monday, on 5 May 2019.", "day or month added (monday)"),
    "not dropped": (3, "It would close if they came.", "denial left out (not)"),
    "not added": (0, "The council did not tell Ann Green about it.", "denial added (not)"),
    "if dropped": (3, "It would not close as they came.", "condition left out (if)"),
    "a duty added": (3, "It must not close if they came.", "amount or duty added (must)"),
    "a name changed": (0, "The council told Ann Brown about the library.", "name left out (Green)"),
    "a name added": (1, "It told 20 people from Leeds and Hull.", "name added (Hull)"),
    "a name added first": (1, "Mark told 20 people from Leeds too.", "name added (Mark)"),
    "a name at the end": (3, "It would not close if Bob came.", "name added (Bob)"),
    "an address added": (3, "It would not close if x.com came.", "address added (x.com)"),
    "a hard word": (3, "It would not capitulate if they came.", "hard word added (capitulate)"),
    "too long": (3, f"It would not close if they came {'and ' * 12}so.", "a sentence of"),
    "two sentences": (3, "It would not close. They came if so.", "not one sentence"),
    "no end": (3, "It would not close if they came", "not one sentence"),
    "a list sign": (3, "- It would not close if they came.", "not one sentence"),
    "markup": (3, "It would not close if they <b>came</b>.", "the sign '<'"),
    "a link": (3, "It would not close if they [came](x).", "the sign '['"),
    "hidden signs": (3, "It would not close if they\u202e came.", "the sign"),
    "a quotation": (3, "It would “not close if they came”.", "the sign '“'"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_answer_that_says_something_else_does_not(name: str) -> None:
    line, said, reason = BAD[name]
    lines = (*GOOD[:line], said, *GOOD[line + 1 :])
    assert any(told.startswith(reason) or reason in told for told in wrong(SOURCE, lines))


def test_nothing_and_a_flood_do_not_pass() -> None:
    assert wrong(SOURCE, ())
    assert "much longer than the post" in wrong(SOURCE, GOOD + (GOOD[3],) * 5)


class Says:
    """A model that says one thing; what it was asked is kept."""

    name, prompt = "test-model", "abc"

    def __init__(self, *answers: str) -> None:
        self.answers, self.asked = list(answers), []  # type: tuple[list[str], list[str]]

    def plain(self, sentence: str) -> str:
        """The next answer; none are left: no connection."""
        self.asked.append(sentence)
        if not self.answers:
            raise AllwaysError("no connection.", remedy="The draft is made without it.")
        return self.answers.pop(0)


def made(*texts: str, language: str = "en-GB") -> EasyFile:
    return draft(split(post_of(*(paragraph(text) for text in texts), language=language)))


DAY = date(2026, 11, 27)


def test_a_good_answer_becomes_rows_of_a_draft_that_says_who_helped() -> None:
    helped = Helper(Says("\n".join(GOOD)), DAY).help(made(SOURCE), "en-GB")
    assert [row.words for row in helped.file.whole[0].rows] == list(GOOD)
    assert helped.file.fact("model") == "test-model"
    assert helped.file.fact("model_prompt") == "abc"
    assert helped.file.fact("model_on") == "2026-11-27"
    assert not any(row.done for row in helped.file.rows)
    assert state(helped.file, digest_of(helped.file)).stage == "draft"
    assert read(write(helped.file), helped.file.name) == helped.file


def test_a_bad_answer_leaves_the_row_and_the_file_as_they_were() -> None:
    before = made(SOURCE)
    helped = Helper(Says("It would close. In 1999."), DAY).help(before, "en-GB")
    assert helped.file == before
    assert helped.used == 0
    assert any("denial left out" in line for line in helped.told())


def test_a_model_that_does_not_answer_is_not_asked_again() -> None:
    model = Says("\n".join(GOOD))
    helped = Helper(model, DAY).help(made(SOURCE, SOURCE, SOURCE), "en-GB")
    assert len(model.asked) == 2
    assert helped.used == 1
    assert "no connection. The draft is made without it." in list(helped.told())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We met at the sea.", "en-GB"),
        (SOURCE, "fr"),
        (f"“{SOURCE}”", "en-GB"),
        (f"Bring it: {SOURCE[:-1]}, a, b and `c`.", "en-GB"),
    ],
)
def test_short_sentences_quotations_and_other_languages_are_not_sent(
    text: str, language: str
) -> None:
    model = Says()
    Helper(model, DAY).help(made(text, language=language), language)
    assert model.asked == []


def test_a_hard_word_that_no_row_has_any_more_is_not_explained() -> None:
    source = SOURCE.replace("other people", "other participants")
    assert any(m.word == "participants" for m in made(source).meanings)
    helped = Helper(Says("\n".join(GOOD)), DAY).help(made(source), "en-GB")
    assert helped.used == 1
    assert not any(m.word == "participants" for m in helped.file.meanings)
