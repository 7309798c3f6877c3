"""Boxes and marks of other dialects that stand on lines of their own → plain Markdown.

A box (an alert of GitHub, an admonition of Python-Markdown, a container of pandoc, Docusaurus and
VitePress) becomes its title in bold and its text: it is no quotation, and is not heard as one.
What is only for the look of a page (attributes of kramdown, the place of a table of contents)
goes.
"""

import re
from dataclasses import dataclass

from pipeline.readers.text.program import Program

_ALERT = re.compile(r"( *)((?:> ?)+)\[!([\w-]+)\][+-]?[ ]*(.*)$")
_ADMONITION = re.compile(r"( *)(?:!!!|\?\?\?\+?)[ ]+([\w-]+(?:[ ]+[\w-]+)*)?[ ]*(?:\"(.*)\")?[ ]*$")
_COLONS = re.compile(r"( *)(:{3,})[ ]*(.*?)[ ]*:*$")
_INFO = re.compile(r"(?:\{[ ]*\.?([\w-]+)[^}]*\}|([\w-]+))?[ ]*(?:\[(.*)\]|\"(.*)\"|(.*))$")
_BRACES = re.compile(r"(?<=[^\s{])\{[^{}]*\}$")  # attributes after the words
_TITLE = re.compile(r"title=[\"“](.*?)[\"”]")

# The place of a table of contents, which the pages of a blog have, and no edition here.
_CONTENTS = re.compile(
    r"\s*(?:\[TOC\]|\[\[_?TOC_?\]\]|\$\{toc\}|\{:[ ]*toc\b.*\}|<!--\s*toc\s*-->|@\[toc\].*)\s*$",
    re.IGNORECASE,
)
_SEED = re.compile(r"\s*(?:[-*+]|1\.)\s+\S.*$")
_ATTRIBUTES = re.compile(r"\s*\{:(?!:)[^{}]*\}\s*$")
_LANGUAGE = re.compile(r"\blang\s*=")

# The words that these dialects have for kinds of boxes; others are names of styles.
_KINDS = frozenset({
    "abstract", "attention", "bug", "caution", "danger", "error", "example", "failure", "faq",
    "hint", "important", "info", "note", "notice", "question", "seealso", "success", "summary",
    "tip", "todo", "warning",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Box:
    """An open admonition: the column its text is indented to."""

    column: int


def plain_containers(text: str) -> str:
    """The same text with boxes and marks of other dialects in plain Markdown."""
    if not any(mark in text for mark in ("[!", "!!!", "???", ":::", "toc", "TOC", "{:")):
        return text
    lines = text.split("\n")
    unboxer = _Unboxer(Program(text))
    for n, line in enumerate(lines):
        following = lines[n + 1] if n + 1 < len(lines) else ""
        unboxer.add(line, following)
    return "\n".join(unboxer.made)


class _Unboxer:
    """Goes through a text line by line, and keeps track of open boxes."""

    def __init__(self, program: Program) -> None:
        self.made: list[str] = []
        self._program = program
        self._place = 0
        self._boxes: list[_Box] = []
        self._colons: list[str] = []
        self._quoted = ""

    def add(self, line: str, following: str) -> None:
        """Write what replaces a line."""
        inside = bool(self._program.end(self._place))
        self._place += len(line) + 1
        line = self._unquoted(self._dedented(line))
        if inside:
            self.made.append(line)
        elif not self._box(line):
            self._other(line, following)

    def _dedented(self, line: str) -> str:
        """A line without the indentation of the boxes that it is in."""
        if not line.strip():
            return line
        column = len(line) - len(line.lstrip(" "))
        self._boxes = [box for box in self._boxes if column >= box.column]
        return line[4 * len(self._boxes) :]

    def _unquoted(self, line: str) -> str:
        if self._quoted and line.lstrip().startswith(self._quoted):
            return line.replace(f"{self._quoted} ", "", 1).replace(self._quoted, "", 1)
        if self._quoted:
            self._quoted = ""
            return f"\n{line}"
        return line

    def _box(self, line: str) -> bool:
        """Whether a line opens or closes a box; its title is written."""
        if found := _ALERT.match(line):
            self._quoted = ">"
            less = found[2].replace(">", "", 1).strip()
            self._titled(found[1] + less, found[3], found[4] or None)
        elif found := _ADMONITION.match(line):
            column = len(found[1]) + 4 * len(self._boxes) + 4
            self._boxes.append(_Box(column))
            kind = (found[2] or "").split()
            self._titled(found[1], kind[0] if kind else "", found[3])
        elif found := _COLONS.match(line):
            return self._container(found)
        else:
            return False
        return True

    def _container(self, found: re.Match[str]) -> bool:
        if not found[3]:
            self.made.append("" if self._colons else found[0])
            del self._colons[-1:]
            return True
        named = _TITLE.search(found[3])
        info = _INFO.match(_BRACES.sub("", found[3]))
        if info is None:
            return False
        self._colons.append(found[2])
        title = named[1] if named else next(filter(None, info.groups()[2:]), None)
        kind = (info[1] or info[2] or "").removeprefix("callout-")
        self._titled(found[1], kind, title)
        return True

    def _titled(self, indent: str, kind: str, title: str | None) -> None:
        """Write the title of a box: its own words, or the English name of its kind."""
        if title:
            self.made += ["", f"{indent}**{title.replace('**', '').strip()}**", ""]
        elif title is None or kind.lower() in _KINDS:
            known = kind.lower() in _KINDS and title != ""
            name = f'**<span lang="en">{kind.capitalize()}</span>**' if known else ""
            self.made += ["", f"{indent}{name}", ""]
        else:
            self.made.append("")

    def _other(self, line: str, following: str) -> None:
        """A line that is in no box's frame; one that is only for the look goes."""
        if _CONTENTS.match(line) or (_ATTRIBUTES.match(line) and not _LANGUAGE.search(line)):
            self.made.append("")
        elif _SEED.match(line) and re.match(r"\s*\{:[^{}]*\btoc\b", following):
            self.made.append("")  # kramdown puts the contents in place of a list of one entry
        else:
            self.made.append(line)
