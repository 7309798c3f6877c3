"""What the tests of saved pages share: the blocks of a page, and their words."""

from pathlib import Path

from formats import walk
from formats.model import Block, Item, Listing, Post, Sentence
from tests.pipeline.readers.reading import only_post, reading


def post_of(folder: Path, page: str, name: str = "page.html") -> Post:
    """The post in a page."""
    return only_post(reading(folder, {name: page}))


def text(*blocks: Block) -> str:
    """The words of some blocks."""
    sentences = (unit for unit in walk.units(blocks) if isinstance(unit, Sentence))
    return " ".join(walk.plain(sentence.inlines) for sentence in sentences)


def outline(listing: Block) -> str:
    """A list on one line: "ul(One ol3(Two))"."""
    assert isinstance(listing, Listing)
    name = (f"ol{listing.start}" if listing.start != 1 else "ol") if listing.ordered else "ul"
    return f"{name}({' '.join(map(_item, listing.items))})"


def _item(item: Item) -> str:
    return " ".join(
        outline(block) if isinstance(block, Listing) else text(block) for block in item.blocks
    )
