"""One post inside a book: its document, its overlay, its sound and its pictures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from formats.access import Access
from formats.epub.accessibility import facts_of
from formats.epub.contents import PostPlace, TocLine, toc_lines
from formats.epub.page_list import page_mark
from formats.model import Edition, Notes, Post
from formats.smil.clips import clips, duration
from formats.smil.document import post_page, written
from formats.smil.overlay import page_overlay
from formats.smil.page_marks import mark_pages
from formats.smil.pictures import held
from formats.zipped import Again, Contents

TEXT = "post.xhtml"
OVERLAY = "post.smil"
SOUND = "post.mp3"
STYLE = "style.css"

XHTML = "application/xhtml+xml"
SMIL = "application/smil+xml"


@dataclass(frozen=True, slots=True)
class BookFile:
    """A file of a post: its id and path in the book, its type, and the id of its overlay or ""."""

    id: str
    path: str
    mime: str
    overlay: str = ""


@dataclass(frozen=True, slots=True)
class BookFacts:
    """What a book says of a post outside the post's own folder.

    `post` is without its blocks. `lines` are those in the table of contents, `pages` the numbers
    of the printed pages that are marked in it. `heard` is how long its overlay plays in ms, 0 for
    one without sound; `voices` speak in it, and `source` is how their sound was made
    (`Narration.digital_source`). `noted` is whether it has notes. Its files are in their order,
    the document first.
    """

    post: Post
    folder: str
    lines: tuple[TocLine, ...]
    pages: tuple[int, ...]
    heard: int
    voices: tuple[str, ...]
    source: str
    noted: bool
    access: Access
    files: tuple[BookFile, ...]

    def id(self, kind: str) -> str:
        """The id of a file of some kind in the book."""
        return f"{kind}-{self.post.slug}"

    @property
    def overlaid(self) -> bool:
        """Whether it has an overlay."""
        return bool(self.files[0].overlay)


@dataclass(frozen=True, slots=True)
class BookPost:
    """A post in a book: what is said of it, and what is in each of its files, in their order."""

    about: BookFacts
    contents: tuple[Contents | Again, ...] = field(repr=False)


def book_post(edition: Edition) -> BookPost:
    """An edition as a post of a book.

    Its folder is named by slug, so a new post does not move a reader's bookmark.
    """
    media = held(edition)
    page = post_page(edition, frozenset(m.path for m in media), f"../../{STYLE}")
    pages = mark_pages(page, edition.printed, page_mark)
    heard = clips(edition.narration, SOUND) if edition.narrations else {}
    contents: dict[str, tuple[str, Contents]] = {TEXT: (XHTML, written(page))}
    if overlay := page_overlay(page, TEXT, heard) if heard else b"":
        contents |= {OVERLAY: (SMIL, overlay), SOUND: ("audio/mpeg", edition.narration.sound)}
    contents |= {picture.path: (picture.mime, picture.data) for picture in media}
    folder, narration = f"posts/{edition.post.slug}/", next(iter(edition.narrations), None)
    about = BookFacts(
        post=replace(edition.post, blocks=()),
        folder=folder,
        lines=tuple(toc_lines(edition, PostPlace(folder, TEXT, heard))),
        pages=pages,
        heard=duration(heard),
        voices=narration.voices if narration else (),
        source=narration.digital_source if narration else "",
        noted=any(isinstance(block, Notes) for block in edition.post.blocks),
        access=facts_of(edition, media),
        files=tuple(_files(edition, {name: mime for name, (mime, _) in contents.items()})),
    )
    return BookPost(about, tuple(content for _, content in contents.values()))


def _files(edition: Edition, kinds: Mapping[str, str]) -> Iterator[BookFile]:
    """The files of a post, by their names in its folder."""
    slug = edition.post.slug
    own = {TEXT: "text", OVERLAY: "overlay", SOUND: "sound"}
    pictures = [name for name in kinds if name not in own]
    for name, mime in kinds.items():
        kind = own.get(name) or f"picture-{pictures.index(name) + 1}"
        overlay = f"overlay-{slug}" if name == TEXT and OVERLAY in kinds else ""
        yield BookFile(f"{kind}-{slug}", f"posts/{slug}/{name}", mime, overlay)


def without_sound(edition: Edition) -> Edition:
    """The edition without its narration, and with nothing that is said of it."""
    opening = (*edition.opening[:1], *edition.about)
    return replace(edition, opening=opening, closing=(), narrations=(), reminder=None)
