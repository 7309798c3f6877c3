"""Roman numerals: for kings "the eighth", for chapters and wars "eight"."""

import re

from pipeline.script.normalise.english import rulers
from pipeline.script.normalise.english.numbers import arabic, cardinal, ordinal
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

# From 1 to 89: longer ones are dates on buildings, and with D and M come words ("MIX").
_ROMAN = r"(?:(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_COUNTED = (
    "chapters?|parts?|volumes?|vols?\\.?|books?|acts?|scenes?|articles?|sections?|appendix|annex|"
    "schedules?|titles?|tables?|figures?|plates?|phases?|stages?|types?|class|grades?|levels?|"
    "tiers?|category|groups?|war|bowl|mark|apollo|rocky|saturn|fantasy|episode|round|unit|"
    "module|step|item|clause|division|lesson|canto|psalm|corps|battalion|windsor|protocol|"
    "factor|olympiad|games|question|amendment|session|series|version|edition|model|area|zone"
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
_LISTED = r"(?=[ -](?:listed|buildings?|diabetes|trials?|stud(?:y|ies)|errors?|works)\b)"


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
            regex(r"(?<!\w)WW(II?|[12])(?!\w)"),
            lambda m: f"World War {'two' if m[1] in {'II', '2'} else 'one'}",
        ),
        Rule(
            "counted numeral",
            regex(rf"\b((?i:{_COUNTED})) ({_SEVERAL})(?:\s?[-–]\s?({_ROMAN}))?(?![\w’'])"),
            counted,
        ),
        Rule(
            "first of several",
            regex(rf"\b({_DIVIDED}) ([IVX])(?![\w’'])(){_REIGNED}"),
            counted,
        ),
        Rule(
            "one of a kind",
            regex(rf"\b(Type|Class|Phase|Grade|Stage|Tier|Category) ([IVX]){_LISTED}()"),
            counted,
        ),
        *rulers.rules(english),
        Rule(
            "name and numeral",
            regex(
                rf"\b([A-Z][^\W\d_]*[a-zà-ÿ]) ((?!XX+\b|X?L){_SEVERAL})(?!\w)"
                r"(?! (?:drip|drips|fluids?|line)\b)"
            ),
            placed,
        ),
        Rule(
            "century numeral",
            regex(rf"\b({_ROMAN})(?:th|st|nd|rd)?(?=[ -]centur(?:y|ies)\b)"),
            lambda m: ordinal(arabic(m[1]), english),
        ),
    )
