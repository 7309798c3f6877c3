"""The words of a book about who evaluated it."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.words.words import Words


@dataclass(frozen=True, slots=True)
class BookWords:
    """Words of a book; the first `{}` is who evaluated the blog, the second the day."""

    assessed: str


_EN = BookWords(assessed="Its accessibility was evaluated by {} on {}.")

_LANGUAGES: Mapping[str, BookWords] = {
    "cy": BookWords(assessed="Aseswyd ei hygyrchedd gan {} ar {}."),
    "de": BookWords(assessed="Die Barrierefreiheit wurde von {} am {} geprüft."),
    "en": _EN,
    "en-US": _EN,
    "es": BookWords(assessed="{} evaluó su accesibilidad el {}."),
    "fr": BookWords(assessed="Son accessibilité a été évaluée par {} le {}."),
    "it": BookWords(assessed="La sua accessibilità è stata valutata da {} il {}."),
    "ja": BookWords(assessed="アクセシビリティは{}が{}に評価しました。"),
    "nl": BookWords(assessed="De toegankelijkheid is beoordeeld door {} op {}."),
    "pt": BookWords(assessed="A sua acessibilidade foi avaliada por {} em {}."),
}


def book(ours: Words) -> BookWords:
    """The words for books of a language."""
    return _LANGUAGES[ours.language]
