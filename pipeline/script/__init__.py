"""Display text → spoken text: what is said for each unit, and the pause after it."""

from formats import walk
from formats.model import Post, Publication, Sentence, Sentences, Text
from pipeline.script.lines import Line, Part

__all__ = ["Line", "Part", "frame", "script"]


def frame(post: Post, publication: Publication, voice_name: str) -> tuple[Sentences, Sentences]:
    """The sentences that open and close a narration; their text is shown as well as spoken."""
    opening = (
        Sentence("title", (Text(post.title),), " "),
        Sentence("from", (Text(f"From the blog {publication.title}."),), " "),
        Sentence("voice", (Text(f"This is read by a synthetic voice: {voice_name}."),)),
    )
    closing = (Sentence("end", (Text(f"That was {post.title}, from {publication.title}."),)),)
    return opening, closing


def script(post: Post, opening: Sentences, closing: Sentences) -> tuple[Part, ...]:
    """One part for each block, one line for each unit, in the order of `walk.edition_units`."""
    units = (*opening, *walk.units(post.blocks), *closing)
    return tuple(Part((_line(unit, post.language),)) for unit in units)


def _line(unit: walk.Unit, language: str) -> Line:
    text = walk.plain(unit.inlines) if isinstance(unit, Sentence) else "Picture or code."
    return Line(unit.id, text or "Picture.", language, 300)
