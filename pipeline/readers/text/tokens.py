"""HTML as a person wrote it, cut into tags, comments, untouched elements and text.

The pieces, joined, are the text again. Nothing is repaired: that is the parser's work. Time is
linear: what is searched for to the end of a text once, and not there, is not searched for again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "caption", "center", "col", "colgroup", "dd",
        "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li",
        "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
"""Elements that end a line of running text."""

# A value may contain "<", but not be endless: an unclosed quotation mark must not take the text.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)"
    r"(?>[^<>\"']+|\"[^\"]{0,500}\"|'[^']{0,500}'){0,40}+(?:[^<>]{0,500}>)"
)
_OPENING = re.compile(r"<!--|<(?=/?[a-zA-Z])")


class Kind(Enum):
    """What a piece is; `RAW` is a whole element in which nothing is to be changed."""

    TEXT = auto()
    TAG = auto()
    COMMENT = auto()
    RAW = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of HTML. `name` is a tag's, in lower case; `closing` says that it ends an element."""

    kind: Kind
    text: str
    name: str = ""
    closing: bool = False

    @property
    def is_block(self) -> bool:
        """Whether running text ends here."""
        return self.name in BLOCKS


class Ends:
    """Finds where something ends; what is not there is searched for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._absent: set[str] = set()

    def after(self, pattern: str, start: int) -> int:
        """The place behind the next match of a pattern, or -1."""
        if pattern in self._absent:
            return -1
        found = re.compile(pattern, re.IGNORECASE).search(self._text, start)
        if found is None:
            self._absent.add(pattern)
            return -1
        return found.end()


def tokens(text: str, raw: frozenset[str]) -> Iterator[Token]:
    """The pieces of some HTML; elements named in `raw` are one piece each."""
    ends, done, at = Ends(text), 0, 0
    while opening := _OPENING.search(text, at):
        start = opening.start()
        token = _token(text, start, ends, raw)
        at = start + (len(token.text) if token else 1)
        if token:
            if start > done:
                yield Token(Kind.TEXT, text[done:start])
            yield token
            done = at
    if done < len(text):
        yield Token(Kind.TEXT, text[done:])


def _token(text: str, start: int, ends: Ends, raw: frozenset[str]) -> Token | None:
    """The tag, comment or raw element that begins here; None where "<" is only a sign."""
    if text.startswith("<!--", start):
        end = ends.after("-->", start + 4)
        return Token(Kind.COMMENT, text[start : end if end > 0 else start + 4])
    found = _TAG.match(text, start)
    if found is None:
        return None
    name, closing = found["name"].lower(), bool(found["close"])
    end = ends.after(rf"</{name}\s*>", found.end()) if name in raw and not closing else -1
    if end > 0:
        return Token(Kind.RAW, text[start:end], name)
    return Token(Kind.TAG, found[0], name, closing)
