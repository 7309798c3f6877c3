"""The package document and the book as a whole, through EbookLib."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from importlib.resources import files
from pathlib import PurePosixPath
from typing import BinaryIO

from ebooklib import epub
from lxml import etree

from formats.clock import smil
from formats.epub import accessibility
from formats.epub.archive import Archive
from formats.epub.book_post import SMIL, STYLE, XHTML, BookFacts, BookFile, BookPost
from formats.epub.navigation import PAGE, Navigation, navigation
from formats.languages import direction
from formats.markup import legal
from formats.model import Evaluation, Media
from formats.smil.metadata import Facts
from formats.words import words
from formats.zipped import Again, Contents, Member

ACTIVE = "-epub-media-overlay-active"
"""The class of the element that is being heard, for the stylesheet."""

PLAYING = "-epub-media-overlay-playing"
"""The class of a page while it is heard."""

IPTC = "iptc: http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
"""The vocabulary that says how a sound was made, for programs (EPUB 3.3, D.1.3)."""

_CSS = files("formats.epub").joinpath("style.css").read_bytes()
_FOLDER = "EPUB"  # EbookLib's
_NAV_OVERLAY = "overlay-toc"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class _Writer(epub.EpubWriter):  # type: ignore[misc] # EbookLib has no types
    """EbookLib's writer, with the language of the package, and without unused entries."""

    def write_into(self, file: BinaryIO, earlier: BinaryIO | None = None) -> Archive:
        """Write the book into an open file, with what an earlier book has of it already."""
        self.out = Archive(file, earlier)
        self._write_container()
        self._write_opf()
        self._write_items()
        self.out.close()
        return self.out

    def _write_opf_spine(self, root: etree._Element, ncx_id: str | None) -> None:
        super()._write_opf_spine(root, ncx_id)
        del root[-1].attrib["toc"]  # it names an NCX file, which EPUB 3 does not need

    def _write_opf_file(self, root: etree._Element) -> None:
        root.set(_LANG, self.book.language)  # Ace: epub-lang
        root.set("prefix", IPTC)  # and not "rendition", which is reserved, and not used here
        super()._write_opf_file(root)


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the book, what is in it, and its properties."""

    file: BookFile
    data: Contents | Again = field(repr=False)
    properties: tuple[str, ...] = ()


def pack(
    facts: Facts, posts: Sequence[BookPost], cover: Media
) -> Callable[[BinaryIO, BinaryIO | None], Archive]:
    """What writes a book of these posts into an open file, with another one to copy from.

    Only posts are in the spine, so each of its pages is narrated.
    """
    told = [post.about for post in posts]
    nav = navigation(facts.title, facts.language, told)
    book = epub.EpubBook()
    _describe(book, facts)
    _describe_access(book, told, facts)
    _describe_sound(book, told, nav)
    files = (*_common(nav, cover), *(file for post in posts for file in _files(post)))
    items = [_item(file) for file in files]
    for item in items:
        book.add_item(item)
    by_id = {item.id: item for item in items}  # the book itself looks through all of them for each
    book.spine = [by_id[post.id("text")] for post in told]
    return _Writer("", book, {"mtime": facts.modified.astimezone(UTC)}).write_into


def _describe(book: epub.EpubBook, facts: Facts) -> None:
    book.set_identifier(facts.identifier)
    book.set_title(legal(facts.title))
    book.set_language(facts.language)
    book.set_direction("rtl" if direction(facts.language) == "rtl" else None)
    for name, value in _dublin_core(facts):
        if value.strip():
            book.add_metadata("DC", name, legal(value), {})
    if facts.series.strip():
        _meta(book, "belongs-to-collection", facts.series, {"id": "series"})
        _meta(book, "collection-type", "series", {"refines": "#series"})


def _dublin_core(facts: Facts) -> Iterator[tuple[str, str]]:
    yield from (("creator", creator) for creator in facts.creators)
    yield from (("subject", subject) for subject in facts.subjects)
    yield "publisher", facts.publisher
    yield "description", facts.description
    yield "rights", facts.rights
    yield "source", facts.source
    if facts.published:
        yield "date", facts.published.isoformat(timespec="seconds")


def _describe_access(book: epub.EpubBook, posts: Sequence[BookFacts], facts: Facts) -> None:
    ours = words(facts.language)
    whole = accessibility.whole([post.access for post in posts])
    heard, paged = any(post.overlaid for post in posts), any(post.pages for post in posts)
    content = accessibility.Content(whole, heard, paged)
    for name, value in accessibility.properties(content, facts.evaluation, ours):
        language = {_LANG: ours.language} if name.endswith("Summary") else {}
        _meta(book, name, value, language)
    if paged:
        _meta(book, "pageBreakSource", f"{facts.source}{facts.print}", {})
    _claim(book, accessibility.claim(whole, facts.evaluation), facts.evaluation)


def _claim(book: epub.EpubBook, claim: str, evaluation: Evaluation | None) -> None:
    """Conformance, and who stands for it: one is not allowed without the other."""
    if not claim or not evaluation:
        return
    _meta(book, "dcterms:conformsTo", claim, {"id": "conformance"})
    of = {"refines": "#conformance"}
    _meta(book, "a11y:certifiedBy", evaluation.evaluator, {"id": "certifier", **of})
    _meta(book, "dcterms:date", evaluation.day.isoformat(), {"refines": "#certifier"})
    if evaluation.report:
        report = {"rel": "a11y:certifierReport", "href": legal(evaluation.report)}
        book.add_metadata(None, "link", "", {**report, "refines": "#certifier"})


def _describe_sound(book: epub.EpubBook, posts: Sequence[BookFacts], nav: Navigation) -> None:
    """Durations with an exact sum (EPUBCheck: MED-016), the narrators, and the highlight.

    Nothing of a book without sound.
    """
    if not nav.overlay:
        return
    lengths = {_NAV_OVERLAY: nav.duration}
    lengths |= {post.id("overlay"): post.heard for post in posts}
    for overlay, length in lengths.items():
        _meta(book, "media:duration", smil(length), {"refines": f"#{overlay}"})
    _meta(book, "media:duration", smil(sum(lengths.values())), {})
    for voice in dict.fromkeys(v for post in posts for v in post.voices):
        _meta(book, "media:narrator", voice, {})
    for post in posts:
        _describe_source(book, post)
    _meta(book, "media:active-class", ACTIVE, {})
    _meta(book, "media:playback-active-class", PLAYING, {})


def _describe_source(book: epub.EpubBook, post: BookFacts) -> None:
    """For programs: that the voice of a sound is synthetic, and how it was made."""
    if post.overlaid and post.source:
        sound = {"refines": f"#{post.id('sound')}"}
        _meta(book, "iptc:digitalSourceType", post.source, sound)


def _meta(book: epub.EpubBook, name: str, value: str, others: dict[str, str]) -> None:
    book.add_metadata("OPF", "meta", legal(value), {"property": name, **others})


def _common(nav: Navigation, cover: Media) -> Iterator[_File]:
    overlay = _NAV_OVERLAY if nav.overlay else ""
    yield _File(BookFile("toc", PAGE, XHTML, overlay), nav.page, ("nav",))
    if nav.overlay:
        yield _File(BookFile(_NAV_OVERLAY, "nav.smil", SMIL), nav.overlay)
    yield _File(BookFile("style", STYLE, "text/css"), _CSS)
    name = PurePosixPath(cover.path).name
    yield _File(BookFile("cover", name, cover.mime), cover.data, ("cover-image",))


def _files(post: BookPost) -> Iterator[_File]:
    return (_File(*pair) for pair in zip(post.about.files, post.contents, strict=True))


def _item(named: _File) -> epub.EpubItem:
    file = named.file
    item = epub.EpubItem(file.id, file.path, file.mime, named.data)
    item.properties = named.properties
    item.media_overlay = file.overlay or None
    return item


def members(book: Archive, post: BookFacts) -> tuple[tuple[Member, int], ...]:
    """The files of a post in a book that was written, and where each begins."""
    return tuple(book.member(f"{_FOLDER}/{file.path}") for file in post.files)
