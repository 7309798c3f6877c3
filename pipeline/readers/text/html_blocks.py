"""HTML in Markdown, where it stands alone: taken as it is, up to the next empty line.

That is the rule of CommonMark (4.6), which GitHub and most generators follow, so that what stands
between two tags and two empty lines is Markdown. The rule of `markdown` is another: it takes all
up to the closing tag as it is, even tags in a code span that is broken by a line end.

Others take all up to the closing tag, too, so people indent tags below an empty line. Inside an
element, what is indented as program text is therefore HTML.
"""

import re
from collections.abc import Mapping
from itertools import accumulate

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from pipeline.readers.html.inlines import BLOCKS
from pipeline.readers.text.program import Program

_NAMES = "|".join(sorted(BLOCKS | {
    "base", "basefont", "col", "colgroup", "dialog", "dir", "frame", "frameset", "iframe", "link",
    "menuitem", "meta", "noframes", "optgroup", "option", "param", "title", "track",
}))  # fmt: skip
_RAW = re.compile(r" {0,3}<(pre|script|style|textarea)(?:[\s>]|$)", re.IGNORECASE)
_BLOCK = re.compile(rf" {{0,3}}</?(?:{_NAMES})(?:\s|/?>|$)", re.IGNORECASE)
_ALONE = re.compile(
    r" {0,3}(?:</[a-z][\w-]*\s*>|<[a-z][\w-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^'\n]*'"
    r'|"[^"\n]*"))?)*\s*/?>)\s*$',
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"( {0,3}<[a-z][\w-]*\s[^<>\n]*\bmarkdown(?:\s*=\s*[\"']?(?:1|block|span)[\"']?)?[^<>\n]*>)"
    r"(.*)",
    re.IGNORECASE,
)
_END = re.compile(r"(.*?)(</[a-z][\w-]*>)\s*$", re.IGNORECASE)

# Elements that stay open until their closing tag; the others often have none.
_KEPT_OPEN = re.compile(
    r"<(/?)(?:article|aside|blockquote|center|details|div|dl|figure|footer|header|main|nav|ol"
    r"|section|table|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b)"
    r"[a-z][^<>]*?(/?)>",
    re.IGNORECASE,
)
_PARTING = "<!-- -->"
"""What is left of a comment between two blocks: it ends a list above it."""

_PROGRAM = re.compile(r" {4,}\S")
_TAG = re.compile(r"\s*</?[a-z!]", re.IGNORECASE)
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s")

_DEFINED = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:", re.MULTILINE)
_MARK = re.compile(r"\[\^([^\]\n]+)\](?!:)")


class HtmlBlocks(Preprocessor):
    """Puts HTML that stands alone aside, until all Markdown is converted."""

    def __init__(self, converter: Markdown) -> None:
        super().__init__(converter)
        self._made: list[str] = []
        self._open = 0
        self._listed = False
        self._closings: dict[str, int] = {}
        self._notes: Mapping[str, int] = {}

    def run(self, lines: list[str]) -> list[str]:
        """The lines, with a mark in place of each piece of HTML."""
        text = "\n".join(lines)
        program = Program(text)
        self._notes = {name: n for n, name in enumerate(_DEFINED.findall(text), 1)}
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        n = 0
        while n < len(lines):
            count = 0 if program.end(starts[n]) else self._html(lines, n)
            if not count:
                self._made.append(lines[n])
            n += count or 1
        return self._made

    def _html(self, lines: list[str], n: int) -> int:
        """The number of lines that are HTML from a line on, after they were put aside."""
        line, above = lines[n], lines[n - 1] if n else ""
        if self._open and not above.strip() and self._is_indented(line):
            return self._aside(lines, n, max(1, _to_empty(lines, n)))
        goes_on = self._listed and (not line.strip() or line.startswith(" "))
        self._listed = goes_on or _LIST.match(line) is not None
        if "<" not in line:
            return 0
        if raw := _RAW.match(line):
            closed = n <= self._last_closing(lines, raw[1].lower())
            count = _to_closing(lines, n, raw[1].lower()) if closed else _to_empty(lines, n)
            return self._aside(lines, n, count)
        if inner := _MARKDOWN.match(line):
            return self._with_markdown(inner, lines, n)
        if line == _PARTING or _BLOCK.match(line) or (not above.strip() and _ALONE.match(line)):
            return self._aside(lines, n, _to_empty(lines, n))
        return 0

    def _last_closing(self, lines: list[str], name: str) -> int:
        """The last line with a closing tag of a name, or -1."""
        if name not in self._closings:
            with_it = (n for n, line in enumerate(lines) if f"</{name}" in line.lower())
            self._closings[name] = max(with_it, default=-1)
        return self._closings[name]

    def _is_indented(self, line: str) -> bool:
        tag = _TAG.match(line) is not None and line.startswith("    ")
        return not self._listed and (tag or _PROGRAM.match(line) is not None)

    def _aside(self, lines: list[str], n: int, count: int) -> int:
        html, rest = _parted(lines[n : n + count])
        self._store(html)
        if rest:
            self._made.append(rest)
        return count

    def _store(self, html: str) -> None:
        for tag in _KEPT_OPEN.finditer(html):
            self._open = max(0, self._open + (-1 if tag[1] else 1))
        self._listed = False
        self._made += ["", self.md.htmlStash.store(_MARK.sub(self._mark, html)), ""]

    def _mark(self, found: re.Match[str]) -> str:
        """The mark of a footnote, which `markdown` sees only outside of HTML."""
        number = self._notes.get(found[1])
        if number is None:
            return found[0]
        return f'<sup><a class="footnote-ref" href="#fn:{found[1]}">{number}</a></sup>'

    def _with_markdown(self, found: re.Match[str], lines: list[str], n: int) -> int:
        """An element that says itself that Markdown is in it."""
        self._store(found[1])
        rest = found[2]
        if ended := _END.match(rest):
            self._made.append(ended[1])
            self._store(ended[2])
            return 1
        if rest.strip():
            self._made.append(rest)
        elif n + 1 < len(lines) and not _TAG.match(lines[n + 1]):
            self._made.append(lines[n + 1].strip())  # indented for the look of the source
            return 2
        return 1


def _to_empty(lines: list[str], n: int) -> int:
    """The lines up to an empty one, or until all is closed and the next line is no tag.

    In CommonMark only an empty line counts; kramdown and `markdown` go by the closing tag.
    """
    depth = 0
    for m in range(n, len(lines)):
        if not lines[m].strip() or (m > n and depth <= 0 and not _TAG.match(lines[m])):
            return m - n
        depth += sum(0 if tag[2] else -1 if tag[1] else 1 for tag in _ANY.finditer(lines[m]))
    return len(lines) - n


def _parted(lines: list[str]) -> tuple[str, str]:
    """HTML, and the Markdown behind its last tag where all is closed by then."""
    html = "\n".join(lines)
    tags = list(_ANY.finditer(html))
    depth = sum(0 if tag[2] else -1 if tag[1] else 1 for tag in tags)
    if not tags or depth > 0 or not tags[-1][1]:
        return html, ""
    end = tags[-1].end()
    return html[:end], html[end:].strip()


def _to_closing(lines: list[str], n: int, name: str) -> int:
    """The lines up to one with a closing tag."""
    return next(m + 1 - n for m in range(n, len(lines)) if f"</{name}" in lines[m].lower())
