"""References: pages, sections, numbers in a series."""

import re
from collections.abc import Mapping

from pipeline.script.normalise.english.context import ends_sentence
from pipeline.script.normalise.english.numbers import digits
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_COUNTED: Mapping[str, str] = {
    "no": "number",
    "nos": "numbers",
    "p": "page",
    "pp": "pages",
    "pg": "page",
    "pgs": "pages",
    "vol": "volume",
    "vols": "volumes",
    "fig": "figure",
    "figs": "figures",
    "ch": "chapter",
    "chap": "chapter",
    "para": "paragraph",
    "paras": "paragraphs",
    "sec": "section",
    "sect": "section",
    "s": "section",
    "ss": "sections",
    "art": "article",
    "arts": "articles",
    "reg": "regulation",
    "regs": "regulations",
    "sch": "schedule",
    "app": "appendix",
    "ed": "edition",
    "eq": "equation",
    "ex": "example",
    "l": "line",
    "ll": "lines",
    "n": "note",
    "nn": "notes",
    "r": "rule",
    "cl": "clause",
    "pt": "part",
    "tel": "telephone",
    "ext": "extension",
}
_WORD = "|".join(sorted(_COUNTED, key=len, reverse=True))
# These short forms have no other meaning, so they need no full stop.
_NUMBERED = (
    "chapters?|units?|annex|appendix|weeks?|levels?|lessons?|modules?|parts?|sections?|pages?|"
    "days?|"
    "episodes?|seasons?|series|tracks?|volumes?|issues?|number|figures?|tables?|exercises?|"
    "questions?|stages?|"
    "phases?|sessions?|tasks?|items?|slides?|steps?|rounds?|terms?|acts?|scenes?|platforms?|bays?|"
    "zones?|plates?|worksheets?|activity|activities|topics?|articles?|schedules?|rooms?|gates?|"
    "tips?|rules?|books?|plots?|lots?|videos?|tutorials?|posts?|parts?|years?|months?"
)
# Alone before a number and after one of these, "no." is the word.
_OWN_NUMBER = (
    r"[A-Z]{2,}|[Rr]ef\.?|[Tt]el\.?|[Pp]hone|[Tt]elephone|[Mm]obile|[Aa]ccount|[Aa]cct\.?|[Aa]/c|"
    r"[Cc]ard|"
    r"[Hh]ouse|[Ff]lat|[Bb]us|[Cc]harity|[Cc]ompany|[Rr]egistration|[Rr]eg\.?|[Oo]rder|[Bb]ooking|"
    r"[Pp]olicy|[Ii]nvoice|[Mm]embership|[Rr]eference|[Ss]erial|[Cc]ase|[Mm]odel|[Pp]art|[Ii]tem|"
    r"[Cc]ontact|[Ff]ax|[Cc]ustomer|[Pp]assport|[Ll]icence|[Ii]nsurance|[Pp]late|[Rr]oom|[Ss]eat|"
    r"[Uu]nit|[Rr]oll|[Bb]atch|[Cc]laim|[Pp]roduct|[Ss]tock|[Pp]age|[Ii]D"
)
_NUMBERED_SHORT = {
    "ref": "reference",
    "tel": "telephone",
    "reg": "registration",
    "acct": "account",
}
_BARE = "pp|pgs|Vol|vol|Fig|fig|Figs|figs|para|paras|Para|Paras|sect|chap|Sch|ext"


def _counted(match: re.Match[str]) -> str:
    return f"{_COUNTED[match[1].lower()]} "


def _own_number(match: re.Match[str]) -> str:
    """A full stop that also ended the sentence still ends it."""
    stop = "." if match[0].endswith(".") and ends_sentence(match) else ""
    word = match[1].rstrip(".")
    said = _NUMBERED_SHORT.get(word.lower(), word)
    if word[0].isupper():
        said = said[0].upper() + said[1:]
    return f"{said} number{match[3]}{stop}"


def _deep(match: re.Match[str]) -> str:
    first, *deeper = re.findall(r"\w+", match[2])
    return f"{match[1]}{first}, subsection {', '.join(deeper)}"


def _parts(match: re.Match[str]) -> str:
    """A single part follows its number, "four b"; deeper ones are separated by commas."""
    parts = re.findall(r"\w+", match[1])
    return f" {parts[0]}" if len(parts) == 1 else "".join(f", {part}" for part in parts)


_NUMBERS = (
    Rule(
        "own number",
        regex(rf"(?<![\w.])({_OWN_NUMBER}) ([Nn]o)(s?)(?:\.(?!\d)|(?=:))"),
        _own_number,
    ),
    figured(
        "leading zero",
        regex(
            rf"\b((?i:{_NUMBERED}) |#)0{{1,2}}([1-9]\d?)(?:( ?[-–] ?)0{{1,2}}([1-9]))?(?!\w|"
            rf"[.,/:]\d|-\d{{3}}|"
            rf" ?[-–] ?\d{{3}}| \d{{3}})"
        ),
        lambda m: f"{m[1]}{m[2]}{m[3] or ''}{m[4] or ''}",
    ),
)


def rules() -> tuple[Rule, ...]:
    """Only before a number: "No." alone is an answer."""
    plan = figured(
        # A section of American tax law that pensions are named after.
        "plan",
        regex(r"(?<!\w)(4\d\d) ?\(([a-z])\)(?!\w)"),
        lambda m: f"{digits(m[1], 'oh')} {m[2]}",
    )
    return (
        Rule("section sign", regex(r"§§ ?(?=\w)"), lambda _: "sections "),
        Rule("section sign", regex(r"§ ?(?=\w)"), lambda _: "section "),
        figured("numero", regex(r"№ ?(?=\d)"), lambda _: "number "),
        figured(
            "counted",
            regex(rf"(?<![\w.'’])({_WORD})\.\s?(?=\d)(?!\.\d)", re.IGNORECASE),
            _counted,
        ),
        Rule(
            "counted",
            regex(
                r"(?<![\w.])((?i:vol|ch|pt|fig|app|art|sch|chap))\.\s?(?=[IVX]+\b|[A-Z]\b)(?!\w\.)"
            ),
            _counted,
        ),
        figured("counted", regex(rf"(?<![\w.'’-])({_BARE}) ?(?=\d)"), _counted),
        figured("counted", regex(r"(?<=[\w,;:] )(No) (?=\d)"), _counted),
        *_NUMBERS,
        figured("section", regex(r"(?<![\w.'’])s (?=\d+\()"), lambda _: "section "),
        # As English lawyers write it: "a s117 meeting".
        figured("section", regex(r"(?<![\w.'’])s(?=\d{2,3}[A-Z]?(?!\w))"), lambda _: "section "),
        figured("edition", regex(r"(?<=\d(?:st|nd|rd|th) )ed\.(?!\w)"), lambda _: "edition"),
        plan,
        figured(
            "subsection",
            regex(
                r"\b((?:[Ss]ections?|[Aa]rticle|[Rr]egulation|[Rr]ule) )(\d+[A-Z]?(?:\(\w{1,4}\))+)"
            ),
            _deep,
        ),
        figured(
            "parts",
            regex(r"(?<=\d)(?!\(0\))((?:\((?:[a-z]{1,4}|\d{1,2})\))+)"),
            _parts,
        ),
        figured("number sign", regex(r"(?<![\w&])#(?=\d)"), lambda _: "number "),
    )
