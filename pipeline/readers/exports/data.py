"""A file of JSON → values, and safe ways to look into them: what is there may be of any type."""

import json
import re
from collections.abc import Mapping
from typing import TypeAlias

from pipeline.errors import ReadError
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.files import beginning, decode
from pipeline.readers.shared.reading import File

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Row: TypeAlias = Mapping[str, Json]

_MOST = 1_000_000  # lists and objects in a file; each may take 300 bytes of memory
_START = re.compile(r"\s*(?:\{\s*(?:[\"}]|\Z)|\[\s*(?:[\"\[{\]\d-]|true\b|false\b|null\b|\Z))")


def is_json(head: bytes) -> bool:
    """Whether a file begins as a list or an object of JSON does."""
    return bool(_START.match(beginning(head)))


def load(file: File) -> Json:
    """The value in a file; `ReadError` where it is not JSON, or too much of it.

    None for a file of several values, as a log is, with one on each line.
    """
    text = decode(file).text
    if text.count("{") + text.count("[") > _MOST:
        raise ReadError(
            "There are too many values in this file to read it.",
            where=file.name,
            remedy="Export fewer posts at a time.",
        )
    try:
        value: Json = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            return None
        raise ReadError(
            "This file can't be read as JSON: it breaks off, something in it is not closed, or "
            "it is nested too deep.",
            where=file.name,
            remedy="Export it again.",
        ) from error
    return value


def loads(text: str) -> Json:
    """The value in some text; None where it is not JSON, or nested too deep."""
    try:
        value: Json = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def row(value: Json) -> Row:
    """An object, or an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def rows(value: Json) -> list[Row]:
    """The objects in a list; what else is in it is left out."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def string(of: Row, *keys: str) -> str:
    """The first of some values that is text with something in it; numbers are text, too."""
    for key in keys:
        value = of.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def line(of: Row, *keys: str) -> str:
    """The first of some texts, on one line."""
    return one_line(string(of, *keys))


def strings(value: Json) -> tuple[str, ...]:
    """The texts in a list, each on one line, each once."""
    said = (
        [one_line(one) for one in value if isinstance(one, str)] if isinstance(value, list) else []
    )
    return tuple(dict.fromkeys(filter(None, said)))


def truth(value: Json) -> bool:
    """Whether a flag is set; databases say it as 1."""
    return (
        value is True or value in {1, "1", "true"} if not isinstance(value, list | dict) else False
    )


def by_id(table: Json) -> dict[str, Row]:
    """The rows of a table by their `id`."""
    return {string(one, "id"): one for one in rows(table)}


def grouped(table: Json, key: str, value: str) -> dict[str, list[str]]:
    """For each value of one column, those of another, in the order of `sort_order`."""
    found: dict[str, list[str]] = {}
    for one in sorted(rows(table), key=_order):
        found.setdefault(string(one, key), []).append(string(one, value))
    return found


def _order(of: Row) -> float:
    said = of.get("sort_order")
    return said if isinstance(said, int | float) else 0
