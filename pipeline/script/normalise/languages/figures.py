"""Written figures → a number, and a number → words, by the conventions of a language."""

import re
from dataclasses import dataclass

from pipeline.script.normalise.languages.conventions import Conventions, Noun

TOO_LONG = 12
"""More figures than these nobody follows by ear, and the words for them differ by region."""
CURRENCIES = "£$€¥₩₹₽₺₦₪฿₿¢"
"""Signs of currencies: a table has a few of them, and the others are left with their number."""
BEFORE = rf"(?<![\w.,:/+#{CURRENCIES}−–=*-])(?<![{CURRENCIES}#] )(?<!\W['’])(?<!^['’])"
"""What may not stand before a number: a sign or a letter would make it something else."""
AFTER = rf"(?![\w–−*]|\.{{2}}|[.,:/’'°-]\d|-[^\W\d_]|/\w|\.?[ºª]| ?[%°‰{CURRENCIES}])"
"""What may not stand after a number that is said alone."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A written number: its whole part, and its decimals as they are written."""

    whole: int
    part: str = ""


def pattern(known: Conventions) -> str:
    """A written number, without groups."""
    grouped = "".join(
        rf"[1-9]\d{{0,2}}(?:{re.escape(sign)}\d{{3}})+(?!\d|{re.escape(sign)}\d)|"
        for sign in known.thousands
    )
    return rf"(?:(?:{grouped}\d+)(?:{re.escape(known.decimal)}\d+)?)"


def read(written: str, known: Conventions) -> Figures | None:
    """The number, or nothing where it can't be known or would be too long to follow.

    Three decimals after a comma may be thousands, as in English: "40,000".
    """
    whole, _, part = written.partition(known.decimal)
    whole = re.sub(r"\D", "", whole)
    if len(whole) > TOO_LONG or len(part) > TOO_LONG:
        return None
    doubtful = known.decimal == "," and len(part) == 3 and int(whole)
    return None if doubtful else Figures(int(whole), part)


def digits(written: str, known: Conventions) -> str:
    """Figure by figure; other characters are left out."""
    return " ".join(known.cardinal(int(d), "") for d in written if d.isdecimal())


def said(number: Figures, known: Conventions, gender: str = "") -> str:
    """The words of a number; what is counted has that gender."""
    if not number.part:
        return known.cardinal(number.whole, gender)
    whole = known.cardinal(number.whole, "")
    if known.paired and len(number.part) == 2 and not number.part.startswith("0"):
        return f"{whole} {known.point} {known.cardinal(int(number.part), '')}"
    return f"{whole} {known.point} {digits(number.part, known)}"


def counted(number: Figures, noun: Noun, known: Conventions) -> str:
    """A number with what it counts, in agreement: "une livre", "deux millions d’euros"."""
    words = said(number, known, noun.gender)
    million = number.whole and number.whole % 10**6 == 0 and not number.part
    return f"{words} {known.of(noun.many) if million else form(number, noun, known)}"


def form(number: Figures, noun: Noun, known: Conventions) -> str:
    """The form of a noun after a number."""
    if not number.part and number.whole in noun.after:
        return noun.after[number.whole]
    return noun.one if known.singular(number.whole, number.part) else noun.many
