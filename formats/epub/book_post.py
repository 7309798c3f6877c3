"""One post inside a book: its document, its overlay, its sound and its pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from formats.epub.page_list import page_mark
from formats.model import Edition, Media
from formats.smil.clips import AudioClip, clips
from formats.smil.document import post_page, written
from formats.smil.overlay import page_overlay
from formats.smil.page_marks import mark_pages
from formats.smil.pictures import held

TEXT = "post.xhtml"
OVERLAY = "post.smil"
SOUND = "post.mp3"
STYLE = "style.css"


@dataclass(frozen=True, slots=True)
class BookPost:
    """A post in a book; `folder` ends in "/", `heard` is each unit's clip.

    `pages` are the numbers of the printed pages that are marked in it. One without sound has no
    clips and no overlay.
    """

    edition: Edition
    folder: str
    media: tuple[Media, ...]
    heard: Mapping[str, AudioClip] = field(repr=False)
    text: bytes = field(repr=False)
    overlay: bytes = field(repr=False)
    pages: tuple[int, ...] = ()


def book_post(edition: Edition) -> BookPost:
    """An edition as a post of a book.

    Its folder is named by slug, so a new post does not move a reader's bookmark.
    """
    media = held(edition)
    page = post_page(edition, frozenset(m.path for m in media), f"../../{STYLE}")
    pages = mark_pages(page, edition.printed, page_mark)
    heard = clips(edition.narration, SOUND) if edition.narrations else {}
    overlay = page_overlay(page, TEXT, heard) if heard else b""
    folder = f"posts/{edition.post.slug}/"
    return BookPost(edition, folder, media, heard, written(page), overlay, pages)


def without_sound(edition: Edition) -> Edition:
    """The edition without its narration, and with nothing that is said of it."""
    opening = (*edition.opening[:1], *edition.about)
    return replace(edition, opening=opening, closing=(), narrations=(), reminder=None)
