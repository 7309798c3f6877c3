"""publication.toml → frozen settings. An unknown key is an error with its line."""

import difflib
import re
import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from formats.clock import writable
from pipeline.errors import SettingsError
from pipeline.settings.keys import KEYS, RENAMED, TABLES, Key
from pipeline.settings.nesting import nested_too_deep
from pipeline.settings.values import AccessibilitySettings, Settings
from pipeline.source import Reason, Refusal, folder_of, read

FILE = "publication.toml"

# A date without the quotes that TOML wants around all but 2026-05-31.
_BARE_DATE = re.compile(r"\s*([\w-]+)\s*=\s*(\d{1,4}[/. ][\w/., ]{3,30}\d)\s*")


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
    """The settings in a file's bytes; `name` is the file's name in errors."""
    try:
        text = data.decode("utf-8-sig")
        return _settings(_table(text), _Lines(name, text))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SettingsError(
            "this is not UTF-8 text.", where=f"{name}:{line}", remedy="Save it as UTF-8."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise _toml_error(error, name, data.decode("utf-8-sig")) from error
    except (RecursionError, ValueError) as error:  # Python reads numbers of up to 4,300 digits
        raise SettingsError(
            "this is nested too deep, or has a number too long, to be read.",
            where=name,
            remedy='Write each setting as key = "value", one a line.',
        ) from error


def _table(text: str) -> dict[str, Any]:
    """The values of a TOML text. Raises `RecursionError` where they are nested too deep."""
    if nested_too_deep(text):
        raise RecursionError
    return tomllib.loads(text)


def _toml_error(error: tomllib.TOMLDecodeError, name: str, text: str) -> SettingsError:
    at_line = re.search(r"at line (\d+)", str(error))
    number = int(at_line[1]) if at_line else 0
    line = text.split("\n")[number - 1] if number else ""
    bare = _BARE_DATE.fullmatch(line)
    quoted = 'Write settings as key = "value", one a line, with straight quotation marks.'
    return SettingsError(
        "this line can't be understood.",
        where=f"{name}:{number}" if number else name,
        remedy=f'Put the date in quotes: {bare[1]} = "{bare[2]}".' if bare else quoted,
    )


@dataclass(frozen=True, slots=True)
class _Lines:
    """Finds the line of a key, which the TOML reader does not keep."""

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


def _settings(tables: dict[str, Any], lines: _Lines) -> Settings:
    chosen = Settings()
    for key, value in _flat(tables).items():
        if not key.startswith("dates."):
            chosen = _with(chosen, key, _value(_known(key, lines), key, value, lines))
    _refuse_half_evaluation(chosen.accessibility, lines)
    dates = tables.get("dates", {})
    read_dates = {slug: _date(slug, dates[slug], chosen.language, lines) for slug in dates}
    return replace(
        chosen,
        voice=replace(chosen.voice, language=chosen.language),
        dates=MappingProxyType({slug: moment for slug, (moment, _) in read_dates.items()}),
        unsure_dates=MappingProxyType(
            {slug: dates[slug] for slug, (_, unsure) in read_dates.items() if unsure}
        ),
    )


def _refuse_half_evaluation(found: AccessibilitySettings, lines: _Lines) -> None:
    """A level that nobody found on no day would be a claim that nobody stands for."""
    if found == AccessibilitySettings() or (found.evaluator and found.date):
        return
    raise SettingsError(
        "an evaluation of accessibility needs who made it, and when.",
        where=lines.of("accessibility"),
        remedy='Write evaluator = "…" and date = 2026-05-31 there, or delete the table.',
    )


def _with(chosen: Settings, key: str, value: Any) -> Settings:
    """The settings with one value set, at the path of its key."""
    table, _, leaf = key.rpartition(".")
    if not table:
        return replace(chosen, **{leaf: value})
    return replace(chosen, **{table: replace(getattr(chosen, table), **{leaf: value})})


def _flat(tables: dict[str, Any]) -> dict[str, Any]:
    """Each value by its full key: "table.key"."""
    known = {*TABLES, *(key.partition(".")[0] for key in RENAMED)}
    flat: dict[str, Any] = {}
    for key, value in tables.items():
        if key in known and isinstance(value, dict):
            flat |= {f"{key}.{leaf}": inner for leaf, inner in value.items()}
        else:
            flat[key] = value
    return flat


def _known(key: str, lines: _Lines) -> Key:
    if key in KEYS:
        return KEYS[key]
    if key in RENAMED:
        new = RENAMED[key]
        message, hint = f'"{key}" is now called "{new}".', _moved(new)
    else:
        message, hint = f'there is no setting "{key}".', _hint(key)
    raise SettingsError(message, where=lines.of(key), remedy=hint)


def _hint(key: str) -> str:
    leaf = key.rpartition(".")[2]
    if leaf != key and leaf in KEYS:
        return _moved(leaf)
    near = difflib.get_close_matches(key, [*KEYS, *TABLES], 1, 0.5)
    return f'Did you mean "{near[0]}"?' if near else "docs/settings.md lists the keys."


def _moved(key: str) -> str:
    example = f'{key} = ["mp3", "epub"]' if key == "formats" else f"{key} = …"
    place = "at the top of the file, above the first line in square brackets"
    return f"Write {example} {place}, and delete the old line."


def _value(known: Key, key: str, value: object, lines: _Lines) -> object:
    if type(value) is not known.kind:
        wanted = {
            str: "text in quotes",
            bool: "true or false",
            int: "a whole number",
            dict: "a table",
            date: "a date without quotes, as in 2026-05-31",
        }
        raise SettingsError(
            f'"{key}" must be {wanted.get(known.kind, "a list")}.',
            where=lines.of(key),
            remedy=f"It is now: {value!r:.200}.",
        )
    try:
        return known.convert(value)
    except ValueError as error:
        raise SettingsError(
            f'"{key}" is {value!r:.200}, which can\'t be used.',
            where=lines.of(key),
            remedy=f"{str(error)[:1].upper()}{str(error)[1:]}.",
        ) from error


def _date(slug: str, value: object, language: str, lines: _Lines) -> tuple[datetime, bool]:
    """The date of a post, and whether it can be read in another way, too."""
    moment, unsure = _moment(value, language)
    if moment is None:
        raise SettingsError(
            f'the date of "{slug}" is not a date.',
            where=lines.of(f"dates.{slug}"),
            remedy=f'Write it as {slug} = 2026-05-31, or as {slug} = "31 May 2026", in quotes.',
        )
    return moment, unsure


def _moment(value: object, language: str) -> tuple[datetime | None, bool]:
    match value:
        case datetime():
            return writable(value if value.tzinfo else value.replace(tzinfo=UTC)), False
        case date():
            return writable(datetime(value.year, value.month, value.day, tzinfo=UTC)), False
        case str():
            from pipeline import dates  # noqa: PLC0415 (the names of months, which few runs need)

            return dates.written(value, language)
        case _:
            return None, False
