"""Our values as JSON, for files with a line for each of ten thousands of files."""

import json
from dataclasses import fields, is_dataclass
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import Any


def compact(value: object) -> bytes:
    """JSON on one line, with the keys in order: for ourselves alone."""
    text = json.dumps(value, default=_fields, separators=(",", ":"), sort_keys=True)
    return text.encode()


def indented(value: object, margin: str = "\n") -> str:
    """JSON as `json.dumps` writes it with an indent of two, without escapes, and six times as fast.

    Values of ours are written as their fields, in their order. Raises `TypeError` for a value
    that JSON does not have.
    """
    if isinstance(value, str):
        return quoted(value)
    if type(value) is int:
        return str(value)
    if value is None or isinstance(value, bool | int | float):
        return json.dumps(value)
    inner = margin + "  "
    if isinstance(value, list | tuple):
        lines = [indented(one, inner) for one in value]
        return f"[{inner}{f',{inner}'.join(lines)}{margin}]" if lines else "[]"
    pairs = value if isinstance(value, dict) else _fields(value)
    lines = [f"{quoted(key)}: {indented(one, inner)}" for key, one in pairs.items()]
    return f"{{{inner}{f',{inner}'.join(lines)}{margin}}}" if lines else "{}"


def _fields(value: Any) -> dict[str, Any]:
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is no JSON")
    kind: type = type(value)
    return {name: getattr(value, name) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
