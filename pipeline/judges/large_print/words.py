"""Rules of large print about its words: those of the post, in its order, none of them split.

The words of the post are those of its page in large letters, which is made from the same text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import unicodedata2 as unicodedata
from lxml import html

from pipeline.judges.large_print.printed import SHAPELESS, Print, Problem

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_TOKENS = re.compile(
    rf"\b\d{{1,2}}\s(?:{_MONTH})\b(?:\s\d{{4}}\b)?"
    rf"|\b(?:{_MONTH})\s\d{{1,2}},\s\d{{4}}\b"
    r"|[£€$]\d[\d.,]*\s(?:thousand|million|billion)\b"
    r"|\b\d{3,5}\s\d{3,4}\s\d{3,4}\b"
    r"|\b\d{1,2}[.:]?\d{0,2}\s(?:am|pm|a\.m\.|p\.m\.)(?!\w)"
    r"|\b(?:Dr|Mr|Mrs|Ms|Prof)\.?\s[A-Z]\w+"
    r"|\b\d+\spt\b"
)
_LAST, _FIRST = re.compile(r"\w+(?=\W+$)"), re.compile(r"^\W*\w*")
_HYPHENS = "-\u2010\u00ad"
_ALIKE = str.maketrans(dict.fromkeys(_HYPHENS, "-"))
_FAR = 400  # letters between parts of a sentence: marks of links, signs put into words
_UNIT = re.compile(r"s[1-9]\d*")
_SHAPED = frozenset({"R", "AL", "NSM"})
_INDIC = frozenset(map(chr, range(0x0900, 0x1000)))
"""In scripts from right to left, and those of India and South-East Asia, a PDF holds shapes, in the
order in which they are drawn: their words are not compared."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a block of code: its parts between links and signs, and where it stands."""

    name: str
    parts: tuple[str, ...]
    is_header: bool
    is_note: bool


def problems(printed: Print, page: bytes) -> Iterator[Problem]:
    """What is wrong with the words of a PDF, held against the page in large letters.

    Words of scripts whose letters a PDF holds in another order than they are read in are not
    compared.
    """
    units = tuple(_units(page, frozenset("".join(line.text for line in printed.lines))))
    yield from _split(
        printed, _hyphens("".join(map(str, html.fromstring(page.decode()).itertext())))
    )
    text = "".join(line.text for line in printed.lines)
    letters = _letters(text)
    wanted = "".join(part for unit in units for part in unit.parts)
    if not any(unicodedata.bidirectional(c) in _SHAPED or c in _INDIC for c in wanted):
        yield from _in_order(units, letters)


def _letters(text: str) -> str:
    """The letters and figures of a text, in their plain forms."""
    plain = unicodedata.normalize("NFKC", text.translate(SHAPELESS))
    return "".join(filter(str.isalnum, plain))


# --- the post ---------------------------------------------------------------------------


def _units(page: bytes, known: frozenset[str]) -> Iterator[Unit]:
    """The sentences of a page; a letter that the PDF has nowhere parts them, as its name does."""
    root = html.fromstring(page.decode())
    for element in root.iter("span", "pre", "code"):
        if _UNIT.fullmatch(element.get("id", "")) and isinstance(element, html.HtmlElement):
            around = {str(outer.tag) for outer in element.iterancestors()}
            notes = any(o.get("role") == "doc-endnotes" for o in element.iterancestors())
            shown = (
                "".join(c if c in known or not c.isalnum() else "\0" for c in part).split("\0")
                for part in _parts(element)
            )
            parts = tuple(filter(None, (_letters(bit) for part in shown for bit in part)))
            yield Unit(element.get("id", ""), parts, "th" in around, notes)


def _parts(element: html.HtmlElement) -> Iterator[str]:
    """The text of an element, parted where print puts a mark, a name or a description."""
    text = element.text or ""
    for child in element:
        if not isinstance(child.tag, str) or _said_otherwise(child):
            yield text
            text = ""
        elif isinstance(child, html.HtmlElement):
            inner = [*_parts(child)]
            text += inner[0]
            if len(inner) > 1 or child.tag == "a":
                yield text
                yield from inner[1:]
                text = ""
        text += child.tail or ""
    yield from re.split(r"[^\w\s\u0000-\u2bff\u3000-\uffef]+", text)


def _said_otherwise(element: html.HtmlElement) -> bool:
    """Whether print has other words for an element, or none."""
    roles = ("doc-noteref", "doc-backlink")
    return (
        element.tag in ("img", "br")
        or element.get("role") in roles
        or element.get("class") == "no-picture"
    )


def _in_order(units: tuple[Unit, ...], letters: str) -> Iterator[Problem]:
    """Each sentence stands after the one before it; notes and the headers of tables anywhere."""
    place = 0
    for unit in units:
        free = unit.is_header or unit.is_note
        found = _found(unit, letters, 0 if free else place)
        if found < 0:
            words = " ".join(unit.parts)[:60]
            yield "LP-32", 0, f"{unit.name} is missing, or out of its order: “{words}”"
        elif not free:
            place = found


def _found(unit: Unit, letters: str, place: int) -> int:
    """Where a sentence ends in the letters of a PDF, or -1."""
    if not unit.parts:
        return place
    start = letters.find(unit.parts[0], place)
    while start >= 0:
        end = start + len(unit.parts[0])
        for part in unit.parts[1:]:
            at = letters.find(part, end, end + _FAR + len(part))
            if at < 0:
                break
            end = at + len(part)
        else:
            return end
        start = letters.find(unit.parts[0], start + 1)
    return -1


# --- lines ------------------------------------------------------------------------------


def _hyphens(text: str) -> str:
    """The text in its plain forms, with one sign for each hyphen and no space after it."""
    return re.sub(r"-\s+", "-", unicodedata.normalize("NFKC", text).translate(_ALIKE))


def _split(printed: Print, source: str) -> Iterator[Problem]:
    """Hyphens that print added to those of the whole page, and pieces of information on two lines.

    The page has the title and the facts about the post, too, which are no sentences of it.
    """
    for line, after in pairwise(printed.lines):
        if line.block is None or line.block != after.block or line.inside("L", "Code"):
            continue
        text, rest = line.text.rstrip(), after.text.lstrip()
        if text.endswith(tuple(_HYPHENS)) and text[-2:-1].isalnum():
            whole = f"{_LAST.findall(text)[-1]}-{_FIRST.findall(rest)[0]}"
            if _hyphens(whole) not in source:
                yield "LP-12", line.page, f"a word is split: “{text[-20:]}”"
        joined = f"{text} {rest}"
        for token in _TOKENS.finditer(joined):
            if token.start() < len(text) < token.end() - 1:
                yield "LP-13", line.page, f"“{token[0]}” is on two lines"
