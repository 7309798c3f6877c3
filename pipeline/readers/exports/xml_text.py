"""A file of XML from anywhere → its tree, mended where it is broken.

References are resolved here, before the parser: those that XML or HTML knows become the
characters they stand for, any other stays as it is written. So no entity that a file declares
is ever expanded, and an "&" that somebody forgot to escape is not lost.
"""

import html
import re

from lxml import etree

from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.exports import told
from pipeline.readers.shared import encoding
from pipeline.readers.shared.chars import clean
from pipeline.readers.shared.reading import File

# How many signs of markup a file may have: an element takes 300 bytes of memory.
_MOST = {"<": 700_000, "=": 2_000_000, "&": 2_000_000}

# References that XML itself does not know, and "&" that is none; a CDATA section has none.
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!(?:amp|lt|gt|quot|apos);)"
    r"(?:(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][\w.-]{0,40});)?",
    re.DOTALL,
)
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{5000,}")
_ATTRIBUTES = 500
_NEEDED = frozenset('<>&"')  # signs that stay escaped, since they would be markup


def parse(file: File) -> tuple[etree._Element, tuple[Finding, ...]]:
    """The root of a file, with warnings for what is broken; `ReadError` where nothing is left."""
    text, findings = encoding.text_of(file.data, file.name)
    many = any(text.count(sign) > most for sign, most in _MOST.items())
    if many or any(map(_is_bait, _LONG_TAG.finditer(text))):
        raise ReadError(
            "This file has too many elements, or attributes of one, to be read.",
            where=file.name,
            remedy="Export fewer posts at a time.",
        )
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    mended = _REFERENCE.sub(_resolved, clean(text).lstrip())
    try:
        root = etree.fromstring(mended.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise _nothing_left(file, str(error)) from error
    if root is None:
        raise _nothing_left(file, "no element was found")
    return root, (*findings, *_broken(parser, file))


def _is_bait(tag: re.Match[str]) -> bool:
    """Whether a tag has so many attributes that comparing their names takes very long."""
    return tag[0].count("=") > _ATTRIBUTES


def _resolved(found: re.Match[str]) -> str:
    """What stands for a reference: its character, or itself, escaped."""
    whole = found[0]
    if whole.startswith("<"):
        return whole
    char = clean(html.unescape(whole))
    if char == whole:
        return f"&amp;{whole[1:]}"
    return f"&#{ord(char)};" if char in _NEEDED else char


def _broken(parser: etree.XMLParser, file: File) -> tuple[Finding, ...]:
    """A warning at the first place that is not well-formed."""
    errors = [error for error in parser.error_log if error.level_name != "WARNING"]
    # A prefix or an id without a declaration loses nothing.
    lost = [error for error in errors if error.type_name not in _HARMLESS]
    if not lost:
        return ()
    return told.broken(f"{file.name}:{lost[0].line}", lost[0].message.strip())


_HARMLESS = frozenset({"NS_ERR_UNDEFINED_NAMESPACE", "ERR_NS_DECL_ERROR", "WAR_NS_URI"})


def _nothing_left(file: File, why: str) -> ReadError:
    return ReadError(
        f"This file can't be read as XML: {why}.",
        where=file.name,
        remedy="Export it again.",
    )
