"""Lexicon files, as editors and other programs write them."""

from pipeline.lexicon import Lexicon, table

HEADER = "written,spoken\n"


def of(text: str) -> Lexicon:
    """A lexicon of the lines of a file."""
    return Lexicon(table.parse(text.encode()))


OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<lexicon version="1.0" alphabet="ipa"\n'
    ' xml:lang="en-GB" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">\n'
)
