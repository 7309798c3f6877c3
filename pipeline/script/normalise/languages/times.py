"""Times of day: "14:30", "14h30", "14.30 Uhr", "alle 14.30"."""

import re

from pipeline.script.normalise.languages.conventions import Conventions
from pipeline.script.normalise.rule import Rule

_HOUR = r"(?P<h>[01]?\d|2[0-4])"
_MINUTES = r"(?P<m>[0-5]\d)"
_EDGE = r"(?<![\w.,:/-])"
_END = r"(?![\w]|[:.,]\d|-\d)"


def rules(known: Conventions) -> tuple[Rule, ...]:
    """Before measures and decimals: "14 h", "14.30"."""
    clock = known.clock

    def say(match: re.Match[str]) -> str:
        found = match.groupdict()
        return clock.say(int(found["h"]), int(found.get("m") or 0)) or match[0]

    def rule(name: str, written: str) -> Rule:
        return Rule(name, re.compile(_EDGE + written + _END), say)

    marked = rule("time with a mark", rf"{_HOUR}{clock.mark}(?:{_MINUTES}(?: ?min)?)?")
    named = rule("named time", rf"{_HOUR}(?:[.:]{_MINUTES})? ?{clock.after}")
    told = re.compile(rf"(?<![\w])(?P<words>{clock.before}){_HOUR}\.{_MINUTES}{_END}")
    return (
        *((named,) if clock.after else ()),
        *((marked,) if clock.mark else ()),
        rule("time", rf"{_HOUR}:{_MINUTES}"),
        *((Rule("told time", told, lambda m: m["words"] + say(m)),) if clock.before else ()),
    )
