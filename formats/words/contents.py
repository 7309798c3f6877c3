"""The heading of a list of contents, on paper and in files that readers can change."""

from collections.abc import Mapping

from formats.languages import primary
from formats.words.words import Words

CONTENTS: Mapping[str, str] = {
    "cy": "Cynnwys",
    "de": "Inhalt",
    "en": "Contents",
    "es": "Contenido",
    "fr": "Sommaire",
    "it": "Indice",
    "ja": "目次",
    "nl": "Inhoud",
    "pt": "Índice",
}
"""By primary language."""


def contents(ours: Words) -> str:
    """The heading in a language of ours."""
    return CONTENTS[primary(ours.language)]
