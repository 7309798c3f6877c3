"""Lines of plain text → blocks: paragraphs, sub-headings, lists. No word is lost or moved."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from formats.model import (
    Block,
    Heading,
    Item,
    Listing,
    Paragraph,
    Sentence,
    Sentences,
    Text,
    ThematicBreak,
)
from pipeline import dates
from pipeline.readers.shared.chars import collapse

_BULLET = re.compile(r"\s*[•◦▪‣∙●○–*-]\s+(?=\S)")
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")
_RULE = re.compile(r"[-*_=~·. ]{3,}")

_PROSE_END = re.compile(r"[.!?…:。！？।؟][\"'”’»)\]」』]*\s*$")
_NO_HEADING_END = re.compile(r"(?<![.…])[.,;:!。、]$")
_LONGEST_HEADING = 12  # words
_LONGEST_CHARACTERS = 80  # of a heading; scripts without spaces have no words to count
_SHORTEST_PROSE = 50  # characters; about eight English words


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with words; `parted` if a blank line before it has a no-break space."""

    text: str
    parted: bool


def blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    """The blocks of one post: each line is a paragraph, unless its form shows otherwise."""
    made: list[Block] = []
    kept = _kept(lines)
    n = 0
    while n < len(kept):
        count, block = _list_at(kept, n) or (1, _single(kept, n))
        made.append(block)
        n += count
    return tuple(made)


def _kept(lines: Sequence[str]) -> list[_Line]:
    kept: list[_Line] = []
    parted = False
    for line in lines:
        if line.strip():
            kept.append(_Line(line, parted))
        parted = not line.strip() and (parted or "\u00a0" in line)
    return kept


def _single(kept: Sequence[_Line], n: int) -> Block:
    text = kept[n].text.strip()
    if _RULE.fullmatch(text):
        return ThematicBreak()
    if (
        n + 1 < len(kept)
        and is_heading(text, kept[n + 1].text, first=n == 0)
        and not kept[n + 1].parted
    ):
        return Heading(2, _sentences(text))
    return Paragraph(_sentences(text))


def _sentences(text: str) -> Sentences:
    return (Sentence("", (Text(collapse(text.strip())),)),)


def is_bullet(line: str) -> bool:
    """Whether a line is an entry of a list; "* * *" is a rule."""
    return bool(_BULLET.match(line)) and not _RULE.fullmatch(line.strip())


def is_prose(line: str) -> bool:
    """Whether a line is running text: longer than a heading, and it ends as sentences do."""
    text = line.strip()
    return len(text) >= _SHORTEST_PROSE and bool(_PROSE_END.search(text))


def is_heading(text: str, following: str, *, first: bool) -> bool:
    """Whether a line is a heading: short, without a full stop, with longer text below it.

    A post's first line is never a heading, unless it is numbered.
    """
    following = following.strip()
    numbered = bool(_NUMBER.match(text))
    if dates.line(text) or _NO_HEADING_END.search(text) or (first and not numbered):
        return False
    short = len(text) <= _LONGEST_CHARACTERS and len(text.split()) <= _LONGEST_HEADING
    leads = is_prose(following) or is_bullet(following)
    return short and leads and not text[0].islower() and len(text) < max(len(following), 60)


def _list_at(kept: Sequence[_Line], n: int) -> tuple[int, Listing] | None:
    """The number of lines of the list that begins at a line, and the list."""
    bullets = 0
    while n + bullets < len(kept) and is_bullet(kept[n + bullets].text):
        bullets += 1
    if bullets:
        return bullets, _listing(kept[n : n + bullets], _BULLET, 0)
    first = _number(kept[n].text)
    count = 0
    while n + count < len(kept) and _number(kept[n + count].text) == first + count:
        count += 1
    if first >= 0 and count > 1:
        return count, _listing(kept[n : n + count], _NUMBER, first)
    return None


def _number(line: str) -> int:
    found = _NUMBER.match(line)
    return int(found[1]) if found else -(10**6)


def _listing(lines: Iterable[_Line], mark: re.Pattern[str], start: int) -> Listing:
    items = (Item((Paragraph(_sentences(mark.sub("", line.text, count=1))),)) for line in lines)
    return Listing(mark is _NUMBER, start or 1, tuple(items))


# A camera's or screen's file name; letters followed by digits; a capital inside a word.
_WRECKS = re.compile(
    r"\b(?:IMG|DSC|DSCN|DSCF|PXL|Screenshot|Screen Shot|image|photo)[_-]?\d{2,}\w*"
    r"|\b[a-z]{2,}\d{4,}\b"
    r"|\b[a-z]{2,}\d+[a-z]{2,}\b"
    r"|\b[a-z]+[A-Z][a-z]{4,}\b"
    r"|\b[A-Z][a-z]{4,}A\b"
)
_MOST = 10  # words quoted from one post


def wreckage(lines: Iterable[str]) -> list[str]:
    """Words that look as if something was copied into them, each once, at most ten."""
    found = (word for line in lines for word in _WRECKS.findall(line))
    return list(dict.fromkeys(found))[:_MOST]
