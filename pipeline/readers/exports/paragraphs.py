"""Paragraphs for text whose blank lines and line ends mean something, as in WordPress.

WordPress keeps the text of its classic editor without paragraphs, and makes them when it shows a
post (`wpautop` in wp-includes/formatting.php): a blank line ends a paragraph, the end of a line
is a line break, and neither means anything inside `<pre>` or between the parts of a table. This
makes the same paragraphs in one pass over the text.
"""

import re

from pipeline.readers.text.tokens import Kind, Token, tokens

_RAW = frozenset({"pre", "script", "style", "textarea", "svg", "math"})
_BLANK = re.compile(r"\n[ \t\r]*\n\s*")

# Blocks in which loose text becomes paragraphs. In others, such as headings, it stays as it is.
_HOLD_PARAGRAPHS = frozenset(
    {
        "", "article", "aside", "blockquote", "center", "dd", "details", "div", "fieldset",
        "footer", "form", "header", "li", "main", "nav", "section", "td", "th",
    }
)  # fmt: skip

# Blocks that hold only other blocks, so that line ends between those are not line breaks.
_HOLD_BLOCKS = frozenset({"colgroup", "dl", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"})
_EMPTY = frozenset({"col", "hr"})  # they have no end tag


def paragraphs(html: str) -> str:
    """The HTML with a paragraph for each run of text between blank lines or blocks."""
    made = _Paragraphs()
    for token in tokens(html, _RAW):
        made.add(token)
    made.end()
    return "".join(made.out)


class _Paragraphs:
    """The HTML that was made so far, and where in it the next piece lies."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._blocks: list[str] = []
        self._open = False  # a paragraph is open
        self._run = False  # there is something on this run of text to which a break could belong
        self._broken = False  # the last thing was a line break
        self._held = ""  # a line end, which is a line break if the run of text goes on

    def add(self, token: Token) -> None:
        """Add the next piece of the text."""
        match token:
            case Token(Kind.TEXT):
                self._text(token.text)
            case Token(Kind.COMMENT):
                self._comment(token.text)
            case Token(Kind.RAW, name="script" | "style"):
                self.out.append(token.text)
            case Token(Kind.RAW, name="pre"):
                self.end()
                self.out.append(token.text)
            case Token(name="br"):
                self._break()
            case Token(name="p"):
                self._paragraph(token)
            case Token() if token.is_block:
                self._block(token)
            case _:
                self._inline(token)

    def end(self) -> None:
        """End the run of text, and the paragraph if one is open."""
        self.out.append("</p>" if self._open else "")
        self.out.append(self._held)
        self._held = ""
        self._open = self._run = self._broken = False

    def _comment(self, text: str) -> None:
        if text[4:-3].strip() == "nextpage":
            self.end()

    def _text(self, text: str) -> None:
        for number, part in enumerate(_BLANK.split(text)):
            if number and self._run and not (self._open or self._in(*_HOLD_PARAGRAPHS)):
                self._break()
                self.out.append("\n\n")
            elif number:
                self.end()
                self.out.append("\n\n")
            self._line(part)

    def _line(self, part: str) -> None:
        """Text without a blank line in it; a line end after it waits for what follows."""
        words = part.strip()
        if words and not self._in(*_HOLD_BLOCKS):
            self._space(part[: len(part) - len(part.lstrip())])
            self._begin()
            self._run, self._broken = True, False
            self.out.append("<br>\n".join(line.strip(" \t") for line in words.split("\n")))
            self._space(part[len(part.rstrip()) :])
        elif words:
            self.out.append(part)
        else:
            self._space(part)

    def _space(self, space: str) -> None:
        if "\n" in space:
            self._held = "\n"
        else:
            self.out.append(space)

    def _break(self) -> None:
        """A line break; a second one in a row ends the paragraph."""
        if self._broken and self._open:
            self.end()
        elif self._run:
            self.out.append("<br>")
            self._broken = True

    def _paragraph(self, token: Token) -> None:
        """A paragraph that the text itself has; an end without a beginning is left out."""
        self.end()
        if not token.closing:
            self.out.append(token.text)
            self._open = True

    def _block(self, token: Token) -> None:
        self.end()
        self.out.append(token.text)
        name = token.name
        if token.closing and name in self._blocks[-50:]:
            while self._blocks.pop() != name:
                pass
        elif not token.closing and name not in _EMPTY:
            self._blocks.append(name)

    def _inline(self, token: Token) -> None:
        if not token.closing and not self._in(*_HOLD_BLOCKS):
            self._begin()
            self._run, self._broken = True, False
        self.out.append(token.text)

    def _begin(self) -> None:
        """Open a paragraph where one belongs, or break the line."""
        self.out.append("<br>\n" if self._held and self._run and not self._broken else self._held)
        self._held = ""
        if not self._open and self._in(*_HOLD_PARAGRAPHS):
            self.out.append("<p>")
            self._open = True

    def _in(self, *names: str) -> bool:
        return (self._blocks[-1] if self._blocks else "") in names
