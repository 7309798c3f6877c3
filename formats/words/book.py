"""The words of a book about who evaluated it, and of a link to the book without sound."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.words.words import Words


@dataclass(frozen=True, slots=True)
class BookWords:
    """Words of a book; the first `{}` is who evaluated the blog, the second the day."""

    assessed: str
    text: str  # a link to every post in one book without sound


_EN = BookWords(
    assessed="Its accessibility was evaluated by {} on {}.",
    text="Every post in one book, without sound (EPUB)",
)

_LANGUAGES: Mapping[str, BookWords] = {
    "cy": BookWords(
        assessed="Aseswyd ei hygyrchedd gan {} ar {}.",
        text="Pob postiad mewn un llyfr, heb sain (EPUB)",
    ),
    "de": BookWords(
        assessed="Die Barrierefreiheit wurde von {} am {} geprüft.",
        text="Alle Beiträge in einem Buch, ohne Ton (EPUB)",
    ),
    "en": _EN,
    "en-US": _EN,
    "es": BookWords(
        assessed="{} evaluó su accesibilidad el {}.",
        text="Todos los artículos en un libro, sin sonido (EPUB)",
    ),
    "fr": BookWords(
        assessed="Son accessibilité a été évaluée par {} le {}.",
        text="Tous les articles dans un livre, sans le son (EPUB)",
    ),
    "it": BookWords(
        assessed="La sua accessibilità è stata valutata da {} il {}.",
        text="Tutti gli articoli in un libro, senza audio (EPUB)",
    ),
    "ja": BookWords(
        assessed="アクセシビリティは{}が{}に評価しました。",
        text="すべての記事を収めた本、音声なし（EPUB）",
    ),
    "nl": BookWords(
        assessed="De toegankelijkheid is beoordeeld door {} op {}.",
        text="Alle berichten in één boek, zonder geluid (EPUB)",
    ),
    "pt": BookWords(
        assessed="A sua acessibilidade foi avaliada por {} em {}.",
        text="Todos os artigos num livro, sem som (EPUB)",
    ),
}


def book(ours: Words) -> BookWords:
    """The words for books of a language."""
    return _LANGUAGES[ours.language]
