"""The words that Allways itself adds: one file for each language, listed in `LANGUAGES`.

All other words are the author's. In a language that is not here, no words are added where the
author's are enough, and English ones, spoken and marked as English, where silence would hide
something (`UNWORDED`).
"""

from collections.abc import Mapping

from formats.languages import primary
from formats.words.cy import CY
from formats.words.de import DE
from formats.words.en import EN, EN_US
from formats.words.es import ES
from formats.words.fr import FR
from formats.words.it import IT
from formats.words.ja import JA
from formats.words.nl import NL
from formats.words.pages import EpubWords, PageWords, PodcastWords, SiteWords
from formats.words.player import PlayerWords, player_words
from formats.words.pt import PT
from formats.words.unworded import UNWORDED
from formats.words.words import Words

__all__ = [
    "LANGUAGES",
    "UNWORDED",
    "EpubWords",
    "PageWords",
    "PlayerWords",
    "PodcastWords",
    "SiteWords",
    "Words",
    "added",
    "player_words",
    "words",
]

LANGUAGES: Mapping[str, Words] = {
    row.language: row for row in (CY, DE, EN, EN_US, ES, FR, IT, JA, NL, PT)
}
"""The only list of them, by BCP 47 tag."""


def words(language: str) -> Words:
    """The words for a BCP 47 tag: its own, or its primary language's, or `UNWORDED`."""
    return LANGUAGES.get(language) or LANGUAGES.get(primary(language), UNWORDED)


def added(language: str) -> str:
    """The language of Allways' own words beside text in `language`."""
    return "en" if words(language) is UNWORDED else language
