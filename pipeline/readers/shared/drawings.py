"""SVG rebuilt from what may be drawn: all the rest of it is left out, whatever it is.

A browser runs an SVG that is opened by itself as a page: scripts, handlers, style sheets with
addresses, and document types that add any of these. So nothing of a file is copied: elements and
attributes that only draw, by name, are written anew.
"""

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_NAMES: dict[str | None, str] = {None: SVG, "xlink": _XLINK}
_XML = "http://www.w3.org/XML/1998/namespace"

LARGEST = 10_000_000
"""Bytes of a drawing: in memory it takes ten times as many."""

MOST_DRAWN = 100_000
"""Elements of a drawing, those that are used several times counted each time."""

# What draws, groups, names or is used by what draws (SVG 2, appendix G), without animation,
# programs, other languages and filters, which can take any time and memory.
_ELEMENTS = frozenset({
    "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "path", "rect", "circle",
    "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image",
    "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker",
    "style",
})  # fmt: skip
_GROUPS = frozenset({"a"})  # what is in them is drawn, and they themselves do more

_ATTRIBUTES = frozenset({
    "id", "class", "style", "lang", "version", "width", "height", "viewBox",
    "preserveAspectRatio", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx",
    "fy", "fr", "d", "points", "pathLength", "transform", "gradientTransform", "gradientUnits",
    "spreadMethod", "offset", "patternTransform", "patternUnits", "patternContentUnits",
    "clipPathUnits", "maskUnits", "maskContentUnits", "markerUnits", "markerWidth",
    "markerHeight", "refX", "refY", "orient", "dx", "dy", "rotate", "textLength",
    "lengthAdjust", "startOffset", "method", "spacing", "side", "role", "aria-label",
    "aria-labelledby", "aria-hidden", "aria-describedby", "requiredExtensions",
    "systemLanguage", "alignment-baseline", "baseline-shift", "clip", "clip-path", "clip-rule",
    "color", "color-interpolation", "color-rendering", "direction", "display",
    "dominant-baseline", "fill", "fill-opacity", "fill-rule", "font-family", "font-size",
    "font-size-adjust", "font-stretch", "font-style", "font-variant", "font-weight",
    "image-rendering", "isolation", "letter-spacing", "marker-end", "marker-mid",
    "marker-start", "mask", "mask-type", "mix-blend-mode", "opacity", "overflow",
    "paint-order", "shape-rendering", "stop-color", "stop-opacity", "stroke",
    "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor", "text-decoration",
    "text-overflow", "text-rendering", "unicode-bidi", "vector-effect", "visibility",
    "white-space", "word-spacing", "writing-mode",
})  # fmt: skip

# A style may refer to a part of the same drawing, and to nothing else. "\75rl(" is "url(" too,
# so what has a backslash is left out; "@" begins a rule that may load something.
_UNSAFE_STYLE = re.compile(
    r"[\\<@]|url\((?!\s*[\"']?#)|image(?:-set)?\s*\(|src\s*\(|expression|behavior|-moz-binding",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_AT_RULE = re.compile(r"@[\w-]+[^;{}@]*(?:;|\{[^{}@]*\})")
_REFERENCE = re.compile(r"url\(\s*[\"']?#([^\"')]+)")
_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp);base64,", re.IGNORECASE)
_WITHOUT_MEANING = frozenset({"metadata", "namedview"})


class NotDrawnError(Exception):
    """The bytes are not a drawing, or one that takes too long to draw."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing that only draws. `whole` is False where something visible was left out."""

    data: bytes
    root: etree._Element
    whole: bool


def rebuilt(data: bytes, shows: Callable[[bytes], bool]) -> Drawing:
    """An SVG with everything in it that only draws.

    `shows` says whether bytes are a picture that may be shown inside it. Raises `NotDrawnError`.
    """
    if len(data) > LARGEST:
        raise NotDrawnError("it is larger than 10 MB")
    source = _parsed(data)
    root = etree.Element(f"{{{SVG}}}svg", nsmap=_NAMES)  # type: ignore[arg-type] # None is allowed
    whole = _fill(root, source, shows)
    if _size(root) > MOST_DRAWN:
        raise NotDrawnError("it draws more than any picture needs")
    return Drawing(etree.tostring(root, encoding="utf-8"), root, whole)


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotDrawnError("it is not well-formed") from error
    if root.tag != f"{{{SVG}}}svg":
        raise NotDrawnError("it is not SVG")
    return root


def _fill(made: etree._Element, source: etree._Element, shows: Callable[[bytes], bool]) -> bool:
    """Fill an element with what may be shown of another; whether that was all."""
    whole = True
    for key, value in source.items():
        whole = _set(made, str(key), str(value), shows) and whole
    if made.tag == f"{{{SVG}}}style":
        return _style(made, "".join(map(str, source.itertext()))) and whole
    made.text = source.text
    for child in source:
        inner = _child(made, child)
        if inner is None:
            whole = whole and _may_go(child)
            _append(made, child.tail)
        else:
            whole = _fill(inner, child, shows) and whole
            inner.tail = child.tail
    return whole


def _style(made: etree._Element, text: str) -> bool:
    """Give a style sheet its rules without those that load something, or none of them."""
    text = _COMMENT.sub("", text)
    rules = text if "\\" in text else _AT_RULE.sub("", text)
    safe = not _UNSAFE_STYLE.search(rules)
    made.text = rules if safe else ""
    return safe and rules == text


def _child(made: etree._Element, child: etree._Element) -> etree._Element | None:
    """The element for a child; None for one that is left out."""
    if not isinstance(child.tag, str):
        return None
    name = etree.QName(child)
    if name.namespace != SVG or name.localname not in _ELEMENTS | _GROUPS:
        return None
    shown = "g" if name.localname in _GROUPS else name.localname
    return etree.SubElement(made, f"{{{SVG}}}{shown}")


def _may_go(child: etree._Element) -> bool:
    """Whether nobody misses an element: notes of the program that made the drawing."""
    if not isinstance(child.tag, str):
        return child.tag is not etree.Entity
    name = etree.QName(child)
    return name.localname in _WITHOUT_MEANING or (name.namespace or SVG) not in {
        SVG,
        "http://www.w3.org/1999/xhtml",
    }


def _append(made: etree._Element, text: str | None) -> None:
    """Text after an element that was left out."""
    if text and len(made):
        made[-1].tail = (made[-1].tail or "") + text
    elif text:
        made.text = (made.text or "") + text


def _set(made: etree._Element, key: str, value: str, shows: Callable[[bytes], bool]) -> bool:
    """Give an element an attribute if that is safe; whether anything was lost that matters."""
    name = etree.QName(key)
    if name.localname == "href" and name.namespace in (None, _XLINK):
        return _refer(made, value.strip(), shows)
    if name.namespace == _XML and name.localname in {"space", "lang"}:
        made.set(key, value)
    elif name.namespace is None and name.localname in _ATTRIBUTES:
        value = _COMMENT.sub("", value)
        if _UNSAFE_STYLE.search(value):
            return False
        made.set(key, value)
    elif name.namespace is None:
        return not name.localname.lower().startswith("on") and name.localname != "filter"
    return True


def _refer(made: etree._Element, value: str, shows: Callable[[bytes], bool]) -> bool:
    """A reference to a part of the drawing, or to a picture inside it; no link to elsewhere."""
    picture = made.tag == f"{{{SVG}}}image" and _DATA.match(value)
    if value.startswith("#") or (picture and shows(_decoded(value[picture.end() :]))):
        made.set(f"{{{_XLINK}}}href", value)
        return True
    return made.tag == f"{{{SVG}}}g"  # the words of a link are still shown


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()))
    except (binascii.Error, ValueError):
        return b""


# --- how much it draws ------------------------------------------------------------------


def _size(root: etree._Element) -> int:
    try:
        return sum(_drawn(root, _named(root), {}))
    except RecursionError:  # a thousand parts of which each uses the next
        return MOST_DRAWN + 1


def _named(root: etree._Element) -> dict[str, etree._Element]:
    return {str(name): element for element in root.iter() if (name := element.get("id"))}


def _drawn(
    element: etree._Element, named: dict[str, etree._Element], known: dict[str, int]
) -> Iterator[int]:
    """How many elements are drawn for one, with what it uses, in numbers that are to be added."""
    yield 1
    for name in _used(element):
        if name in named:
            yield _used_size(name, named, known)
    for child in element:
        yield from _drawn(child, named, known)


def _used_size(name: str, named: dict[str, etree._Element], known: dict[str, int]) -> int:
    if name not in known:
        known[name] = MOST_DRAWN + 1  # what uses itself has no end
        known[name] = sum(_drawn(named[name], named, known))
    return known[name]


def _used(element: etree._Element) -> Iterator[str]:
    """The ids of the parts of the drawing that an element uses."""
    for key, value in element.items():
        if etree.QName(key).localname == "href" and str(value).startswith("#"):
            yield str(value)[1:]
        yield from _REFERENCE.findall(str(value))
