"""The words of a sentence that deny; English only."""

import re
from collections import Counter

_DENIES = re.compile(
    r"\b(?:not|no|never|without|nor|neither|none|nothing|nobody|nowhere|hardly|barely|scarcely"
    r"|rarely|seldom|unable|cease[sd]?|fail(?:s|ed)?|lack(?:s|ed)?)\b"
)
# With the apostrophe forgotten, too.
_CONTRACTED = re.compile(
    r"n['’]t\b|\bcannot\b"
    r"|\b(?:do|does|did|is|are|was|were|have|has|had|ca|wo|could|would|should)nt\b"
)


def negations(text: str) -> Counter[str]:
    """The words that deny, "n't", "nt" and "cannot" as "not"."""
    plain = _CONTRACTED.sub(" not ", text.lower())
    return Counter(_DENIES.findall(plain))
