"""Small easy-read files, and what the checker says of them."""

from formats.model import Media
from pipeline.easy_read.check import Breach, check
from pipeline.easy_read.easy_file import read
from pipeline.split.sentences import split
from tests.formats.builders import paragraph, post_of

WARNING, ERROR, NOTE = "warning", "error", "note"

Hit = tuple[str, str]
"""The id of a rule and its level."""


def breaches(
    written: str, language: str = "en-GB", pictures: dict[str, Media] | None = None, post: str = ""
) -> tuple[Breach, ...]:
    """What is said of a file with this below its title."""
    file = read(f"# The tide\n\n{written}", "tide.easy.md")
    said = split(post_of(paragraph(post or "The tide comes in."), language=language))
    return check(file, said, language, (("lighthouse", ""),), pictures or {})


def hits(written: str, language: str = "en-GB", post: str = "") -> set[Hit]:
    """The rules that are not kept in a file."""
    return {(b.rule, str(b.level)) for b in breaches(written, language, post=post)}


def of_row(words: str, language: str = "en-GB") -> set[Hit]:
    """The rules that are not kept in a row of these words, in a post that says the same."""
    return hits(f"> s1 {words}\n\n- [ ] {words}", language, words)
