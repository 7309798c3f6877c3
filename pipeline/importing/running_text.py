"""Running text as Markdown, escaped so that it is read again as the same words and marks.

What Markdown has no sign for is an HTML element, which Markdown allows. Characters that no
Markdown program lets a backslash escape are written as character references.
"""

import re
from collections.abc import Iterable
from typing import assert_never

from formats.model import (
    Abbreviation,
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Picture,
    Style,
    Styled,
    Text,
)
from pipeline.importing import elements
from pipeline.importing.elements import attribute, reference

_SIGNS = {Style.EMPHASIS: "*", Style.STRONG: "**", Style.DELETED: "~~"}

# Signs that may mean something anywhere in running text. "{" begins the tags of site generators,
# "~", "^" and "==" are lowered, raised and marked text in some dialects, ":smile:" is a smiley.
# "[[", "[/" and "[name values]" may be links of a wiki and shortcodes in spite of a backslash.
_SIGN = (
    r"(?P<named>[<{~^]|\[(?=[\[/]|[a-zA-Z][\w-]*[\s=])|&(?=[#\w])|\|(?=\S|\s|$)|=(?==)|(?<==)="
    r"|\$(?!\d)|\$(?=\d[^ ]*\$)|:(?=(?:[a-z+-][\w+-]*|100|1234):))"
    r"|(?P<slash>[\\`*_\[\]]|!(?=\[|$))"
    r"|(?P<space>^[^\S ]+|[^\S \u00a0\u202f]|[^\S ]+$)"
)
# What makes a link of an address without marks: "https://", "www.", "name@".
_OF_ADDRESS = r"|(?P<address>:(?=//)|(?<=[wW]{3})\.|(?<=[-+\w])@(?=[-\w]+\.))"
_SIGNS_ALONE = re.compile(_SIGN)
_ESCAPED = re.compile(_SIGN + _OF_ADDRESS)
# Signs that mean something at the beginning of a line, and statements of JavaScript.
_LINE_START = re.compile(
    r"(?P<slash>[#+-])|(?P<named>[>:=?]|i(?=mport\s.*[\"'])|e(?=xport\s))"
    r"|(?P<number>\d{1,9})(?P<after>[.)])|!"
)

_PLAIN_CODE = re.compile(r"(?! )[^`$]*[^`$ ]")
# A formula between double dollars, as the reader of Markdown takes it for one.
_FORMULA = re.compile(
    r"\$\$(?=[^$]*[\\^_=+<>])(?![^$]*[{%][{%])[^$`\s][^$`]*(?<!\s)\$\$|\$\$\w+\$\$"
)
_PLAIN_ADDRESS = re.compile(r"[\w:/?#@!&+,;=%.~-]*", re.ASCII)
_BRACKETED = re.compile(r"[\w:/?#@!$'()*+,;=%.~-]*", re.ASCII)
_ENTITY = re.compile(r"&\w+;")
_PLAIN_ALTERNATIVE = re.compile(r"[^\\`*_\[\]<>{}~^&$=!|\"\n]*")


def line(run: Iterable[Inline], *, marks: bool) -> str:
    """A run as one line that begins a block; `marks` says whether notes are Markdown's."""
    return _line_start(running(run, marks=marks))


def running(run: Iterable[Inline], *, marks: bool) -> str:
    """A run of text."""
    inlines = tuple(run)
    written = ""
    for inline, after in zip(inlines, (*inlines[1:], None), strict=False):
        match inline:
            case Styled():
                written += _styled(inline, written[-1:], after, marks=marks)
            case Text(text):
                linked = isinstance(after, Link | Picture | NoteRef)
                written += _text(text) if linked or not text.endswith("!") else _bang(text)
            case _:
                written += _inline(inline, marks=marks)
    return written


def _bang(text: str) -> str:
    """Text that ends in "!" where no bracket follows, which would make a picture of it."""
    return _text(text[:-1]) + "!"


def _inline(inline: Inline, *, marks: bool) -> str:
    match inline:
        case Text():
            written = _text(inline.text)
        case Code():
            written = _code(inline.text)
        case Break():
            written = "<br>"
        case Link():
            written = _link(inline, marks=marks)
        case Foreign():
            inner = running(inline.children, marks=marks)
            written = f"<span lang={attribute(inline.language)}>{inner}</span>"
        case Abbreviation():
            written = f"<abbr title={attribute(inline.expansion)}>{_text(inline.text)}</abbr>"
        case Picture():
            written = _picture(inline)
        case NoteRef():
            written = f"[^{elements.number(inline.note)}]" if marks else elements.mark(inline)
        case Styled():
            written = _element(inline, marks=marks)
        case _:
            assert_never(inline)
    return written


def _text(text: str) -> str:
    return _ESCAPED.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return "\\" + found[0] if found["slash"] else "".join(map(reference, found[0]))


def _line_start(written: str) -> str:
    """A line that begins no heading, list, quotation or box by its first characters."""
    found = _LINE_START.match(written)
    if not found:
        return written
    rest = written[found.end() :]
    if found["number"]:
        return f"{found['number']}\\{found['after']}{rest}"
    if found["named"]:
        return reference(found[0]) + rest
    return written if found[0] == "!" and not rest.startswith("!") else f"\\{found[0]}{rest}"


def _styled(styled: Styled, before: str, after: Inline | None, *, marks: bool) -> str:
    """The signs of Markdown around plain words that stand by themselves, or else an element."""
    sign = _SIGNS.get(styled.style, "")
    match styled.children:
        case (Text(text),) if sign and text[0].isalnum() and text[-1].isalnum():
            if not _joins(before) and not _joins(_first(after)):
                return f"{sign}{_text(text)}{sign}"
        case _:
            pass
    return _element(styled, marks=marks)


def _joins(sign: str) -> bool:
    """Whether a character beside a sign of emphasis could change what it means."""
    return bool(sign) and not sign.isspace() and sign not in ".,;:?()“”‘’\"'—–…"


def _first(inline: Inline | None) -> str:
    match inline:
        case None:
            return ""
        case Text(text):
            return text[:1]
        case _:
            return "<"


def _element(styled: Styled, *, marks: bool) -> str:
    return f"<{styled.style}>{running(styled.children, marks=marks)}</{styled.style}>"


def _code(text: str) -> str:
    if _FORMULA.fullmatch(text):
        return text
    return f"`{text}`" if _PLAIN_CODE.fullmatch(text) else f"<code>{_text(text)}</code>"


def _link(link: Link, *, marks: bool) -> str:
    words = _words(link, marks=marks)
    if _is_plain(link.href):
        shown = link.children == (Text(link.href),) and re.match("https?://", link.href)
        return f"<{link.href}>" if shown else f"[{words}]({link.href})"
    if _BRACKETED.fullmatch(link.href):
        return f"[{words}](<{link.href}>)"
    return f"<a href={attribute(link.href)}>{words}</a>"


def _words(link: Link, *, marks: bool) -> str:
    """The words of a link; in one, no address becomes another."""
    match link.children:
        case (Text(text),) if not text.endswith("!"):
            return _SIGNS_ALONE.sub(_escaped, text)
        case _:
            return running(link.children, marks=marks)


def _is_plain(address: str) -> bool:
    return bool(_PLAIN_ADDRESS.fullmatch(address)) and not _ENTITY.search(address)


def _picture(picture: Picture) -> str:
    alt = picture.alt or ""
    if not _is_plain(picture.src) or not _PLAIN_ALTERNATIVE.fullmatch(alt):
        return elements.picture(picture)
    return f"![{alt}]({picture.src})" + ("{role=presentation}" if picture.alt == "" else "")
