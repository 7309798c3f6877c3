"""Roman numerals: for kings "the eighth", for chapters and wars "eight"."""

import re
from collections.abc import Callable

from pipeline.script.normalise.numbers import cardinal, ordinal
from pipeline.script.normalise.region import English
from pipeline.script.normalise.rule import Rule

_FIGURES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
# From 1 to 89: longer ones are dates on buildings, and with D and M come words ("MIX").
_ROMAN = r"(?:(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_COUNTED = (
    "chapters?|parts?|volumes?|vols?\\.?|books?|acts?|scenes?|articles?|sections?|appendix|annex|"
    "schedules?|titles?|tables?|figures?|plates?|phases?|stages?|types?|class|grades?|levels?|"
    "tiers?|category|groups?|war|bowl|mark|apollo|rocky|saturn|fantasy|episode|round|unit|"
    "module|step|item|clause|division|lesson|canto|psalm|corps|battalion|windsor|protocol|"
    "factor|olympiad|games|question|amendment|session|series|version|edition|model|area|zone"
)
_RULERS = (
    "King|Queen|Pope|Emperor|Empress|Tsar|Saint|Henry|Elizabeth|Charles|James|George|Edward|"
    "William|Mary|Richard|Louis|Philip|Francis|Frederick|Catherine|Peter|Nicholas|Alexander|"
    "Napoleon|Leo|Pius|John|Paul|Ptolemy|Ramesses|Xerxes|Darius|Robert|David|Juan|Carlos|"
    "Anne|Albert|Alfonso|Constantine|Ferdinand|Gustav|Haakon|Harald|Ivan|Joseph|Justinian|Leopold|"
    "Malcolm|Maximilian|Otto|Pedro|Rudolf|Selim|Stephen|Suleiman|Umberto|Victor|Wilhelm"
)
_SEVERAL = rf"(?=[IVXL]{{2}}){_ROMAN}"
# Before a single letter, which may be "I", only these words, with a capital.
_DIVIDED = (
    "Chapter|Part|Volume|Book|Act|Scene|Article|Section|War|Phase|Type|Class|Grade|Title|"
    "CHAPTER|PART|VOLUME|BOOK|ACT|SCENE|WAR|Schedule|Table|Appendix|Annex|Psalm|Tier|Level"
)
_REIGNED = (
    r"(?=['’]s\b|[,.;:!?)]|$|\s[-–—:]| (?:of|was|is|had|has|are|died|reigned|ruled|became|and|in|"
    r"to|or|the|ended|began|broke|by)\b)"
)
# The pronoun has a verb after it, a king may have these. "The Francis I know" has none of them.
_REIGNING = (
    r"(?=['’]s\b|[,.;:!?)]|$|\s[-–—:]| (?:of|was|is|had|has|are|died|reigned|ruled|became|and|in|"
    r"to|or|the|ended|began|by|at|on|from|with|for|during|under|into|over|near|until|till|after|"
    r"before|since|between|as|who|whose|which|whom|that|when|against|through)\b)"
)
_AT_COURT = (
    r"(?<=\bKing )|(?<=\bQueen )|(?<=\bEmperor )|(?<=\bPope )|(?<=\bTsar )|(?<=\breign of )|"
    r"(?<=\bcourt of )|(?<=\btime of )|(?<=\bdeath of )|(?<=\bson of )|(?<=\bdaughter of )|"
    r"(?<=\bwife of )|(?<=\bportrait of )|(?<=\bstatue of )|(?<=\bdays of )|(?<=\bunder )"
)
_DEEDS = (
    "succeeded|married|gave|granted|signed|founded|built|ordered|visited|came|issued|wrote|left|"
    "met|sent|made|took|lost|won|defeated|inherited|abdicated|fled|called|dissolved|invaded|"
    "created|commissioned|conquered|abolished|established|introduced|declared|converted|crowned"
)
_LISTED = r"(?=[ -](?:listed|buildings?|diabetes|trials?|stud(?:y|ies)|errors?|works)\b)"
_TO = {"-": "to", "–": "to", ",": "and"}
_LOWER = "(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_SEVERAL_LOWER = f"(?=[ivxl]{{2}}){_LOWER}"
_PLACES = (
    "[Cc]hapters?|[Pp]arts?|[Vv]olumes?|[Vv]ol\\.|[Bb]ooks?|[Aa]cts?|[Ss]cenes?|[Aa]rticles?|"
    "[Ss]ections?|[Aa]ppendix|[Aa]nnex|[Ss]chedules?|[Pp]ages?|[Pp]ara(?:graph)?s?|[Cc]lauses?|"
    "[Ii]tems?|[Ss]teps?|[Nn]otes?|[Ff]igures?|[Tt]ables?|[Pp]lates?|[Vv]erses?|[Cc]antos?|"
    "[Ss]tages?|"
    "[Pp]oints?|[Rr]ules?|[Oo]ptions?|[Qq]uestions?"
)


def arabic(roman: str) -> int:
    """The value of a Roman numeral."""
    figures = [_FIGURES[sign] for sign in roman.upper()]
    return sum(
        -here if here < after else here
        for here, after in zip(figures, [*figures[1:], 0], strict=True)
    )


def rules(english: English) -> tuple[Rule, ...]:
    """Before initials, which would read "I." as one."""

    def counted(m: re.Match[str]) -> str:
        until = f" to {cardinal(arabic(m[3]), english)}" if m[3] else ""
        return f"{m[1]} {cardinal(arabic(m[2]), english)}{until}"

    def placed(m: re.Match[str]) -> str:
        return f"{m[1]} the {ordinal(arabic(m[2]), english)}"

    return (
        Rule(
            "world war",
            re.compile(r"(?<!\w)WW(II?|[12])(?!\w)"),
            lambda m: f"World War {'two' if m[1] in {'II', '2'} else 'one'}",
        ),
        Rule(
            "counted numeral",
            re.compile(rf"\b((?i:{_COUNTED})) ({_SEVERAL})(?:\s?[-–]\s?({_ROMAN}))?(?![\w’'])"),
            counted,
        ),
        Rule(
            "first of several",
            re.compile(rf"\b({_DIVIDED}) ([IVX])(?![\w’'])(){_REIGNED}"),
            counted,
        ),
        Rule(
            "one of a kind",
            re.compile(rf"\b(Type|Class|Phase|Grade|Stage|Tier|Category) ([IVX]){_LISTED}()"),
            counted,
        ),
        *_rulers(english, placed),
        Rule(
            "name and numeral",
            re.compile(
                rf"\b([A-Z][^\W\d_]*[a-zà-ÿ]) ((?!XX+\b|X?L){_SEVERAL})(?!\w)"
                r"(?! (?:drip|drips|fluids?|line)\b)"
            ),
            placed,
        ),
        Rule(
            "century numeral",
            re.compile(rf"\b({_ROMAN})(?:th|st|nd|rd)?(?=[ -]centur(?:y|ies)\b)"),
            lambda m: ordinal(arabic(m[1]), english),
        ),
    )


def _rulers(english: English, placed: Callable[[re.Match[str]], str]) -> tuple[Rule, ...]:
    """Before a single letter, which may be "I", only where no pronoun can be."""
    return (
        Rule(
            "rulers of two realms",
            re.compile(rf"\b((?:{_RULERS})) ([IVX]+) and ([IVX]+)(?!\w)"),
            lambda m: f"{placed(m)} and {ordinal(arabic(m[3]), english)}",
        ),
        Rule(
            "ruler",
            re.compile(rf"\b((?:{_RULERS})) ([IVX])(?!\w|\.\s?[A-Z]){_REIGNING}"),
            placed,
        ),
        Rule(
            "ruler by a word before",
            re.compile(rf"(?:{_AT_COURT})((?:{_RULERS})) ([IVX])(?!\w|\.\s?[A-Z])"),
            placed,
        ),
        Rule(
            "ruler by a deed",
            re.compile(rf"^((?:{_RULERS})) ([IVX])(?= (?:{_DEEDS})\b)"),
            placed,
        ),
    )


def small(english: English) -> tuple[Rule, ...]:
    """Small Roman numerals, before a "v" is read as "versus": "page iv", "pp. ix–xii", "(iii)"."""

    def said(roman: str) -> str:
        return cardinal(arabic(roman), english)

    def placed(m: re.Match[str]) -> str:
        place = {"p": "page", "pp": "pages"}.get(m[1].rstrip("."), m[1])
        until = f" {_TO.get(m[3].strip(), m[3].strip())} {said(m[4])}" if m[4] else ""
        return f"{place} {said(m[2])}{until}"

    def listed(m: re.Match[str]) -> str:
        """A single letter only in a list that goes on: "(i) ... (ii)"."""
        alone = len(m[1]) == 1 and "(ii)" not in m.string
        return m[0] if alone else f"({said(m[1])})"

    several = rf"{_SEVERAL_LOWER}(?![\w’'])"
    joined = rf"(?:( ?[-–] ?| and | to | or |, )({_SEVERAL_LOWER}|[ivx])(?![\w’']))?"
    single = r"[ivx](?=[,.;:)]|$| ?[-–] ?[ivx]| (?:of|to|and|in|or|is|was|on)\b)(?! of [xy\d])"
    return (
        Rule(
            "small numeral",
            re.compile(rf"\b({_PLACES}|pp?\.?) ({several}|{single}){joined}"),
            placed,
        ),
        Rule(
            "numeral in brackets", re.compile(rf"(?<![\w)])\(((?=[ivx]){_LOWER})\)(?![(-])"), listed
        ),
    )
