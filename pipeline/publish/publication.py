"""Settings → `Publication`: title, addresses, permanent id, cover and typeface."""

import io
import re
from pathlib import Path
from uuid import UUID, uuid5

from PIL import Image

from formats import cover
from formats.model import BrailleChoices, Evaluation, LargePrint, Media, Publication, Typeface
from formats.registry import chosen
from formats.slugs import slugify
from pipeline import glossary
from pipeline.errors import SettingsError
from pipeline.findings import Finding, Level
from pipeline.publish import print_fonts
from pipeline.publish.typefaces import typeface
from pipeline.settings import FILE, AccessibilitySettings, BrailleSettings, Settings
from pipeline.source import Refusal, folder_of, printable, read
from pipeline.store.files import Store, digest
from pipeline.store.fingerprint import program

# Named, so that no cover reaches a program that Pillow would start, as for EPS.
_KINDS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF")

# The namespace of podcast:guid (Podcasting 2.0, "guid").
PODCAST = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


def make(settings: Settings, source: Path, page_title: str, store: Store) -> Publication:
    """Make the publication: everything that formats may know about the blog.

    The title comes from the settings, else from the page, else from the folder's name. Raises
    `SettingsError` for a cover that podcast directories would refuse.
    """
    title = settings.title or page_title or _folder_title(source)
    face = typeface(store.root)
    return Publication(
        title=title,
        language=settings.language,
        base_url=settings.base_url,
        guid=settings.guid or feed_guid(settings.base_url + "feed.xml"),
        cover=_cover(settings, source, title, face, store),
        typeface=face,
        slug=slugify(title) or "blog",
        description=settings.description,
        author=settings.author,
        email=settings.email,
        telephone=settings.telephone,
        address=settings.address,
        categories=settings.category,
        licence=settings.licence,
        explicit=settings.explicit,
        schedule=settings.schedule,
        formats=chosen(settings.formats, settings.large_print.sizes),
        evaluation=_evaluation(settings.accessibility),
        glossary=glossary.load(source),
        large_print=LargePrint(
            settings.large_print.sizes,
            settings.large_print.paper,
            print_fonts.chosen(settings.large_print.font, source, store.root).typeface,
        ),
        easy_in_feed=settings.easy_read.in_feed,
        braille=_braille(settings.braille),
    )


def _evaluation(found: AccessibilitySettings) -> Evaluation | None:
    if found.date is None:
        return None
    return Evaluation(found.evaluator, found.date, found.level, found.report)


def _braille(chosen: BrailleSettings) -> BrailleChoices:
    return BrailleChoices(chosen.table, chosen.width, chosen.height, chosen.proofread_by)


def feed_guid(address: str) -> str:
    """The permanent id of a feed, from its address without scheme and closing slashes."""
    return str(uuid5(PODCAST, re.sub(r"^[a-z]+://", "", address).rstrip("/")))


def _folder_title(source: Path) -> str:
    name = source.resolve().name if source.is_dir() else source.resolve().stem
    return re.sub(r"[-_]+", " ", printable(name)).strip().capitalize() or "Blog"


def _cover(settings: Settings, source: Path, title: str, face: Typeface, store: Store) -> Media:
    if settings.cover:
        return _own_cover(folder_of(source) / settings.cover, folder_of(source))
    # Drawing 9 million pixels is the slowest part of a run after one edit: draw once.
    key = digest("cover", program(), title, settings.language)
    data = store.get(key)
    if data is None:
        data = cover.draw(title, face, settings.language).data
        store.put(key, data)
    return Media("cover.jpg", "image/jpeg", data, cover.SIZE, cover.SIZE)


def _own_cover(path: Path, folder: Path) -> Media:
    """The editor's cover, checked against Apple's rule: square, 1400 to 3000 pixels, RGB."""
    data = read(path, folder)
    if isinstance(data, Refusal):
        problem = f"the cover {path.name} can't be read: {data.why}."
        raise SettingsError(problem, where=FILE, remedy=data.remedy)
    try:
        with Image.open(io.BytesIO(data), formats=_KINDS) as picture:
            kind, size, mode = picture.format, picture.size, picture.mode
    except Exception as error:  # Pillow does not say which ones a broken picture raises
        raise SettingsError(
            f"the cover {path.name} can't be read as a picture.",
            where=FILE,
            remedy="Use a JPEG or PNG.",
        ) from error
    if kind not in ("JPEG", "PNG") or size[0] != size[1] or not 1400 <= size[0] <= 3000:
        raise SettingsError(
            f"the cover {path.name} is a {kind} of {size[0]} × {size[1]} pixels.",
            where=FILE,
            remedy="Use a square JPEG or PNG of 1400 to 3000 pixels.",
        )
    if mode != "RGB":
        raise SettingsError(
            f"the cover {path.name} has colours of the type {mode}.",
            where=FILE,
            remedy="Save it as RGB, without transparency.",
        )
    suffix, mime = (".jpg", "image/jpeg") if kind == "JPEG" else (".png", "image/png")
    return Media(f"cover{suffix}", mime, data, *size)


def unset(settings: Settings) -> tuple[Finding, ...]:
    """One note that says what to set before the blog is published."""
    defaults = Settings()
    names = [
        name
        for name in ("title", "base_url", "email")
        if getattr(settings, name) == getattr(defaults, name)
    ]
    if not names:
        return ()
    return (
        Finding(
            Level.NOTE,
            "settings-unset",
            FILE,
            f"Not set yet: {', '.join(names)}.",
            f"Before you put this on the web, set them in {FILE} beside your posts.",
        ),
    )
