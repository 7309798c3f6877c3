"""Words and pauses are put around what is said, and leave the rest as it was."""

import pytest

from pipeline.script import editing
from pipeline.script.lines import Line, Part, Run, plain

FIRST = plain("s1", "One.", "en-GB", 200)
LAST = plain("s2", "Two", "en-GB", 450)
PARTS = (Part((FIRST,)), Part((FIRST, LAST)))


def texts(parts: editing.Parts) -> list[list[str]]:
    """The words of each line of each part."""
    return [[line.text for line in part.lines] for part in parts]


def pauses(parts: editing.Parts) -> list[list[int]]:
    """The pause after each line of each part."""
    return [[line.pause for line in part.lines] for part in parts]


def test_another_pause_is_put_at_the_end_alone() -> None:
    assert pauses(editing.paused(PARTS, 100)) == [[200], [200, 100]]


def test_a_pause_is_made_longer_and_never_shorter() -> None:
    assert pauses(editing.paused_at_least(PARTS, 900)) == [[200], [200, 900]]
    assert pauses(editing.paused_at_least(PARTS, 100)) == [[200], [200, 450]]


def test_words_are_said_before_the_first_line_alone() -> None:
    assert texts(editing.led(PARTS, lambda known: known.quote)) == [
        ["Quote. One."],
        ["One.", "Two"],
    ]


def test_what_is_opened_and_closed_is_stopped_before_it_is_closed() -> None:
    found = editing.framed(PARTS, lambda known: known.quote, lambda known: known.end_quote)

    assert texts(found) == [["Quote. One."], ["One.", "Two. End of quote."]]


def test_words_are_those_of_the_language_of_their_line() -> None:
    french = (Part((plain("s1", "La mer.", "fr", 200),)),)

    (part,) = editing.framed(french, lambda known: known.quote, lambda known: known.end_quote)

    assert part.lines[0].text == "Citation. La mer. Fin de citation."


def test_a_line_that_is_introduced_keeps_its_id_its_language_and_its_pause() -> None:
    found = editing.introduced(LAST, (Run("Deux :", "fr"),))

    assert found == Line("s2", (Run("Deux :", "fr"), Run(" Two", "en-GB")), "en-GB", 450)


def test_nothing_stays_nothing() -> None:
    assert editing.paused((), 100) == editing.paused_at_least((), 100) == ()
    assert editing.framed((), lambda known: known.quote, lambda known: known.end_quote) == ()


@pytest.mark.parametrize("text", ["So.", "So?”", "So:", "そう。", "(So.) "])
def test_a_mark_that_a_voice_stops_at_is_seen_behind_quotes(text: str) -> None:
    assert editing.stopped(text)


@pytest.mark.parametrize("text", ["So", "So,", "", "”"])
def test_where_there_is_no_mark_no_stop_is_seen(text: str) -> None:
    assert not editing.stopped(text)
