"""The words of a talking book about what a listener can skip, and of the link to that of a blog."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.words.words import Words


@dataclass(frozen=True, slots=True)
class TalkingBookWords:
    """Words of a talking book."""

    note: str  # from here to `listing`: what can be skipped or left
    table: str
    listing: str
    every: str  # from here: links to every post in one book; {}: the kind of file


_EN = TalkingBookWords(
    note="Note",
    table="Table",
    listing="List",
    every="Every post in one talking book, for DAISY players ({})",
)

_LANGUAGES: Mapping[str, TalkingBookWords] = {
    "cy": TalkingBookWords(
        note="Nodyn",
        table="Tabl",
        listing="Rhestr",
        every="Pob postiad mewn un llyfr llafar, ar gyfer chwaraewyr DAISY ({})",
    ),
    "de": TalkingBookWords(
        note="Anmerkung",
        table="Tabelle",
        listing="Liste",
        every="Alle Beiträge in einem Hörbuch für DAISY-Player ({})",
    ),
    "en": _EN,
    "es": TalkingBookWords(
        note="Nota",
        table="Tabla",
        listing="Lista",
        every="Todos los artículos en un libro hablado, para reproductores DAISY ({})",
    ),
    "fr": TalkingBookWords(
        note="Note",
        table="Tableau",
        listing="Liste",
        every="Tous les articles dans un livre audio, pour lecteurs DAISY ({})",
    ),
    "it": TalkingBookWords(
        note="Nota",
        table="Tabella",
        listing="Elenco",
        every="Tutti gli articoli in un libro parlato, per lettori DAISY ({})",
    ),
    "ja": TalkingBookWords(
        note="注",
        table="表",
        listing="リスト",
        every="すべての記事を一冊にまとめた録音図書、DAISYプレーヤー用（{}）",
    ),
    "nl": TalkingBookWords(
        note="Noot",
        table="Tabel",
        listing="Lijst",
        every="Alle berichten in één gesproken boek, voor DAISY-spelers ({})",
    ),
    "pt": TalkingBookWords(
        note="Nota",
        table="Tabela",
        listing="Lista",
        every="Todos os artigos num livro falado, para leitores DAISY ({})",
    ),
}


def talking_book(ours: Words) -> TalkingBookWords:
    """The words beside Allways' other words, in their language: English, where there are none."""
    return _LANGUAGES.get(ours.language.split("-")[0], _EN)
