"""Our values as JSON, for files with a line for each of ten thousands of files."""

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

_quoted = json.JSONEncoder(ensure_ascii=False).encode


def compact(value: object) -> bytes:
    """JSON on one line, with the keys in order: for ourselves alone."""
    text = json.dumps(value, default=_fields, separators=(",", ":"), sort_keys=True)
    return text.encode()


def indented(value: object, margin: str = "\n") -> str:
    """JSON as `json.dumps` writes it with an indent of two, without escapes, and six times as fast.

    Values of ours are written as their fields, in their order. Raises `TypeError` for a value
    that JSON does not have.
    """
    inner = margin + "  "
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, dict):
        lines = [f"{_quoted(key)}: {indented(one, inner)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(lines)}{margin}}}" if lines else "{}"
    if isinstance(value, list | tuple):
        lines = [indented(one, inner) for one in value]
        return f"[{inner}{f',{inner}'.join(lines)}{margin}]" if lines else "[]"
    if is_dataclass(value):
        return indented(_fields(value), margin)
    return json.dumps(value)


def _fields(value: Any) -> dict[str, Any]:
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is no JSON")
    kind: type = type(value)
    return {name: getattr(value, name) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
