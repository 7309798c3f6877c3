"""Language tags as people write them → BCP 47."""

import re

_TAG = re.compile(r"(?:[a-z]{2,3}|x)(?:-[a-z0-9]{1,8})*", re.IGNORECASE)


def tag(text: str) -> str | None:
    """A well-formed tag in the usual case ("zh_hant" → "zh-Hant"), or None (RFC 5646, 2.1.1)."""
    written = text.strip().replace("_", "-")
    if not _TAG.fullmatch(written):
        return None
    primary, *rest = written.split("-")
    return "-".join([primary.lower(), *map(_subtag, rest)])


def _subtag(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


def same(one: str, other: str) -> bool:
    """Whether two tags sound the same: "en" and "en-GB" do, "en-US" does not."""
    one, other = one.lower(), other.lower()
    return one == other or other.startswith(one + "-")
