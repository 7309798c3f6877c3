"""Titles on a plain text page by what an editor says, by bylines, and by their repeated shape."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from pipeline import dates
from pipeline.readers.shared.chars import one_line
from pipeline.readers.text.cuts import (
    BY,
    Cut,
    byline,
    is_blank,
    is_title,
    is_title_apart,
    near,
    with_apart,
)
from pipeline.readers.text.plain_text import is_prose

_UNDERLINE = re.compile(r"(=|-|~|\*|_)\1{2,}\s*")
_PARTS = re.compile(r"\s*[|·•–—]\s*|\s+/\s+|\s+(?=on\s+\d|on\s+[A-Z]|by\s)", re.IGNORECASE)
_COMMENTS = re.compile(r"(?:\d+|no|leave a) (?:comments?|replies|reply|responses?)", re.IGNORECASE)
_FILED = re.compile(r"(?:posted|filed|published) (?:in|under):? .{1,80}", re.IGNORECASE)
_POSTED = re.compile(r"(?:posted|published|written)?\s*(?:on\s+)?", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+\S")
_LONGEST = 160  # characters of a line about a post
_MOST_WORDS = 14  # of a title that is known by its shape alone
_FEWEST = 3  # titles of one shape; two may be a title and a heading


def named(lines: Sequence[str], titles: Sequence[str]) -> tuple[Cut, ...]:
    """Posts whose titles an editor names; a list of contents at the top has none."""
    wanted = {title.casefold() for title in titles}
    shown = [one_line(line).casefold() for line in lines]
    places: dict[str, list[int]] = {}
    for n, words in enumerate(shown):
        if words in wanted:
            places.setdefault(words, []).append(n)
    at = sorted(_place(found, shown, wanted) for found in places.values())
    # Where some have no date above them, the others' may be the end of the post before.
    dates_above = all(dates.line(lines[near(lines, n, -1)]) for n in at)
    return tuple(_cut(lines, n, apart=dates_above) for n in at)


def _place(found: list[int], shown: list[str], wanted: set[str]) -> int:
    """The first line with a title that has text below it, and not the next title."""
    for n in found:
        below = next((words for words in shown[n + 1 :] if words), "")
        if below and below not in wanted:
            return n
    return found[0]


def _cut(lines: Sequence[str], n: int, *, guessed: bool = False, apart: bool = False) -> Cut:
    """A post with its title on a line, and what the lines near it say about it.

    `apart` says that there may be empty lines between it and a date above it.
    """
    above = near(lines, n, -1) if apart else max(n - 1, 0)
    day = dates.line(lines[above]) if above < n else None
    start = above if day else n
    body = n + 1
    authors: tuple[str, ...] = ()
    while (at := near(lines, body - 1, 1)) >= body and (said := _about(lines[at])):
        authors, day = authors or said[0], day or said[1]
        body = at + 1
    return Cut(start, n, body, one_line(lines[n]), day, authors, guessed)


def signed(lines: Sequence[str]) -> tuple[Cut, ...]:
    """Posts whose titles have a line about the post below them: "Posted by Ann | 3 comments"."""
    about = [n for n in range(1, len(lines)) if _about(lines[n])]
    titles = [near(lines, n, -1) for n in about]
    pairs = [(n, title) for n, title in zip(about, titles, strict=True) if title < n]
    untold = [(n, title) for n, title in pairs if not _about(lines[title])]
    return with_apart(
        lines,
        [
            _cut(lines, title)
            for n, title in untold
            if title == n - 1 and is_title(lines, title) and is_blank(lines, title - 1)
        ],
        [_cut(lines, t) for n, t in untold if t < n - 1 and is_title_apart(lines, t)],
    )


def _about(line: str) -> tuple[tuple[str, ...], datetime | None] | None:
    """The authors and the day that a line names, where it says nothing else; or None."""
    text = one_line(line)
    if not text or len(text) > _LONGEST:
        return None
    authors: tuple[str, ...] = ()
    day: datetime | None = None
    for part in filter(None, _PARTS.split(text)):
        bare = _POSTED.sub("", part, count=1)
        if not bare:
            continue
        found = dates.line(part) or dates.line(bare)
        people = byline([part], 0) if BY.match(part) else ()
        if not (found or people or _COMMENTS.fullmatch(part) or _FILED.fullmatch(part)):
            return None
        authors, day = authors or people, day or found
    return (authors, day) if authors or day else None


def underlined(lines: Sequence[str]) -> tuple[Cut, ...]:
    """Posts whose titles have a row of signs below them; () if there is only one."""
    found = [
        n - 1
        for n in range(1, len(lines))
        if _UNDERLINE.fullmatch(lines[n]) and is_title(lines, n - 1) and is_blank(lines, n - 2)
    ]
    cuts = (_cut([*lines[: n + 1], *lines[n + 2 :]], n) for n in found)
    made = tuple(
        Cut(cut.start, cut.title, cut.body + 1, cut.words, cut.date, cut.authors) for cut in cuts
    )
    return made if len(made) > 1 else ()


def repeated(lines: Sequence[str]) -> tuple[Cut, ...]:
    """Posts whose titles have the shape of the first line: capitals, or numbers in order.

    A page says nowhere that these are titles, so each is a guess.
    """
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    for places in (list(_capitals(lines)), list(_numbered(lines))):
        if len(places) >= _FEWEST and places[0] == first:
            return tuple(_cut(lines, n, guessed=True) for n in places)
    return ()


def _alone(lines: Sequence[str], n: int) -> bool:
    """Whether a short line stands between empty ones, above running text."""
    apart = is_blank(lines, n - 1) and is_blank(lines, n + 1) and not is_blank(lines, n)
    short = len(lines[n].split()) <= _MOST_WORDS
    return apart and short and is_prose(next((t for t in lines[n + 1 :] if t.strip()), ""))


def _capitals(lines: Sequence[str]) -> Iterator[int]:
    for n, line in enumerate(lines):
        if line.isupper() and len(re.findall(r"[^\W\d_]", line)) > 3 and _alone(lines, n):
            yield n


def _numbered(lines: Sequence[str]) -> Iterator[int]:
    """Lines that begin with 1, 2, 3 and so on."""
    number = 1
    for n, line in enumerate(lines):
        found = _NUMBER.match(line.strip())
        if found and int(found[1]) == number and _alone(lines, n):
            number += 1
            yield n
