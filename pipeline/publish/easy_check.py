"""The check of one post's easy-read text: of its file, and of the pages that are made of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from formats.model import Edition
from pipeline import settings
from pipeline.easy_read import easy_file, edition, writing
from pipeline.easy_read.check import Breach, check, check_pages, unasked
from pipeline.easy_read.check.report import told
from pipeline.easy_read.check.subject import checked
from pipeline.easy_read.draft import draft
from pipeline.easy_read.edition import Opened, found_pictures
from pipeline.easy_read.pictures import RowPictures
from pipeline.easy_read.state import digest_of, state
from pipeline.easy_read.writing import EasyPost
from pipeline.findings import Level
from pipeline.publish import publication
from pipeline.store.files import Store


@dataclass(frozen=True, slots=True)
class EasyCheck:
    """The lines of a check, and whether there are errors."""

    lines: tuple[str, ...]
    has_errors: bool


def check_post(posts: Path, slug: str, store: Store) -> EasyCheck:
    """Check the text of a post; where there is no file yet, the draft that would be written.

    Raises `SettingsError` where there is no such post, and `ReadError` for a broken file.
    """
    place = writing.place(posts, slug)
    opened = _opened(place)
    post = place.post
    found = (
        *check(opened.file, post, post.language, place.own, opened.pictures),
        *check_pages(_edition(place, opened, posts, store)),
    )
    return EasyCheck(
        tuple(_lines(place, opened, found)), any(b.level is Level.ERROR for b in found)
    )


def _lines(place: EasyPost, opened: Opened, found: tuple[Breach, ...]) -> Iterator[str]:
    language = place.post.language
    text = checked(opened.file, place.post, language, place.own, opened.pictures)
    if not place.path.exists():
        yield f"There is no {place.name} yet: this is of the draft that would be written."
    yield from told(text, sorted(found, key=lambda b: (b.line, b.row)), unasked(language))


def _opened(place: EasyPost) -> Opened:
    if place.path.exists():
        return edition.opened(place.path, place.root, place.media)
    written = easy_file.write(draft(place.post, place.own, place.media))
    file = easy_file.read(written, place.name)
    text = digest_of(file)
    pictures = found_pictures(file, RowPictures(place.root, place.media))
    return Opened(place.path, file, pictures, text, state(file, text))


def _edition(place: EasyPost, opened: Opened, posts: Path, store: Store) -> Edition:
    """What the pages are made of; sound and the frame of the post are not on them."""
    blog = publication.make(settings.load(posts), posts, "", store)
    return Edition(blog, place.post, (), (), (), place.media, easy=edition.edition(opened))
