"""Markdown with front matter: one file, one post."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

import markdown
from bs4 import Tag
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx import emoji

from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.html import formulas
from pipeline.readers.html.document import draft, tree
from pipeline.readers.shared import values
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.files import decode
from pipeline.readers.shared.naming import title_of
from pipeline.readers.shared.reading import (
    Defaults,
    Draft,
    File,
    FileContents,
    Meta,
    TextFile,
    note,
)
from pipeline.readers.text import front_matter, marks
from pipeline.readers.text.apart import set_apart
from pipeline.readers.text.containers import plain_containers
from pipeline.readers.text.html_blocks import HtmlBlocks
from pipeline.readers.text.jsx import without_jsx
from pipeline.readers.text.lists import indent_lists
from pipeline.readers.text.shortcodes import without_shortcodes
from pipeline.readers.text.templates import without_tags

_DEEPEST_BRACKETS = 100
_OPEN_LINKS = 100  # links without an end in one paragraph
_PORTION = 200  # blocks

# Other words after the language of a fence ("```js src/App.js {2}") are for a site generator; with
# them, the package would take the whole fence for running text.
_FENCE = re.compile(
    r"^([ ]*(?:`{3,}|~{3,}))[ \t]*([\w+#.-]+)[ \t]+(?!\{[ ]*[.#])[^`\n]*$", re.MULTILINE
)

# A program that R Markdown and Quarto run: "```{r plot, echo=FALSE}".
_CHUNK = re.compile(r"^([ ]*(?:`{3,}|~{3,}))[ ]*\{([a-zA-Z]\w*)[^}\n]*\}[ ]*$", re.MULTILINE)

# What the package calls "extra", except its fences, which it finds only at the margin: here they
# may be in lists and quotations, as on GitHub; and HTML, which has a module of its own.
_EXTENSIONS = (
    *("abbr", "attr_list", "def_list", "footnotes", "tables", "sane_lists"),
    *("pymdownx.highlight", "pymdownx.superfences", "pymdownx.magiclink", "pymdownx.mark"),
    *("pymdownx.tilde", "pymdownx.caret"),
)
_CONFIGS: dict[str, dict[str, object]] = {"pymdownx.highlight": {"use_pygments": False}}

# A name between two colons, as of a smiley; the list of them is loaded only where there is one.
_SMILEY = re.compile(r":[a-z+-][a-z0-9_+-]*:")
_EMOJI = {"emoji_generator": emoji.to_alt, "emoji_index": emoji.gemoji, "options": {}}

# What may begin or end anything in running text; a colon only before a word or "//".
_SIGN = re.compile(r"[^\w\s.,;:!?'\"()’‘“”–—…%/£€+-]|_|:(?!\s)|www\.|  \n", re.IGNORECASE)


def claims(_name: str, _head: bytes) -> bool:
    """Always: Markdown can only be recognised by its name, because its bytes are plain text."""
    return True


def read(file: File, defaults: Defaults) -> FileContents:
    """The post in a Markdown file; `ReadError` where there is none."""
    source = decode(file)
    parts = front_matter.split(source)
    source = replace(source, base=values.base(parts.fields))
    meta, unclear = values.meta(parts.fields, defaults.language)
    if meta.withheld:  # a draft may still lack a title or text; it is left out in any case
        unfinished = replace(meta, title=meta.title or source.path.stem)
        held = Draft(unfinished, (), source.name, owned=True)
        return FileContents((held,), (*parts.findings, *unclear))
    body, components = without_jsx(parts.body, source, parts.lines_before)
    body, tags = without_tags(body, source, parts.lines_before, _known(parts.fields))
    body, codes = without_shortcodes(body, lambda n: source.line(parts.lines_before + n))
    body = body if body.strip() else _link_alone(parts.fields)
    root = tree(_html(body, source, defaults))
    meta, guessed = _titled(meta, root, source)
    found = draft(root, meta, source, defaults.language)
    told = (*parts.findings, *unclear, *guessed, *components, *tags, *codes)
    findings = (*told, *found.findings)
    drafts = tuple(replace(post, owned=True) for post in found.drafts)
    return replace(found, drafts=drafts, findings=findings)


def _titled(meta: Meta, root: Tag, source: TextFile) -> tuple[Meta, tuple[Finding, ...]]:
    """The metadata with a title: what the text begins with as a heading, or the file's name."""
    if meta.title or root.find("h1") or not root.get_text(strip=True):
        return meta, ()
    first = next((node for node in root.children if isinstance(node, Tag)), None)
    heading = first is not None and re.fullmatch("h[2-6]", first.name) is not None
    title = one_line(first.get_text()) if heading and first else title_of(source.path)
    told = note(
        "title-guessed",
        source.name,
        f"The post does not say its title; it was given the title “{title}”.",
        "Write title: and the title at its top, between two lines of three dashes.",
    )
    return replace(meta, title=title), (told,)


def _link_alone(fields: values.Fields) -> str:
    """The text of a post that only points to another page: its words are in the front matter."""
    words, address, site = values.linked(fields)
    if not address:
        return ""
    return f"{words}\n\n[{site}](<{address}>)\n"


def _known(fields: values.Fields) -> dict[str, str]:
    """The texts of the front matter, by the names that tags have for them."""
    texts = {key: value for key, value in fields.values.items() if isinstance(value, str)}
    return texts | {f"page.{key}": value for key, value in texts.items()}


def _html(body: str, source: TextFile, defaults: Defaults) -> str:
    body = marks.plain_marks(plain_containers(_CHUNK.sub(r"\1\2", _FENCE.sub(r"\1\2", body))))
    body = "\n\n".join(map(_tame, set_apart(indent_lists(body)).split("\n\n")))
    try:
        return _convert(body, _converter(body, defaults))
    except RecursionError as error:
        raise ReadError(
            "Quotes, lists or brackets are inside each other too many times to be read.",
            where=source.name,
            remedy="Take some of them out of the others.",
        ) from error


def _convert(body: str, converter: markdown.Markdown) -> str:
    """Markdown → HTML, as the package's own `convert`, but in portions of a few hundred blocks.

    The package takes each block from the front of a list, which moves all others: 5 MB of short
    paragraphs take minutes.
    """
    lines = body.split("\n")
    for preprocessor in converter.preprocessors:
        lines = preprocessor.run(lines)
    root = ET.Element(converter.doc_tag)
    for portion in _portions("\n".join(lines).split("\n\n")):
        converter.parser.parseBlocks(root, portion)
    for treeprocessor in converter.treeprocessors:
        changed = treeprocessor.run(root)
        root = root if changed is None else changed
    html = "".join(map(converter.serializer, root))
    for postprocessor in converter.postprocessors:
        html = postprocessor.run(html)
    return html


def _portions(blocks: list[str]) -> Iterator[list[str]]:
    """Some blocks at a time; what is indented belongs to what is above it."""
    portion: list[str] = []
    for block in blocks:
        if len(portion) >= _PORTION and not block.startswith((" ", "\n")):
            yield portion
            portion = []
        portion.append(block)
    yield portion


def _converter(body: str, defaults: Defaults) -> markdown.Markdown:
    """A converter for one post."""
    smileys = ("pymdownx.emoji",) if _SMILEY.search(body) else ()
    converter = markdown.Markdown(
        extensions=[*_EXTENSIONS, *smileys],
        extension_configs={**_CONFIGS, "pymdownx.emoji": _EMOJI} if smileys else _CONFIGS,
    )
    converter.preprocessors.register(HtmlBlocks(converter), "html_block", 20)
    converter.treeprocessors.register(_Plain(converter), "plain", 25)
    converter.treeprocessors.register(_Pictures(converter), "pictures", 5)
    formulas.register(converter)
    if defaults.dollars:
        formulas.register_dollars(converter)
    marks.register(converter)
    return converter


def _tame(part: str) -> str:
    """Escape long rows of opening brackets, and of links without an end, which make no links.

    `markdown` searches for the end of each in quadratic time: 20,000 of them take a minute.
    """
    if part.count("](") - part.count(")") > _OPEN_LINKS:
        part = part.replace("](", "]&#40;")
    steps = (1 if c == "[" else -1 for c in part if c in "[]")
    deepest = max(accumulate(steps, lambda depth, step: max(depth + step, 0)), default=0)
    return part.replace("[", "&#91;") if deepest > _DEEPEST_BRACKETS else part


class _Plain(Treeprocessor):
    """Keeps text without any sign of Markdown from being searched for each of the 23 patterns.

    Runs before these (priority 20). A known abbreviation is found only in what is searched.
    """

    def run(self, root: ET.Element) -> None:
        """Mark the plain texts in a tree."""
        if getattr(self.md.treeprocessors["abbr"], "abbrs", None):
            return
        for element in root.iter():
            if element.text and not _SIGN.search(element.text):
                element.text = AtomicString(element.text)


class _Pictures(Treeprocessor):
    """Pictures as the reader of HTML needs them.

    `![](x.png)` has no description, but does not say that the picture is decoration. A word right
    behind a picture is not a part of its description. Runs after attribute lists (priority 8),
    where `{role=presentation}` does say that it is one.
    """

    def run(self, root: ET.Element) -> None:
        """Change the pictures in a tree."""
        for element in root.iter():
            if element.tag == "img" and not element.get("alt", "").strip():
                element.attrib.pop("alt", None)
            inside = element.tag == "a" and len(element) == 1 and not (element.text or "").strip()
            if element.tag == "img" or (inside and element[0].tag == "img"):
                element.tail = re.sub(r"^(?=\w)", " ", element.tail or "")
