"""What would read badly, seen in the finished blocks of a post: one finding of a kind each.

Each says how often, and quotes the first. Only what is certain is told: a blog gets so much advice
that nobody reads it if half of it is wrong.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from formats import walk
from formats.model import Block, Break, Foreign, Inline, Link, Sentence, Styled, Table, Text
from pipeline.findings import Finding
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.reading import Draft, note, warning

_SHOWN = 60  # characters quoted

# UTF-8 that was read as Windows-1252. No language writes these pairs: "Ã" and "Â" are followed by
# small or capital letters in Portuguese, French and Vietnamese, not by these signs.
_MOJIBAKE = re.compile("â€|Ã[©¨ª«¢¡¤³²´¶±¹º¼½¾¿§®¯°·»]|Â[£©®°·»«§¿¡½¼¾\u00a0]|ðŸ|ï»¿|\ufffd")

# The file names that cameras give, alone or run into a word.
_CAMERA = re.compile(r"(?:IMG|DSC|DSCN|DSCF|PXL)[_-]?\d{3,}\w*")

# A run of words in capitals with nothing but spaces between them; one is a word, no short form.
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_CAPITALS = re.compile(
    rf"(?<![\w’'-])(?:{_CAPITAL}+(?:[’'-]{_CAPITAL}+)*[!?:,]? ){{5,}}{_CAPITAL}{{2,}}\b"
)
_LONG_WORD = re.compile(rf"{_CAPITAL}{{6,}}")
_LISTED = re.compile(r", ")

_BARE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

# Words that do not say where a link leads, in the languages that Allways has words for.
_VAGUE = frozenset(
    {
        *("here", "click here", "click", "read more", "more", "this link", "link", "this page"),
        *("yma", "cliciwch yma", "darllen mwy", "rhagor"),
        *("hier", "klicken sie hier", "hier klicken", "mehr", "mehr lesen", "weiterlesen"),
        *("ici", "cliquez ici", "lire la suite", "en savoir plus"),
        *("aquí", "haga clic aquí", "haz clic aquí", "leer más", "más"),
        *("qui", "clicca qui", "leggi tutto", "leggi di più"),
        *("klik hier", "lees meer", "lees verder"),
        *("aqui", "clique aqui", "leia mais", "saiba mais", "ler mais"),
        *("こちら", "ここ", "ここをクリック", "続きを読む"),
    }
)
_ENDS = " .,:;!…>»→›[]()"


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a post: its own words, without program text, and its links."""

    words: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of advice: its code, what is said of how many there are, and what to do."""

    code: str
    tell: Callable[[str, str, str, str], Finding]
    one: str
    many: str
    remedy: str


_BROKEN = _Kind(
    "mojibake",
    warning,
    "Characters are broken",
    "Characters are broken in {} places",
    "The text was saved in one encoding and read in another. Copy these words from the original.",
)
_RUN_IN = _Kind(
    "odd-words",
    note,
    "The name of a picture stands among the words",
    "The names of pictures stand among the words in {} places",
    "It is read as it is. If it is wrong, delete it.",
)
_SHOUTED = _Kind(
    "capitals",
    note,
    "A passage is in capitals",
    "{} passages are in capitals",
    "Capitals are hard to read, and a voice may spell them out. Write them as usual, and put what "
    "matters in bold.",
)
_ADDRESS = _Kind(
    "link-bare",
    note,
    "The words of a link are a bare address",
    "The words of {} links are bare addresses",
    "Write in words where it leads: an address says little to a listener.",
)
_NOWHERE = _Kind(
    "link-vague",
    note,
    "The words of a link do not say where it leads",
    "The words of {} links do not say where they lead",
    "Many people go from link to link. Let the words of each say what is there.",
)
_MARKED = {
    ".docx": "In Word, put the cursor into the first row, and choose Table Layout, Repeat Header "
    "Rows: a listener then hears the headers before each cell. If the table has none, leave it.",
    ".odt": "In LibreOffice, put the cursor into the first row, and choose Table, Header Rows "
    "Repeat Across Pages: a listener then hears the headers before each cell. If the table has "
    "none, leave it.",
}
"""How a header is marked in a document."""

_HEADLESS = _Kind(
    "table-headers",
    note,
    "A table has no headers",
    "{} tables have no headers",
    "If its first row or column says what the others are, mark it as a header: a listener hears it "
    "before each cell.",
)


def advice(draft: Draft) -> tuple[Finding, ...]:
    """What an editor should look at in a post, each kind once."""
    found = [_sentence(s.inlines) for s in walk.units(draft.blocks) if isinstance(s, Sentence)]
    words = [draft.meta.title, *(sentence.words for sentence in found)]
    links = [link for sentence in found for link in sentence.links]
    told = (
        _told(_BROKEN, _matching(_MOJIBAKE, words), draft),
        _told(_RUN_IN, _matching(_CAMERA, words), draft),
        _told(_SHOUTED, _in_capitals(words), draft),
        _told(_ADDRESS, [link for link in links if _BARE.fullmatch(link)], draft),
        _told(_NOWHERE, [link for link in links if link.strip(_ENDS).lower() in _VAGUE], draft),
        _told(_headless_in(draft.where), _headless(draft.blocks), draft),
    )
    return tuple(finding for finding in told if finding)


def _headless_in(where: str) -> _Kind:
    """Tables without headers, with the remedy for the program that the file is from."""
    ending = PurePath(where.partition(":")[0]).suffix.lower()
    return replace(_HEADLESS, remedy=_MARKED.get(ending, _HEADLESS.remedy))


def _told(kind: _Kind, found: list[str], draft: Draft) -> Finding | None:
    if not found:
        return None
    what = kind.one if len(found) == 1 else kind.many.format(f"{len(found):,}")
    first = one_line(found[0])
    shown = first if len(first) <= _SHOWN else f"{first[: _SHOWN - 1]}…"
    which = f": “{shown}”" if len(found) == 1 else f", first “{shown}”"
    message = f"{what} in “{draft.meta.title}”{which}."
    return kind.tell(kind.code, draft.where, message, kind.remedy)


def _sentence(run: Iterable[Inline]) -> _Sentence:
    run = tuple(run)
    links = (i for i in walk.inlines(run) if isinstance(i, Link))
    return _Sentence("".join(_own(run)), tuple(one_line(walk.plain(i.children)) for i in links))


def _own(run: Iterable[Inline]) -> Iterator[str]:
    """The words of a run, and a sign for everything that is not words."""
    for inline in run:
        match inline:
            case Text(text):
                yield text
            case Break():
                yield " "
            case Styled() | Link() | Foreign():
                yield from _own(inline.children)
            case _:
                yield "|"


def _matching(pattern: re.Pattern[str], words: Iterable[str]) -> list[str]:
    """The places of a pattern, each with the words around it."""
    found = ((text, place) for text in words for place in pattern.finditer(text))
    return [text[max(0, place.start() - 15) : place.end() + 15] for text, place in found]


def _in_capitals(words: Iterable[str]) -> list[str]:
    found = (place[0] for text in words for place in _CAPITALS.finditer(text))
    return [text for text in found if _LONG_WORD.search(text) and len(_LISTED.findall(text)) < 3]


def _headless(blocks: Iterable[Block]) -> list[str]:
    """The first words of each table that has rows and columns, and no header."""
    return [
        next((walk.text(cell.sentences) for cell in cells if cell.sentences), "")
        for table in walk.blocks(blocks)
        if isinstance(table, Table) and len(table.rows) > 1
        for cells in [[cell for row in table.rows for cell in row.cells]]
        if any(len(row.cells) > 1 for row in table.rows) and not any(c.header for c in cells)
    ]
