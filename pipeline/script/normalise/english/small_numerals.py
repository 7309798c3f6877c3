"""Small Roman numerals: "page iv", "pp. ix–xii", "(iii)"."""

import re

from pipeline.script.normalise.english.numbers import arabic, cardinal
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_SHORT_PLACES = {
    "p": "page",
    "pp": "pages",
    "vol": "volume",
    "ch": "chapter",
    "chap": "chapter",
    "bk": "book",
    "pt": "part",
    "app": "appendix",
    "art": "article",
    "fig": "figure",
    "para": "paragraph",
}
_TO = {"-": "to", "–": "to", ",": "and"}
_LOWER = "(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_SEVERAL = rf"(?=[ivxl]{{2}}){_LOWER}(?![\w’'])"
# "page i was" has a number, "the part i like" has the pronoun, "page x of y" an unknown.
_ONE = (
    r"[ivx](?=[,.;:)]|$| ?[-–] ?[ivx]| (?:of|to|and|in|or|is|was|on|first|then|again|only|has|for|"
    r"at|"
    r"with|below|above|before|after|says|shows|lists|covers)\b)(?! of [xy\d])"
)
_JOINED = rf"(?:( ?[-–] ?| and | to | or |, )({_SEVERAL}|[ivx])(?![\w’']))?"
_SHORT = r"(?:[Vv]ol|[Cc]h|[Cc]hap|[Bb]k|[Pp]t|[Aa]pp|[Aa]rt|[Ff]ig|[Pp]ara)\."
_PLACES = (
    "[Cc]hapters?|[Pp]arts?|[Vv]olumes?|[Bb]ooks?|[Aa]cts?|[Ss]cenes?|[Aa]rticles?|"
    "[Ss]ections?|[Aa]ppendix|[Aa]nnex|[Ss]chedules?|[Pp]ages?|[Pp]ara(?:graph)?s?|[Cc]lauses?|"
    "[Ii]tems?|[Ss]teps?|(?:[Ff]oot|[Ee]nd)?[Nn]otes?|[Ll]essons?|[Uu]nits?|[Pp]hases?|[Ll]evels?|"
    "[Ss]tanzas?|[Ff]igures?|[Tt]ables?|[Pp]lates?|[Vv]erses?|[Cc]antos?|"
    "[Ss]tages?|[Pp]oints?|[Rr]ules?|[Oo]ptions?|[Qq]uestions?"
)


def rules(english: English) -> tuple[Rule, ...]:
    """Before a "v" is read as "versus"."""

    def said(roman: str) -> str:
        return cardinal(arabic(roman), english)

    def placed(m: re.Match[str]) -> str:
        place = _SHORT_PLACES.get(m[1].rstrip(".").lower(), m[1])
        until = f" {_TO.get(m[3].strip(), m[3].strip())} {said(m[4])}" if m[4] else ""
        return f"{place} {said(m[2])}{until}"

    def listed(m: re.Match[str]) -> str:
        """A single letter only in a list that goes on: "(i) ... (ii)"."""
        alone = len(m[1]) == 1 and "(ii)" not in m.string
        return m[0] if alone else f"({said(m[1])})"

    return (
        Rule(
            "small numeral",
            regex(rf"\b({_PLACES}|pp?\.?|{_SHORT}) ({_SEVERAL}|{_ONE}){_JOINED}"),
            placed,
        ),
        Rule("numeral in brackets", regex(rf"(?<![\w)])\(((?=[ivx]){_LOWER})\)(?![(-])"), listed),
    )
