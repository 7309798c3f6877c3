"""Front matter in JSON, as Hugo and Eleventy have it."""

import json
import re

from pipeline.findings import Finding
from pipeline.readers.shared.reading import TextFile
from pipeline.readers.shared.values import Fields
from pipeline.readers.text.fields import TOO_DEEP, broken
from pipeline.readers.text.toml_fields import plain

_KEY = re.compile(r"^\s*\"([\w-]+)\"\s*:", re.MULTILINE)


def read(text: str, source: TextFile, first: int) -> tuple[Fields, tuple[Finding, ...]]:
    """The fields in JSON whose first line is `first`; `ReadError` where it is broken."""
    fields, _ = leading(text, source, first)
    return fields, ()


def leading(text: str, source: TextFile, first: int) -> tuple[Fields, int]:
    """The fields of the object that a text begins with, and where it ends."""
    start = len(text) - len(text.lstrip())
    try:
        table, end = json.JSONDecoder(parse_int=str, strict=False).raw_decode(text, start)
        values = plain(table)
    except json.JSONDecodeError as error:
        message = f"The front matter is broken: {error.msg}."
        raise broken(message, source.line(first + error.lineno - 1)) from error
    except RecursionError as error:
        raise broken(TOO_DEEP, source.line(first)) from error
    lines = {
        found[1].lower(): first + text.count("\n", 0, found.start(1))
        for found in _KEY.finditer(text, start, min(end, start + 64_000))
    }
    return Fields(source.name, values if isinstance(values, dict) else {}, lines), end
