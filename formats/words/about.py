"""The words of links from a post and from the index: to the first place, to what is about us."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.words.words import Words


@dataclass(frozen=True, slots=True)
class AboutWords:
    """Words of links."""

    original: str  # {}: the host of the address
    unassessed: str  # of a page


_EN = AboutWords(
    original="This post first appeared at {}",
    unassessed="No person has assessed the accessibility of this page.",
)

_LANGUAGES: Mapping[str, AboutWords] = {
    "cy": AboutWords(
        original="Ymddangosodd y post hwn gyntaf ar {}",
        unassessed="Nid oes neb wedi asesu hygyrchedd y dudalen hon.",
    ),
    "de": AboutWords(
        original="Dieser Beitrag ist zuerst auf {} erschienen",
        unassessed="Niemand hat die Barrierefreiheit dieser Seite beurteilt.",
    ),
    "en": _EN,
    "en-US": _EN,
    "es": AboutWords(
        original="Esta entrada se publicó primero en {}",
        unassessed="Nadie ha evaluado la accesibilidad de esta página.",
    ),
    "fr": AboutWords(
        original="Cet article a d’abord paru sur {}",
        unassessed="Personne n’a évalué l’accessibilité de cette page.",
    ),
    "it": AboutWords(
        original="Questo articolo è apparso per la prima volta su {}",
        unassessed="Nessuno ha valutato l’accessibilità di questa pagina.",
    ),
    "ja": AboutWords(
        original="この記事が最初に公開された場所：{}",
        unassessed="このページのアクセシビリティは、まだ誰も評価していません。",
    ),
    "nl": AboutWords(
        original="Dit bericht verscheen eerst op {}",
        unassessed="Niemand heeft de toegankelijkheid van deze pagina beoordeeld.",
    ),
    "pt": AboutWords(
        original="Este artigo foi publicado primeiro em {}",
        unassessed="Ninguém avaliou a acessibilidade desta página.",
    ),
}


def about(ours: Words) -> AboutWords:
    """The words for links of a language."""
    return _LANGUAGES[ours.language]
