"""The pictures that a row can have, as a grid to choose from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from formats.easy_read.concepts import CONCEPTS
from formats.markup import escape
from pipeline.easy_read.pictures import RowPictures
from pipeline.easy_read.writing import EasyPost

_WRITABLE = re.compile(r"(?:[^()\n]|\([^()\n]*\))+")


@dataclass(frozen=True, slots=True)
class Choice:
    """A picture by its name in the file, with its name for people and words to find it by."""

    name: str
    caption: str
    words: str = ""


def pictures_of(place: EasyPost) -> RowPictures:
    """Where the pictures of a text are looked for."""
    return RowPictures(place.root, place.media)


def choices(place: EasyPost) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """Every picture that can be chosen, below a heading each: the group's own come first."""
    own = pictures_of(place).names()
    hidden = {PurePosixPath(name).stem for name in own}  # their names mean the photographs
    drawings = (name for name in sorted(CONCEPTS) if name not in hidden)
    return (
        ("Your own photographs", tuple(_choices(own))),
        ("Pictures of the post", tuple(_choices(media.path for media in place.media))),
        ("Drawings", tuple(map(_drawing, drawings))),
    )


def _choices(names: Iterable[str]) -> Iterator[Choice]:
    return (Choice(name, caption(name)) for name in names if _WRITABLE.fullmatch(name))


def _drawing(name: str) -> Choice:
    return Choice(name, caption(name), " ".join(CONCEPTS[name].words))


def caption(name: str) -> str:
    """The name of a picture for people."""
    return PurePosixPath(name).stem.replace("-", " ").replace("_", " ")


def is_there(name: str, place: EasyPost) -> bool:
    """Whether there is a picture of this name; it is not opened."""
    own = {n for found in pictures_of(place).names() for n in (found, PurePosixPath(found).stem)}
    plain = name.removeprefix("pictures/")
    return plain in own or name in CONCEPTS or any(media.path == name for media in place.media)


def address(name: str, slug: str) -> str:
    """Where the page gets a picture from."""
    return f"/easy-read/{quote(slug, safe='')}/picture?name={quote(name, safe='')}"


def grid(place: EasyPost) -> str:
    """The grid: one choice of many, so that the arrow keys go from picture to picture."""
    none = f'<label class="choice none">{_radio("")}No picture</label>'
    parts = (_part(title, found, place.post.slug) for title, found in choices(place))
    own = any(found for title, found in choices(place)[:1])
    hint = "" if own else _HINT
    return f'<div class="grid">{none}</div>\n{hint}{"".join(parts)}'


_HINT = (
    "<p>You have no photographs of your own yet. Put them into the folder <b>pictures</b> beside"
    " your posts, and they stand here first.</p>\n"
)


def _part(title: str, found: tuple[Choice, ...], slug: str) -> str:
    labels = "\n".join(_choice(choice, slug) for choice in found)
    return f'<h3>{title}</h3>\n<div class="grid">\n{labels}\n</div>\n' if found else ""


def _choice(choice: Choice, slug: str) -> str:
    image = f'<img src="{escape(address(choice.name, slug))}" alt="" loading="lazy"/>'
    words = f' data-words="{escape(choice.words)}"' if choice.words else ""
    chosen = f"{_radio(choice.name)}{image}{escape(choice.caption)}"
    return f'<label class="choice"{words}>{chosen}</label>'


def _radio(name: str) -> str:
    return f'<input type="radio" name="picture" value="{escape(name)}"/>'
