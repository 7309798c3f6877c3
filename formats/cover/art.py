"""Simple geometric art for covers: a motif and its shapes come from a seed.

Each motif draws into a field of `(width, height)` pixels with a pen; `seed` are 32 bytes.
"""

import math
from collections.abc import Callable
from typing import TypeAlias

from PIL import Image, ImageDraw

from formats.cover.colours import between
from formats.look import Duo

Pen: TypeAlias = ImageDraw.ImageDraw
Size: TypeAlias = tuple[int, int]
Motif: TypeAlias = Callable[[Pen, Size, bytes, Duo], None]

_FINER = 2
"""Art is drawn in twice as many pixels and made smaller, so that its edges are smooth."""


def art(size: Size, seed: bytes, colours: Duo) -> Image.Image:
    """A field of art of this size."""
    fine = (size[0] * _FINER, size[1] * _FINER)
    image = Image.new("RGB", fine, colours.ground)
    MOTIFS[seed[0] % len(MOTIFS)](ImageDraw.Draw(image), fine, seed[1:], colours)
    return image.reduce(_FINER)


def wave(pen: Pen, size: Size, seed: bytes, colours: Duo) -> None:
    """Sound: a row of bars, tall in the middle."""
    width, height = size
    bars = 21
    step = width / bars
    for bar in range(bars):
        swell = math.sin(math.pi * (bar + 1) / (bars + 1))
        tall = max(step / 2, height * 0.92 * swell * _part(seed, bar, 0.25))
        left, middle = (bar + 0.25) * step, height / 2
        box = (left, middle - tall / 2, left + step / 2, middle + tall / 2)
        pen.rounded_rectangle(box, step / 4, colours.bars)


def rings(pen: Pen, size: Size, seed: bytes, colours: Duo) -> None:
    """Rings around a place at the lower edge."""
    width, height = size
    x = width * (0.2 + 0.6 * seed[0] / 255)
    count = 4 + seed[1] % 3
    for ring in range(count, 0, -1):
        radius = height * 0.96 * ring / count
        colour = (colours.bars, between(colours), colours.ground)[(ring + seed[2]) % 3]
        pen.circle((x, height), radius, colour if ring > 1 else colours.bars)


def hills(pen: Pen, size: Size, seed: bytes, colours: Duo) -> None:
    """A sun or moon over two hills."""
    width, height = size
    radius = height * 0.22
    pen.circle((width * _part(seed, 0, 0.15) * 0.9, height * 0.34), radius, colours.bars)
    for layer, colour in enumerate((between(colours), colours.bars)):
        base, swing = height * (0.62 + 0.16 * layer), height * 0.15
        phase = math.tau * seed[1 + layer] / 256
        bends = 1.2 + seed[3 + layer] / 200
        steps = range(0, width + 16, 16)
        ridge = [(x, base + swing * math.sin(phase + math.tau * bends * x / width)) for x in steps]
        pen.polygon([(0, height), *ridge, (width, height)], colour)


def tiles(pen: Pen, size: Size, seed: bytes, colours: Duo) -> None:
    """Tiles, each with a quarter of a circle around one of its corners."""
    width, height = size
    rows = 2
    side = height / rows
    for number in range(rows * math.ceil(width / side)):
        row, column = number % rows, number // rows
        left, top = column * side, row * side
        turn, kind = seed[number % 31] % 4, seed[number % 29] % 3
        corner = (left + side * (turn in (1, 2)), top + side * (turn in (2, 3)))
        box = [corner[0] - side, corner[1] - side, corner[0] + side, corner[1] + side]
        colour = (colours.bars, between(colours), colours.bars)[kind]
        pen.pieslice(box, 90 * turn, 90 * (turn + 1), colour)


def lines(pen: Pen, size: Size, seed: bytes, colours: Duo) -> None:
    """Lines of a text, one of which is lit."""
    width, height = size
    rows, margin = 6, width / 14
    step = height / rows
    lit = 1 + seed[0] % (rows - 2)
    for row in range(rows):
        right = margin + (width - 2 * margin) * _part(seed, row + 1, 0.55)
        box = (margin, (row + 0.22) * step, right, (row + 0.78) * step)
        pen.rounded_rectangle(box, step * 0.28, colours.bars if row == lit else between(colours))


def rays(pen: Pen, size: Size, seed: bytes, colours: Duo) -> None:
    """Half a sun at the lower edge, with rays."""
    width, height = size
    middle = (width * (0.25 + 0.5 * seed[0] / 255), height)
    count = 9 + 2 * (seed[1] % 4)
    for ray in range(count):
        begin = 180 + 180 * ray / count
        box = [middle[0] - width, height - width, middle[0] + width, height + width]
        if ray % 2 == 0:
            pen.pieslice(box, begin, begin + 180 / count, between(colours))
    pen.circle(middle, height * 0.62, colours.ground)
    pen.circle(middle, height * 0.5, colours.bars)


def dots(pen: Pen, size: Size, seed: bytes, colours: Duo) -> None:
    """Rows of dots that grow and shrink."""
    width, height = size
    rows, columns = 4, 11
    step = width / columns
    phase, bend = math.tau * seed[0] / 256, 0.5 + seed[1] / 170
    for row in range(rows):
        for column in range(columns):
            swell = math.sin(phase + column * bend * 0.6 + row * (0.5 + seed[2] / 255))
            radius = step * (0.26 + 0.18 * swell)
            place = ((column + 0.5) * step, (row + 0.5) * height / rows)
            colour = colours.bars if (row + column + seed[3]) % 3 else between(colours)
            pen.circle(place, radius, colour)


def shelf(pen: Pen, size: Size, seed: bytes, colours: Duo) -> None:
    """Books on a shelf."""
    width, height = size
    board = height * 0.06
    left, number = width * 0.04, 0
    while True:
        thick = width * (0.035 + 0.05 * seed[number % 31] / 255)
        if left + thick > width * 0.96:
            break
        top = height * (0.08 + 0.42 * seed[(number * 7 + 3) % 31] / 255)
        colour = (colours.bars, between(colours))[(number + seed[5]) % 2]
        pen.rectangle((left, top, left + thick, height - board), colour)
        left += thick + width * 0.012
        number += 1
    pen.rectangle((0, height - board, width, height), colours.bars)


MOTIFS: tuple[Motif, ...] = (wave, rings, hills, tiles, lines, rays, dots, shelf)


def _part(seed: bytes, number: int, least: float) -> float:
    """A part of 1, at least so much of it, by a byte of the seed."""
    return least + (1 - least) * seed[number % len(seed)] / 255
