"""The words of a sentence that deny; English only."""

import re
from collections import Counter

_DENIES = re.compile(
    r"\b(?:not|no|never|without|nor|neither|none|nothing|nobody|nowhere|hardly|barely|scarcely"
    r"|rarely|seldom|unable|cease[sd]?|fail(?:s|ed)?|lack(?:s|ed)?)\b"
)


def negations(text: str) -> Counter[str]:
    """The words that deny, "n't" and "cannot" as "not"."""
    plain = re.sub(r"(?:n['’]t|\bcannot)\b", " not ", text.lower())
    return Counter(_DENIES.findall(plain))
