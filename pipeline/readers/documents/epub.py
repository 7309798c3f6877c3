"""A book (EPUB): each chapter is a post; the cover, the contents and the like are not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import PurePath, PurePosixPath

from bs4 import BeautifulSoup, Tag

from formats.slugs import slugify
from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.documents.epub_notes import BookNotes
from pipeline.readers.documents.epub_package import Book, Pages, book, target, types
from pipeline.readers.documents.packages import Package, path_from
from pipeline.readers.html.articles import drafts
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.listing import quoted
from pipeline.readers.shared.reading import Article, Defaults, File, FileContents, note

_MATTER = {"cover", "titlepage", "halftitlepage", "halftitle", "title-page", "toc", "landmarks",
           "loi", "lot", "copyright-page", "imprint", "imprimatur", "colophon", "index",
           "page-list", "pagelist", "endnotes", "rearnotes", "footnotes", "loa"}  # fmt: skip
_NAMES = re.compile(
    r"(?:book)?(?:cover(?:page|image)?|title_?page|half_?title(?:_?page)?|toc|contents|nav|copyright"
    r"|imprint|colophon)(?:[-_]?\d+)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:chapter|part|section|kapitel|teil|chapitre|partie|capítulo|parte|pennod)?\W*"
    r"(?:\d+|[ivxlc]+)?\W*",
    re.IGNORECASE,
)
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_AROUND_TITLE = 80  # characters of a title page beside its title and authors
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter on its way to a post: where it begins, its title, and its elements."""

    path: str
    title: str
    language: str
    body: Tag


def claims(name: str, head: bytes) -> bool:
    """A packed file named as an EPUB, or one that says inside that it is."""
    named = PurePath(name).suffix.lower() == ".epub" and (not head or head.startswith(b"PK"))
    return named or head[:200].find(b"mimetypeapplication/epub+zip") == 30


def read(file: File, defaults: Defaults) -> FileContents:
    """The chapters of a book, each as a post; `ReadError` where there are none."""
    package = Package(file)
    found = book(package, file.name)
    pages = Pages(package)
    notes = BookNotes(pages.find)
    for path in found.spine:
        notes.gather(pages.body(path), path)
    left_out: list[str] = []
    chapters = list(_chapters(found, pages, notes.used, left_out))
    if not chapters:
        raise ReadError(
            "There is no chapter with words in this book.",
            where=file.name,
            remedy="If its pages are pictures of text, take the file that it was made from.",
        )
    articles = [_article(one, n, found, package, file) for n, one in enumerate(chapters)]
    made = drafts(articles[::-1], file, defaults)  # the first chapter is the oldest post
    told = () if not left_out else (_left_out(left_out, file.name),)
    return replace(made, findings=(*told, *made.findings), title=found.meta.title)


def _left_out(names: list[str], where: str) -> Finding:
    shown = quoted(names, _MOST_NAMED)
    message = f"Pages of the book that are no chapters were left out: {shown}."
    return note("page-furniture", where, message)


# --- chapters ---------------------------------------------------------------------------


def _chapters(found: Book, pages: Pages, used: set[str], left_out: list[str]) -> Iterator[_Chapter]:
    """The chapters in their order; what goes on without a title belongs to the one before it."""
    titles = {entry.path: entry.title for entry in reversed(found.contents) if entry.title}
    last: _Chapter | None = None
    for path in found.spine:
        body = pages.body(path)
        _tidy(body)
        if _is_matter(path, body, found) or path in found.asides or (path in used and _few(body)):
            left_out.append(titles.get(path) or PurePosixPath(path).name)
            continue
        for chapter in _parts(path, pages, found):
            if last is not None and not chapter.title:
                last.body.extend(list(chapter.body.contents))
            elif last is not None and _few(chapter.body, own=chapter.title):
                left_out.append(chapter.title)
            else:
                yield from [last] if last is not None else []
                last = chapter
    if last is not None:
        yield last


def _parts(path: str, pages: Pages, found: Book) -> list[_Chapter]:
    """The chapters in a page: one, or more where the table of contents leads into it."""
    body, language = pages.body(path), pages.language(path)
    lines = [entry for entry in found.contents if entry.path == path]
    top = [entry for entry in lines if entry.depth == min(line.depth for line in lines)]
    starts = [(entry, pages.find(path, entry.fragment)) for entry in top if entry.fragment]
    inside = [(entry, tag) for entry, tag in starts if tag is not None and not tag.decomposed]
    if len(top) < 2 or len(inside) < 2:
        return [_Chapter(path, _title(top[0].title if top else "", body), language, body)]
    cut = _cut(body, [tag for _, tag in inside])
    before, *parts = cut
    chapters = [_Chapter(path, _title("", before), language, before)] if _has_words(before) else []
    for (entry, _), part in zip(inside, parts, strict=True):
        chapters.append(_Chapter(path, _title(entry.title, part), language, part))
    return chapters


def _cut(body: Tag, starts: list[Tag]) -> list[Tag]:
    """The body in pieces: what is before the first of some elements, and from each to the next."""
    container = _around(starts)
    tops = {id(top) for start in starts if (top := _child(start, container)) is not None}
    maker = BeautifulSoup("", "lxml")
    pieces = [maker.new_tag("body")]
    for node in list(container.contents):
        if id(node) in tops:
            pieces.append(maker.new_tag("body"))
        pieces[-1].append(node.extract())
    pieces[-1].extend(list(body.find_all("ol", class_="footnotes", recursive=False)))
    return pieces


def _around(starts: list[Tag]) -> Tag:
    """The innermost element with all of some elements in different children of it."""
    return next(
        parent
        for parent in starts[0].parents
        if all(any(up is parent for up in start.parents) for start in starts)
    )


def _child(start: Tag, container: Tag) -> Tag | None:
    """The child of an element that another is, or is in."""
    chain = [start, *start.parents]
    return next((tag for tag in chain if tag.parent is container), None)


def _title(said: str, body: Tag) -> str:
    """The title of a chapter; its first heading is removed where it says the same."""
    heading = body.find(_HEADINGS)
    words = "" if heading is None else one_line(heading.get_text(" "))
    if heading is not None and (not said or _like(words, said)):
        heading.decompose()
        return said or words
    return said


def _like(one: str, other: str) -> bool:
    one, other = (re.sub(r"\W+", " ", text).strip().casefold() for text in (one, other))
    return one == other or (len(one) > 3 and one in other) or (len(other) > 3 and other in one)


# --- what is no chapter -----------------------------------------------------------------


def _is_matter(path: str, body: Tag, found: Book) -> bool:
    """Whether a page is a cover, a title page, a table of contents or the like."""
    outer = [body, *body.find_all(["section", "div", "nav", "article"], limit=2)]
    said = set().union(*(types(tag) for tag in outer)) | {found.kinds.get(path, "")}
    named = _NAMES.fullmatch(PurePosixPath(path).stem)
    title_page = all(entry.path != path for entry in found.contents) and _is_title(body, found)
    return bool(said & _MATTER or named or title_page) or not _has_words(body)


def _is_title(body: Tag, found: Book) -> bool:
    words = one_line(body.get_text(" "))
    longest = sum(map(len, (found.meta.title, *found.meta.authors))) + _AROUND_TITLE
    alone = len(found.spine) > 1 and len(words) <= longest
    return bool(found.meta.title) and alone and words.startswith(found.meta.title)


def _has_words(body: Tag) -> bool:
    return bool(body.get_text().strip()) or body.find("img") is not None


def _few(body: Tag, own: str = "") -> bool:
    """Whether a page has nothing to read but perhaps its title."""
    words = one_line(body.get_text(" "))
    return body.find("img") is None and (words == own or not words or (not own and len(words) < 60))


def _tidy(body: Tag) -> None:
    """Remove the numbers of printed pages, drawings, and the frame of a book that we made."""
    for tag in body.find_all(lambda tag: "pagebreak" in types(tag)):
        tag.decompose()
    for svg in body.find_all("svg"):
        image = svg.find("image")
        href = "" if image is None else str(image.get("xlink:href") or image.get("href") or "")
        if href:
            svg.insert_before(BeautifulSoup("", "lxml").new_tag("img", src=href))
        svg.decompose()
    if body.find(id="voice") is not None and body.find(id="from") is not None:
        for tag in body.find_all(["header", "footer"]):
            for heading in tag.find_all("h1"):
                tag.insert_before(heading.extract())
            tag.decompose()


# --- from a chapter to a post -----------------------------------------------------------


def _article(chapter: _Chapter, n: int, found: Book, package: Package, file: File) -> Article:
    """A chapter as a post, `n` counting from 0; its pictures by their paths in the book."""
    inside = {}
    for picture in chapter.body.find_all("img", src=True):
        path = path_from(chapter.path, str(picture["src"]))
        if path in package:
            picture["src"] = path
            inside[path] = package.read(path)
    for link in chapter.body.find_all("a", href=True):
        there = target(chapter.path, str(link["href"]))[0]
        if there and not str(link["href"]).startswith("#"):
            del link["href"]  # a place in the book, which is another post
    title = chapter.title or found.meta.title
    numbered = _NUMBERED.fullmatch(title)
    day = found.meta.published
    meta = replace(
        found.meta,
        title=title,
        slug=f"{slugify(file.path.stem)}-{slugify(title) or n + 1}" if numbered else "",
        language=chapter.language or found.meta.language,
        published=day + timedelta(seconds=n) if day else None,
    )
    return Article(meta, chapter.body.decode_contents(), inside=inside)
