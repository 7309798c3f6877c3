"""Names for folders and addresses: ASCII, lower case, safe on every system, stable."""

import hashlib
import re

import unicodedata2 as unicodedata

_LONGEST = 80  # characters; with folder and suffix a path stays far below Windows' 260

# Letters that Unicode does not split into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ı": "i"}
)

# Names that Windows keeps for devices, with or without a suffix.
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}


def slugify(text: str) -> str:
    """A name made of `text`, or "" if there is nothing in it to name.

    Letters with no ASCII equivalent are replaced by a short hash of the text: "日記" becomes
    "post-…", "Ruby リリース" becomes "ruby-…".
    """
    folded = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    kept = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", _ascii(folded))).strip("-")
    if any(letter.isalpha() and not letter.isascii() for letter in folded):
        mark = hashlib.sha256(unicodedata.normalize("NFC", text).encode(errors="replace"))
        kept = f"{_cut(kept) or 'post'}-{mark.hexdigest()[:6]}"
    return f"post-{kept}" if kept in _DEVICES else _cut(kept)


def _ascii(folded: str) -> str:
    """Remove accents; any other character that is not ASCII separates words."""
    bare = (c for c in folded if not unicodedata.combining(c))
    return "".join(c if c.isascii() or c == "’" else " " for c in bare)


def _cut(name: str) -> str:
    """At most `_LONGEST` characters, ending with a whole word where there is one."""
    if len(name) <= _LONGEST:
        return name
    head, _, _ = name[: _LONGEST + 1].rpartition("-")
    return head or name[:_LONGEST]
