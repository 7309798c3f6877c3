"""The lines before a post's text: YAML, TOML or JSON between two marks, or lines of their own.

"---" is around YAML, "+++" around TOML, ";;;" around JSON; an object of JSON may also stand alone
(Hugo), and so may lines such as "Title: My post", up to an empty one (Pelican, MultiMarkdown).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.shared.reading import TextFile
from pipeline.readers.shared.values import Fields, Value
from pipeline.readers.text import json_fields, toml_fields, yaml_fields
from pipeline.readers.text.fields import broken

_LONGEST = 64_000  # characters; the longest in 700 real posts has 2,000
_KEY = re.compile(r"[\w\"'][^:=]*[:=]")
_OBJECT = re.compile(r"\{\s*\"")
_LINE = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*:(?:\s+(.*)|\s*)$")
_FIRST = re.compile(r"(?:title|date|author|authors|slug|category|tags)\s*:\s", re.IGNORECASE)

_KINDS = {"---": "yaml", "+++": "toml", ";;;": "json"}
_READERS: dict[str, Callable[[str, TextFile, int], tuple[Fields, tuple[Finding, ...]]]] = {
    "yaml": yaml_fields.read,
    "toml": toml_fields.read,
    "json": json_fields.read,
}


@dataclass(frozen=True, slots=True)
class Parts:
    """A file split up: fields, the text after them, and the number of lines before that."""

    fields: Fields
    body: str
    lines_before: int
    findings: tuple[Finding, ...] = ()


def split(source: TextFile) -> Parts:
    """The front matter of a file, if any, and the rest; `ReadError` where it is broken."""
    blank = len(source.text) - len(source.text.lstrip())
    before = source.text.count("\n", 0, blank)
    fence, *lines = source.text[blank:].split("\n")
    mark = fence[:3]
    kind = fence[3:].strip().lower() or _KINDS.get(mark, "")
    if mark not in _KINDS or kind not in _READERS or not (kind == "json" or _opens(lines)):
        return _unmarked(source, blank)
    end = _end(lines, mark, source, before)
    matter = "\n".join(lines[:end])
    _limit(matter, source, before)
    fields, findings = _READERS[kind](matter, source, before + 2)
    return Parts(fields, "\n".join(lines[end + 1 :]), before + end + 2, findings)


def _limit(matter: str, source: TextFile, before: int) -> None:
    if len(matter) > _LONGEST:
        raise broken("The front matter is too long to be one.", source.line(before + 1))


def _opens(lines: list[str]) -> bool:
    """Whether a first line of dashes opens front matter, rather than being a rule."""
    first = next((line for line in lines if line.strip() and line.strip()[0] != "#"), "")
    return bool(_KEY.match(first.strip()) or first.strip() in {"---", "+++", "..."} or "[" in first)


def _end(lines: list[str], fence: str, source: TextFile, before: int) -> int:
    closing = {fence, "..."} if fence == "---" else {fence}
    for number, line in enumerate(lines):
        if line.rstrip() in closing:
            return number
    raise ReadError(
        f"The front matter is opened with {fence} and never closed.",
        where=source.line(before + 1),
        remedy=f"Put a line {fence} after its last line.",
    )


def _unmarked(source: TextFile, blank: int) -> Parts:
    """Front matter without marks around it, or none."""
    text = source.text[blank:]
    before = source.text.count("\n", 0, blank)
    if _OBJECT.match(text):
        fields, end = json_fields.leading(text, source, before + 1)
        _limit(text[:end], source, before)
        return Parts(fields, text[end:], before + text.count("\n", 0, end))
    lines = text.split("\n")
    count = _count(lines) if _FIRST.match(text) else 0
    found = _lines(lines[:count], source, before + 1)
    if "title" not in found.values:
        return Parts(Fields(source.name, {}, {}), source.text, 0)
    return Parts(found, "\n".join(lines[count:]), before + count)


def _count(lines: list[str]) -> int:
    """The number of lines that are keys with values, or go on with the value above."""
    count = 0
    for line in lines:
        if not line.strip() or not (_LINE.match(line) or line.startswith("    ")):
            break
        count += 1
    return count


def _lines(lines: list[str], source: TextFile, first: int) -> Fields:
    """The fields in lines of their own; indented lines go on with the value above."""
    values: dict[str, str] = {}
    places: dict[str, int] = {}
    key = ""
    for number, line in enumerate(lines, first):
        found = None if line.startswith("    ") else _LINE.match(line)
        if found:
            key = found[1].strip().lower()
            places[key] = number
            values[key] = (found[2] or "").strip()
        else:
            values[key] = f"{values.get(key, '')} {line.strip()}".strip()
    kept: dict[str, Value] = dict(values)
    return Fields(source.name, kept, places)
