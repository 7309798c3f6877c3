"""The cover of a post: its title, the blog's, and its own picture or art.

It is 1,400 pixels square, the least that podcast directories take: one picture for the post's
book, its episode and the card that is shown where its address is shared. The art is of one
family, and the same words always have the same colours and shapes.
"""

import io

from PIL import Image, ImageDraw, ImageOps

from formats.cover.art import art
from formats.cover.colours import seed_of
from formats.cover.jpeg import jpeg
from formats.cover.lettering import Room, lettering
from formats.look import Duo, duo
from formats.model import Media, Post, Publication
from formats.offers import COVER

SIZE = 1400
"""The side in pixels."""

_LARGEST = 150_000  # bytes: it is in each book and each sound file, too
_EDGE = 90
_SPACE = 70
"""Pixels between title, blog and picture."""

TITLE = Room(
    width=SIZE - 2 * _EDGE,
    height=660,
    sizes=range(300, 76, -12),
    whole=120,
    smaller=range(72, 48, -6),
)
BLOG = Room(
    width=SIZE - 2 * _EDGE,
    height=90,
    sizes=range(64, 44, -4),
    whole=SIZE,  # a name that is too long is cut
    smaller=range(44, 28, -4),
)

_LEAST = 500
"""Pixels: a picture with a shorter side would be a blur."""

_FACES = (0.5, 0.4)
"""Which part of a picture stays when it is cut to shape: faces are above the middle."""


def draw(post: Post, publication: Publication, picture: Media | None) -> Media:
    """`cover.jpg` of a post; `picture` is its own, if there is one."""
    seed = seed_of(f"{post.slug}\n{post.title}")
    colours = duo(post.title)
    typeface = publication.typeface
    title = lettering(post.title, post.language, TITLE, colours, typeface)
    blog = lettering(publication.title, publication.language, BLOG, colours, typeface)
    written = _stacked([part for part in (title, blog) if part], colours)
    size = (SIZE, SIZE - written.height)
    photo = _photo(picture, size) if picture else None
    image = Image.new("RGB", (SIZE, SIZE), colours.ground)
    if photo or seed[30] % 2:
        image.paste(photo or art(size, seed, colours), (0, 0))
        image.paste(written, (0, size[1]))
    else:
        image.paste(written, (0, 0))
        image.paste(art(size, seed, colours), (0, written.height))
    return Media(COVER, "image/jpeg", jpeg(image, _LARGEST), SIZE, SIZE)


def _stacked(parts: list[Image.Image], colours: Duo) -> Image.Image:
    """Title and blog one below the other, with a rule between them and space around them."""
    height = sum(part.height + _SPACE for part in parts) + _EDGE * bool(parts)
    image = Image.new("RGB", (SIZE, height), colours.ground)
    top = _EDGE
    for number, part in enumerate(parts):
        if number:
            rule = (_EDGE, top - _SPACE // 2 - 4, _EDGE + 160, top - _SPACE // 2 + 4)
            ImageDraw.Draw(image).rectangle(rule, colours.bars)
        image.paste(part, (_EDGE, top))
        top += part.height + _SPACE
    return image


def _photo(picture: Media, size: tuple[int, int]) -> Image.Image | None:
    """The picture cut to this size; None for a drawing, a small one, or one that won't open."""
    if picture.mime == "image/svg+xml" or min(picture.width, picture.height) < _LEAST:
        return None
    try:
        with Image.open(io.BytesIO(picture.data), formats=("JPEG", "PNG", "WEBP", "GIF")) as file:
            file.draft("RGB", (2 * size[0], 2 * size[1]))  # a photograph is opened smaller
            upright = ImageOps.exif_transpose(file).convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    shaped = ImageOps.fit(upright, size, Image.Resampling.BILINEAR, centering=_FACES)
    paper = Image.new("RGB", size, "white")
    paper.paste(shaped, (0, 0), shaped)
    return paper
