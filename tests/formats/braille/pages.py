"""Braille as a test looks at it: pages of lines."""

import io
import zipfile
from dataclasses import replace

from formats import braille, walk
from formats.model import (
    Block,
    BrailleChoices,
    Edition,
)
from tests.formats.builders import (
    AWKWARD,
    PUBLICATION,
    edition,
    rich_post,
)

RULE = f'{"":13}"33333333333'
END = f'{"":13}"31111111111'
POSTS = {"rich": rich_post(), **AWKWARD}
NARROW = replace(PUBLICATION, braille=BrailleChoices(width=20, height=10))


def files(of: Edition) -> dict[str, bytes]:
    return {file.path: file.data for file in braille.render(of)}


def pages(of: Edition) -> list[list[str]]:
    """The pages of a BRF, as lines."""
    text = files(of)["braille.brf"].decode("ascii")
    return [page.splitlines() for page in text.removesuffix("\f").split("\f")]


def body(*blocks: Block) -> list[str]:
    """The lines of a short post below its front, without those that have the numbers."""
    whole = [line for page in pages(edition(*blocks)) for line in page[1:]]
    first = whole.index(RULE, whole.index(RULE) + 1)
    return whole[first + 1 : -1]


def printed(of: Edition, each: int = 4) -> Edition:
    """The same edition, with so many units on each printed page."""
    units = walk.units(of.post.blocks)
    return replace(of, printed={unit.id: 1 + at // each for at, unit in enumerate(units)})


def book(of: Edition) -> dict[str, bytes]:
    """The files in an eBraille book."""
    with zipfile.ZipFile(io.BytesIO(files(of)["braille.ebrl"])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
