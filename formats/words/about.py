"""The words of links from a post and from the index: to the first place, to what is about us."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.words.words import Words


@dataclass(frozen=True, slots=True)
class AboutWords:
    """Words of links."""

    original: str  # {}: the host of the address
    unassessed: str  # of a page
    statement: str  # a link
    catalog: str  # a link


_EN = AboutWords(
    original="This post first appeared at {}",
    unassessed="No person has assessed the accessibility of this page.",
    statement="Accessibility of this website",
    catalog="Catalogue for reading apps (OPDS)",
)

_LANGUAGES: Mapping[str, AboutWords] = {
    "cy": AboutWords(
        original="Ymddangosodd y post hwn gyntaf ar {}",
        unassessed="Nid oes neb wedi asesu hygyrchedd y dudalen hon.",
        statement="Hygyrchedd y wefan hon",
        catalog="Catalog ar gyfer apiau darllen (OPDS)",
    ),
    "de": AboutWords(
        original="Dieser Beitrag ist zuerst auf {} erschienen",
        unassessed="Niemand hat die Barrierefreiheit dieser Seite beurteilt.",
        statement="Barrierefreiheit dieser Website",
        catalog="Katalog für Lese-Apps (OPDS)",
    ),
    "en": _EN,
    "en-US": _EN,
    "es": AboutWords(
        original="Esta entrada se publicó primero en {}",
        unassessed="Nadie ha evaluado la accesibilidad de esta página.",
        statement="Accesibilidad de este sitio",
        catalog="Catálogo para aplicaciones de lectura (OPDS)",
    ),
    "fr": AboutWords(
        original="Cet article a d’abord paru sur {}",
        unassessed="Personne n’a évalué l’accessibilité de cette page.",
        statement="Accessibilité de ce site",
        catalog="Catalogue pour applications de lecture (OPDS)",
    ),
    "it": AboutWords(
        original="Questo articolo è apparso per la prima volta su {}",
        unassessed="Nessuno ha valutato l’accessibilità di questa pagina.",
        statement="Accessibilità di questo sito",
        catalog="Catalogo per app di lettura (OPDS)",
    ),
    "ja": AboutWords(
        original="この記事が最初に公開された場所：{}",
        unassessed="このページのアクセシビリティは、まだ誰も評価していません。",
        statement="このサイトのアクセシビリティ",
        catalog="読書アプリ用カタログ（OPDS）",
    ),
    "nl": AboutWords(
        original="Dit bericht verscheen eerst op {}",
        unassessed="Niemand heeft de toegankelijkheid van deze pagina beoordeeld.",
        statement="Toegankelijkheid van deze website",
        catalog="Catalogus voor lees-apps (OPDS)",
    ),
    "pt": AboutWords(
        original="Este artigo foi publicado primeiro em {}",
        unassessed="Ninguém avaliou a acessibilidade desta página.",
        statement="Acessibilidade deste site",
        catalog="Catálogo para aplicações de leitura (OPDS)",
    ),
}


def about(ours: Words) -> AboutWords:
    """The words for links of a language."""
    return _LANGUAGES[ours.language]
