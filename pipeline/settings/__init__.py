"""publication.toml → frozen settings, once. A key that is not known is an error with its line."""

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from formats.clock import writable
from pipeline.errors import SettingsError
from pipeline.settings import categories
from pipeline.source import Reason, Refusal, folder_of, read

FILE = "publication.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What an editor may set; every field has a default, listed in docs/settings.md."""

    title: str = ""
    description: str = ""
    language: str = "en-GB"
    author: str = ""
    email: str = ""
    base_url: str = "http://localhost:8000/"
    category: tuple[str, ...] = ("Society & Culture",)
    licence: str = ""
    cover: str = ""
    explicit: bool = False
    guid: str = ""
    engine: str = "espeak"
    voice: str = ""
    words_per_minute: int = 160
    voices: tuple[tuple[str, str], ...] = ()
    fallback: str = ""
    address: str = ""
    model: str = ""
    command: tuple[str, ...] = ()
    requests_per_minute: int = 60
    price: Decimal = Decimal(0)
    downloads: str = ""
    detail: str = "full"
    opening: str = ""
    closing: str = ""
    editions: tuple[str, ...] = ()
    dates: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the file: the field it sets, and what makes a value of it."""

    field: str
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


def _base_url(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#]+[^\s?#]*", value) or re.search(r"\.html?/?$", value):
        raise ValueError('the address of a folder looks like "https://example.org/blog/"')
    return value if value.endswith("/") else value + "/"


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


def _editions(value: list[object]) -> tuple[str, ...]:
    if not value or not all(isinstance(name, str) for name in value):
        raise ValueError('editions is a list of names, as in ["mp3", "epub"]')
    return tuple(map(str, value))


KEYS: Mapping[str, Key] = {
    "title": Key("title", str, _title),
    "description": Key("description", str),
    "language": Key("language", str, _language),
    "author": Key("author", str),
    "email": Key("email", str, _email),
    "base_url": Key("base_url", str, _base_url),
    "category": Key("category", str, categories.category),
    "licence": Key("licence", str),
    "cover": Key("cover", str),
    "explicit": Key("explicit", bool),
    "guid": Key("guid", str, _guid),
    "voice.engine": Key("engine", str),
    "voice.name": Key("voice", str),
    "voice.words_per_minute": Key("words_per_minute", int, _pace),
    "voice.names": Key("voices", dict, _names),
    "voice.fallback": Key("fallback", str),
    "voice.address": Key("address", str),
    "voice.model": Key("model", str),
    "voice.command": Key("command", list, _command),
    "voice.requests_per_minute": Key("requests_per_minute", int, _requests),
    "voice.price": Key("price", str, _price),
    "voice.downloads": Key("downloads", str, _base_url),
    "spoken.detail": Key("detail", str, _detail),
    "jingle.opening": Key("opening", str),
    "jingle.closing": Key("closing", str),
    "formats.editions": Key("editions", list, _editions),
}
TABLES = ("voice", "spoken", "jingle", "formats", "dates")


def load(source: Path) -> Settings:
    """Read the settings beside the posts; a folder without them has the defaults.

    Raises `SettingsError`, which names the file, the line and the remedy.
    """
    folder = folder_of(source)
    match read(folder / FILE, folder):
        case bytes(data):
            return parse(data, FILE)
        case Refusal(reason=Reason.ABSENT):
            return Settings()
        case refusal:
            problem = f"this can't be read: {refusal.why}."
            raise SettingsError(problem, where=FILE, remedy=refusal.remedy)


def parse(data: bytes, name: str) -> Settings:
    """Make settings of a file's bytes; `name` is what errors call it."""
    try:
        text = data.decode("utf-8-sig")
        return _settings(tomllib.loads(text), _Place(name, text))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SettingsError(
            "this is not UTF-8 text.", where=f"{name}:{line}", remedy="Save it as UTF-8."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise _toml_error(error, name) from error
    except (RecursionError, ValueError) as error:  # Python reads numbers of 4,300 figures
        raise SettingsError(
            "this is nested too deep, or has a number too long, to be read.",
            where=name,
            remedy='Write each setting as key = "value", one a line.',
        ) from error


def _toml_error(error: tomllib.TOMLDecodeError, name: str) -> SettingsError:
    found = re.search(r"at line (\d+)", str(error))
    line = f":{found[1]}" if found else ""
    return SettingsError(
        "this line can't be understood.",
        where=f"{name}{line}",
        remedy='Write settings as key = "value", one a line, with straight quotation marks.',
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Finds the line that a key stands on, which the TOML reader does not keep."""

    name: str
    text: str

    def of(self, key: str) -> str:
        table, _, leaf = key.rpartition(".")
        inside = ""
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line):
                inside = header[1].strip("\"'")
                if key == inside:
                    return f"{self.name}:{number}"
            elif inside == table and re.match(rf"\s*[\"']?{re.escape(leaf)}[\"']?\s*=", line):
                return f"{self.name}:{number}"
        return self.name


def _settings(tables: dict[str, Any], place: _Place) -> Settings:
    values: dict[str, Any] = {}
    for key, value in _flat(tables).items():
        if key.startswith("dates."):
            continue
        known = _known(key, place)
        values[known.field] = _value(known, key, value, place)
    dates = tables.get("dates", {})
    values["dates"] = MappingProxyType({slug: _date(slug, dates[slug], place) for slug in dates})
    return Settings(**values)


def _flat(tables: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in tables.items():
        if key in TABLES and isinstance(value, dict):
            flat |= {f"{key}.{leaf}": inner for leaf, inner in value.items()}
        else:
            flat[key] = value
    return flat


def _known(key: str, place: _Place) -> Key:
    if key in KEYS:
        return KEYS[key]
    near = difflib.get_close_matches(key, [*KEYS, *TABLES], 1, 0.5)
    hint = f'Did you mean "{near[0]}"?' if near else "docs/settings.md lists the keys."
    raise SettingsError(f'there is no setting "{key}".', where=place.of(key), remedy=hint)


def _value(known: Key, key: str, value: object, place: _Place) -> object:
    if type(value) is not known.kind:
        wanted = {
            str: "text in quotes",
            bool: "true or false",
            int: "a whole number",
            dict: "a table",
        }
        raise SettingsError(
            f'"{key}" must be {wanted.get(known.kind, "a list")}.',
            where=place.of(key),
            remedy=f"It is now: {value!r:.200}.",
        )
    try:
        return known.convert(value)
    except ValueError as error:
        raise SettingsError(
            f'"{key}" is {value!r:.200}, which can\'t be used.',
            where=place.of(key),
            remedy=f"{str(error)[:1].upper()}{str(error)[1:]}.",
        ) from error


def _date(slug: str, value: object, place: _Place) -> datetime:
    moment = _moment(value)
    if moment is None:
        raise SettingsError(
            f'the date of "{slug}" is not a date.',
            where=place.of(f"dates.{slug}"),
            remedy=f"Write it without quotes: {slug} = 2026-05-31.",
        )
    return moment


def _moment(value: object) -> datetime | None:
    match value:
        case datetime():
            return writable(value if value.tzinfo else value.replace(tzinfo=UTC))
        case date():
            return writable(datetime(value.year, value.month, value.day, tzinfo=UTC))
        case _:
            return None
