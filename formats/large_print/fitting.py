"""Pictures that fit the page on which they stand, so that no page before one is half empty.

A picture is as wide as the lines. Where it is too tall for the rest of a page, it goes to the next;
if the page before would then be less than half full, it is set smaller instead, to fit the rest.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from formats.large_print.typeset import PrintPlace, places
from formats.model import Edition

_TOP, _FOOT = 25.0, 267.0  # mm: where the text begins and ends on a page of the template
_LEAST = 45.0  # mm: no picture is made lower than that
_BELOW = 0.25  # ems below the base line, as in the template
_ABOVE = 2.0  # ems above a picture; above a heading 2.25 of its own
_ABOVE_HEADING = 2.25 * 1.25
_MM_PER_POINT = 25.4 / 72

_MOST = 30
"""Pictures of a post that are fitted; each costs as much as a quarter of the PDF."""

Node = Mapping[str, object]
"""A document, or a node of it."""


@dataclass(frozen=True, slots=True)
class _Stand:
    """How a picture stands at the top of a page, in mm.

    `free` is the height that is left on the page before; `above` what is over the picture at the
    top of its own page, a heading; `height` its own, and `below` that of its words.
    """

    picture: str
    free: float
    above: float
    height: float
    below: float


def fitted(document: Node, edition: Edition) -> Node:
    """The document with each picture that would leave a page half empty made to fit that page.

    Raises `FormatError` where Typst refuses the document.
    """
    figures = dict(_figures(document["body"]))
    em = float(str(document["points"])) * _MM_PER_POINT
    smaller: dict[str, Node] = {}
    for _ in range(min(_MOST, len(figures))):
        found = places(_with(document, smaller), edition)
        stands = _stands(found, figures, em)
        stand = next((s for s in stands if s.picture not in smaller), None)
        if stand is None:
            break
        smaller[stand.picture] = _to_fit(figures[stand.picture], stand, em)
    return _with(document, smaller)


def _figures(nodes: object) -> Iterator[tuple[str, Node]]:
    """The pictures between the blocks of the text, by their ids; those in lists stay so."""
    assert isinstance(nodes, Sequence)
    for node in nodes:
        if node["kind"] == "figure" and node["src"]:
            yield node["id"], node
        elif node["kind"] == "passage":
            yield from _figures(node["body"])


def _stands(
    found: Sequence[PrintPlace], figures: Mapping[str, Node], em: float
) -> Iterator[_Stand]:
    """The pictures at the top of a page whose page before is less than half full."""
    ended: dict[int, float] = {}
    for number, place in enumerate(found):
        if not place.picture:
            ended[place.page] = max(ended.get(place.page, 0.0), place.down + _BELOW * em)
            continue
        before = ended.get(place.page - 1)
        figure = figures.get(place.picture)
        if figure and place.page not in ended and before and before < (_TOP + _FOOT) / 2:
            count = 1 + bool(figure["description"]) + bool(figure["caption"])
            own = [other for other in found[number + 1 :][:count] if other.page == place.page]
            words = own[-1].down + _BELOW * em - own[0].down if len(own) > 1 else 0.0
            height = own[0].down - place.down if own else 0.0
            yield _Stand(place.picture, _FOOT - before, place.down - _TOP, height, words)


def _to_fit(figure: Node, stand: _Stand, em: float) -> Node:
    """A picture as low as the rest of the page before asks; its words may go on overleaf."""
    gap = _ABOVE_HEADING if stand.above else _ABOVE
    room = stand.free - gap * em - stand.above - 1
    whole = room - stand.below
    low = min(stand.height, max(whole, _LEAST))
    if low > room or not low:
        return figure
    width = float(str(figure["width"])) * low / stand.height
    return {**figure, "width": round(width, 2), "short": figure["short"] and low <= whole}


def _with(document: Node, smaller: Mapping[str, Node]) -> Node:
    return {**document, "body": _replaced(document["body"], smaller)} if smaller else document


def _replaced(nodes: object, smaller: Mapping[str, Node]) -> list[object]:
    assert isinstance(nodes, Sequence)
    made: list[object] = []
    for node in nodes:
        if node["kind"] == "passage":
            made.append({**node, "body": _replaced(node["body"], smaller)})
        else:
            made.append(smaller.get(node["id"], node) if node["kind"] == "figure" else node)
    return made
