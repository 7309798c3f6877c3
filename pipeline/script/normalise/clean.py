"""Characters that are shown or invisible, and never spoken; safe in every language."""

from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

# Soft hyphen, zero-width space, word joiner, byte order mark, and the marks of direction: a
# voice splits a word at each. The zero-width joiners stay: Persian and emoji need them.
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"

_MARK = r"(?:\[\d{1,3}(?:[,–-] ?\d{1,3})*\])+"
_MARKS = rf"(?:(?<=[\w.,;:!?’”\"')])|(?<=[.!?”’]) (?=\[[^\]]*\](?: [^\W\d_a-z]|$))){_MARK}"

RULES = (
    Rule("invisible", regex(f"[{_INVISIBLE}]"), lambda _: ""),
    Rule("control", regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"), lambda _: " "),
    # A line break that carries meaning is heard as a pause.
    Rule("break", regex(r"(?<=\w)[ \t]*\n\s*(?=\S)"), lambda _: ", "),
    # The mark of a note stands at a word, or between two sentences. Elsewhere, a number in
    # brackets is the author's own: "Keep [1] and [12]".
    Rule("reference", regex(rf"{_MARKS}(?=[^\W\d_])"), lambda _: " ", drops=True),
    Rule("reference", regex(_MARKS), lambda _: "", drops=True),
    Rule("reference", regex(rf" {_MARK}(?=[^\W\d_])"), lambda _: " ", drops=True),
    Rule("bullet", regex(r"^\s*[•◦▪●‣]\s+"), lambda _: ""),
    # What a deletion or a break has left before the author's own stop.
    Rule("loose comma", regex(r"\s*,\s*(?=[,.;:!?](?!\w))"), lambda _: ""),
    Rule("space", regex(r"\s+"), lambda _: " "),
)
