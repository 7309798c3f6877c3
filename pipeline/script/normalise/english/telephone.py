"""Numbers to dial or to note down: figure by figure, with a pause at each gap."""

import re

from pipeline.script.normalise.english.context import near
from pipeline.script.normalise.english.numbers import cardinal, digits
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_GAP = regex(r"[^\w+]+")
# Enough figures for a telephone number: "0800 1111" has eight.
_ENOUGH = 8
_AMERICAN = (
    r"(?<![\w.+-])(?:\+?1[-. ]?)?(?:\(\d{3}\)[-. ]?|\d{3}[-. ])"
    r"\d{3}[-.]\d{4}(?:-\d{4})?(?![\w-]|\.\d)"
)
_NATIONAL = (
    r"(?<![\w.,/+-])(?:1800[12] (?=0))?(?:\+\d{1,3}|\(?0\d{2,4}\)?)(?:[ -]?\(0\)[ -]?\d{2,5})?"
    r"(?:[ -]\(?\d{2,6}\)?){1,5}"
    r"(?![\w/-]|[.,:]\d)"
)
_SHORT = r"(?<![\w.,£$€-])(?:1[01]\d|999|911|988)(?![\w%]|[.,]\d| ?[%°])"
# Recognised by the words before them; a reference may have letters and groups.
_NOTED = (
    r"\b(?:(?:(?i:charity|company|account|reference|ref|order|policy|membership|registration|case|"
    r"serial)|NHS)(?: (?i:number|no\.?|code|is))?|"
    r"(?i:invoice|claim|customer|crime|incident|licence|passport|booking|contract|meter|patient|"
    r"student|staff|employee|ticket|job|batch) (?i:number|no\.?|reference|ID|code)|(?i:sort code|"
    r"PIN|passcode|ZIP|ZIP code)|"
    r"IS[BS]N(?:-1[03])?)"
    r"(?i:(?: is)?:?) (?=[\dX -]{3})(\d[\d -]*[\dX])(?![\w/]|[.,:]\d|-\w|[%°])"
)
_CALL = regex(r"\b(?:call|dial|ring|phone|NHS|text|emergency)(?:s|ed|ing|ling)?\b", re.IGNORECASE)


def _group(written: str, english: English) -> str:
    if written in {"800", "0800", "0300", "0500"}:
        oh = f"{english.oh} " if written[0] == "0" else ""
        return f"{oh}{digits(written[-3])} hundred"
    plus = "plus " if written.startswith("+") else ""
    return plus + digits(written, english.oh)


def _vanity(match: re.Match[str], english: English) -> str:
    said = [digits(part, english.oh) if part.isdecimal() else part for part in match[2].split("-")]
    return f"one, {cardinal(int(match[1]), english)}, {' '.join(said)}"


def rules(english: English) -> tuple[Rule, ...]:
    """Before all classes that read a dash or a full stop between figures."""

    def groups(match: re.Match[str]) -> str:
        return ", ".join(_group(part, english) for part in _GAP.split(match[0]) if part)

    def national(match: re.Match[str]) -> str:
        return groups(match) if sum(map(str.isdecimal, match[0])) >= _ENOUGH else match[0]

    def short(match: re.Match[str]) -> str:
        return groups(match) if near(_CALL, match, 20) else match[0]

    def solid(match: re.Match[str]) -> str:
        whole = match[0]
        return ", ".join(digits(p, english.oh) for p in (whole[:5], whole[5:8], whole[8:]))

    def noted(match: re.Match[str]) -> str:
        """Groups as they are written; a short number in one group is a count or a year."""
        written = match[1]
        if len(written) < 4:
            return match[0]
        said = ", ".join(digits(part, english.oh) for part in re.split("[ -]+", written))
        return match[0].removesuffix(written) + said

    return (
        figured("noted number", regex(_NOTED), noted),
        figured(
            "host number",
            regex(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)"),
            lambda m: " dot ".join(map(digits, m[0].split("."))),
        ),
        figured(
            "lettered telephone",
            regex(r"(?<![\w-])1-(8\d\d)-(?=[\d-]*[A-Z])([A-Z\d]+(?:-[A-Z\d]+)*)(?![\w-])"),
            lambda m: _vanity(m, english),
        ),
        figured("American telephone", regex(_AMERICAN), groups),
        figured("figures in groups", regex(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])"), groups),
        figured("telephone", regex(_NATIONAL), national),
        figured("solid telephone", regex(r"(?<![\w.,])0\d{9,10}(?![\w]|[.,]\d)"), solid),
        figured("short telephone", regex(_SHORT), short),
        figured(
            "text code",
            regex(r"(?<=\b[Tt]ext )\d{5}\b|(?<=\b[Tt]o )[68]\d{4}(?=[.,;)]|$)"),
            lambda m: digits(m[0], english.oh),
        ),
    )
