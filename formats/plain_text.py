"""The post as a file of plain text."""

from collections.abc import Iterable

from formats.model import Edition, OutputFile
from formats.texts import post_text


def render(edition: Edition) -> Iterable[OutputFile]:
    """`<slug>.txt`: title, byline and date as in the narration, then the post."""
    yield OutputFile(f"{edition.post.slug}.txt", "text/plain", post_text(edition).encode())
