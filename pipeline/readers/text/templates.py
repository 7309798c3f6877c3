"""Tags for a site generator: Liquid, Nunjucks and Zola, Hugo's shortcodes, kramdown's extensions.

They are not words of the post, and we can't run them. What the usual ones stand for is put in
their place (see `generators`); of branches, the first is kept. Each other one is removed with a
warning, once for each name; words in it (a caption, a title) and text up to its end are kept.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pipeline.findings import Finding
from pipeline.readers.shared.reading import TextFile
from pipeline.readers.text.generators import arguments, meaning
from pipeline.readers.text.program import Program, substitute
from pipeline.readers.text.site_tags import first_kept, lost_link, site_tag

# The lengths are limited, and no tag begins inside another, so that a text with many open braces
# is not searched to its end for each of them.
_TAG = re.compile(
    r"\{\{(?P<literal>[<%]/\*(?:(?!\{\{).){0,2000}?\*/[>%])\}\}"
    r"|\{%-?(?P<block>(?:(?!\{%).){0,2000}?)-?%\}"
    r"|\{\{<(?P<angled>(?:(?!\{\{).){0,2000}?)>\}\}"
    r"|\{\{%(?P<percent>(?:(?!\{\{).){0,2000}?)%\}\}"
    r"|\{\{(?!%)-?(?P<output>(?:(?!\{[{%]).){0,2000}?)-?\}\}"
    r"|\{\#[-\s](?P<note>(?:(?!\{\#).){0,2000}?)\#\}"
    r"|\{/\*(?P<comment>(?:(?!\{/\*).){0,2000}?)\*/\}"
    r"|\{::(?P<extension>\w{1,20})[^}\n]{0,200}\}|\{:/(?P<ended>\w{0,20})\}"
    r"|(?P<html><!--)",
    re.DOTALL,
)
_Warn = Callable[[str, str], Finding]  # of a place and a tag
_NAME = re.compile(r"\s*(/?)\s*([\w./-]+)\s*(\(?)")

_RAW = frozenset({"raw", "verbatim"})
_HIDDEN = frozenset({"comment", "doc"})
_BRANCHES = frozenset({"else", "elsif", "elif", "elseif", "when"})
_CHOICES = frozenset({"if", "unless", "case", "ifversion", "for", "tablerow", "ifchanged"})
_SILENT = frozenset({
    "assign", "set", "increment", "decrement", "import", "from", "extends", "cycle", "layout",
    "break", "continue", "do", "options", "nomarkdown",
})  # fmt: skip
_INCLUDES = frozenset({"include", "include_cached", "render", "partial", "component"})
_PAGES = frozenset({"ref", "relref", "link", "post_url", "link_to", "asset_path"})

_ASSIGNED = re.compile(r"\s*([\w.]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')\s*$")
_LITERAL = re.compile(
    r"\s*(?:\"([^\"]*)\"|'([^']*)')\s*((?:\|\s*(?:relative_url|absolute_url|url|safe|escape"
    r"|markdownify|strip|xml_escape|absURL|relURL|prepend:\s*[\w.]+)\s*)*)$"
)

_RAW_OUTPUT = re.compile(r"\s*raw\s*`([^`]*)`\s*$")

# Addresses of Pelican ("{filename}a.md"), Zola ("@/a.md"), and of files beside the post.
_LINK = re.compile(
    r"(?P<before>\]\(<?|\b(?:src|href)=[\"'])(?:[{|](?P<kind>filename|static|attach|photo|tag|category"
    r"|author|index)[}|])?(?P<to>@/[^)\s\"'>]*|(?![a-z][\w+.-]*:|//|#)[^)\s\"'>]*)"
)
_FILES = re.compile(r"\.(?:md|mdx|markdown|rst)(?:#.*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Tag:
    """One tag: its name, what is behind that, its place, and whether it ends another."""

    name: str
    rest: str
    start: int
    end: int
    kind: str
    ends: bool = False


def without_tags(
    body: str, source: TextFile, lines_before: int, known: Mapping[str, str] | None = None
) -> tuple[str, tuple[Finding, ...]]:
    """A Markdown text without generator tags, and a finding for each name of a tag.

    `known` has the values of the front matter, which a tag may ask for.
    """
    if not any(mark in body for mark in ("{", "<!--", "](@/", ".md")):
        return body, ()
    reader = _Reader(body, source, lines_before, known or {})
    return substitute(_LINK, reader.link, reader.text()), tuple(reader.findings.values())


class _Reader:
    """Goes through the tags of one text, and writes what they stand for."""

    def __init__(
        self, body: str, source: TextFile, lines_before: int, known: Mapping[str, str]
    ) -> None:
        self.findings: dict[str, Finding] = {}
        self._body = body
        self._source = source
        self._lines_before = lines_before
        self._values = dict(known)
        self._program = Program(body)
        self._tags = [tag for found in _TAG.finditer(body) if (tag := _tag(found))]
        self._ends = _pairs(self._tags)
        self._last_comment = body.rfind("-->")
        self._after: dict[int, str] = {}  # what is put in place of the end of a tag
        self._choices: list[int] = []  # the ends of the choices that we are in

    def text(self) -> str:
        """The text without tags."""
        made: list[str] = []
        place = 0
        for n, tag in enumerate(self._tags):
            if tag.start >= place:
                made.append(self._body[place : tag.start])
                said, place = self._replace(n, tag)
                made.append(said)
        return "".join([*made, self._body[place:]])

    def link(self, found: re.Match[str]) -> str:
        """A link to a file of the blog: a picture's address, or none."""
        kind, to = found["kind"] or "", found["to"]
        page = bool(_FILES.search(to)) or to.startswith("@/")
        if kind in {"static", "attach", "photo"} or (kind == "filename" and not page):
            return found["before"] + to
        if not page and not kind:
            return found[0]
        at = self._body.find(found[0][2:]) if found[0][2:] in self._body else 0
        self._tell("page", found[0].lstrip("](<"), at, lost_link)
        return found["before"]

    def _replace(self, n: int, tag: _Tag) -> tuple[str, int]:
        """What stands in place of a tag, and where the text goes on."""
        end = self._ends.get(n)
        if tag.kind == "literal":
            return "{{" + tag.rest.replace("/*", "", 1).replace("*/", "", 1) + "}}", tag.end
        if tag.kind == "block" and tag.name in _RAW and end is not None:
            return self._body[tag.end : self._tags[end].start], self._tags[end].end
        if self._program.end(tag.start):
            return self._body[tag.start : tag.end], tag.end
        if tag.kind in {"note", "comment", "html"} or tag.name in _HIDDEN:
            return self._hidden(tag, end)
        if tag.ends:
            self._choices = [choice for choice in self._choices if choice != n]
            return self._after.get(n, ""), tag.end
        return self._shown(n, tag, end)

    def _hidden(self, tag: _Tag, end: int | None) -> tuple[str, int]:
        """A comment, up to its end; one without an end is a mark in running text."""
        if tag.kind == "html":
            closed = self._body.find("-->", tag.end) if tag.end <= self._last_comment else -1
            if closed < 0:
                return "", tag.end
            return ("<!-- -->" if self._parts_lists(tag, closed + 3) else ""), closed + 3
        return "", tag.end if end is None else self._tags[end].end

    def _parts_lists(self, tag: _Tag, end: int) -> bool:
        """Whether a comment is a block, which ends a list above it (CommonMark, 5.3)."""
        above, below = self._body[max(0, tag.start - 2) : tag.start], self._body[end : end + 2]
        return above == "\n\n" and below == "\n\n"

    def _shown(self, n: int, tag: _Tag, end: int | None) -> tuple[str, int]:
        if tag.name == "highlight" and end is not None:
            return self._highlighted(tag, self._tags[end])
        if tag.name in _BRANCHES and self._choices:
            return self._branch(n, tag)
        if tag.name == "capture" and end is not None:
            inner = self._body[tag.end : self._tags[end].start]
            self._values[tag.rest.strip()] = inner.strip()
            return "", self._tags[end].end
        if tag.name in _CHOICES and end is not None:
            self._choices.append(end)
            self._tell_tag(tag, first_kept)
            return "", tag.end
        if tag.name in _SILENT:
            self._assign(tag)
            return "", tag.end
        return self._stands_for(tag, end), tag.end

    def _branch(self, n: int, tag: _Tag) -> tuple[str, int]:
        """The first branch is kept: what follows another goes, up to the end of the choice."""
        if tag.name == "when" and self._tags[n - 1].name == "case":
            return "", tag.end
        return "", self._tags[self._choices[-1]].start

    def _highlighted(self, tag: _Tag, end: _Tag) -> tuple[str, int]:
        language = (tag.rest.split() or [""])[0]
        program = self._body[tag.end : end.start].strip("\n").rstrip()
        return f"\n```{language}\n{program}\n```\n", end.end

    def _assign(self, tag: _Tag) -> None:
        if found := _ASSIGNED.match(tag.rest):
            self._values[found[1]] = found[2] if found[2] is not None else found[3]

    def _stands_for(self, tag: _Tag, end: int | None) -> str:
        """The text in place of a tag that is no comment and no choice."""
        if tag.kind == "extension":
            return ""
        if tag.name in _PAGES:
            self._tell("page", self._body[tag.start : tag.end], tag.start, lost_link)
            return ""
        if tag.kind == "output" and (found := _LITERAL.match(tag.rest)):
            return found[1] if found[1] is not None else found[2]
        if tag.kind == "output" and tag.rest.strip() in self._values:
            return self._values[tag.rest.strip()]
        if tag.kind == "output" and (found := _RAW_OUTPUT.match(tag.rest)):
            return found[1]
        given = arguments(tag.rest)
        name = tag.name
        if name in _INCLUDES and given.plain:
            name, given = given.plain[0], replace(given, plain=given.plain[1:])
        meant = meaning(name, given, paired=end is not None)
        if meant and end is not None:
            self._after[end] = meant[1]
        return meant[0] if meant else self._left_out(tag, given.words)

    def _left_out(self, tag: _Tag, words: list[str]) -> str:
        kept = f"Its words were kept: “{' '.join(words)}”." if words else ""
        self._tell_tag(tag, lambda where, shown: site_tag(where, shown, kept))
        return " ".join(words)

    def _tell_tag(self, tag: _Tag, warn: _Warn) -> None:
        self._tell(tag.name.partition(".")[0], self._body[tag.start : tag.end], tag.start, warn)

    def _tell(self, name: str, shown: str, place: int, warn: _Warn) -> None:
        """Add a warning, unless there is one for another tag of that name."""
        if name not in self.findings:
            line = self._lines_before + self._body.count("\n", 0, place) + 1
            self.findings[name] = warn(self._source.line(line), shown)


def _tag(found: re.Match[str]) -> _Tag | None:
    """A tag, from its place in the text."""
    kind = found.lastgroup or ""
    inner = found[kind] or ""
    name, rest, ends = "", inner, False
    if kind in {"block", "angled", "percent", "output"}:
        named = _NAME.match(inner)
        name = named[2] if named else ""
        rest = inner[named.end(2) :] if named and kind != "output" else inner
        ends = bool(named and named[1]) or (kind == "block" and name.startswith("end"))
        if named and named[3] and kind == "output":
            rest = inner[named.end(2) :]
    elif kind in {"extension", "ended"}:
        name, ends = inner, kind == "ended"
    return _Tag(name, rest.rstrip(" /"), found.start(), found.end(), kind, ends)


def _pairs(tags: list[_Tag]) -> dict[int, int]:
    """The number of the tag that ends another, by the number of that; many have none."""
    opened: dict[str, list[int]] = {}
    found: dict[int, int] = {}
    for n, tag in enumerate(tags):
        names = [tag.name, "()"] if "(" in tag.rest[:2] else [tag.name]
        if not tag.ends:
            for name in [*names, tag.kind]:
                opened.setdefault(name, []).append(n)
            continue
        name = tag.name.removeprefix("end") if tag.kind == "block" else tag.name
        name = name or ("extension" if tag.kind == "ended" else "()")
        waiting = [start for start in opened.get(name, [])[-1:] if start not in found]
        if waiting:
            found[waiting[0]] = n
            opened[name].pop()
    return found
