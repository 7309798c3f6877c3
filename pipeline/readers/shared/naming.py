"""A post's slug and date from its file's name, where its front matter has none."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from formats.clock import writable
from formats.slugs import slugify
from pipeline.errors import ReadError
from pipeline.readers.shared.reading import Draft, File
from pipeline.source import printable

_JEKYLL = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)")


def named(draft: Draft, file: File) -> Draft:
    """The draft with a slug, and with the date in its file name if it has none.

    Title and date may change; a slug from a file's name stays the same.
    """
    stem, day = _from_file(file.path)
    said = draft.meta.slug or stem
    slug = slugify(said) or slugify(draft.meta.title)
    if not slug:
        raise ReadError(
            f"No address can be made of the name “{printable(said)}”.",
            where=draft.where,
            remedy="Give the file a name with letters or digits in it.",
        )
    meta = replace(draft.meta, slug=slug, published=draft.meta.published or day)
    return replace(draft, meta=meta)


def title_of(path: Path) -> str:
    """A title from a file's name: "My first post" for "my-first_post.md"."""
    stem, _ = _from_file(path)
    words = printable(" ".join(re.split(r"[-_\s]+", stem))).strip()
    return words[:1].upper() + words[1:]


def _from_file(path: Path) -> tuple[str, datetime | None]:
    """The name for a post from its file, and the date in it, as in Jekyll."""
    stem = path.stem
    if stem.lower() == "index":  # a page bundle: the folder is the post
        stem = _folder(path)
    found = _JEKYLL.fullmatch(stem)
    if not found:
        return stem, None
    year, month, day = (int(found[n]) for n in (1, 2, 3))
    try:
        moment = writable(datetime(year, month, day, tzinfo=UTC))
    except ValueError:
        moment = None
    return (found[4], moment) if moment else (stem, None)


def _folder(path: Path) -> str:
    return path.parent.name or path.resolve().parent.name
