"""Signs that stand for a word: in mathematics, between words, alone."""

import re

from pipeline.script.normalise.english.numbers import NUMBER
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

_OPERATORS = {
    "+": "plus",
    "-": "minus",
    "−": "minus",
    "–": "minus",
    "×": "times",
    "*": "times",
    "÷": "divided by",
    "/": "divided by",
    "=": "equals",
    "≠": "is not equal to",
    "≈": "is about",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is less than or equal to",
    "≥": "is greater than or equal to",
    "^": "to the power of",
    "x": "times",
}
_OPERATOR = r"[-+−–×*÷/=≠≈<>≤≥^x]"
_TERM = rf"(?:[-−]?{NUMBER}|[a-zA-Z])"
# At most a dozen, so that a long row of signs takes no time.
_TERMS = rf"{_TERM}(?: ?{_OPERATOR} ?{_TERM}){{0,12}}"
_EQUATION = regex(rf"(?<![\w.=/-]){_TERMS} ?[=≠≈] ?{_TERMS}(?![\w=/-])")
_NO_YEAR = r"(?<!\b1[5-9]\d\d)(?<!\b20\d\d)"  # nobody squares a year: "in 2020¹"
_POWERS = {"²": " squared", "³": " cubed"}
_RAISED = "⁰¹²³⁴-⁹"
_UPPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉", "0123456789-0123456789")
_LONE = {
    "£": "pound",
    "$": "dollar",
    "€": "euro",
    "¥": "yen",
    "₩": "won",
    "₹": "rupee",
    "#": "hash",
    "@": "at",
    "+": "plus",
    "=": "equals",
    "×": "times",
    "÷": "divided by",
    "±": "plus or minus",
    "√": "the square root of",
    "≤": "less than or equal to",
    "≥": "greater than or equal to",
    "≈": "about",
    "≠": "not equal to",
    "°": "degrees",
    "º": "degrees",
    "∞": "infinity",
    "π": "pi",
    "µ": "micro",
    "©": "copyright",
    "®": "registered",
    "™": "trademark",
    "∑": "sum",
    "Δ": "delta",
    "‰": "per thousand",
    "⌘": "Command",
}


def _equation(match: re.Match[str]) -> str:
    """Each operator between two terms as its word; a minus sign before a term is "minus"."""
    said = re.sub(
        rf"(?<=[\w.])( ?)({_OPERATOR})( ?)(?=[-−\w.])", lambda m: f" {_OPERATORS[m[2]]} ", match[0]
    )
    return re.sub(r"[-−](?=[\d.])", "minus ", said)


def _bound(sign: str) -> str:
    sign = {"<=": "≤", ">=": "≥"}.get(sign, sign)
    return _OPERATORS[sign].removeprefix("is ")


# After these "is" is said already, or would be wrong: "must be < 5", "a score of > 10".
_SAID = regex(
    r"\b(?:is|are|was|were|be|been|being|isn['’]t|of|to|by|from|with|for|at|in|than|an|the|and|"
    r"or|only|"
    r"if|under|remains?|stays?|needs?|requires?|scor(?:e|es|ed|ing)|has|have|had|gets?|got|keep|"
    r"stay|use|set|"
    r"drive|choose|[a-z]{3,}(?<!s)s) $",
    re.IGNORECASE,
)

_CHOICE = regex(r"\b[A-Z]\w+ $")


def _compared(match: re.Match[str]) -> str:
    said = _OPERATORS[match[1]]
    before, after = match.string[: match.start() + 1], match.string[match.end() :]
    if match[1] == ">" and _CHOICE.search(before) and re.match("[A-Z][a-z]", after):
        return " then "  # from menu to menu
    if _SAID.search(before):
        said = said.removeprefix("is ")
    return f" {said} "


def _power(match: re.Match[str]) -> str:
    if match[0] in _POWERS:
        return _POWERS[match[0]]
    figures = match[0].translate(_UPPER)
    return f" to the power of {figures.replace('-', 'minus ')}"


# Prose has a space after a mark; before a number without one, words would run together.
APART = (
    figured("list", regex(r"(?<=\d),(?=\d)(?!\d{3}(?!\d))|(?<=\d{4}),(?=\d)"), lambda _: ", "),
    figured(
        "glued",
        regex(
            r"(?<=[\d])([,!?;:])(?=[^\W\d_]{2})|"
            r"(?<=[^\W\d_])([,!?;])(?=[£$€-]?\.?\d)|(?<=[\d.])([!?])(?=[£$€-]?\.?\d)"
        ),
        lambda m: f"{m[1] or m[2] or m[3]} ",
    ),
)

# Before numbers are read: signs that change the number beside them.
FIRST = (
    # Raised figures of the page arrive in this form; units are left to the measures.
    figured("mass", regex(r"(?<=\bE=mc)2\b|(?<=\bE = mc)2\b"), lambda _: " squared"),
    figured(
        "raised unit",
        regex(r"(?<=\d)( ?[kcm]?m) to the power of ([23])(?!\w|[.,]\d)"),
        lambda m: m[1] + ("²" if m[2] == "2" else "³"),
    ),
    figured(
        "raised",
        regex(
            r"(?:(?<=\d)|(?<=\b[a-zA-Z])) to the power of [23](?!\w|[.,]\d)|"
            r"(?<=\b[a-zA-Z])\^[23](?!\w)"
        ),
        lambda m: " squared" if m[0][-1] == "2" else " cubed",
    ),
    Rule("equation", _EQUATION, _equation),
    figured(
        "sum",
        regex(rf"(?<![\w.,]){NUMBER}(?: ?[+×÷*^] ?{NUMBER})+(?:(?=[{_RAISED}])|(?!\w|[.,]\d))"),
        _equation,
    ),
    Rule(
        "power",
        regex(rf"(?<=\d){_NO_YEAR}⁻?[{_RAISED}]+|(?:(?<=\b[a-zA-Z])|(?<=\bmc))(?<!\d m)[²³](?!\w)"),
        _power,
    ),
    Rule("low figures", regex("[₀-₉]+"), lambda m: m[0].translate(_UPPER)),
    # The mark of a note after a word, in a text without markup.
    Rule(
        "note mark",
        regex(
            r"(?<=[^\W\d_]{2})(?<!\b[kcmµ]m)(?<!\bmc)(?<!\d[kcmµ]m)(?<!ft)(?<!mi)[¹²³⁴-⁹⁰]+(?!\w)|"
            r"(?:(?<=[.,;:!?’”])|(?<=\b1[5-9]\d\d)|(?<=\b20\d\d))[¹²³⁴-⁹⁰]+(?!\w)"
        ),
        lambda _: "",
        drops=True,
    ),
    figured("heart", regex(r"(?<=\w )<3(?=[.!]?$)"), lambda _: "heart"),
    Rule("unequal", regex(r"(?<=[\w)]) != (?=[\w(-])"), lambda _: " is not equal to "),
    figured("about", regex(r"(?<!\w)[~≈∼] ?(?=[£$€]?\.?\d)"), lambda _: "about "),
    Rule("plus or minus", regex(r"\s?(?:±|\+/-|\+/−)\s?"), lambda _: " plus or minus "),
    figured("less", regex(r"(?<=[\w)])<(?=\d)"), lambda _: " less than "),
    figured("greater", regex(r"(?<=[\w)])>(?=\d)"), lambda _: " greater than "),
    Rule(
        "compared",
        regex(r"(?<=[\w)%]) ([<>≤≥]) (?=[\w£$€])"),
        _compared,
    ),
    figured(
        "bound",
        regex(r"(?<![\w<])(<=|>=|≤|≥|<|>) ?(?=[£$€]?\.?\d)"),
        lambda m: f"{_bound(m[1])} ",
    ),
    figured(
        "minus",
        regex(
            r"(?<![\w)\]%°’'\"}>–—-])[-−](?=[£$€]?\.?\d)|"
            r"(?<![\w.,])–(?=\d+(?:\.\d+)? ?(?:°|%))|(?<=\d[-–])−(?=\d)"
        ),
        lambda _: "minus ",
    ),
    figured("plus", regex(r"(?<![\w)])\+(?=[£$€]?\.?\d)"), lambda _: "plus "),
    Rule("named sharp", regex(r"\b([CF])#(?!\w)"), lambda m: f"{m[1]} sharp"),
    Rule("plus plus", regex(r"\b([A-Za-z]+)\+\+(?!\w)"), lambda m: f"{m[1]} plus plus"),
    # Hotels, British marks ("A*") and listed buildings ("Grade II*").
    Rule("stars", regex(r"(?<=\b[A-D\d])\*(?=[ ,.;:!?)–-]|$)"), lambda _: " star"),
    Rule("marks", regex(r"(?<=\b[A-D] star)-(?=[A-G]\b)"), lambda _: " to "),
    Rule("listed", regex(r"(?<=\bGrade II)\*"), lambda _: " star"),
    Rule("arrow", regex(r"\s*(?:[→⇒➔➜]|->|=>)\s*(?=\w)"), lambda _: " to "),
    Rule("underscore", regex(r"(?<=[^\W_])_+(?=[^\W_])"), lambda _: " "),
)


def last(english: English) -> tuple[Rule, ...]:
    """After all numbers: the remaining signs between and beside words."""
    lone = _LONE | {"%": english.percent}
    return (
        Rule("entity", regex(r"&(?=\w+;)"), lambda _: " and "),
        Rule("and", regex(r"\s?&\s?"), lambda _: " and "),
        Rule("slash", regex(r"(?<=\w)\s?/\s?(?=\w)"), lambda _: " slash "),
        Rule("slash", regex(r"(?<=\w)/(?=\s|$)"), lambda _: " slash"),
        Rule(
            "lone sign",
            regex(rf" ?([{re.escape(''.join(lone))}]) ?"),
            lambda m: f" {lone[m[1]]} ",
        ),
        Rule("lone slash", regex(r"(?:(?<=\s)|^)/(?=[\w ])"), lambda _: "slash "),
        Rule("space", regex(r" {2,}"), lambda _: " "),
        Rule("space inside", regex(r"(?<=\() | (?=\))"), lambda _: ""),
        Rule("space before", regex(r" (?=[,;!?](?:\s|$)|\.(?:\s|$))"), lambda _: ""),
    )
