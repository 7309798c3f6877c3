"""The rules for numbers and signs (ER-N): digits, dates, percentages, and what is no letter."""

import re
from collections.abc import Iterator

from formats.easy_read.figures import DAYS, MONTHS, dates, times
from formats.easy_read.wording import NUMBER_WORDS, digits
from pipeline.easy_read.check.subject import Checked, EasyLine, Told, quoted

_WORDS = "|".join(word for word in NUMBER_WORDS if word != "one")
_NUMBER_WORD = re.compile(rf"(?<![\w-])(?:{_WORDS})(?![\w-])", re.IGNORECASE)


def number_word(line: EasyLine, _: Checked) -> Iterator[Told]:
    """A number from two to twenty in words, with what it counts."""
    for sentence in line.sentences:
        yield from _in_digits(sentence, sure=True)


def perhaps_number_word(line: EasyLine, _: Checked) -> Iterator[Told]:
    """A number word in a set phrase, or in a sentence where not all can be digits."""
    for sentence in line.sentences:
        yield from _in_digits(sentence, sure=False)


def _in_digits(sentence: str, *, sure: bool) -> Iterator[Told]:
    left = {found[0] for found in _NUMBER_WORD.finditer(digits(sentence))}
    begun = re.match(r"\W*\w+", sentence)
    for found in _NUMBER_WORD.finditer(sentence):
        is_name = found[0][0].isupper() and begun is not None and found.end() > begun.end()
        if not is_name and (found[0] not in left) is sure:
            remedy = f"Write: {NUMBER_WORDS[found[0].lower()]}"
            yield Told(f"{quoted(found[0])} is a number in words.", remedy)


_PERCENT = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)", re.IGNORECASE)


def percentage(line: EasyLine, _: Checked) -> Iterator[Told]:
    """A percentage; the nearest of the simple shares is offered."""
    for found in _PERCENT.finditer(line.text):
        share = in_so_many(float(found["number"]))
        yield Told(f"{quoted(found[0])} is a percentage.", f"Write: {share}" if share else _FEW)


_FEW = "Say it with a number that people know, or with “few” or “many”."


def in_so_many(percent: float) -> str:
    """A percentage as "1 in 4", "about 2 in 3"; "" where no simple share is near."""
    if not 0 < percent < 100:
        return ""
    shares = ((n, of) for of in (2, 3, 4, 5, 10) for n in range(1, of))
    near = min(
        shares, key=lambda share: (round(abs(100 * share[0] / share[1] - percent), 6), share[1])
    )
    apart = abs(100 * near[0] / near[1] - percent)
    if apart > 3:
        return ""
    return f"{'' if apart < 0.5 else 'about '}{near[0]} in {near[1]}"


_LARGE = re.compile(
    r"(?<![\w.,:/+-])(?P<sign>[£$€]\s?)?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<size>\s?(?:million|billion|bn|m|k)\b)?"
    r"(?![\w/:@-]|[.,]\d|\s?%|\s?(?:a\.?m|p\.?m)\b)"
)
# Telephones, addresses, and times: "at 3.30".
_NO_NUMBER = re.compile(
    r"(?:\+|\b0)\d[\d ()-]{6,}\d|(?:https?://|www\.)\S+|\S+@\S+"
    r"|\b(?:at|from|until|to|by|between|before|after) \d\d?\.[0-5]\d\b"
)


def large_number(line: EasyLine, _: Checked) -> Iterator[Told]:
    """A number of 1,000 or more, or with a decimal point; no years, telephones or addresses."""
    text = _NO_NUMBER.sub(" ", line.text)
    for found in _LARGE.finditer(text):
        number = found["number"].replace(",", "")
        year = re.fullmatch(r"1[5-9]\d\d|20\d\d", found["number"]) and not found["sign"]
        pence = found["sign"] and re.fullmatch(r"\d{1,3}\.\d\d", number)
        is_large = found["size"] or len(number.partition(".")[0]) > 3 or "." in number
        if is_large and not year and not pence:
            yield Told(f"{quoted(found[0].strip())} is hard to picture.", _FEW)


_ROMAN = re.compile(
    r"(?:(?<=\b[A-Z][a-z]{2} )|(?<=[a-z]{3} )|\A|(?<=\())(?P<roman>"
    r"(?:II|III|IV|VI{1,3}|IX|XI{1,3}|XIV|XV|XVI{0,3}|XIX|XX)|(?<=\()(?:i{1,3}|iv|vi{0,3}|ix)(?=\)))(?![\w-])"
)


def roman(line: EasyLine, _: Checked) -> Iterator[Told]:
    """A Roman numeral."""
    for found in _ROMAN.finditer(line.own):
        yield Told(
            f"{quoted(found['roman'])} is a Roman numeral.", f"Write: {_value(found['roman'])}"
        )


def _value(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[sign] for sign in numeral.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


_MONTH = "|".join(MONTHS)
_SHORT_MONTH = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DATE = re.compile(
    rf"(?P<full>\b(?:{'|'.join(DAYS)}) \d\d? (?:{_MONTH}) \d{{4}}\b)"
    rf"|\b(?:(?:{'|'.join(DAYS)}),? )?(?:the )?\d\d?(?:st|nd|rd|th)?(?: of)?"
    rf" (?:{_MONTH}|{_SHORT_MONTH})\b(?:,? \d{{4}})?"
    rf"|\b(?:{_MONTH}) \d\d?(?:st|nd|rd|th)?\b(?!:)(?:,? \d{{4}})?"
    r"|\b\d{4}-[01]\d-[0-3]\d\b|\b[0-3]?\d[/.][01]?\d[/.](?:19|20)?\d\d\b"
)
_TIME = re.compile(r"\b(?:1[3-9]|2[0-3]):[0-5]\d\b|\b\d\d?(?:[:.]\d\d)? ?[ap]\.m\.")


def date_form(line: EasyLine, _: Checked) -> Iterator[Told]:
    """A date that is not as "Tuesday 5 May 2026", or a time that is not as "2:30pm"."""
    for found in _DATE.finditer(line.own):
        if not found["full"]:
            yield Told(f"{quoted(found[0])} is not a date in full.", _in_full(found[0]))
    for found in _TIME.finditer(line.own):
        better = times(f"at {found[0]}").removeprefix("at ")
        remedy = better if better != found[0] else "2:30pm"
        yield Told(f"{quoted(found[0])} is not a time as most people say it.", f"Write: {remedy}")


def _in_full(written: str) -> str:
    """The date with its day of the week, where it has all that is needed for it."""
    named = re.search(_MONTH, written)
    figures = re.findall(r"\d+", written)
    if named and len(figures) == 2 and len(figures[1]) == 4:
        plain = f"{int(figures[0])} {named[0]} {figures[1]}"
        if (full := dates(plain)) != plain:
            return f"Write: {full}"
    return "Write the day of the week, the month and the year, as in: Tuesday 5 May 2026"


_SIGNS = re.compile(r"[&#~*<>§\\^=|]|(?<!\d)/(?!\d)|(?<=\d)/(?=\d)(?!\d+/)(?<!/\d)(?<!/\d\d)")


def signs(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Signs that are no letters, figures or punctuation; not in addresses."""
    text = re.sub(
        r"(?:https?://|www\.)\S+|\S+@\S+|\b\w+\.\w[\w.]*/\S*|(?<!\w)#\w+|\b[A-Z]&[A-Z]\b|\b24/7\b",
        " ",
        line.own,
    )
    for sign in sorted(set(_SIGNS.findall(text))):
        word = {"&": "Write: and", "/": "Write “or” or “and”."}.get(sign, "Say it in words.")
        yield Told(f"There is a sign: {sign}", word)
