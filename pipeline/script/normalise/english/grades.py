"""Marks of British examinations: "A*AB" is A star, A, B; two "A*s" are A stars."""

import re

from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_MARKS = regex(r"[A-E]\*?")


def _spelled(match: re.Match[str]) -> str:
    return " ".join(mark.replace("*", " star") for mark in _MARKS.findall(match[0]))


RULES = (
    # Two marks alone may be two factors: "A*B".
    Rule(
        "grades",
        regex(r"(?<![\w*])(?=[A-E*]*\*)(?:[A-E]\*?){3,6}(?![\w*]| ?=)|(?<![\w*])A\*A\*?(?![\w*])"),
        _spelled,
    ),
    Rule("several stars", regex(r"(?<![\w*])([A-D\d])\*['’]?s(?!\w)"), lambda m: f"{m[1]} stars"),
    Rule("range of grades", regex(r"(?<![\w*])A\* ?[-–] ?(?=[A-G]\b)"), lambda _: "A star to "),
    Rule("grade or grade", regex(r"(?<![\w*])A\*/(?=[A-C]\b)"), lambda _: "A star or "),
    # The marks at sixteen are figures, the highest first.
    figured(
        "range of figures",
        regex(r"(?<=\b[Gg]rades )([1-9]) ?[-–] ?(?=[1-9]\b(?!\.\d))"),
        lambda m: f"{m[1]} to ",
    ),
)
"""Before signs, which have a star of their own."""
