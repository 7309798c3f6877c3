"""What a braille edition says of itself to its readers."""

from collections.abc import Mapping
from dataclasses import dataclass

from formats.languages import primary


@dataclass(frozen=True, slots=True)
class BrailleWords:
    """Words that a transcriber adds; `{}` is filled in."""

    contents: str
    page: str  # above the page numbers of the contents
    made: str  # with {code} and {table}
    own_table: str  # in the place of {table}
    unread: str
    proofread: str  # {}: who has read it
    printed: str
    table: str  # before a table that is told row by row
    lacking: str  # {}: how many characters


_EN = BrailleWords(
    contents="Contents",
    page="Braille page",
    made="Braille code: {code}. Translated by {table}.",
    own_table="a small table of Allways, without contractions",
    unread="Machine translated, not proofread by a braille reader.",
    proofread="Machine translated, and proofread by {}.",
    printed="Print page numbers are those of the large print.",
    table="The table is told row by row. Each entry follows the heading of its column.",
    lacking="{} characters that have no signs in this braille code",
)

BRAILLE: Mapping[str, BrailleWords] = {
    "cy": BrailleWords(
        contents="Cynnwys",
        page="Tudalen braille",
        made="Cod braille: {code}. Cyfieithwyd gan {table}.",
        own_table="tabl bach Allways, heb gywasgiadau",
        unread="Cyfieithwyd gan beiriant, heb ei brawfddarllen gan ddarllenydd braille.",
        proofread="Cyfieithwyd gan beiriant, a'i brawfddarllen gan {}.",
        printed="Rhifau tudalennau'r print bras yw rhifau'r tudalennau print.",
        table="Rhoddir y tabl fesul rhes. Mae pob cofnod yn dilyn pennawd ei golofn.",
        lacking="{} nod nad oes arwyddion ar eu cyfer yn y cod braille hwn",
    ),
    "de": BrailleWords(
        contents="Inhalt",
        page="Brailleseite",
        made="Brailleschrift: {code}. Übertragen von {table}.",
        own_table="einer kleinen Tabelle von Allways, ohne Kürzungen",
        unread="Maschinell übertragen, nicht von blinden Lesenden Korrektur gelesen.",
        proofread="Maschinell übertragen, Korrektur gelesen von {}.",
        printed="Die Seitenzahlen des Drucks sind die des Großdrucks.",
        table="Die Tabelle steht Zeile für Zeile. Vor jedem Eintrag steht seine Spalte.",
        lacking="{} Zeichen, die es in dieser Brailleschrift nicht gibt",
    ),
    "en": _EN,
    "es": BrailleWords(
        contents="Contenido",
        page="Página braille",
        made="Código braille: {code}. Traducido por {table}.",
        own_table="una pequeña tabla de Allways, sin contracciones",
        unread="Traducido por una máquina, sin corregir por una persona lectora de braille.",
        proofread="Traducido por una máquina y corregido por {}.",
        printed="Los números de página impresa son los de la letra grande.",
        table="La tabla se da fila por fila. Cada dato sigue al título de su columna.",
        lacking="{} caracteres que no tienen signos en este código braille",
    ),
    "fr": BrailleWords(
        contents="Sommaire",
        page="Page braille",
        made="Code braille : {code}. Transcrit par {table}.",
        own_table="une petite table d'Allways, sans abréviations",
        unread="Transcrit par une machine, non relu par une personne lisant le braille.",
        proofread="Transcrit par une machine et relu par {}.",
        printed="Les numéros de page imprimée sont ceux des gros caractères.",
        table="Le tableau est donné ligne par ligne. Chaque donnée suit le titre de sa colonne.",
        lacking="{} caractères qui n'ont pas de signe dans ce code braille",
    ),
    "it": BrailleWords(
        contents="Indice",
        page="Pagina braille",
        made="Codice braille: {code}. Tradotto da {table}.",
        own_table="una piccola tabella di Allways, senza abbreviazioni",
        unread="Tradotto da una macchina, non corretto da chi legge il braille.",
        proofread="Tradotto da una macchina e corretto da {}.",
        printed="I numeri di pagina della stampa sono quelli dei caratteri grandi.",
        table="La tabella è data riga per riga. Ogni dato segue il titolo della sua colonna.",
        lacking="{} caratteri che non hanno segni in questo codice braille",
    ),
    "ja": BrailleWords(
        contents="目次",
        page="点字ページ",
        made="点字コード: {code}。訳: {table}。",
        own_table="Allways の小さな表、略字なし",
        unread="機械による点訳です。点字を読む人の校正を受けていません。",
        proofread="機械による点訳です。校正: {}。",
        printed="墨字のページ番号は、大きな文字の版のものです。",
        table="表は行ごとに読みます。それぞれの値の前に列の見出しがあります。",
        lacking="この点字コードに記号がない文字: {}",
    ),
    "nl": BrailleWords(
        contents="Inhoud",
        page="Braillepagina",
        made="Braillecode: {code}. Omgezet door {table}.",
        own_table="een kleine tabel van Allways, zonder verkortingen",
        unread="Door een machine omgezet, niet nagelezen door een braillelezer.",
        proofread="Door een machine omgezet en nagelezen door {}.",
        printed="De gedrukte paginanummers zijn die van de grote letters.",
        table="De tabel staat rij voor rij. Voor elk gegeven staat de kop van zijn kolom.",
        lacking="{} tekens die in deze braillecode niet bestaan",
    ),
    "pt": BrailleWords(
        contents="Índice",
        page="Página braille",
        made="Código braille: {code}. Traduzido por {table}.",
        own_table="uma pequena tabela do Allways, sem contrações",
        unread="Traduzido por uma máquina, não revisto por um leitor de braille.",
        proofread="Traduzido por uma máquina e revisto por {}.",
        printed="Os números de página impressa são os das letras grandes.",
        table="A tabela é dada linha a linha. Cada dado segue o título da sua coluna.",
        lacking="{} caracteres que não têm sinais neste código braille",
    ),
}
"""By primary language; English stands for each language that is not here."""


def braille(language: str) -> BrailleWords:
    """The words for a BCP 47 tag."""
    return BRAILLE.get(primary(language), _EN)
