"""Running text is said where it stands: in its language, with the pause of its place."""

from pipeline.lexicon import Entry, Lexicon
from pipeline.script.lines import Run
from pipeline.script.place import Place, lines, running
from pipeline.script.sentence import Telling
from tests.formats.builders import sentence

TWO = (sentence("One came.", tail=" "), sentence("Two went."))


def place(*, brief: bool = False) -> Place:
    """A place in a Welsh post whose lexicon has one word."""
    return Place(Telling(Lexicon((Entry("One", "Un"),)), brief=brief), "cy", 700)


def test_the_pause_of_the_place_follows_its_last_sentence() -> None:
    found = lines(TWO, place())

    assert [(line.text, line.pause) for line in found] == [("Un came.", 200), ("Two went.", 700)]
    assert {line.language for line in found} == {"cy"}


def test_running_text_is_one_part_and_none_where_there_is_none() -> None:
    (part,) = running(TWO, place())

    assert part.lines == lines(TWO, place())
    assert running((), place()) == ()


def test_words_in_no_sentence_are_said_with_the_lexicon_too() -> None:
    assert place().runs("One") == (Run("Un", "cy"),)


def test_whether_little_is_said_is_asked_of_the_telling() -> None:
    assert place(brief=True).brief
    assert not place().brief
