"""HTML inside a paragraph → inlines of the model, with white space as a browser shows it."""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from formats.model import (
    Abbreviation,
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Sentence,
    Sentences,
    Style,
    Styled,
    Text,
)
from formats.words import Words, words
from pipeline.readers.html import picture_address
from pipeline.readers.html.conversion import Scope
from pipeline.readers.html.formulas import is_picture_of_formula, mathml
from pipeline.readers.html.notes import MARK
from pipeline.readers.html.white_space import tidy, worth_keeping
from pipeline.readers.shared import links
from pipeline.readers.shared.chars import clean, collapse, one_line

STYLES = {
    "em": Style.EMPHASIS,
    "i": Style.EMPHASIS,
    "cite": Style.EMPHASIS,
    "dfn": Style.EMPHASIS,
    "var": Style.EMPHASIS,
    "strong": Style.STRONG,
    "b": Style.STRONG,
    "summary": Style.STRONG,
    "del": Style.DELETED,
    "s": Style.DELETED,
    "strike": Style.DELETED,
    "ins": Style.INSERTED,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
    "mark": Style.MARK,
    "q": Style.QUOTATION,
    "kbd": Style.KEYBOARD,
}

# Elements whose words are kept, and that have no other meaning for a format.
PLAIN = {
    "span", "small", "u", "font", "bdi", "bdo", "time", "data", "big", "center", "wbr", "label",
    "ruby", "rb", "rt", "rp", "picture", "source", "noscript", "nobr", "button", "tbody", "thead",
    "tfoot",
}  # fmt: skip
CODE = {"code", "samp", "tt"}
EMBEDS = {"iframe", "video", "audio", "object", "embed"}
DROPPED = {"script", "style", "template", "link", "meta", "base"}

# Elements that begin a block of their own, known to the model or not.
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
    "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
}  # fmt: skip

_TELLING = 4  # characters: a shorter end of an address could stand anywhere
_VIDEO_SITES = {"dailymotion.com", "vimeo.com", "youtu.be", "youtube-nocookie.com", "youtube.com"}


def running(nodes: Iterable[PageElement], scope: Scope) -> tuple[Inline, ...]:
    """The inlines of some nodes, with tidy white space; () where there is nothing to show."""
    run = tidy(_gather(nodes, scope))
    return run if worth_keeping(run) else ()


def sentences(nodes: Iterable[PageElement], scope: Scope) -> Sentences:
    """Running text as one sentence without an id, for the split; or none."""
    run = running(nodes, scope)
    return (Sentence("", run),) if run else ()


def _gather(nodes: Iterable[PageElement], scope: Scope) -> list[Inline]:
    found: list[Inline] = []
    for node in nodes:
        if isinstance(node, Tag):
            found += _element(node, scope)
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            found.append(Text(collapse(node)))
    return found


def _element(tag: Tag, scope: Scope) -> list[Inline]:
    if scope.too_deep:
        return [Text(collapse(tag.get_text(" ")))]
    made = _HANDLERS.get(tag.name, _other)(tag, scope)
    language = scope.foreign(tag)
    return [Foreign(language, tuple(made))] if language and made else made


def _children(tag: Tag, scope: Scope) -> list[Inline]:
    return _gather(tag.children, scope.inside(tag))


def _styled(tag: Tag, scope: Scope) -> list[Inline]:
    inner = _children(tag, scope)
    if tag.name == "sup" and all(i == Text("") or isinstance(i, NoteRef) for i in inner):
        return inner
    return [Styled(STYLES[tag.name], tuple(inner))] if inner else []


def _link(tag: Tag, scope: Scope) -> list[Inline]:
    href = clean(str(tag.get("href", ""))).strip()
    inner = _gather(tag.children, replace(scope.inside(tag), linked=True))
    if not href or href.startswith("#") or scope.linked or not inner:
        return inner  # a place inside the page, which has other ids in our formats
    href = _address(href, scope)
    return [Link(href, tuple(inner))] if href else inner


def _note_mark(tag: Tag, _scope: Scope) -> list[Inline]:
    number = str(tag["number"])
    return [NoteRef(f"n{number}", number or str(tag["label"]))]


def _address(href: str, scope: Scope) -> str:
    """The address that a link leads to; "" with a finding where it leads nowhere."""
    try:
        return links.address(href, scope.conversion.source.base)
    except links.UnsafeLinkError:
        code, why = "link-unsafe", "is not safe"
        remedy = "Link to an address that begins with https."
    except links.BrokenLinkError:
        code, why, remedy = "link-invalid", "leads nowhere", "Correct the address."
    message = f"The link to {href[:60]} {why}, so it was left out; its words were kept."
    scope.conversion.tell(code, href, message, remedy)
    return ""


def _code(tag: Tag, _scope: Scope) -> list[Inline]:
    text = collapse(tag.get_text())
    return [Code(text)] if text.strip() else []


def _abbreviation(tag: Tag, scope: Scope) -> list[Inline]:
    text, expansion = one_line(tag.get_text()), one_line(str(tag.get("title", "")))
    if not text or not expansion:
        return _children(tag, scope)
    return [Abbreviation(text, expansion)]


def _picture(tag: Tag, scope: Scope) -> list[Inline]:
    src = picture_address.address(tag)
    alt = tag.get("alt")
    decoration = alt is None and tag.get("role") in {"presentation", "none"}
    words = None if alt is None and not decoration else one_line(str(alt or ""))
    return [scope.conversion.pictures.take(src, words)]


def _break(_tag: Tag, _scope: Scope) -> list[Inline]:
    return [Break()]


def _embed(tag: Tag, scope: Scope) -> list[Inline]:
    """A player or frame as a link: what kind it is, and its title, own words or host."""
    inside = tag.find("source")
    src = str(tag.get("src") or tag.get("data") or (inside.get("src") if inside else "") or "")
    host = _host(src)
    inner = "" if tag.name in {"audio", "video"} else tag.get_text()  # "Your browser can't play"
    own = one_line(str(tag.get("title") or tag.get("aria-label") or "") or inner)
    shown = _kind(tag, host, words(scope.language)).format(own or host or src)
    to = _address(src, scope) if src and not scope.linked else ""
    _tell_embed(tag, src, scope, linked=bool(to))
    if not to:
        return [Text(f" {shown} ")] if own or src else []
    return [Break(), Link(to, (Text(shown),)), Break()]


def _tell_embed(tag: Tag, src: str, scope: Scope, *, linked: bool) -> None:
    """Name what was shown, and where it was from: in a post there may be no tag, but an address."""
    host = _host(src)
    english = words("en")
    what = {english.audio: "A recording", english.video: "A video"}
    named = what.get(_kind(tag, host, english), "A part of another page")
    done = "a link was put in its place" if linked else "it was left out"
    scope.conversion.tell(
        "embed",
        _as_written(src, scope.conversion.source.text) or f"<{tag.name}",
        f"{named}{f' ({host})' if host else ''} can't be published; {done}.",
        "Say in the post what it shows, for those who can't open it.",
    )


def _as_written(src: str, text: str) -> str:
    """How an address stands in a text: escaped, or only its end, as in [youtube dQw4w9WgXcQ]."""
    end = re.split(r"[/=?&]", src.rstrip("/"))[-1]
    forms = (src, html.escape(src), *([end] if len(end) > _TELLING else []))
    return next((form for form in forms if form in text), src)


def _host(src: str) -> str:
    try:
        return urlsplit(src).hostname or ""
    except ValueError:
        return ""


def _kind(tag: Tag, host: str, known: Words) -> str:
    """The phrase for what an embedded thing is."""
    if tag.name == "audio":
        return known.audio
    shows = tag.name == "video" or any(f".{host}".endswith(f".{site}") for site in _VIDEO_SITES)
    return known.video if shows else known.embed


def _dropped(tag: Tag, scope: Scope) -> list[Inline]:
    if tag.name in {"script", "style", "template"}:
        scope.conversion.tell(
            "active-content",
            f"<{tag.name}",
            f"A <{tag.name}> was left out: it is not text.",
            "Nothing needs to be done if the post reads well without it.",
        )
    return []


def _transparent(tag: Tag, scope: Scope) -> list[Inline]:
    return [] if is_picture_of_formula(tag) else _children(tag, scope)


def _math(tag: Tag, _scope: Scope) -> list[Inline]:
    return mathml(tag)


def _block(tag: Tag, scope: Scope) -> list[Inline]:
    """A block where the model has only running text, as in a cell: on lines of its own."""
    return [Break(), *_children(tag, scope), Break()]


def _other(tag: Tag, scope: Scope) -> list[Inline]:
    unknown(tag, scope)
    return _children(tag, scope)


def unknown(tag: Tag, scope: Scope) -> None:
    """Warn about an element that the model does not have."""
    scope.conversion.tell(
        "unknown-element",
        f"<{tag.name}",
        f"The element <{tag.name}> means nothing to Allways; its text was kept.",
        "Check how that part reads.",
    )


_HANDLERS: dict[str, Callable[[Tag, Scope], list[Inline]]] = {
    **dict.fromkeys(PLAIN, _transparent),
    **dict.fromkeys(BLOCKS, _block),
    **dict.fromkeys(STYLES, _styled),
    **dict.fromkeys(CODE, _code),
    **dict.fromkeys(EMBEDS, _embed),
    **dict.fromkeys(DROPPED, _dropped),
    "a": _link,
    "abbr": _abbreviation,
    "acronym": _abbreviation,
    "img": _picture,
    "math": _math,
    MARK: _note_mark,
    "br": _break,
}
