"""The NCX of DAISY 3: the headings of a book and its pages (Z39.86-2005, 8)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from formats.clock import smil
from formats.daisy.book import GENERATOR, TalkingBook
from formats.daisy.talking_post import BookPlace, TalkingPost
from formats.languages import direction
from formats.markup import escape

_NCX = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" \
"http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"{language}>
<head>
<smilCustomTest id="note" bookStruct="NOTE" defaultState="true" override="visible"/>
{metas}</head>
<docTitle><text>{title}</text>{heard}</docTitle>
{authors}<navMap>
{points}
</navMap>{pages}
</ncx>
"""


@dataclass(frozen=True, slots=True)
class _NavPoint:
    """A place with where it is heard; `order` counts the places by their time."""

    place: BookPlace
    post: TalkingPost
    order: int

    @property
    def content(self) -> str:
        """The element that says where it is heard."""
        return f'<content src="{self.post.events[self.place.unit]}"/>'


def ncx(book: TalkingBook) -> bytes:
    """The NCX of a book."""
    points, pages = _points(book, "heading"), _points(book, "page")
    language = book.facts.language
    metas = {
        "dtb:uid": book.facts.identifier,
        "dtb:generator": GENERATOR,
        "dtb:depth": str(max(point.place.level for point in points)),
        "dtb:totalPageCount": str(len(pages)),
        "dtb:maxPageNumber": str(max((int(p.place.label) for p in pages), default=0)),
    }
    return _NCX.format(
        language=f' xml:lang="{escape(language)}" dir="{direction(language)}"',
        metas=_metas(metas),
        title=escape(book.facts.title),
        heard="" if book.has_posts else _audio(points[0]),
        authors="".join(_author(name) for name in book.facts.creators),
        points=_nested(points, language),
        pages=_page_list(pages),
    ).encode()


def _metas(metas: Mapping[str, str]) -> str:
    return "".join(f'<meta name="{k}" content="{escape(v)}"/>\n' for k, v in metas.items())


def _author(name: str) -> str:
    return f"<docAuthor><text>{escape(name)}</text></docAuthor>\n"


def _points(book: TalkingBook, kind: str) -> list[_NavPoint]:
    """The places of a kind. Those that are heard at one time have one number."""
    listed = [
        (place, post) for post in book.posts for place in post.places if place.kind != "noteref"
    ]
    times = [post.events[place.unit] for place, post in listed]
    order = {time: number for number, time in enumerate(dict.fromkeys(times), 1)}
    return [
        _NavPoint(place, post, order[time])
        for (place, post), time in zip(listed, times, strict=True)
        if place.kind == kind
    ]


def _nested(points: Sequence[_NavPoint], language: str) -> str:
    """Headings, with those of deeper levels inside them."""
    groups: list[list[_NavPoint]] = []
    for point in points:
        if groups and point.place.level > groups[-1][0].place.level:
            groups[-1].append(point)
        else:
            groups.append([point])
    return "\n".join(_point(group[0], group[1:], language) for group in groups)


def _point(point: _NavPoint, below: Sequence[_NavPoint], language: str) -> str:
    inner = "\n" + _nested(below, language) + "\n" if below else ""
    number, own = point.order, point.post.edition.post.language
    other = "" if own == language else f' xml:lang="{escape(own)}" dir="{direction(own)}"'
    return (
        f'<navPoint id="p{number}" class="h{point.place.level}" playOrder="{number}">'
        f"<navLabel{other}><text>{escape(point.place.label)}</text>{_audio(point)}</navLabel>"
        f"{point.content}{inner}</navPoint>"
    )


def _audio(point: _NavPoint) -> str:
    """The sound of a heading; "" for one that is not spoken by itself."""
    heard = point.post.heard
    if not point.place.last:
        return ""
    first, last = heard[point.place.unit], heard[point.place.last]
    times = f'clipBegin="{smil(first.begin)}" clipEnd="{smil(last.end)}"'
    return f'<audio src="{first.sound}" {times}/>'


def _page_list(pages: Iterable[_NavPoint]) -> str:
    targets = "\n".join(
        f'<pageTarget id="page-{page.place.label}" type="normal" value="{page.place.label}"'
        f' playOrder="{page.order}"><navLabel><text>{page.place.label}</text></navLabel>'
        f"{page.content}</pageTarget>"
        for page in pages
    )
    return f'\n<pageList id="pages">\n{targets}\n</pageList>' if targets else ""
