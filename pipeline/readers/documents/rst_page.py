"""reStructuredText → HTML, through docutils; this module takes 0.15 s to import.

Roles and directives of Sphinx, Pelican and others are not known to docutils, which would put an
error in their place. Here their words are kept, and their names returned. No other file is read,
and HTML in the text is as untrusted as that of a web page: it goes the same way.
"""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass

from docutils import nodes
from docutils.core import publish_doctree, publish_from_doctree
from docutils.parsers.rst import Directive, directives, roles
from docutils.parsers.rst.languages import en

from pipeline.errors import ReadError

_ROLE = re.compile(
    r"(?:(?<=[\s([{'\"-])|^):([A-Za-z][\w.+:-]*):`|`:([A-Za-z][\w.+:-]*):", re.MULTILINE
)
_DIRECTIVE = re.compile(r"^[ \t]*\.\. (?:\|[^|\n]+\| )?([A-Za-z][\w.+:-]*)::(?:\s|$)", re.MULTILINE)
_OWN_ROLE = re.compile(r"^\.\. role:: ?([\w.+-]+)", re.MULTILINE)
_TARGET = re.compile(r"\s*<[^<>]*>\s*$")
_CODE = ("code-block", "sourcecode", "highlight-block", "code", "prompt", "doctest", "parsed-code")
_FILES = ("include", "literalinclude")
_DRAWINGS = ("ditaa", "graphviz", "digraph", "graph", "mermaid", "plantuml", "uml", "blockdiag")
_NOTHING = (
    "toctree",
    "index",
    "more",
    "highlight",
    "meta",
    "post",
    "currentmodule",
    "tabularcolumns",
)
_VIDEOS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
}
_SETTINGS = {
    "_disable_config": True,
    "file_insertion_enabled": False,
    "raw_enabled": True,
    "report_level": 3,
    "trim_footnote_reference_space": True,
    "halt_level": 5,
    "syntax_highlight": "none",
    "initial_header_level": 1,
    "math_output": "MathML",
    "doctitle_xform": True,
    "sectsubtitle_xform": False,
    "smart_quotes": False,
    "embed_stylesheet": False,
    "stylesheet_path": "",
    "line_length_limit": 1_000_000,
}
_ERROR = 3  # the level of a message about words that docutils could not place
_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class RstPage:
    """A text as a page: its title, its fields, its HTML without both.

    `unknown` are names of roles and directives that docutils does not have, as they are written;
    `broken` are lines with what is wrong in them.
    """

    title: str
    fields: tuple[tuple[str, str], ...]
    html: str
    unknown: tuple[str, ...]
    broken: tuple[tuple[int, str], ...]


def page(text: str, where: str) -> RstPage:
    """The page that a text makes; `ReadError` where it is nested too deep."""
    unknown = _teach(text)
    settings = {**_SETTINGS, "warning_stream": io.StringIO()}
    try:
        document = publish_doctree(text, settings_overrides=settings)
        fields = tuple(_fields(document))
        title = _title(document)
        broken = tuple(_broken(document))
        made = publish_from_doctree(document, writer="html5", settings_overrides={
            **settings, "output_encoding": "unicode"})  # fmt: skip
    except RecursionError as error:
        raise ReadError(
            "Quotes, lists or boxes are inside each other too many times to be read.",
            where=where,
            remedy="Take some of them out of the others.",
        ) from error
    body = str(made).partition("<body")[2].partition(">")[2].rpartition("</body>")[0]
    return RstPage(title, fields, body, unknown, broken[:_MOST_TOLD])


def _title(document: nodes.document) -> str:
    """The title of a document, which is taken out of it."""
    title = next((node for node in document.children if isinstance(node, nodes.title)), None)
    if title is None:
        return ""
    document.remove(title)
    subtitle = next((node for node in document.children if isinstance(node, nodes.subtitle)), None)
    if subtitle is not None:  # the only section, which docutils takes for a part of the title
        rest = document.children[document.index(subtitle) + 1 :]
        heading = nodes.title("", "", *subtitle.children)
        document.children = document.children[: document.index(subtitle)]
        document += nodes.section("", heading, *rest)
    return str(title.astext())


def _fields(document: nodes.document) -> list[tuple[str, str]]:
    """The fields at the top of a document, which are taken out of it."""
    found: list[tuple[str, str]] = []
    for info in list(document.findall(nodes.docinfo)):
        for node in info.children:
            if isinstance(node, nodes.field):
                found.append((node[0].astext().lower(), node[1].astext()))
            elif isinstance(node, nodes.authors):
                found.append(("authors", ";".join(child.astext() for child in node.children)))
            else:
                found.append((str(node.tagname), node.astext()))
        info.parent.remove(info)
    return found


def _broken(document: nodes.document) -> list[tuple[int, str]]:
    """What docutils could not understand; its words are put in its place."""
    loose = [*document.parse_messages, *document.transform_messages]
    document.parse_messages, document.transform_messages = [], []
    placed = list(document.findall(nodes.system_message))
    for message in placed:
        kept = message.children[1:] if message["level"] >= _ERROR else []
        paragraphs = [nodes.paragraph("", node.astext()) for node in kept]
        message.parent.replace(message, paragraphs)
    for problem in list(document.findall(nodes.problematic)):
        problem.parent.replace(problem, nodes.Text(problem.astext().strip("`_|")))
    errors = (message for message in [*placed, *loose] if message["level"] >= _ERROR)
    told = (
        (int(message.get("line") or 0), message.children[0].astext().split("\n")[0])
        for message in errors
        if message.children
    )
    return list(dict.fromkeys(told))


# --- what docutils does not know --------------------------------------------------------


def _teach(text: str) -> tuple[str, ...]:
    """Register every role and directive of a text that docutils lacks; their names."""
    own = {name.lower() for name in _OWN_ROLE.findall(text)} | set(en.roles)
    named = dict.fromkeys(one or other for one, other in _ROLE.findall(text))
    unknown_roles = [name for name in named if name.lower() not in own]
    for name in unknown_roles:
        roles.register_local_role(name.lower(), _role)
    names = dict.fromkeys(_DIRECTIVE.findall(text))
    known = {*en.directives, *_CODE, *_NOTHING, *_VIDEOS} - set(_FILES)
    unknown = [name for name in names if name.lower() not in known]
    for name in names:
        if name.lower() not in en.directives or name.lower() in {*_CODE, *_FILES}:
            directives.register_directive(name.lower(), _kind(name.lower()))
    return (*(f":{name}:" for name in unknown_roles), *(f".. {name}::" for name in unknown))


def _role(*said: object) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """The words of a role without its target: “text <target>” is "text".

    docutils gives the name, the whole text, the words, and four things more.
    """
    text = str(said[2])
    words = nodes.unescape(text)
    return [nodes.inline("", _TARGET.sub("", words) or words)], []


class _AnyOption(dict[str, Callable[[str], object]]):
    """The options of a directive that may have any."""

    def __missing__(self, key: str) -> Callable[[str], object]:
        return str


class _Unknown(Directive):  # type: ignore[misc] # docutils carries no types
    """A directive of another program: its words are kept."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = _AnyOption({"class": str})

    def run(self) -> list[nodes.Node]:
        box = nodes.container()
        words = " ".join(self.arguments)
        if " " in words.strip():
            box += nodes.paragraph("", words)
        self.state.nested_parse(self.content, self.content_offset, box)
        return list(box.children)


class _Code(_Unknown):
    """Program text, or the text that a drawing is made from."""

    def run(self) -> list[nodes.Node]:
        language = (self.arguments or [""])[0].strip().split(" ")[0] if self.name in _CODE else ""
        classes = ["code", *([language] if language else [])]
        return [nodes.literal_block("", "\n".join(self.content), classes=classes)]


class _Nothing(_Unknown):
    """A directive that says something to another program alone."""

    def run(self) -> list[nodes.Node]:
        return []


class _Video(_Unknown):
    """A video, as a link."""

    def run(self) -> list[nodes.Node]:
        address = _VIDEOS[self.name.lower()].format((self.arguments or [""])[0].strip())
        link = nodes.reference("", address, refuri=address)
        return [nodes.paragraph("", "", link)]


def _kind(name: str) -> type[Directive]:
    if name in _CODE or name in _DRAWINGS:
        return _Code
    if name in _VIDEOS:
        return _Video
    return _Nothing if name in {*_NOTHING, *_FILES} else _Unknown
