"""Times as British people write them, with a full stop or without any sign: "06.20", "the 0740"."""

import re

from pipeline.script.normalise.english.context import near
from pipeline.script.normalise.english.numbers import below_hundred, two_figures
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_TIME = r"(?:0?\d|1\d|2[0-3])\.[0-5]\d"
_ROW = regex(
    rf"(?<![\w.,:/£$€–-]){_TIME}(?:(?:, (?:and |then |or )?| and | or | & | to | until | till |"
    rf" ?[-–] ?){_TIME})*(?![\w%/°]|[.,:]\d| ?[-–]\d| ?(?:%|°|[ap]\.?m\b))"
)
_EVENTS = (
    r"[Aa]rriv(?:e|es|ing)|[Dd]epart(?:s|ing)?|[Ll]eav(?:e|es|ing)|[Dd]oors(?: open)?|[Ss]tarts?|"
    r"[Bb]egins?|[Ee]nds?|[Ff]inish(?:es)?|[Oo]pens?|[Cc]loses?|[Mm]eet(?:s|ing)?|[Kk]ick[ -]?off|"
    r"[Rr]egistration|[Uu]ntil|[Tt]ill|[Ss]un(?:rise|set)|(?:[Hh]igh|[Ll]ow) (?:water|tide)|"
    r"[Bb]e (?:there|here|back|home|ready)|[Gg]ather|[Cc]heck-in|"
    r"[Ll]ast (?:entry|orders|admission)"
)
_ONE = regex(r"\d\d\.\d\d")
_CALLED = regex(r" (?:(?:to|from) [A-Z]|(?:was|is|has|had|will)\b)")
_AFTER_EVENT = regex(rf"\b(?:{_EVENTS})(?: (?:at|by|from|is|are|for))?:? $")
_AFTER_AT = regex(r"\b(?:[Aa]t|[Bb]y|[Ff]rom|[Bb]etween|[Bb]efore|[Aa]fter|[Aa]bout|[Aa]round) $")
_KINDS = (
    r"bus(?:es)?|trains?|ferr(?:y|ies)|coach(?:es)?|flights?|services?|lunch|"
    r"breakfast|supper|dinner|tea|coffee|mornings?|afternoons?|evenings?|noon|tonight|today|"
    r"tomorrow|weekdays?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|club|class(?:es)?|sessions?|"
    r"rehearsals?|mass|Mass|[Ee]ucharist|[Cc]ommunion|[Ee]vensong|prayers?|performances?|"
    r"matin[ée]e|assembly|daily|held|gates|matins|vespers|kick[ -]?off|time|nights?|school day|"
    r"choir|bingo|yoga|quiz"
)
_TIMELY = regex(rf"\b(?:{_EVENTS}|{_KINDS})\b", re.IGNORECASE)
_AFTER_KIND = regex(rf"\b(?:{_KINDS})(?: (?:at|from|is|are))?[:,]? $", re.IGNORECASE)
# What may follow a time, and rarely follows an amount.
_END = regex(
    r"\.?$|[.,;:!?)]|,? (?:and|or|to|until|till|on|in|for|then|sharp|prompt|each|every|with|when|"
    r"this|that|today|tomorrow|tonight|followed|except|daily|at|from|by|we|they|he|she|I|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)\b"
)
_AMOUNT = regex(
    r" ?(?:per|million|billion|thousand|points?|higher|lower|up|down|a|an|each|kg|g|mm|cm|m|km|ml|"
    r"l|miles?|met(?:re|er)s?|inch(?:es)?|feet|ft|litres?|seconds?|minutes?|hours?|hrs?|times|"
    r"degrees|tonnes?|years?|percent)\b"
)
_TRAINS = "train|bus|ferry|flight|service|coach|sailing|boat|departure|tram"
_SOLID = r"(?:[01]\d|2[0-3])[0-5]\d"


def _is_time(match: re.Match[str]) -> bool:
    """By a zero before the hour, or by the words on both sides."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _AMOUNT.match(after):
        return False
    if match[0].startswith("0") and not match[0].startswith("0."):
        return True
    if _AFTER_EVENT.search(before) or (_AFTER_KIND.search(before) and match[0][-1] in "05"):
        return True
    if before.endswith(("The ", "the ")) and _ONE.fullmatch(match[0]) and _CALLED.match(after):
        return True
    return bool(_AFTER_AT.search(before) and _END.match(after) and near(_TIMELY, match))


SPAN = figured(
    "span of the day",
    regex(
        r"(?<![\w.,:/£+-])((?:[01]\d|2[0-3])(?:00|15|30|45)) ?[-–] ?"
        r"((?:[01]\d|2[0-4])(?:00|15|30|45))(?= ?(?:hrs|hours)\b)|"
        r"(?<![\w.,:/£+-])(0\d(?:00|15|30|45)) ?[-–] ?((?:[01]\d|2[0-4])(?:00|15|30|"
        r"45))(?![\w.,:/-]\d|\w)"
    ),
    lambda m: f"{_railway(*_halves(m[1] or m[3]))} to {_railway(*_halves(m[2] or m[4]))}",
)
"""Before telephone numbers, which look the same: "0900-1700"."""


def _halves(solid: str) -> tuple[str, str]:
    return solid[:2], solid[2:]


def rules(english: English) -> tuple[Rule, ...]:
    """Before the other times, dates and numbers."""

    def clock(hour: int, minutes: int) -> str:
        if minutes:
            return f"{below_hundred(hour)} {two_figures(minutes)}"
        if not hour:
            return "midnight"
        return f"{below_hundred(hour)}{' hundred' if hour > 12 and english.british else ''}"

    def row(m: re.Match[str]) -> str:
        if not _is_time(m):
            return m[0]
        said = re.sub(r" ?[-–] ?", " to ", m[0])
        return re.sub(r"(\d+)\.(\d\d)", lambda t: clock(int(t[1]), int(t[2])), said)

    def solid(m: re.Match[str]) -> str:
        """With "oh" and "hundred", as on a railway."""
        said = re.sub(r" ?[-–] ?", " to ", m[0])
        return re.sub(r"(\d\d)(\d\d)", lambda t: _railway(t[1], t[2]), said)

    def hours(m: re.Match[str]) -> str:
        return f"{_railway(m[1].rjust(2), m[2])} hours"

    return (
        figured(
            "noon",
            regex(r"(?<![\w.,:/£])12(?:[.:]00)? ?(?=(?:noon|midnight|midday)\b)"),
            lambda _: "twelve ",
        ),
        figured(
            "dotted hours",
            regex(r"(?<![\w.,:/£])(?=\d\d\.\d\d ?hrs|\d\.\d\dhrs)(\d{1,2})\.([0-5]\d) ?hrs\b"),
            hours,
        ),
        figured(
            "solid times",
            regex(
                rf"(?<=\b[Tt]he )(?:{_SOLID}(?= (?:{_TRAINS})\b| (?:to|from) [A-Z])|"
                r"0\d[0-5]\d(?!\w|[.,:/-]\d))|"
                rf"(?:(?<=\b[Aa]t )|(?<=\b[Bb]y )|(?<=\b[Ff]rom )|(?<=\b[Uu]ntil )|"
                rf"(?<=\b[Bb]efore )|"
                r"(?<=\b[Dd]epart )|(?<=\b[Aa]rrive )|(?<=\b[Dd]eparts )|(?<=\b[Aa]rrives ))"
                rf"0\d[0-5]\d(?:(?:, | and | or | to |, and ){_SOLID})*(?!\w|[.,:/-]\d| ?hrs|"
                rf" hours)"
            ),
            solid,
        ),
        figured("dotted times", _ROW, row),
    )


def _railway(hour: str, minutes: str) -> str:
    said = f"{'oh ' if hour[0] == '0' else ''}{below_hundred(int(hour))}"
    return f"{said} {two_figures(int(minutes)) if int(minutes) else 'hundred'}"
