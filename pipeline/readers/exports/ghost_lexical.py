"""Lexical, the form in which Ghost's editor keeps a post since 5.0, as HTML."""

from pipeline.readers.exports.data import Row, row, rows, string
from pipeline.readers.exports.ghost_cards import broken, card, document, escaped

_DEEPEST = 100

# The bits of a text's format, outermost first.
_FORMATS = (
    (1, "strong"),
    (2, "em"),
    (4, "s"),
    (16, "code"),
    (32, "sub"),
    (64, "sup"),
    (128, "mark"),
)

_ELEMENTS = {
    "paragraph": "p",
    "quote": "blockquote",
    "extended-quote": "blockquote",
    "aside": "blockquote",
    "listitem": "li",
    "table": "table",
    "tablerow": "tr",
    "tablecell": "td",
}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_CONTAINERS = {"root", "at-link"}


def from_lexical(text: str) -> str:
    """The HTML of a post; `ReadError` where the text is broken or too deep."""
    return _node(row(document(text).get("root")), 0)


def _node(of: Row, depth: int) -> str:
    if depth > _DEEPEST:
        raise broken()
    kind = string(of, "type")
    if kind in {"text", "extended-text", "tk", "emoji"}:
        return _text(of)
    if kind == "linebreak":
        return "<br>"
    if "children" not in of:
        return "" if _is_for_members(of) else card(kind, of)
    inner = "".join(_node(child, depth + 1) for child in rows(of.get("children")))
    return _around(kind, of, inner)


def _around(kind: str, of: Row, inner: str) -> str:
    """The element that a node with children is; an unknown one is only its children."""
    if kind in {"link", "autolink"}:
        return f'<a href="{escaped(string(of, "url"))}">{inner}</a>'
    if kind in {"heading", "extended-heading"}:
        tag = string(of, "tag")
        tag = tag if tag in _HEADINGS else "h2"
    elif kind == "list":
        tag = "ol" if string(of, "listType", "tag") in {"number", "ol"} else "ul"
    else:
        tag = _ELEMENTS.get(kind, "" if kind in _CONTAINERS else "div")
    start = f' start="{escaped(string(of, "start"))}"' if tag == "ol" else ""
    return f"<{tag}{start}>{inner}</{tag}>" if tag else inner


def _text(of: Row) -> str:
    said = of.get("format")
    bits = said if isinstance(said, int) else 0
    made = escaped(string(of, "text"))
    for bit, tag in reversed(_FORMATS):
        if bits & bit:
            made = f"<{tag}>{made}</{tag}>"
    return made


def _is_for_members(of: Row) -> bool:
    """Whether a card is shown on the web only to those who have signed in."""
    web = row(row(of.get("visibility")).get("web"))
    return web.get("nonMember") is False
