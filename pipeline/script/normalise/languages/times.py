"""Times of day: "14:30", "14h30", "14.30 Uhr", "alle 14.30"."""

import re

from pipeline.script.normalise.languages.conventions import Conventions
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_HOUR = r"(?P<h>[01]?\d|2[0-4])"
_MINUTES = r"(?P<m>[0-5]\d)"
_EDGE = r"(?<![\w.,:/-])"
_NEAR = 30
# A word with a capital letter: Jean 3:16.
_NAME = regex(r"(?<![^\W\d_])(?=[^\W\d_a-zß-ÿ])[^\W\d_]+\.? $")
_REST = rf"(?:{_MINUTES}(?: ?min)?)?"
_DASH = regex(r"(?:(?<=\d[:h]\d\d)|(?<=\dh)) ?[-–] ?(?=(?:[01]?\d|2[0-4])(?:[:h][0-5]\d|h)(?!\w))")
_END = r"(?![\w/]|[:.,]\d|-\d)"


def rules(known: Conventions) -> tuple[Rule, ...]:
    """Before measures and decimals: "14 h", "14.30"."""
    clock, to = known.clock, known.arithmetic.to

    def say(match: re.Match[str]) -> str:
        found = match.groupdict()
        return clock.say(int(found["h"]), int(found.get("m") or 0)) or match[0]

    def bare(match: re.Match[str]) -> str:
        """After a name it may be a chapter and a verse."""
        begin = match.start()
        name = _NAME.search(match.string, max(0, begin - _NEAR), begin)
        return match[0] if name else say(match)

    def rule(name: str, written: str) -> Rule:
        return Rule(name, regex(_EDGE + written + _END), say)

    named = rf"{_HOUR}(?:[.:]{_MINUTES}){'?' if clock.hour_alone else ''} ?{clock.after}"
    until = rf" ?[-–] ?(?=(?:[01]?\d|2[0-4])[.:][0-5]\d ?{clock.after}{_END})"
    first = regex(rf"{_EDGE}{_HOUR}[.:]{_MINUTES}{until}")
    told = regex(rf"(?<![\w])(?P<words>{clock.before}){_HOUR}\.{_MINUTES}{_END}")
    found = [
        Rule("first time", first, lambda m: f"{say(m)} {to} "),
        rule("named time", named),
    ]
    return (
        *((Rule("to time", _DASH, lambda _: f" {to} "),) if to else ()),
        *(found if clock.after else ()),
        *((rule("marked time", _HOUR + clock.mark + _REST),) if clock.mark else ()),
        Rule("time", regex(rf"{_EDGE}{_HOUR}:{_MINUTES}{_END}"), bare),
        *((Rule("told time", told, lambda m: m["words"] + say(m)),) if clock.before else ()),
    )
