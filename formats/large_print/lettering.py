"""How small the letters in a drawing are when it is printed.

Only drawings (SVG) say how large their letters are; those of a photograph would have to be found
in its dots. Sizes are taken from attributes, styles and simple rules for classes; a letter's size
follows the scale of what it stands in, and of the page.
"""

import math
import re
from collections.abc import Iterator

from lxml import etree

from formats.model import Media

_SVG = "image/svg+xml"
_POINTS_PER_MM = 72 / 25.4
_USUAL = 16.0  # CSS pixels, where nothing is said

_SIZE = re.compile(r"font-size\s*:\s*([^;}\"]+)")
_LENGTH = re.compile(r"\s*(\d*\.?\d+)\s*(px|pt|)\s*(?:!important)?\s*")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SCALE = re.compile(r"(scale|matrix)\(([^)]*)\)")


def smallest(media: Media, width: float) -> float | None:
    """The size in points of the smallest letters of a drawing that is printed this wide, in mm.

    None where it has no letters, or is no drawing.
    """
    if media.mime != _SVG:
        return None
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(media.data, parser)
    except etree.XMLSyntaxError:
        return None
    across = _across(root, media)
    if not across:
        return None
    rules = dict(_rules(root))
    sizes = [_size(text, rules) * _scale(text) for text in _texts(root)]
    return min(sizes) * width / across * _POINTS_PER_MM if sizes else None


def _across(root: etree._Element, media: Media) -> float:
    """The width of a drawing in its own units; 0 where it is unknown."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        return float(box[2]) if len(box) == 4 else float(media.width)
    except ValueError:
        return float(media.width)


def _texts(root: etree._Element) -> Iterator[etree._Element]:
    """Each element with letters of its own."""
    for element in root.iter("{*}text", "{*}tspan"):
        own = (element.text or "") + "".join(child.tail or "" for child in element)
        if own.strip():
            yield element


def _rules(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The sizes that style sheets give to elements and classes, such as "text" and ".label"."""
    for sheet in root.iter("{*}style"):
        for names, inside in _RULE.findall(sheet.text or ""):
            if size := _SIZE.search(inside):
                yield from ((name.strip(), size[1]) for name in names.split(","))


def _size(text: etree._Element, rules: dict[str, str]) -> float:
    """The size of letters in the units of what they stand in."""
    for element in (text, *text.iterancestors()):
        classes = (f".{name}" for name in element.get("class", "").split())
        style = _SIZE.search(element.get("style", ""))
        named = (*classes, etree.QName(element).localname)
        known = (
            style[1] if style else "",
            *(rules.get(name, "") for name in named),
            element.get("font-size", ""),
        )
        for said in filter(None, known):
            if length := _LENGTH.fullmatch(said):
                return float(length[1]) * (4 / 3 if length[2] == "pt" else 1)
    return _USUAL


def _scale(text: etree._Element) -> float:
    """By how much what letters stand in is enlarged."""
    scale = 1.0
    for element in (text, *text.iterancestors()):
        for kind, inside in _SCALE.findall(element.get("transform", "")):
            try:
                numbers = [float(n) for n in re.split(r"[\s,]+", inside.strip())]
            except ValueError:
                continue
            if kind == "scale":
                scale *= abs(numbers[-1])
            elif len(numbers) == 6:
                a, b, c, d = numbers[:4]
                scale *= math.sqrt(abs(a * d - b * c))
    return scale
