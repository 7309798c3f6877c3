"""TOML whose keys are nested so deep that reading it would take all memory."""

import re

MOST = 50
"""Parts of a key, as in "a.b.c": a key of 20,000 took 1.5 GB and half a minute to read."""

_KEY = re.compile(rf"""(?<![\w"'-])(?:[\w"'-]+[ \t]*\.[ \t]*){{{MOST}}}""")


def nested_too_deep(text: str) -> bool:
    """Whether a text in TOML has a key of more parts than any setting has."""
    return bool(_KEY.search(text))
