"""Versions and numbers of sections: "v2.1.3", "clause 4.10.2": each part is a number of its own."""

import re

from pipeline.script.normalise.english.numbers import number
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_PROGRAMS = (
    "[Vv]ersions?|[Rr]elease|Python|Ruby|Rails|Java|PHP|Node|Django|iOS|iPadOS|macOS|Android|"
    "Windows|Ubuntu|Debian|Drupal|WordPress|Firefox|Chrome|Safari|WCAG|EPUB|HTML|CSS|TLS|HTTP|USB|"
    "Bluetooth"
)
_SECTIONS = (
    r"[Ss]ections?|[Ss]ubsections?|[Cc]lauses?|[Pp]ara(?:graph)?s?|[Ff]ig(?:ure)?s?|[Tt]ables?|"
    r"[Cc]riteri(?:on|a)|[Rr]ules?|[Aa]ppendix|[Aa]nnex|[Ss]chedule|[Rr]equirements?|"
    r"[Rr]egulations?|[Gg]uidelines?|[Ee]xercises?|[Ee]xamples?|[Tt]heorem|[Ll]emma|[Bb]ox"
)
_TO_NUMBER = r")\b|§)(?:[^.;!?]|\.(?=\d)){0,25}$"
_NUMBERED = regex(
    rf"(?:\b(?:{_SECTIONS}|{_PROGRAMS}|[Cc]hapters?|[Pp]arts?|[Aa]rticles?|[Ss]teps?|[Ii]tems?|"
    r"[Pp]olic(?:y|ies)|[Oo]ptions?|[Pp]oints?|[Qq]uestions?|[Tt]opics?|[Mm]odules?|[Ll]essons?|"
    r"[Uu]nits?|[Pp]ages?|[Nn]otes?|[Pp]rinciples?|[Ff]irmware|[Bb]uild|[Uu]pgrad\w+|SC|EN|ISO|"
    rf"[Ss]tandards?|[Ll]inux|[Kk]ernel|[Pp]atch|[Ll]evel{_TO_NUMBER}"
)
_CITED = regex(rf"(?:\b(?:[Ss]ee|[Ff]ail(?:ed|s)?|[Mm]eets?|[Mm]et|[Pp]ass(?:ed|es)?{_TO_NUMBER}")
# After it: "8.04.11 in the manual", "2.3.11 above".
_IN_TEXT = regex(
    r" (?:(?:in|of) (?:the|this|our|your)\b(?! (?:week|month|year|morning|afternoon|evening))|"
    r"above\b|"
    r"below\b|applies|apply|says|covers|requires|states|sets out)"
)
_DATED = regex(
    r"\b(?:on|dated?|Dated?|updated|Updated|since|until|till|due|published|Published|reviewed|"
    r"Reviewed|issued|Issued|printed|signed|Signed|born|died|posted|Posted|taken|accessed|"
    r"retrieved|recorded|received|sent|visited|w/c|commencing|ending|"
    r"\w+day)[:,]? \(?$"
)
_ADMINISTERED = regex(r"\b(?:by|By|from|From|to|before|after|between|and|of) $|[(–-] ?$")
_BOUNDS = {
    "": "",
    "<": "less than ",
    ">": "greater than ",
    "<=": "less than or equal to ",
    ">=": "greater than or equal to ",
    "≤": "less than or equal to ",
    "≥": "greater than or equal to ",
}


def _compared(sign: str) -> str:
    return _BOUNDS[sign.strip()]


def is_numbered(match: re.Match[str]) -> bool:
    """Whether three numbers with full stops are those of a section or a version, not a date.

    Groups 1, 3 and 4 are the numbers. A word before decides; without one, a date has both its
    day and its month in two figures, or a word that dates have.
    """
    before = match.string[: match.start()]
    if len(match[4]) == 4 or _DATED.search(before):
        return False
    if _NUMBERED.search(before) or _IN_TEXT.match(match.string, match.end()):
        return True
    if len(match[1]) + len(match[3]) == 4:
        return False
    return bool(_CITED.search(before)) or not _ADMINISTERED.search(before)


def rules(english: English) -> tuple[Rule, ...]:
    """After dates with full stops, before decimals."""

    def parts(written: str) -> str:
        return " point ".join(number(part, english) for part in written.split("."))

    return (
        figured(
            "version",
            regex(r"(?<![\w.])(?:[Vv]ersion )?[vV]\.? ?(\d{1,4}(?:\.\d{1,4})*)(?!\.?\d|s\b)"),
            lambda m: f"version {parts(m[1])}",
        ),
        figured(
            "parts",
            regex(r"(?<![\w.,£$€])\d{1,4}(?:\.\d{1,4}){2,}(?![.,]?\d)"),
            lambda m: parts(m[0]),
        ),
        figured(
            "program",
            regex(
                rf"\b({_PROGRAMS}) ?((?:[<>]=?|[≤≥]|(?<= )) ?)(\d{{1,3}}\.\d{{1,3}})(?![.,]?\d|\w|"
                rf" ?[%°])"
            ),
            lambda m: f"{m[1]} {_compared(m[2])}{parts(m[3])}",
        ),
        figured(
            "section",
            regex(rf"\b({_SECTIONS}) (\d{{1,3}}\.[1-9]\d)(?![.,]?\d|\w| ?[-–%°])"),
            lambda m: f"{m[1]} {parts(m[2])}",
        ),
    )
