"""MDX: Markdown with JavaScript in it, whose components and expressions we can't run.

Imports, exports and comments go: they show nothing. A component that stands for a picture, a
player or a box is understood (see `generators`); each other one is removed with a warning, once
for each name, and what stands in it is kept. An expression goes, unless it is a text in quotes.
"""

import re
from collections.abc import Callable

from pipeline.findings import Finding
from pipeline.readers.shared.reading import TextFile
from pipeline.readers.text.generators import arguments, meaning
from pipeline.readers.text.program import Program, substitute
from pipeline.readers.text.site_tags import site_tag

_STATEMENT = re.compile(
    r"import\s+(?:[\w*{][^;\"']{0,2000}?\s+from\s+)?[\"'][^\"'\n]+[\"'];?[ \t]*(?:\n|$)"
    r"|export\s+(?:default|const|let|var|function|async|class|\{|\*)",
)
# A value in braces may have braces in it, as an object in "style={{color: 'red'}}".
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_COMPONENT = re.compile(
    r"<(?P<ends>/?)(?P<name>[A-Z][\w.]*|(?=>))(?P<rest>(?:\s+(?:[\w:-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|"
    + _BRACES
    + r"))?|"
    + _BRACES
    + r")){0,50})\s*(?P<alone>/?)>"
)
_EXPRESSION = re.compile(r"(?<![\\\w^_}$])" + _BRACES + r"|\{\s*(?:\"[^\"{}]*\"|'[^'{}]*')\s*\}")
_TEXT = re.compile(r"\{\s*(?:\"([^\"]*)\"|'([^']*)'|`([^`$]*)`)\s*\}")
_ANCHOR = re.compile(r"\{\s*(?:[#.][\w-]+.*|:.*)\s*\}")  # an anchor, as Docusaurus has them
_LINES = re.compile(r"[^\n]*\n?")

_IMPORTS = re.compile(
    r"^(?:import\s[^\n]{0,300}\bfrom\s+[\"']|import\s+[\"']|export\s+const\s)", re.MULTILINE
)
_OPENED = re.compile(r"\s*<[A-Z][^<>\n]*(?<!/)>\s*$")
_CLOSED = re.compile(r"\s*</[A-Z][\w.]*>\s*$")
_TITLES = ("title", "label", "header", "heading", "summary")


def without_jsx(body: str, source: TextFile, lines_before: int) -> tuple[str, tuple[Finding, ...]]:
    """The Markdown in MDX, and a finding for each kind of component that was left out.

    Other Markdown may have components, too, on lines of their own; its braces are text.
    """
    whole = source.name.lower().endswith(".mdx") or _IMPORTS.search(body) is not None
    if not whole and not _COMPONENT.search(body):
        return body, ()
    reader = _Reader(source, lines_before, whole=whole)
    text = _dedented(_without_statements(body)) if whole else body
    text = reader.without(_COMPONENT, reader.component, text)
    if whole:
        text = reader.without(_EXPRESSION, reader.expression, text)
    return text, tuple(reader.findings.values())


def _without_statements(body: str) -> str:
    """The text without imports and exports, which begin at the margin below an empty line."""
    program = Program(body)
    made: list[str] = []
    place, may_begin, closed = 0, True, True
    while place < len(body):
        line = _LINES.match(body, place)
        end = line.end() if line else len(body)
        found = _STATEMENT.match(body, place) if may_begin and not program.end(place) else None
        if found:
            closed = closed and _statement_end(body, place) > 0
            end = _end_of(found, body, place, closed=closed)
            made.append("\n" * body.count("\n", place, end))
        else:
            made.append(body[place:end])
        may_begin = bool(found) or not body[place:end].strip()
        place = end
    return "".join(made)


def _end_of(found: re.Match[str], body: str, place: int, *, closed: bool) -> int:
    """Where a statement ends; an export whose brackets stay open ends at an empty line."""
    if found[0].startswith("import"):
        return found.end()
    empty = body.find("\n\n", place)
    return _statement_end(body, place) if closed else (empty if empty >= 0 else len(body))


def _statement_end(body: str, start: int) -> int:
    """The first line end where all brackets of an export are closed, or 0."""
    depth = 0
    for place in range(start, len(body)):
        depth += (body[place] in "([{") - (body[place] in ")]}")
        if body[place] == "\n" and depth <= 0:
            return place + 1
    return 0 if depth > 0 else len(body)


def _dedented(text: str) -> str:
    """The text with the lines between the tags of a component at the margin.

    In MDX, indentation is for the look of the source, and makes no program text.
    """
    program = Program(text)
    made: list[str] = []
    open_at: list[int | None] = []
    place = 0
    for line in text.split("\n"):
        inside = bool(program.end(place))
        place += len(line) + 1
        column = len(line) - len(line.lstrip())
        if not inside and _CLOSED.match(line):
            open_at = open_at[:-1]
        if open_at and open_at[-1] is None and line.strip():
            open_at[-1] = column
        frame = not inside and (_CLOSED.match(line) or _OPENED.match(line))
        made.append(line.lstrip() if frame else line[_least(column, open_at) :])
        if not inside and _OPENED.match(line):
            open_at.append(None)
    return "\n".join(made)


def _least(column: int, open_at: list[int | None]) -> int:
    return min(column, (open_at[-1] if open_at else 0) or 0)


class _Reader:
    """What was found in one text; `whole` if all of it is MDX."""

    def __init__(self, source: TextFile, lines_before: int, *, whole: bool) -> None:
        self.findings: dict[str, Finding] = {}
        self._source = source
        self._lines_before = lines_before
        self._whole = whole
        self._text = ""
        self._ends: dict[str, list[str]] = {}

    def without(
        self, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str], text: str
    ) -> str:
        """A text with every match replaced that does not begin in program text."""
        self._text = text
        return substitute(pattern, replace, text)

    def component(self, found: re.Match[str]) -> str:
        """What stands for a tag of a component."""
        name = found["name"]
        if not self._is_component(found):
            return found[0]
        if found["ends"]:
            ends = self._ends.get(name, [])
            return ends.pop() if ends else ""
        given = arguments(found["rest"])
        meant = meaning(name, given, paired=not found["alone"]) if name else ("", "")
        if meant is None:
            title = given.first(_TITLES)
            words = title if title in given.words else " ".join([title, *given.words]).strip()
            self._tell(name, _kept(found, words), found)
            meant = (f"\n\n**{words}**\n\n" if words else ""), ""
        if not found["alone"]:
            self._ends.setdefault(name, []).append(meant[1])
        return meant[0]

    def _is_component(self, found: re.Match[str]) -> bool:
        """Whether it is one, and not HTML in capitals or a type such as "Vec<String>"."""
        name = found["name"]
        if name.isupper():
            return False
        line = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
        return self._whole or bool(name and (found["alone"] or not line.strip()))

    def expression(self, found: re.Match[str]) -> str:
        """The text in quotes between two braces, or nothing."""
        if _ANCHOR.fullmatch(found[0]):
            return found[0]
        if said := _TEXT.fullmatch(found[0]):
            return next(part for part in said.groups() if part is not None)
        if not found[0].startswith("{/*"):
            self._tell("{", "", found)
        return ""

    def _tell(self, name: str, kept: str, found: re.Match[str]) -> None:
        """Add a warning, unless there is one for that name."""
        if name in self.findings:
            return
        line = self._lines_before + self._text.count("\n", 0, found.start()) + 1
        self.findings[name] = site_tag(self._source.line(line), found[0], kept)


def _kept(found: re.Match[str], words: str) -> str:
    if words:
        return f"Its words were kept: “{words}”."
    return "" if found["alone"] else "The text inside it was kept."
