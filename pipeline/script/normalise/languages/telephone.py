"""Numbers to dial or to note down: telephone numbers and ISBN, group by group."""

import re

from pipeline.script.normalise.languages.conventions import Conventions
from pipeline.script.normalise.languages.figures import digits
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_GAP = regex(r"[^\d+]+")
# A date has eight figures at most: "01 02 2023".
_ENOUGH = 9
_LONGEST = 15  # E.164, section 6.2
_BETWEEN = r"(?: [-–/] |[ ./-])"
_AFTER = r"(?![\w]|[.,/-]\d)"
_INTERNATIONAL = (
    r"(?<![\w+.,])(?<!\d )(?:\+|00)\d{1,3}(?:[ .-]?\(0\))?"
    rf"(?:{_BETWEEN}?\d{{1,4}}){{2,7}}{_AFTER}"
)
_NATIONAL = rf"(?<![\w+.,/-])(?<!\d )\(?0\d{{1,5}}\)?(?:{_BETWEEN}\d{{2,8}}){{1,5}}{_AFTER}"
_ISBN = r"\bISBN(?:-1[03])?:? (?=[\dX -]{10,17}(?![\dX]))([\d][\d -]*[\dX])(?![\w-])"


def rules(known: Conventions) -> tuple[Rule, ...]:
    """Before all rules that read a dash, a stroke or a full stop between figures."""

    def group(written: str) -> str:
        plus = f"{known.arithmetic.plus} " if written.startswith("+") else ""
        figures = written.removeprefix("+")
        if known.telephone_pairs and len(figures) == 2 and figures[0] != "0":
            return plus + known.cardinal(int(figures), "")
        return plus + digits(figures, known)

    def groups(written: str) -> str:
        return ", ".join(group(part) for part in _GAP.split(written) if part)

    def dialled(match: re.Match[str]) -> str:
        enough = _ENOUGH <= sum(map(str.isdecimal, match[0])) <= _LONGEST
        return groups(match[0]) if enough else match[0]

    def named(match: re.Match[str]) -> str:
        return match[0].removesuffix(match["number"]) + groups(match["number"])

    def isbn(match: re.Match[str]) -> str:
        written = match[1].removesuffix("X")
        last = " X" if match[1].endswith("X") else ""
        return match[0].removesuffix(match[1]) + groups(written) + last

    named_number = rf"{known.telephone}\s?(?P<number>\d(?:[ .-]?\d){{6,12}})(?![\w]|[.,/-]\d)"
    return (
        Rule("ISBN", regex(_ISBN), isbn),
        Rule("telephone abroad", regex(_INTERNATIONAL), dialled),
        Rule("telephone", regex(_NATIONAL), dialled),
        Rule("named telephone", regex(named_number), named),
    )
