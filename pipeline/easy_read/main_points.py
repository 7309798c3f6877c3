"""The sentences that carry a post."""

from formats import walk
from formats.model import Paragraph, Post


def main_points(post: Post, most: int = 10) -> tuple[str, ...]:
    """The ids of at most ten sentences, in reading order."""
    paragraphs = (block for block in walk.blocks(post.blocks) if isinstance(block, Paragraph))
    return tuple(p.sentences[0].id for p in paragraphs if p.sentences)[:most]
