"""The keys of publication.toml, each with its type and conversion: the only list of them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from pipeline.settings import categories


@dataclass(frozen=True, slots=True)
class Key:
    """One key: the type of its TOML value, and the conversion to the field in `Settings`.

    `convert` raises `ValueError`, which says what a right value looks like.
    """

    kind: type
    convert: Callable[[Any], Any] = lambda value: value


def _title(value: str) -> str:
    if len(value) > 1000:
        raise ValueError("a title has at most 1,000 characters")
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise ValueError('a language looks like "en-GB", "cy" or "fr"')
    return value


def _email(value: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
        raise ValueError('an e-mail address looks like "name@example.org"')
    return value


def _telephone(value: str) -> str:
    if not re.fullmatch(r"\+?[\d ()./-]{3,40}", value) or sum(map(str.isdigit, value)) < 3:
        raise ValueError('a telephone number looks like "+44 20 7946 0000"')
    return value.strip()


def _address(value: str) -> str:
    lines = [" ".join(line.split()) for line in value.splitlines() if line.strip()]
    if not lines or len(value) > 500:
        raise ValueError("a postal address has a few lines, as on an envelope")
    return "\n".join(lines)


def _base_url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+[^\s?#]*", value) or re.search(r"\.html?/?$", value):
        raise ValueError('the address of a folder looks like "https://example.org/blog/"')
    return value if value.endswith("/") else value + "/"


def _report(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", value):
        raise ValueError('the address of a report looks like "https://example.org/report.html"')
    return value


def _level(value: str) -> str:
    if not re.fullmatch(r"WCAG 2\.[0-2] A{1,3}", value):
        raise ValueError('what a blog meets looks like "WCAG 2.2 AA"')
    return value


def _evaluator(value: str) -> str:
    if not value.strip():
        raise ValueError("an evaluator has a name")
    return value.strip()


def _braille_table(value: str) -> str:
    if not re.fullmatch(r"\w[\w-]*\.(?:ctb|utb|tbl)", value, re.ASCII):
        raise ValueError('a braille table of liblouis looks like "en-ueb-g1.ctb"')
    return value


def _braille_width(value: int) -> int:
    if not 20 <= value <= 60:
        raise ValueError("a page of braille has from 20 to 60 cells in a line")
    return value


def _braille_height(value: int) -> int:
    if not 10 <= value <= 50:
        raise ValueError("a page of braille has from 10 to 50 lines")
    return value


def _proofreader(value: str) -> str:
    if not value.strip():
        raise ValueError("who has proofread the braille has a name")
    return value.strip()


def _original(value: str) -> str:
    part = r"(?:[^\s{}]|\{(?:slug|year|month|day)\})*"
    if not re.fullmatch(rf"https?://[^\s/{{}}]+/{part}\{{slug\}}{part}", value):
        raise ValueError(
            'the rule for the addresses of posts looks like "https://example.org/{year}/{slug}/"'
        )
    return value


def _schedule(value: str) -> str:
    if value not in {"daily", "weekly", "fortnightly", "monthly"}:
        raise ValueError('a schedule is "daily", "weekly", "fortnightly" or "monthly"')
    return value


def _guid(value: str) -> str:
    return str(UUID(value))


def _pace(value: int) -> int:
    if not 80 <= value <= 400:
        raise ValueError("the pace is from 80 to 400 words a minute")
    return value


def _requests(value: int) -> int:
    if not 1 <= value <= 6000:
        raise ValueError("a server can be asked from 1 to 6000 times a minute")
    return value


def _names(value: dict[str, object]) -> tuple[tuple[str, str], ...]:
    if not all(isinstance(name, str) for name in value.values()):
        raise ValueError('names of voices look like {fr = "fr_FR-siwis-medium"}')
    return tuple(sorted((_language(tag), str(name)) for tag, name in value.items()))


def _command(value: list[object]) -> tuple[str, ...]:
    if not value or not all(isinstance(word, str) for word in value):
        raise ValueError('a command is a list of words, as in ["my-voice", "--out", "{wav}"]')
    return tuple(map(str, value))


def _price(value: str) -> Decimal:
    if not re.fullmatch(r"\d+(\.\d+)?", value):
        raise ValueError('a price looks like "15.00"')
    return Decimal(value)


def _detail(value: str) -> str:
    if value not in {"full", "brief"}:
        raise ValueError('the detail is "full" or "brief"')
    return value


def _opening(value: str) -> str:
    if value not in {"short", "full"}:
        raise ValueError('the opening is "short" or "full"')
    return value


def _formats(value: list[object]) -> tuple[str, ...]:
    if not value or not all(isinstance(name, str) for name in value):
        raise ValueError('formats is a list of names, as in ["mp3", "epub"]')
    return tuple(map(str, value))


def _sizes(value: list[object]) -> tuple[int, ...]:
    sizes = [size for size in value if isinstance(size, int) and 16 <= size <= 36]
    if not 1 <= len(value) <= 4 or len(set(sizes)) < len(value):
        raise ValueError("sizes is a list of up to 4 sizes from 16 to 36 points, as in [18, 24]")
    return tuple(sorted(sizes))


def _paper(value: str) -> str:
    if value not in {"white", "cream", "yellow"}:
        raise ValueError('the colour of the paper is "white", "cream" or "yellow"')
    return value


def _font(value: str) -> str:
    if not value.strip():
        raise ValueError('a typeface has a name, as in "Atkinson Hyperlegible"')
    return value.strip()


KEYS: Mapping[str, Key] = {
    "title": Key(str, _title),
    "description": Key(str),
    "language": Key(str, _language),
    "author": Key(str),
    "email": Key(str, _email),
    "telephone": Key(str, _telephone),
    "address": Key(str, _address),
    "base_url": Key(str, _base_url),
    "category": Key(str, categories.category),
    "licence": Key(str),
    "cover": Key(str),
    "explicit": Key(bool),
    "schedule": Key(str, _schedule),
    "guid": Key(str, _guid),
    "original": Key(str, _original),
    "formats": Key(list, _formats),
    "voice.engine": Key(str),
    "voice.name": Key(str),
    "voice.words_per_minute": Key(int, _pace),
    "voice.names": Key(dict, _names),
    "voice.fallback": Key(str),
    "voice.address": Key(str),
    "voice.model": Key(str),
    "voice.command": Key(list, _command),
    "voice.requests_per_minute": Key(int, _requests),
    "voice.price": Key(str, _price),
    "voice.downloads": Key(str, _base_url),
    "spoken.detail": Key(str, _detail),
    "spoken.opening": Key(str, _opening),
    "jingle.opening": Key(str),
    "jingle.closing": Key(str),
    "reading.pages": Key(bool),
    "reading.dollar_formulas": Key(bool),
    "easy_read.publish_drafts": Key(bool),
    "easy_read.in_feed": Key(bool),
    "large_print.sizes": Key(list, _sizes),
    "large_print.paper": Key(str, _paper),
    "large_print.font": Key(str, _font),
    "braille.table": Key(str, _braille_table),
    "braille.width": Key(int, _braille_width),
    "braille.height": Key(int, _braille_height),
    "braille.proofread_by": Key(str, _proofreader),
    "accessibility.evaluator": Key(str, _evaluator),
    "accessibility.date": Key(date),
    "accessibility.level": Key(str, _level),
    "accessibility.report": Key(str, _report),
}
"""A key is the path of its field in `Settings`."""

RENAMED: Mapping[str, str] = {"formats.editions": "formats"}
"""Old names of keys, and their new names."""

TABLES = (
    *("reading", "voice", "spoken", "jingle", "easy_read", "large_print", "braille"),
    "accessibility",
    "dates",
)
