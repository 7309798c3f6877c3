"""The words of links from a post and from the index: to the first place, to what is about us."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.words.words import Words


@dataclass(frozen=True, slots=True)
class AboutWords:
    """Words of links."""

    original: str  # {}: the host of the address


_EN = AboutWords(original="This post first appeared at {}")

_LANGUAGES: Mapping[str, AboutWords] = {
    "cy": AboutWords(original="Ymddangosodd y post hwn gyntaf ar {}"),
    "de": AboutWords(original="Dieser Beitrag ist zuerst auf {} erschienen"),
    "en": _EN,
    "en-US": _EN,
    "es": AboutWords(original="Esta entrada se publicó primero en {}"),
    "fr": AboutWords(original="Cet article a d’abord paru sur {}"),
    "it": AboutWords(original="Questo articolo è apparso per la prima volta su {}"),
    "ja": AboutWords(original="この記事が最初に公開された場所：{}"),
    "nl": AboutWords(original="Dit bericht verscheen eerst op {}"),
    "pt": AboutWords(original="Este artigo foi publicado primeiro em {}"),
}


def about(ours: Words) -> AboutWords:
    """The words for links of a language."""
    return _LANGUAGES[ours.language]
