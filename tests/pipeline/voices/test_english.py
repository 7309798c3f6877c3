"""Which words an English voice says, and which are left to espeak."""

from pipeline.script.lines import Run
from pipeline.voices.english import Portion, is_english, portions


def english(text: str) -> Run:
    """A run of British English."""
    return Run(text, "en-GB")


def ascii_only(word: str) -> bool:
    """A voice that knows words of ASCII."""
    return word.isascii()


def shown(runs: list[Run]) -> list[tuple[str, bool]]:
    """The words of each portion, and whether they are for hibari."""
    return [(portion.text, portion.ours) for portion in portions(runs, ascii_only)]


def test_english_of_every_region_is_one_stretch() -> None:
    runs = [english("The tide "), Run("came ", "en-US"), Run("in.", "EN")]
    assert portions(runs, ascii_only) == [Portion(tuple(runs), ours=True)]


def test_another_language_is_left_to_espeak_with_its_sounds() -> None:
    named = Run("Llanelli", "cy", "ɬaˈnɛɬi")
    runs = [english("to "), named, english(" now")]
    assert shown(runs) == [("to ", True), ("Llanelli", False), (" now", True)]
    assert portions(runs, ascii_only)[1].runs == (named,)


def test_a_word_that_is_not_known_is_left_to_espeak_alone() -> None:
    """In the language of its sentence; and no letter is lost or said twice."""
    text = "The θάλασσα  θάλασσα, and the sea. "
    found = portions([english(text)], ascii_only)
    assert [(s.text, s.ours) for s in found] == [
        ("The ", True),
        ("θάλασσα  θάλασσα, ", False),
        ("and the sea. ", True),
    ]
    assert {run.language for portion in found for run in portion.runs} == {"en-GB"}


def test_sounds_that_english_lacks_are_left_to_espeak() -> None:
    runs = [Run("Bach", "en-GB", "bax"), english(" "), Run("Leominster", "en-GB", "ˈlɛmstə")]
    assert shown(runs) == [("Bach", False), (" Leominster", True)]


def test_no_words_are_no_stretch() -> None:
    assert portions([], ascii_only) == []


def test_english_is_english_in_every_region() -> None:
    assert all(map(is_english, ("en", "en-GB", "EN-us")))
    assert not any(map(is_english, ("", "cy", "enm")))
