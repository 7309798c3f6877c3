"""The words of a row as they are written in the file: plain text, with three marks.

`**bold**`, `[words](address)` for a link, and `[words]{lang=cy}` for words in another language.
A backslash before a sign of these makes it an ordinary one.
"""

import re
from collections.abc import Iterable

from formats import walk
from formats.model import (
    Abbreviation,
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Picture,
    Style,
    Styled,
    Text,
)

Run = tuple[Inline, ...]

_ESCAPED = r"\\[\\*\[\]{}()]"
_BRACKETS = rf"\[(?P<words>(?:{_ESCAPED}|[^\]\\\n])+)\]"
_MARK = re.compile(
    rf"{_BRACKETS}\((?P<href>[^()\s]+)\)|{_BRACKETS.replace('words', 'said')}"
    r"\{lang=(?P<language>[A-Za-z0-9-]+)\}"
    rf"|\*\*(?P<bold>(?:{_ESCAPED}|[^*\\\n])+)\*\*|(?P<sign>{_ESCAPED})"
)
_SIGNS = re.compile(r"[\\*\[\]]")
_SAFE = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)


def read(written: str) -> Run:
    """The run of text that the words mean. What is no mark is text, HTML too."""
    run: list[Inline] = []
    end = 0
    for found in _MARK.finditer(written):
        run += _text(written[end : found.start()])
        run.append(_marked(found))
        end = found.end()
    return _joined([*run, *_text(written[end:])])


def _marked(found: re.Match[str]) -> Inline:
    if found["sign"]:
        return Text(found["sign"][1])
    if found["bold"]:
        return Styled(Style.STRONG, read(found["bold"]))
    if found["said"]:
        return Foreign(found["language"], read(found["said"]))
    if not _SAFE.match(found["href"]):
        return Text(_plain(found["words"]))
    return Link(found["href"], read(found["words"]))


def _plain(written: str) -> str:
    return walk.plain(read(written))


def _text(text: str) -> list[Inline]:
    return [Text(text)] if text else []


def _joined(run: Iterable[Inline]) -> Run:
    """The run with neighbouring texts as one."""
    joined: list[Inline] = []
    for inline in run:
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)


def write(run: Iterable[Inline]) -> str:
    """A run of text as it is written in the file, in one line; pictures and note marks are not."""
    return " ".join("".join(map(_written, run)).split())


def _written(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text) | Abbreviation(text, _):
            return _SIGNS.sub(r"\\\g<0>", text)
        case Break():
            return " "
        case Styled(style, children):
            return _bold(children) if style is Style.STRONG else "".join(map(_written, children))
        case Link(href, children):
            return _link(href, children)
        case Foreign(language, children):
            return f"[{_flat(children)}]{{lang={language}}}"
        case Picture() | NoteRef():
            return ""


def _bold(children: Run) -> str:
    words = _flat(children)
    return f"**{words}**" if words else ""


def _link(href: str, children: Run) -> str:
    words = _flat(children)
    simple = _SAFE.match(href) and not re.search(r"[()\s]", href)
    return f"[{words}]({href})" if simple and words else words


def _flat(children: Run) -> str:
    """The words inside a mark: no mark stands in another."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(walk.plain(children).split()))
