"""Numbers in words, so that every voice speaks the same."""

from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex

NUMBER = r"(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)"
"""A written number: with or without commas, with or without decimals."""

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ("", " thousand", " million", " billion", " trillion")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LAST = regex(r"[a-z]+$")


def below_hundred(number: int) -> str:
    """0 to 99."""
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def _below_thousand(number: int, english: English) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return below_hundred(rest)
    return f"{_ONES[hundreds]} hundred" + (english.hundred + below_hundred(rest) if rest else "")


def cardinal(number: int, english: English) -> str:
    """A whole number; one that is too long to follow is spoken figure by figure."""
    if number >= 1000 ** len(_SCALES):
        return digits(str(number))
    if number < 1000:
        return _below_thousand(number, english)
    said: list[str] = []
    for scale in reversed(range(len(_SCALES))):
        group = number // 1000**scale % 1000
        if group:
            joint = "and " if said and not scale and group < 100 and english.british else ""
            said.append(joint + _below_thousand(group, english) + _SCALES[scale])
    return " ".join(said)


def ordinal(number: int, english: English) -> str:
    """An ordinal: "first", "twenty-second"."""
    return _LAST.sub(lambda m: _ordinal(m[0]), cardinal(number, english))


def _ordinal(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


def digits(written: str, zero: str = "zero") -> str:
    """Figure by figure; other characters are left out."""
    return " ".join(zero if int(d) == 0 else _ONES[int(d)] for d in written if d.isdecimal())


def number(written: str, english: English) -> str:
    """A number matched by NUMBER. One that begins with 0 is spoken figure by figure."""
    whole, point, part = written.replace(",", "").partition(".")
    if len(whole) > 1 and int(whole[0]) == 0:
        said = digits(whole)
    else:
        said = cardinal(int(whole), english) if whole else ""
    return f"{said} point {digits(part)}".lstrip() if point else said


def value(written: str) -> float:
    """The value of a number matched by NUMBER, for comparing."""
    return float(written.replace(",", ""))


def year(number: int, english: English) -> str:
    """A year from 1000 to 2999: "nineteen oh five", "twenty fourteen"."""
    century, rest = divmod(number, 100)
    if century % 10 == 0 and rest < 10:
        return cardinal(number, english)
    if rest == 0:
        return f"{below_hundred(century)} hundred"
    return f"{below_hundred(century)} {two_figures(rest)}"


def two_figures(rest: int) -> str:
    """The last two figures of a year, or the minutes of a time: "oh five", "thirty"."""
    return f"{'oh ' if rest < 10 else ''}{below_hundred(rest)}"


def plural(words: str) -> str:
    """The plural of a number's last word: "nineties", "sixes"."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}{'es' if words.endswith('x') else 's'}"


_FIGURES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def arabic(roman: str) -> int:
    """The value of a Roman numeral."""
    figures = [_FIGURES[sign] for sign in roman.upper()]
    return sum(
        -here if here < after else here
        for here, after in zip(figures, [*figures[1:], 0], strict=True)
    )
