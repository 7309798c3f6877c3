"""The gate: what a rewritten sentence says differently from its source.

Each check reads both texts by itself, so that a fault in a rule does not hide its own traces.
The last one puts both through the tables and compares them word by word and mark by mark:
after it nothing can be added, left out or moved.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from formats.easy_read.figures import DAYS, MONTHS
from formats.easy_read.figures import RULES as FIGURES
from formats.easy_read.negation import negations
from formats.easy_read.plain_words import RULES as PLAIN_WORDS
from formats.easy_read.splits import FINITE
from formats.easy_read.wording import NUMBER_WORDS, contractions, digits, short_forms

_WORD = re.compile(r"[^\W_]+(?:[’'.,][^\W_]+)*")
_BREAK = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])")
_TABLES = (short_forms, contractions, *PLAIN_WORDS, digits, *FIGURES)


def changes(source: str, rewritten: str) -> tuple[str, ...]:
    """What differs, each in a few words for the editor; empty where the meaning is the same."""
    return tuple(told for check in _CHECKS for told in check(source, rewritten))


def conditions(text: str) -> Counter[str]:
    """The words that make something depend on another."""
    return Counter(_CONDITION.findall(text.lower()))


_CONDITION = re.compile(
    r"\b(?:if|unless|whether|only|except|otherwise|provided that|providing|as long as|in case"
    r"|in the event|on condition|depending|assuming|when(?:ever)?|until|once)\b"
)


# --- figures, dates, names, addresses ---------------------------------------------------

_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"\b(?P<d>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<m>{_MONTH})(?:,? (?P<y>\d{{4}}))?\b"
    rf"|\b(?P<m2>{_MONTH}) (?P<d2>\d\d?)(?:st|nd|rd|th)?(?:,? (?P<y2>\d{{4}}))?\b"
)
_WEEKDAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(DAYS)}) (?P<d>\d\d?) (?P<m>{_MONTH}) (?P<y>\d{{4}})\b"
)
_TIME = re.compile(
    r"\b(?P<h>\d\d?)(?:[:.](?P<min>[0-5]\d))?[ \u00a0]?(?P<half>[ap])\.?m\b"
    r"|\b(?P<h2>\d\d?):(?P<min2>\d\d)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)
_SIZE = re.compile(r"(?<=\d) ?(?:(?P<million>million|mn?)|(?P<billion>billion|bn))\b")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\b\w+(?:\.\w+)+(?:/\S*)?|[@#]\w+")


def dates(text: str) -> Counter[str]:
    """Dates as year, month and day; what is not written stays open."""
    found = _DATE.finditer(text)
    return Counter(
        f"{m['y'] or m['y2'] or ''}-{m['m'] or m['m2']}-{int(m['d'] or m['d2'])}" for m in found
    )


def times(text: str) -> Counter[str]:
    """Times as hours and minutes of 24 hours."""
    return Counter(map(_hour, _TIME.finditer(text)))


def _hour(found: re.Match[str]) -> str:
    hour, minute = int(found["h"] or found["h2"]), int(found["min"] or found["min2"] or 0)
    if half := (found["half"] or "").lower():
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}"


def numbers(text: str) -> Counter[str]:
    """Every number, with what it counts of money; dates and times are compared as such."""
    rest = _TIME.sub(" ", _DATE.sub(" ", text))
    rest = _NUMBER_WORD.sub(lambda m: NUMBER_WORDS[m[0].lower()], rest)
    sizes = [m.lastgroup or "" for m in _SIZE.finditer(rest)]
    return Counter([*_NUMBER.findall(rest), *re.findall(r"[£$€%]", rest), *sizes])


# Days and months are compared as dates, and "3 PM" as a time.
CAPITALS = frozenset((*DAYS, *MONTHS, "I", "AM", "PM", "A.M", "P.M"))


def names(text: str) -> Counter[str]:
    """Words with a capital, without those that have it anywhere or only begin a sentence."""
    told = contractions(text)
    found = (m[0] for m in _WORD.finditer(told) if m[0][0].isupper() and not _begins(told, m))
    return Counter(name for name in found if name not in CAPITALS)


def _begins(text: str, word: re.Match[str]) -> bool:
    before = text[max(word.start() - 8, 0) : word.start()]
    return bool(re.search(r"(?:\A|[.!?]\s+)\W*\Z", before))


def addresses(text: str) -> Counter[str]:
    """Addresses of the web and of mail, and names that begin with a sign."""
    found = (m[0].rstrip(".,;:)") for m in _ADDRESS.finditer(text))
    return Counter(a for a in found if re.search(r"[@#/]|\.[a-z]{2,}\Z", a))


def _equal(what: str, read: Callable[[str], Counter[str]]) -> Callable[[str, str], Iterator[str]]:
    """A check that both texts have the same of something."""

    def check(source: str, rewritten: str) -> Iterator[str]:
        before, after = read(source), read(rewritten)
        yield from (f"{what} left out: {told}" for told in sorted(before - after))
        yield from (f"{what} added: {told}" for told in sorted(after - before))

    return check


def _weekdays(source: str, rewritten: str) -> Iterator[str]:
    """A day of the week is the source's, or that of its date."""
    for found in _WEEKDAY.finditer(rewritten):
        month = MONTHS.index(found["m"]) + 1
        try:
            right = DAYS[date(int(found["y"]), month, int(found["d"])).weekday()]
        except ValueError:
            right = ""
        if found["weekday"] != right and found["weekday"] not in source:
            yield f"day of the week wrong: {found[0]}"


# --- what is built around the words -----------------------------------------------------

_DEFINED = re.compile(r"\((?P<short>[A-Z][A-Z0-9&]+)s?\)")


def _short_forms(source: str, rewritten: str) -> Iterator[str]:
    """A short form that the source explains first is explained first."""
    for found in _DEFINED.finditer(source):
        short = re.compile(rf"\b{re.escape(found['short'])}\b")
        first, now = short.search(source), short.search(rewritten)
        explains = first is not None and first.start() == found.start("short")
        explained = now is not None and rewritten[now.start() - 1 : now.start()] == "("
        if explains and not explained:
            yield f"short form not defined: {found['short']}"


def _balanced(source: str, rewritten: str) -> Iterator[str]:
    """Brackets and quotation marks are those of the source, and their contents too."""
    for mark in '()[]{}“”"«»‘':
        if source.count(mark) != rewritten.count(mark):
            yield f"bracket or quotation mark changed: {mark}"
    for quoted in re.findall(r"“[^”]*”|\"[^\"]*\"", source):
        if quoted not in rewritten:
            yield f"quotation changed: {quoted}"


def _sentences(source: str, rewritten: str) -> Iterator[str]:
    """Each new sentence has a finite verb, and the end is that of the source, once."""
    end, now = (re.search(r"[.!?…:;,]*\s*\Z", text) for text in (source, rewritten))
    if end and now and end[0].strip() != now[0].strip() and not _ABBREVIATED.search(source):
        yield "end mark changed"
    for pair in re.findall(r"[.!?;:,]\s*[,;:.!?]", rewritten):
        if pair not in source:
            yield f"marks side by side: {pair}"
    told = _tabled(source)
    parts, old = _BREAK.split(_tabled(rewritten)), _BREAK.split(told)
    for part in parts if len(parts) > len(old) else ():
        if part not in told and not FINITE & set(re.findall(r"[^\W\d_]+", part.lower())):
            yield f"no finite verb: {part}"
        if part[0].islower() and part not in old:
            yield f"no capital: {part}"


# "A large number of forms was sent" and "the majority of the members is" have their verb from
# the word that the plain phrase leaves out.
_ONE = "is|was|has|does|comes|goes|gets|gives|lives|makes|needs|remains|seems|takes|uses|wants"
_DISAGREES = re.compile(
    rf"\bmany (?:[\w’'-]+ )+?(?:{_ONE})\b"
    rf"|\bmost of (?:(?:us|them)|\w+ (?:[\w’'-]+ )*?(?:[\w’'-]*[^\Ws]s|(?:wo)?men"
    rf"|people|children)) (?:{_ONE})\b",
    re.IGNORECASE,
)
# "assist a person in getting" is "help a person to get".
_HELP_IN = re.compile(r"\bhelp (?:[\w’'-]+ ){0,6}in \w+ing\b")


def _agreement(source: str, rewritten: str) -> Iterator[str]:
    """The words around a plain phrase go with it: many are not for "was", nor "help" for "in"."""
    for found in _DISAGREES.finditer(rewritten):
        if found[0] not in source:
            yield f"verb for one thing: {found[0]}"
    for found in _HELP_IN.finditer(rewritten):
        if found[0] not in source:
            yield f"not said: {found[0]}"


_ABBREVIATED = re.compile(r"(?:\b[ap]\.m\.|\betc\.?)\s*\Z", re.IGNORECASE)


# --- word by word -----------------------------------------------------------------------


_TOKEN = re.compile(rf"{_WORD.pattern}|[^\w\s]")


def _tabled(text: str) -> str:
    for rule in _TABLES:
        text = rule(text)
    return text


def _words(source: str, rewritten: str) -> Iterator[str]:
    """The same words and marks in the same order, but for the joint of two sentences."""
    before, after = (_TOKEN.findall(_tabled(text).lower()) for text in (source, rewritten))
    at = 0
    for number, word in enumerate(after):
        joint = _joint(before[at : at + 2]) if word == "." else 0
        if not joint and before[at : at + 1] != [word]:
            yield f"other words from here: {' '.join(after[number : number + 3])}"
            return
        at += joint or 1
    if at < len(before):
        yield f"words left out: {' '.join(before[at : at + 3])}"


def _joint(before: list[str]) -> int:
    """How much of the source the end of a new sentence stands for: ";" or ",", without "and"."""
    match before:
        case [",", "and"]:
            return 2
        case [",", "but"] | [";", _]:
            return 1
        case _:
            return 0


_CHECKS: tuple[Callable[[str, str], Iterator[str]], ...] = (
    _equal("number", numbers),
    _equal("date", dates),
    _equal("time", times),
    _equal("name", names),
    _equal("address", addresses),
    _equal("negation", negations),
    _equal("condition", conditions),
    _weekdays,
    _short_forms,
    _balanced,
    _sentences,
    _agreement,
    _words,
)
