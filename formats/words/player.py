"""The words of the player and of the reader's own settings, in the rows of `player.csv`."""

import csv
from dataclasses import dataclass
from importlib.resources import files

from formats.words.words import Words


@dataclass(frozen=True, slots=True)
class PlayerWords:
    """The words of the player; `{}` is filled in. Each is short, and most name a button."""

    play: str
    pause: str
    back_15: str
    on_15: str
    heading_back: str
    heading_on: str
    place: str
    place_of: str  # {}: a time; {}: another
    more: str
    search: str
    found: str  # {}: a number of sentences
    settings: str
    keys: str  # a table of `key` and `does`
    key: str
    does: str
    faster: str
    slower: str
    shut: str
    use_keys: str
    link: str
    copied: str
    in_address: str
    no_sound: str
    highlight: str  # above `by_both` to `by_nothing`
    by_both: str
    by_sentence: str
    by_word: str
    by_nothing: str
    exact: str
    skip: str  # above the things that are left out
    code: str
    tables: str
    quotations: str
    letters: str  # above `typeface` to `line_length`
    typeface: str
    usual: str  # for what the page would have without settings
    serif: str
    another: str
    size: str
    line_spacing: str
    letter_spacing: str
    wider: str
    widest: str
    line_length: str
    shorter: str
    longer: str
    colours: str
    light: str
    dark: str
    sepia: str
    contrast: str
    own: str
    own_ink: str
    own_page: str
    too_close: str
    reset: str
    kept: str
    tap: str


def _read() -> dict[str, PlayerWords]:
    """By the BCP 47 tags in the head of the table; American English says only what differs."""
    lines = (files("formats.words") / "player.csv").read_text("utf-8").splitlines()
    _, *languages = next(csv.reader(lines[:1]))
    rows = list(csv.DictReader(lines))
    return {
        language: PlayerWords(**{row["word"]: row[language] or row["en"] for row in rows})
        for language in languages
    }


_LANGUAGES = _read()


def player_words(ours: Words) -> PlayerWords:
    """The words beside those of a language."""
    return _LANGUAGES[ours.language]
