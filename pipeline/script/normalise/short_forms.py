"""English short forms whose full stop a voice takes for the end of the sentence."""

import re
from collections.abc import Mapping

from pipeline.script.normalise.rule import Rule

# Before a name, with or without the stop (British titles have none).
_TITLES: Mapping[str, str] = {
    "Dr": "Doctor",
    "Mr": "Mister",
    "Mrs": "Missis",
    "Ms": "Mizz",
    "Prof": "Professor",
    "Rev": "Reverend",
    "Sgt": "Sergeant",
    "Capt": "Captain",
    "Gen": "General",
    "Hon": "Honourable",
}

# Before a number.
_COUNTED: Mapping[str, str] = {
    "No": "number",
    "Nos": "numbers",
    "p": "page",
    "pp": "pages",
    "vol": "volume",
    "Vol": "volume",
    "fig": "figure",
    "Fig": "figure",
    "ch": "chapter",
    "Ch": "chapter",
    "para": "paragraph",
    "sec": "section",
}

# Anywhere, matched without case; the stop is part of the form.
_PHRASES: Mapping[str, str] = {
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "et cetera",
    "vs.": "versus",
    "cf.": "compare",
    "et al.": "and others",
    "approx.": "approximately",
    "ca.": "about",
    "Ph.D.": "P H D",
    "Inc.": "Incorporated",
    "Ltd.": "Limited",
    "Jr.": "Junior",
    "Sr.": "Senior",
}

_ENDS = frozenset({"etc.", "et al.", "ph.d.", "inc.", "ltd.", "jr.", "sr."})

_SAID = {form.lower(): said for form, said in _PHRASES.items()}


def _either(forms: Mapping[str, str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


def _phrase(match: re.Match[str]) -> str:
    """The form in full; a stop that also ended the sentence still ends it."""
    form = match[0].lower()
    ends = form in _ENDS and not match.string[match.end() :].strip(" )”’\"'")
    return _SAID[form] + ("." if ends else "")


RULES = (
    Rule(
        "title",
        re.compile(rf"\b({_either(_TITLES)})\b(?:\.\s*|\s+)(?=[A-Z])"),
        lambda m: f"{_TITLES[m[1]]} ",
    ),
    Rule("saint", re.compile(r"\bSt\.?\s(?=[A-Z][a-z])"), lambda _: "Saint "),
    Rule("street", re.compile(r"(?<=[a-z] )St\.(?=\s|,|$)"), lambda _: "Street"),
    Rule(
        "counted",
        re.compile(rf"(?<![\w.])({_either(_COUNTED)})\.\s?(?=\d)"),
        lambda m: f"{_COUNTED[m[1]]} ",
    ),
    Rule("phrase", re.compile(rf"(?<![\w.])(?:{_either(_PHRASES)})", re.IGNORECASE), _phrase),
    Rule("versus", re.compile(r"(?<=\s)vs?\.?(?=\s)"), lambda _: "versus"),
)
