"""Front matter in TOML, as Hugo and Zola have it."""

import re
import tomllib
from datetime import date, datetime, time

from pipeline.findings import Finding
from pipeline.readers.shared.reading import TextFile
from pipeline.readers.shared.values import Fields, Value
from pipeline.readers.text.fields import TOO_DEEP, broken, straight, told_straight
from pipeline.settings.nesting import nested_too_deep


def read(text: str, source: TextFile, first: int) -> tuple[Fields, tuple[Finding, ...]]:
    """The fields in TOML whose first line is `first`; `ReadError` where it is broken."""
    findings: tuple[Finding, ...] = ()
    if nested_too_deep(text):
        raise broken(TOO_DEEP, source.line(first))
    try:
        table = tomllib.loads(text) if straight(text) == text else _with_quotes(text)
        if table is None:
            table = tomllib.loads(straight(text))
            findings = (told_straight(source, first),)
        values = plain(table)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+)", str(error))
        line = first + (int(at[1]) - 1 if at else text.count("\n"))  # or "at end of document"
        raise broken(f"The front matter is broken: {error}.", source.line(line)) from error
    except RecursionError as error:
        raise broken(TOO_DEEP, source.line(first)) from error
    except ValueError as error:  # the longest number that Python reads has 4,300 digits
        message = "The front matter has a number that is too long."
        raise broken(message, source.line(first)) from error
    fields = values if isinstance(values, dict) else {}
    return Fields(source.name, _with_tags(fields), _lines(text, first)), findings


def _with_quotes(text: str) -> dict[str, object] | None:
    """The table that some TOML with curly quotes makes; None where they stand for straight ones."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _with_tags(fields: dict[str, Value]) -> dict[str, Value]:
    """The fields with those that Zola and Hugo keep in tables of their own."""
    for name in ("taxonomies", "extra", "params"):
        inner = fields.get(name)
        fields = inner | fields if isinstance(inner, dict) else fields
    return fields


def _lines(text: str, first: int) -> dict[str, int]:
    """The line of each key, and of the first where it stands twice."""
    return {
        found[1].lower(): first + number
        for number, row in reversed(list(enumerate(text.split("\n"))))
        if (found := re.match(r"\s*[\"']?([\w-]+)[\"']?\s*=", row))
    }


def plain(value: object) -> Value:
    """A value of TOML or JSON as text, list or mapping."""
    match value:
        case bool():
            return "true" if value else "false"
        case datetime() | date() | time():
            return value.isoformat()
        case list():
            return [plain(child) for child in value]
        case dict():
            return {str(key).lower(): plain(child) for key, child in value.items()}
        case None:
            return ""
        case _:
            return str(value)
