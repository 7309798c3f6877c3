"""English sums of money: the sign is written first and said last."""

import re

from pipeline.script.normalise.rule import Rule

# Sign: one, several, a hundredth, hundredths.
_UNITS = {
    "£": ("pound", "pounds", "p", "p"),
    "$": ("dollar", "dollars", "cent", "cents"),
    "€": ("euro", "euros", "cent", "cents"),
}
_MAGNITUDES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "bn": "billion",
    "b": "billion",
    "tn": "trillion",
}
_AMOUNT = r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?"
_MAGNITUDE = r"(?:(?: ?(thousand|million|billion|trillion)|(k|mn|m|bn|b|tn|K|M|B))(?!\w))?"


def _sum(match: re.Match[str]) -> str:
    one, several, hundredth, hundredths = _UNITS[match[1]]
    whole, part = match[2], match[3]
    if match[4] or match[5] or (part and len(part) != 2):
        return _sum_of(match[1], f"{whole}.{part}" if part else whole, match[4], match[5])
    unit = one if whole == "1" else several
    if not part or part == "00":
        return f"{whole} {unit}"
    cents = f"{int(part)} {hundredth if part == '01' else hundredths}"
    return cents if whole == "0" else f"{whole} {unit} {cents if part[0] == '0' else int(part)}"


def _range(match: re.Match[str]) -> str:
    """The sign once, last: "2 to 3 million pounds"."""
    return _sum_of(match[1], f"{match[2]} to {match[3]}", match[4], match[5])


def _sum_of(sign: str, amount: str, word: str | None, letter: str | None) -> str:
    magnitude = word or _MAGNITUDES.get((letter or "").lower())
    return " ".join(filter(None, [amount, magnitude, _UNITS[sign][1]]))


_NUMBER = r"((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"

RULES = (
    Rule(
        "money range",
        re.compile(rf"(?<!\w)([£$€]){_NUMBER} ?[-–] ?[£$€]?{_NUMBER}{_MAGNITUDE}(?![\w.,]\d)"),
        _range,
    ),
    Rule("money", re.compile(rf"(?:US|(?<!\w))([£$€]) ?{_AMOUNT}{_MAGNITUDE}(?![.,]?\d)"), _sum),
)
