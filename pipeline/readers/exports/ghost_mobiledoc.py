"""Mobiledoc, the form in which Ghost's editor kept a post from 1.0 to 4, as HTML.

The format: github.com/bustle/mobiledoc-kit, MOBILEDOC.md (version 0.3). Everything in it is a list,
and the first value says what the others are.
"""

from pipeline.readers.exports.data import Json, Row, row
from pipeline.readers.exports.ghost_cards import card, document, escaped

_MARKUP, _IMAGE, _LIST, _CARD = 1, 2, 3, 10
_TEXT, _ATOM = 0, 1
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pull-quote", "aside"}
_INLINE = {"a", "b", "strong", "i", "em", "u", "s", "sub", "sup", "code", "mark", "del"}


def from_mobiledoc(text: str) -> str:
    """The HTML of a post; `ReadError` where the text is broken."""
    whole = document(text)
    return "".join(_section(_items(one), whole) for one in _items(whole.get("sections")))


def _section(of: list[Json], whole: Row) -> str:
    match of:
        case [int(kind), str(tag), list(markers), *_] if kind == _MARKUP:
            name = tag if tag in _BLOCKS else "p"
            name = "blockquote" if name == "pull-quote" else name
            return f"<{name}>{_inline(markers, whole)}</{name}>"
        case [int(kind), str(src), *_] if kind == _IMAGE:
            return f'<figure><img src="{escaped(src)}"></figure>'
        case [int(kind), str(tag), list(entries), *_] if kind == _LIST:
            name = tag if tag in {"ul", "ol"} else "ul"
            made = (f"<li>{_inline(_items(one), whole)}</li>" for one in entries)
            return f"<{name}>{''.join(made)}</{name}>"
        case [int(kind), int(index), *_] if kind == _CARD:
            return _card(_pick(whole.get("cards"), index))
        case _:
            return ""


def _card(of: list[Json]) -> str:
    match of:
        case [str(name), *rest]:
            return card(name, row(rest[0] if rest else None))
        case _:
            return ""


def _inline(markers: list[Json], whole: Row) -> str:
    """Running text: each marker opens some markups, has a text, and closes as many as it says."""
    made: list[str] = []
    opened: list[str] = []
    for marker in markers:
        match marker:
            case [int(kind), list(opens), int(closes), value]:
                for index in opens:
                    tag, start = _markup(_pick(whole.get("markups"), index))
                    opened.append(tag)
                    made.append(start)
                made.append(_value(kind, value, whole))
                for _ in range(min(closes, len(opened))):
                    made.append(f"</{opened.pop()}>")  # noqa: PERF401 (pops as it goes)
            case _:
                continue
    return "".join(made) + "".join(f"</{tag}>" for tag in reversed(opened))


def _value(kind: int, value: Json, whole: Row) -> str:
    if kind == _TEXT:
        return escaped(value) if isinstance(value, str) else ""
    match _pick(whole.get("atoms"), value) if kind == _ATOM else []:
        case ["soft-return" | "soft-break", *_]:
            return "<br>"
        case [str(), str(text), *_]:
            return escaped(text)
        case _:
            return ""


def _markup(of: list[Json]) -> tuple[str, str]:
    """The name of a markup, and its start tag with the address that it leads to."""
    match of:
        case [str(tag), list(pairs)] if tag.lower() == "a":
            href = next(
                (b for a, b in zip(pairs[::2], pairs[1::2], strict=False) if a == "href"), ""
            )
            return "a", f'<a href="{escaped(str(href))}">'
        case [str(tag), *_] if tag.lower() in _INLINE:
            return tag.lower(), f"<{tag.lower()}>"
        case _:
            return "span", "<span>"


def _pick(table: Json, index: Json) -> list[Json]:
    """A row of a table by its number from 0; [] where there is none."""
    found = _items(table)
    inside = isinstance(index, int) and 0 <= index < len(found)
    return _items(found[index]) if inside and isinstance(index, int) else []


def _items(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
