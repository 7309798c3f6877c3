"""A file of XML from anywhere → its tree: in the encoding it says, mended where it is broken.

References are resolved here, before the parser: those that XML or HTML knows become the
characters they stand for, any other stays as it is written. So no entity that a file declares
is ever expanded, and an "&" that somebody forgot to escape is not lost.
"""

import codecs
import html
import re

from lxml import etree

from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.shared.chars import clean
from pipeline.readers.shared.reading import File, warning

# How many signs of markup a file may have: an element takes 300 bytes of memory.
_MOST = {"<": 700_000, "=": 2_000_000, "&": 2_000_000}
_BROKEN = "\ufffd"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How "<?xm" begins in each family of encodings (XML 1.0, appendix F.1).
_FAMILIES = (
    (b"\x3c\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00\x3c", "utf-32-be"),
    (b"\x3c\x00", "utf-16-le"),
    (b"\x00\x3c", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
_SAID = re.compile(r"^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([\w:.-]{1,40})[\"']")

# What browsers read when a page says one of these (WHATWG Encoding, 4.2): supersets, in which
# the curly quotes of Windows are where people have them.
_SUPERSETS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
    "iso8859-11": "cp874", "tis-620": "cp874",
}  # fmt: skip

# References that XML itself does not know, and "&" that is none; a CDATA section has none.
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!(?:amp|lt|gt|quot|apos);)"
    r"(?:(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][\w.-]{0,40});)?",
    re.DOTALL,
)
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{5000,}")
_ATTRIBUTES = 500
_NEEDED = frozenset('<>&"')  # signs that stay escaped, since they would be markup


def text_of(data: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    """The text of an XML file, with a warning where it is not in the encoding that it says."""
    said, known = _encoding(data)
    for encoding in (known, "utf-8") if known else ("utf-8",):
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        wrong = bool(said) and encoding != known
        return text, (_not_in(said, encoding, name),) if wrong else ()
    text = data.decode("cp1252", "replace")
    return text, (_not_in(said or "utf-8", "windows-1252", name),)


def _encoding(data: bytes) -> tuple[str, str]:
    """The encoding that a file says it is in, and Python's name for it; "" where unknown."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, encoding  # the mark itself is dropped with other such signs
    family = next((kind for start, kind in _FAMILIES if data.startswith(start)), "")
    if family.startswith("utf"):
        return family, family
    head = data[:400].decode(family or "latin-1", "replace")
    found = _SAID.match(head)
    said = found[1] if found else ""
    return said, _known(said) or family


def _known(label: str) -> str:
    try:
        name = codecs.lookup(label).name if label else ""
        "".encode(name or "utf-8")  # a codec that is no encoding of text, such as "hex", refuses
    except LookupError:
        return ""
    if name.startswith(("utf-16", "utf-32")):
        return ""  # the declaration could be read, so it is not in one of these
    return _SUPERSETS.get(name, name)


def _not_in(said: str, read: str, name: str) -> Finding:
    return warning(
        "encoding-wrong",
        name,
        f"The file says that it is in {said}, but it is not; it was read as {read}.",
        "If letters look wrong, export it again, or save it as UTF-8 in a text editor.",
    )


def parse(file: File) -> tuple[etree._Element, tuple[Finding, ...]]:
    """The root of a file, with warnings for what is broken; `ReadError` where nothing is left."""
    text, findings = text_of(file.data, file.name)
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
    return (
        warning(
            "xml-broken",
            f"{file.name}:{lost[0].line}",
            f"This file is not well-formed XML ({lost[0].message.strip()}); what could be read "
            "was read.",
            "Check that all posts are there, and whole. If not, export it again.",
        ),
    )


_HARMLESS = frozenset({"NS_ERR_UNDEFINED_NAMESPACE", "ERR_NS_DECL_ERROR", "WAR_NS_URI"})


def _nothing_left(file: File, why: str) -> ReadError:
    return ReadError(
        f"This file can't be read as XML: {why}.",
        where=file.name,
        remedy="Export it again.",
    )
