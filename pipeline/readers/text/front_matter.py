"""The lines before a post's text: YAML between "---", or TOML between "+++"."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time

import yaml

from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.shared.reading import TextFile, warning
from pipeline.readers.shared.values import Fields, Value
from pipeline.settings.nesting import nested_too_deep

_LONGEST = 64_000  # characters; the longest in 700 real posts has 2,000

_REMEDY = (
    'Correct the line; a value with a colon or a quote in it needs quotes: title: "Part 1: on".'
)
_TOO_DEEP = "The front matter is nested too deep to be read."
_KEY = re.compile(r"[\w\"'][^:=]*[:=]")


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
    fence = fence.rstrip()
    if fence not in {"---", "+++"} or not _opens(lines):
        return Parts(Fields(source.name, {}, {}), source.text, 0)
    end = _end(lines, fence, source, before)
    body = "\n".join(lines[end + 1 :])
    matter = "\n".join(lines[:end])
    if len(matter) > _LONGEST:
        raise _error("The front matter is too long to be one.", source.line(before + 1))
    read = _yaml if fence == "---" else _toml
    fields, findings = read(matter, source, before + 2)
    return Parts(fields, body, before + end + 2, findings)


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


# --- YAML -------------------------------------------------------------------------------


class _Loader(yaml.SafeLoader):
    """Parses YAML into nodes, and refuses aliases, which can expand without limit."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call] # types-PyYAML leaves it out
            mark = event.start_mark
            raise yaml.MarkedYAMLError(
                problem="front matter may not use aliases (*name)", problem_mark=mark
            )
        return super().compose_node(parent, index)


def _yaml(text: str, source: TextFile, first: int) -> tuple[Fields, tuple[Finding, ...]]:
    try:
        # Other readers of front matter accept tabs as spaces; PyYAML does not.
        node = _Loader(text.replace("\t", " ")).get_single_node()
    except yaml.MarkedYAMLError as error:
        line = first + (error.problem_mark.line if error.problem_mark else 0)
        raise _broken(error.problem or "it can't be read", line, source) from error
    except RecursionError as error:
        raise _error(_TOO_DEEP, source.line(first)) from error
    except (yaml.YAMLError, ValueError) as error:
        raise _error("The front matter is broken.", source.line(first)) from error
    if node is None:
        return Fields(source.name, {}, {}), ()
    if not isinstance(node, yaml.MappingNode):
        raise _error("The front matter is not a list of keys and values.", source.line(first))
    return _fields(node, source, first)


def _broken(problem: str, line: int, source: TextFile) -> ReadError:
    """The most likely cause of an error, in plainer words than the parser's."""
    if problem.startswith("mapping values"):
        said = "a value with a colon in it needs quotes around it"
    elif problem.startswith("could not find expected ':'"):
        # The parser only notices at the next key.
        said, line = "a line has no colon between its key and its value", line - 1
    elif "end of stream" in problem:
        said = "a quotation mark is opened and not closed"
    else:
        said = problem
    return _error(f"The front matter is broken: {said}.", source.line(line))


def _fields(
    node: yaml.MappingNode, source: TextFile, first: int
) -> tuple[Fields, tuple[Finding, ...]]:
    keys = [(_key(key), first + key.start_mark.line) for key, _ in node.value]
    values = {_key(key): _value(value) for key, value in node.value}
    lines = dict(keys)
    twice = [key for key, count in Counter(key for key, _ in keys).items() if count > 1]
    findings = tuple(
        warning(
            "front-matter-twice",
            source.line(lines[key]),
            f"The front matter says “{key}” more than once; the last one counts.",
            "Keep one of them.",
        )
        for key in twice
    )
    return Fields(source.name, values, lines), findings


def _key(node: yaml.Node) -> str:
    return str(node.value).lower() if isinstance(node, yaml.ScalarNode) else ""


def _value(node: yaml.Node) -> Value:
    """A node as text, list or mapping; types are not guessed, so "no" stays a word."""
    match node:
        case yaml.ScalarNode():
            return str(node.value)
        case yaml.SequenceNode():
            return [_value(child) for child in node.value]
        case _:
            return {_key(key): _value(value) for key, value in node.value}


# --- TOML -------------------------------------------------------------------------------


def _toml(text: str, source: TextFile, first: int) -> tuple[Fields, tuple[Finding, ...]]:
    if nested_too_deep(text):
        raise _error(_TOO_DEEP, source.line(first))
    try:
        table = _plain(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+)", str(error))
        line = first + (int(at[1]) - 1 if at else text.count("\n"))  # or "at end of document"
        raise _error(f"The front matter is broken: {error}.", source.line(line)) from error
    except RecursionError as error:
        raise _error(_TOO_DEEP, source.line(first)) from error
    except ValueError as error:  # the longest number that Python reads has 4,300 digits
        raise _error(
            "The front matter has a number that is too long.", source.line(first)
        ) from error
    lines = {
        found[1].lower(): first + number
        for number, row in reversed(list(enumerate(text.split("\n"))))
        if (found := re.match(r"\s*[\"']?([\w-]+)[\"']?\s*=", row))
    }
    fields = table if isinstance(table, dict) else {}
    taxonomies = fields.get("taxonomies", {})
    merged = (
        taxonomies | fields if isinstance(taxonomies, dict) else fields
    )  # Zola keeps tags there
    return Fields(source.name, merged, lines), ()


def _plain(value: object) -> Value:
    match value:
        case bool():
            return "true" if value else "false"
        case datetime() | date() | time():
            return value.isoformat()
        case list():
            return [_plain(child) for child in value]
        case dict():
            return {str(key).lower(): _plain(child) for key, child in value.items()}
        case _:
            return str(value)


def _error(message: str, where: str) -> ReadError:
    return ReadError(message, where=where, remedy=_REMEDY)
