"""Ratings drawn as a row of stars: "★★★☆☆" is three out of five stars."""

import re

from pipeline.script.normalise.english.numbers import below_hundred
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_FULL = "★⭐🌟⭑✭✮✯"
_EMPTY = "☆✩⚝"
_ROW = regex(
    rf"(?<![{_FULL}{_EMPTY}])(?=(?:[{_FULL}{_EMPTY}]\ufe0f? ?){{2}}|[{_FULL}]\ufe0f?½)"
    rf"((?:[{_FULL}]\ufe0f? ?){{0,10}})(½ ?)?((?:[{_EMPTY}]\ufe0f? ?){{0,10}})(?<! )"
    rf"(?![{_FULL}{_EMPTY}])"
)
_ARTICLE = regex(r"\b(?:[Aa]n?|[Tt]he|[Oo]ur|[Tt]his) $")


def _stars(match: re.Match[str]) -> str:
    """The full ones, out of all where some are empty; before what they rate, "four star"."""
    full = sum(sign in _FULL for sign in match[1])
    empty = sum(sign in _EMPTY for sign in match[3])
    said = below_hundred(full) + (" and a half" if match[2] else "")
    rest = match.string[match.end() :]
    if empty:
        said = f"{said} out of {below_hundred(full + empty + bool(match[2]))} stars"
    elif _ARTICLE.search(match.string[: match.start()]) and re.match(" [a-z]", rest):
        said = f"{said} star"
    else:
        said = f"{said} stars"
    before = match.string[: match.start()]
    lead = " " if before[-1:].isalnum() else ""
    return f"{lead}{said}{_after(rest)}"


def _after(rest: str) -> str:
    """A pause before a new sentence, a space before a word that touches the row."""
    if re.match(" [A-Z]", rest):
        return "."
    return " " if rest[:1].isalnum() else ""


def _bubbles(match: re.Match[str]) -> str:
    full = match[0].count("●")
    return f"{below_hundred(full)} out of {below_hundred(len(match[0]))}"


RULES = (
    Rule("stars of a rating", _ROW, _stars),
    Rule("bubbles of a rating", regex(r"(?<![●○])●{1,9}○{1,9}(?![●○])"), _bubbles),
)
"""Before emoji, where a row of the same one is said once."""
