"""Running text → nodes for the Typst template: strings, and mappings with a `kind`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias, assert_never

from formats.addresses import address
from formats.large_print.letters import breakable, ems, printable, together, unbroken
from formats.large_print.setting import Setting
from formats.model import (
    Abbreviation,
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Picture,
    Sentences,
    Style,
    Styled,
    Text,
)
from formats.typesetting import language
from formats.words import UNWORDED

Node: TypeAlias = str | Mapping[str, object]

# No italics and no underlining in large print (G003): bold in place of both.
_STYLES: Mapping[Style, str] = {
    Style.EMPHASIS: "strong",
    Style.STRONG: "strong",
    Style.MARK: "strong",
    Style.KEYBOARD: "strong",
    Style.INSERTED: "plain",
    Style.DELETED: "strike",
    Style.SUPERSCRIPT: "raised",
    Style.SUBSCRIPT: "lowered",
    Style.QUOTATION: "quoted",
}

# The width of a letter in the typeface for code, in ems.
_MONO = 0.603


def sentences(run: Sentences, setting: Setting) -> list[Node]:
    """Sentences with the white space between them, and a mark where each begins.

    A heading has none: it stands in the list of contents, too.
    """
    nodes: list[Node] = []
    for sentence in run:
        shown = inlines(sentence.inlines, setting)
        nodes += [unit_mark(sentence.id)] if sentence.id and any(shown) and setting.live else []
        nodes += shown
        nodes += [sentence.tail] if sentence.tail else []
    return _unsplit(nodes, setting)


def unit_mark(unit: str) -> Node:
    """A mark that is not seen, by which the page is found on which a unit begins."""
    return {"kind": "unit", "id": unit}


def _unsplit(nodes: list[Node], setting: Setting) -> list[Node]:
    """The same run with each hyphenated word kept whole, so that no line ends within it.

    The end of a word is only certain at white space or at the end of the block: words next to
    a link or bold letters stay as they are.
    """
    joined: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and joined and isinstance(joined[-1], str):
            joined[-1] += node
        else:
            joined.append(node)
    parts: list[Node] = []
    for place, node in enumerate(joined):
        first = place == 0 or _is_mark(joined[place - 1])
        last = place == len(joined) - 1
        if isinstance(node, str):
            parts += _whole_words(node, setting, first=first, last=last)
        else:
            parts.append(node)
    return parts


def _is_mark(node: Node) -> bool:
    return not isinstance(node, str) and node["kind"] == "unit"


def _whole_words(text: str, setting: Setting, *, first: bool, last: bool) -> list[Node]:
    before = r"(?<!\S)" if first else r"(?<=\s)"
    after = r"(?!\S)" if last else r"(?=\s)"
    return [
        {"kind": "whole", "text": part} if n % 2 and ems(part) <= setting.line else part
        for n, part in enumerate(re.split(rf"{before}(\S*\w[-–]\w\S*){after}", text))
        if part
    ]


def inlines(run: Iterable[Inline], setting: Setting) -> list[Node]:
    """A run of text."""
    return [node for inline in run for node in _inline(inline, setting)]


def words(text: str, setting: Setting) -> str:
    """Plain text: keeps together what belongs together, and breaks what is wider than a line."""
    return breakable(together(printable(text, setting.typeface)), setting.line)


def code_words(text: str, setting: Setting) -> str:
    """Program text: only a word wider than a line may break."""
    most = max(4, int(setting.line / _MONO))
    lines = (
        " ".join(
            "\u200b".join(word[n : n + most] for n in range(0, len(word), most))
            for word in line.split(" ")
        )
        for line in printable(text, setting.typeface).splitlines()
    )
    return "\n".join(lines)


def _inline(inline: Inline, setting: Setting) -> list[Node]:
    match inline:
        case Text() | Abbreviation():
            nodes: list[Node] = [words(inline.text, setting)]
        case Code():
            nodes = [{"kind": "code", "text": code_words(inline.text, setting)}]
        case Break():
            nodes = [{"kind": "break"}]
        case Picture():
            nodes = [words(f"({described(inline, setting)})", setting)] if inline.alt else []
        case NoteRef():
            nodes = _note_mark(inline, setting)
        case Styled() | Link() | Foreign():
            nodes = _around(inline, setting)
        case _:
            assert_never(inline)
    return nodes


def described(picture: Picture, setting: Setting) -> str:
    """A picture in words: its description."""
    return setting.ours.page.picture.format(picture.alt)


def _ours(node: Node, setting: Setting) -> Node:
    """Words of our own, marked as English where we have none in the post's language."""
    if setting.ours is not UNWORDED:
        return node
    return {"kind": "foreign", "body": [node], **language(setting.ours.language)}


def _around(inline: Styled | Link | Foreign, setting: Setting) -> list[Node]:
    match inline:
        case Styled():
            kind = _STYLES[inline.style]
            return [{"kind": kind, "body": inlines(inline.children, setting)}]
        case Foreign():
            body = inlines(inline.children, setting)
            return [{"kind": "foreign", "body": body, **language(inline.language)}]
        case Link():
            return _link(inline, setting)
        case _:
            assert_never(inline)


def _link(link: Link, setting: Setting) -> list[Node]:
    """Bold words, and the number of the address in the list at the end."""
    to = address(link.href, setting.page)
    if to is None:
        return inlines(link.children, setting)
    body = inlines(link.children, replace(setting, live=False))
    number = setting.numbers.get(to)
    kind = "link" if setting.live else "strong"
    shown: Node = {"kind": kind, "to": to, "body": body}
    if number is None:
        return [shown]
    text = setting.ours.large_print.link_mark.format(number)
    return [shown, *_apart(text), _ours({"kind": "mark", "text": unbroken(text)}, setting)]


def _apart(mark: str) -> list[Node]:
    """The space before a mark; a wide bracket has its own."""
    return [] if mark.startswith("（") else [" "]


def _note_mark(ref: NoteRef, setting: Setting) -> list[Node]:
    text = setting.ours.large_print.note_mark.format(printable(ref.label, setting.typeface))
    shown: Node = {"kind": "mark", "text": unbroken(text)}
    if ref.note in setting.notes and setting.live:
        shown = {"kind": "note mark", "to": ref.note, "text": unbroken(text)}
    return [*_apart(text), _ours(shown, setting)]
