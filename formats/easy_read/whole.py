"""Words with hyphens stay on one line: a reader may take half a word for a word."""

import re

_TAG_OR_WORD = re.compile(r"<[^>]*>|[^\W_]+(?:['’][^\W_]+)*(?:-[^\W_]+(?:['’][^\W_]+)*)+")

LONGEST = 20
"""Letters. A longer word would not fit on a small screen, or on a large one at 400 %."""


def whole(html: str) -> str:
    """HTML with each word that has a hyphen marked as one that is not broken."""
    return _TAG_OR_WORD.sub(_marked, html)


def _marked(found: re.Match[str]) -> str:
    word = found[0]
    if word.startswith("<") or len(word) > LONGEST:
        return word
    return f'<span class="whole">{word}</span>'
