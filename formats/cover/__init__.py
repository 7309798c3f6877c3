"""The cover of the blog: its title over a wave of sound.

It is 3,000 pixels square, as podcast directories ask. The same title always has the same wave
and one of a few families of colours. A title with a letter that no typeface has is left out.
"""

from PIL import Image, ImageDraw

from formats.cover.jpeg import jpeg
from formats.cover.lettering import Room, lettering
from formats.look import duo, wave
from formats.model import Media, Typeface
from formats.offers import COVER

SIZE = 3000
"""The side of the blog's cover in pixels."""

_LARGEST = 512_000  # bytes, as Apple requires

_MARGIN = 260
_TITLE = Room(
    width=SIZE - 2 * _MARGIN,
    height=1480,
    sizes=range(600, 180, -20),
    whole=280,
    smaller=range(200, 140, -10),
)

_TALLEST = 700
_AXIS = 2300


def draw(title: str, typeface: Typeface, language: str) -> Media:
    """`cover.jpg`: the same bytes for the same title and language."""
    colours = duo(title)
    image = Image.new("RGB", (SIZE, SIZE), colours.ground)
    titled = lettering(title, language, _TITLE, colours, typeface)
    if titled:
        image.paste(titled, (_MARGIN, _MARGIN))
    _draw_wave(ImageDraw.Draw(image), title, 1.0 if titled else 2.2)
    return Media(COVER, "image/jpeg", jpeg(image, _LARGEST), SIZE, SIZE)


def _draw_wave(pen: ImageDraw.ImageDraw, title: str, scale: float) -> None:
    """A row of bars, tall in the middle."""
    heights = wave(title)
    step = _TITLE.width / (len(heights) - 0.5)
    axis = _AXIS if scale == 1.0 else SIZE // 2
    for bar, height in enumerate(heights):
        tall = max(step / 2, _TALLEST * scale * height)
        left = _MARGIN + bar * step
        box = (left, axis - tall / 2, left + step / 2, axis + tall / 2)
        pen.rounded_rectangle(box, step / 4, duo(title).bars)
