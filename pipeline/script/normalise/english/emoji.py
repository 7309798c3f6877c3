"""Emoji: each by its name, a row of the same one once."""

import re

import unicodedata2 as unicodedata

from pipeline.script.normalise.english.flags import PAIR, TAGGED, flag
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_TONES = "\U0001f3fb-\U0001f3ff"
_FLAG = "\U0001f1e6-\U0001f1ff"
_SIGN = (
    "\u2600-\u27bf\u2b50\u2b55\u231a\u231b\u23e9-\u23f3\U0001f300-\U0001f3fa\U0001f400-\U0001faff"
)
_ONE = f"(?:{TAGGED}|[{_SIGN}](?:[\ufe0e\ufe0f{_TONES}]|\u200d[{_SIGN}\u2640\u2642])*)"
_RUN = regex(
    rf"(\s*)"
    rf"((?:(?:{_ONE}|{PAIR})\s*(?=[{_SIGN}{_FLAG}])|{_ONE}|[{_FLAG}]{{1,2}})+)"
    r"([,.;:!?]?)"
)
_EACH = regex(f"{PAIR}|{_ONE}|[{_FLAG}]")
# Names that people use in place of Unicode's.
_NAMES = {
    "\u2764": "red heart",
    "\U0001f602": "tears of joy",
    "\U0001f64f": "folded hands",
    "\u2705": "tick",
    "\u2714": "tick",
    "\u2713": "tick",
    "\u274c": "cross",
    "\u2717": "cross",
    "\u2718": "cross",
    "\u2b50": "star",
    "\u2605": "star",
    "\u2606": "star",
    "\U0001f44d": "thumbs up",
    "\U0001f44e": "thumbs down",
    "\U0001f44f": "clapping hands",
    "\u2728": "sparkles",
    "\U0001f4af": "hundred points",
    "\U0001f642": "smiling face",
    "\u2600": "sun",
    "\u260e": "telephone",
    "\u2709": "envelope",
    "\U0001f914": "thinking face",
    "\U0001f3f3\u200d\U0001f308": "rainbow flag",
    "\U0001f9d1": "person",
    "\U0001f4bb": "laptop",
    "\U0001f525": "fire",
    "\U0001f923": "rolling on the floor laughing",
}


def _name(written: str) -> str:
    if re.match(f"[{_FLAG}]|{TAGGED}", written):
        return flag(written)
    bare = re.sub(f"[\ufe0e\ufe0f{_TONES}]|\u200d[\u2640\u2642]", "", written)
    return _NAMES.get(bare) or " ".join(filter(None, map(_part, bare.split("\u200d"))))


def _part(sign: str) -> str:
    known = _NAMES.get(sign) or unicodedata.name(sign, "").lower()
    return re.sub(r"^(?:heavy|black|white) | sign$| symbol$", "", known)


def _run(match: re.Match[str]) -> str:
    """Separated by commas, so that it is heard as an aside."""
    names = list(dict.fromkeys(_name(one) for one in _EACH.findall(match[2])))
    said = ", ".join(filter(None, names))
    if not said:
        return match[0]
    before = match.string[: match.start()].rstrip()
    lead = "" if not before else " " if before[-1] in ".!?:;,…(“" else ", "
    text = match.string[match.end() :]
    stop = match[3] or ("." if not text.strip() and before[-1:] in {".", "!", "?"} else "")
    space = " " if not stop and text[:1].isalnum() else ""
    mark = "." if before[-1:] in {".", "!", "?"} else ","
    trail = mark if not stop and text.lstrip()[:1].isalnum() else ""
    return f"{lead}{said}{stop}{trail}{space or (' ' if trail and not text[:1].isspace() else '')}"


RULES = (
    # The sign for a keycap, and variation selectors.
    Rule(
        "drawn",
        regex("(?<=[\\d#*])[\ufe0e\ufe0f]?\u20e3|(?<![\u2600-\U0001faff])[\ufe0e\ufe0f]"),
        lambda _: "",
    ),
    Rule("emoji", _RUN, _run),
)
