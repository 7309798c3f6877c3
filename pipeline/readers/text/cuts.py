"""Where the posts of a plain text page begin: by dates, or by the form of titles."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline import dates
from pipeline.readers.shared.chars import one_line
from pipeline.readers.text.plain_text import is_bullet, is_prose

LONGEST_TITLE = 200  # characters
_LONGEST_WORDS = 25
_LONGEST_BYLINE = 160  # characters; the names of a team of eight take 120
_SHORT = 3  # words: WordPress does not change titles of up to this length

BY = re.compile(r"(?:by|gan|par|von|por|di|door|written by|posted by)\b:?\s+", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")
_PARTICLES = {"de", "da", "di", "van", "von", "der", "den", "la", "le", "ap", "al", "bin", "y"}
_WIDONT = re.compile(r"\S.*[^\s]\u00a0[^\s]+")
_ENDINGS = tuple(".…:;,")
_GAP = 2  # empty lines between a title and its date
_FEWEST_APART = 2


@dataclass(frozen=True, slots=True)
class Cut:
    """One post in a page, by line indexes: its start, its title, and the start of its text."""

    start: int
    title: int
    body: int
    words: str
    date: datetime | None = None
    authors: tuple[str, ...] = ()
    guessed: bool = False


def dated(lines: Sequence[str]) -> tuple[Cut, ...]:
    """Posts whose titles are beside a line with a date: above or below, like most on the page."""
    days = [(n, day) for n, line in enumerate(lines) if (day := dates.line(line))]
    above = with_apart(
        lines,
        [cut for n, day in days for cut in _title_above(lines, n, day)],
        [cut for n, day in days for cut in _apart_above(lines, n, day)],
    )
    below = with_apart(
        lines,
        [cut for n, day in days for cut in _title_below(lines, n, day)],
        [cut for n, day in days for cut in _apart_below(lines, n, day)],
    )
    return max(above, below, key=len)


def with_apart(lines: Sequence[str], sure: Sequence[Cut], apart: Sequence[Cut]) -> tuple[Cut, ...]:
    """The posts of a page with those whose title stands apart from its date or byline.

    A sub-heading may stand above a date, too: so one alone is no post, and where others are not
    apart, or the page does not begin with one, they are guesses.
    """
    if not sure and len(apart) < _FEWEST_APART:
        return ()
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    guessed = bool(sure) or apart[0].start != first
    known = {cut.title for cut in sure}
    more = [replace(cut, guessed=guessed) for cut in apart if cut.title not in known]
    return tuple(sorted([*sure, *more], key=lambda cut: cut.start))


def near(lines: Sequence[str], n: int, step: int) -> int:
    """The nearest line with words above (-1) or below (1) a line; itself if that is too far."""
    for at in range(n + step, n + step * (_GAP + 2), step):
        if not is_blank(lines, at):
            return at
    return n


def is_title_apart(lines: Sequence[str], n: int) -> bool:
    """Whether a line between empty lines looks like a title, and not like a paragraph."""
    alone = is_blank(lines, n - 1) and is_blank(lines, n + 1) and is_title(lines, n)
    short = alone and len(lines[n].split()) <= _LONGEST_WORDS
    return short and not is_prose(lines[n]) and not lines[n].strip().endswith(_ENDINGS)


def _title_above(lines: Sequence[str], n: int, day: datetime) -> Iterator[Cut]:
    if is_blank(lines, n - 2) and is_title(lines, n - 1):
        body, authors = _signed_below(lines, n)
        yield Cut(n - 1, n - 1, body, one_line(lines[n - 1]), day, authors)


def _apart_above(lines: Sequence[str], n: int, day: datetime) -> Iterator[Cut]:
    title = near(lines, n, -1)
    if title < n - 1 and is_title_apart(lines, title):
        body, authors = _signed_below(lines, n)
        yield Cut(title, title, body, one_line(lines[title]), day, authors)


def _apart_below(lines: Sequence[str], n: int, day: datetime) -> Iterator[Cut]:
    title = near(lines, n, 1)
    if title > n + 1 and is_blank(lines, n - 1) and is_title_apart(lines, title):
        body, authors = _signed_below(lines, title)
        yield Cut(n, title, body, one_line(lines[title]), day, authors)


def _signed_below(lines: Sequence[str], n: int) -> tuple[int, tuple[str, ...]]:
    """Where the text below a line begins, and who wrote it; apart, only "by" shows a byline."""
    at = near(lines, n, 1)
    authors = byline(lines, at) if at == n + 1 or BY.match(lines[at]) else ()
    return (at + 1 if authors else n + 1), authors


def _title_below(lines: Sequence[str], n: int, day: datetime) -> Iterator[Cut]:
    if is_blank(lines, n - 1) and is_title(lines, n + 1):
        authors = () if is_blank(lines, n + 3) else byline(lines, n + 2)
        body = n + 3 if authors else n + 2
        yield Cut(n, n + 1, body, one_line(lines[n + 1]), day, authors)


def is_blank(lines: Sequence[str], n: int) -> bool:
    """Whether a line has no words, or is outside the page."""
    return not 0 <= n < len(lines) or not lines[n].strip()


def is_title(lines: Sequence[str], n: int) -> bool:
    """Whether a line may be a title: short, no entry of a list, no date."""
    if is_blank(lines, n) or is_bullet(lines[n]) or dates.line(lines[n]):
        return False
    return len(lines[n]) <= LONGEST_TITLE


def byline(lines: Sequence[str], n: int) -> tuple[str, ...]:
    """The people that a line names, or () if it names none."""
    if is_blank(lines, n) or len(lines[n]) > _LONGEST_BYLINE:
        return ()
    names = tuple(_AND.split(BY.sub("", one_line(lines[n]), count=1)))
    return names if all(map(_is_name, names)) else ()


def _is_name(text: str) -> bool:
    words = text.split()
    proper = all(not word[0].islower() or word in _PARTICLES for word in words)
    plain = not re.search(r"[\d!?;:…。]|[^A-Z]\.", text)
    return 0 < len(words) <= 5 and proper and plain


def widont(lines: Sequence[str]) -> tuple[Cut, ...]:
    """Posts whose titles have a no-break space before the last word; () if there is only one.

    Short titles have none, so lines in between that look like a title and begin a new subject
    are used too.
    """
    sure = [_cut(lines, n) for n, line in enumerate(lines) if _is_widont(lines, n, line)]
    if len(sure) < 2:
        return ()
    ends = [cut.start for cut in sure[1:]] + [len(lines)]
    found: list[Cut] = []
    for cut, end in zip(sure, ends, strict=True):
        found += [cut, *_short_titles(lines, cut, end)]
    return tuple(found)


def _cut(lines: Sequence[str], n: int, *, guessed: bool = False) -> Cut:
    return Cut(n, n, n + 1, one_line(lines[n]), guessed=guessed)


def _is_widont(lines: Sequence[str], n: int, line: str) -> bool:
    alone = is_blank(lines, n - 1) and is_blank(lines, n + 1)
    shaped = _WIDONT.fullmatch(line.strip(" ")) is not None and not is_bullet(line)
    return alone and shaped and len(line.split()) <= _LONGEST_WORDS


def _short_titles(lines: Sequence[str], cut: Cut, end: int) -> Iterator[Cut]:
    """Lines of a post that are probably titles of further posts.

    A sub-heading belongs to the text before it; a title begins a new subject: one of its words
    is used again below, and was not used above (lexical cohesion, as in Hearst's TextTiling).
    """
    opened = cut.body
    for n in range(cut.body, end):
        if not _could_be_title(lines, n, opened):
            continue
        before, after = (_words(lines[a:b]) for a, b in ((opened, n), (n + 1, end)))
        if any(word in after and word not in before for word in _words([lines[n]])):
            opened = n + 1
            yield _cut(lines, n, guessed=True)


def _could_be_title(lines: Sequence[str], n: int, opened: int) -> bool:
    line = lines[n].strip()
    shaped = 0 < len(line.split()) <= _SHORT and not line[0].islower()
    if not shaped or line.endswith(_ENDINGS) or is_bullet(line):
        return False
    inside = any(text.strip() for text in lines[opened:n])
    following = next((text for text in lines[n + 1 :] if text.strip()), "")
    return inside and is_blank(lines, n + 1) and is_prose(following)


def _words(lines: Sequence[str]) -> set[str]:
    """Words of four letters and more: shorter ones seldom tell the subject."""
    return set(re.findall(r"[^\W\d_]{4,}", " ".join(lines).casefold()))


def first_line(lines: Sequence[str]) -> Cut:
    """The whole file as one post: its first line is the title, and a date may follow it."""
    n = next(n for n, line in enumerate(lines) if line.strip())
    below = near(lines, n, 1)
    for found, at in (
        (_title_above, below),
        (_title_below, n),
        (_apart_above, below),
        (_apart_below, n),
    ):
        day = dates.line(lines[at])
        cut = next(found(lines, at, day), None) if day else None
        if cut:
            return cut
    return _cut(lines, n)
