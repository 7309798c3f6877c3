"""Letters that stand for words: "U.S.A.", "A&E", "J. Smith", "CO2", "SW1A 1AA"."""

import re

from pipeline.script.normalise.english.context import ends_sentence
from pipeline.script.normalise.english.numbers import cardinal, digits
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

# Every voice spells these out, with or without vowels.
_WELL_KNOWN = frozenset(
    ["US", "UK", "EU", "UN", "USA", "UAE", "UNESCO", "AI", "TV", "ID", "IT", "PR", "HIV"]
)
_VOWEL = regex("[AEIOUY]")


def _spelled(letters: str) -> str:
    """With spaces where a voice may read them as a word: "A T", but "NHS"."""
    known = letters in _WELL_KNOWN or not _VOWEL.search(letters)
    return letters if known else " ".join(letters)


def _pointed(match: re.Match[str]) -> str:
    """Without its full stops; one that also ended the sentence still ends it."""
    letters = re.sub(r"[\s.]", "", match[0])
    ended = match[0].endswith(".") and ends_sentence(match)
    return _spelled(letters.upper()) + "." * ended


def _initials(match: re.Match[str]) -> str:
    return f"{_spelled(re.sub(r'[^A-Z]', '', match[0]))} "


def _letters_and(match: re.Match[str]) -> str:
    """As they are spoken: "A T and T"."""
    return f"{' '.join(match[1])} and {' '.join(match[2])}"


def rules(english: English) -> tuple[Rule, ...]:
    """Before numbers and signs: figures and "&" are part of a name here."""

    def figures(written: str) -> str:
        if len(written) > 2 and english.british:
            return digits(written, "oh")
        return cardinal(int(written), english)

    def road(match: re.Match[str]) -> str:
        return f"{match[1]} {figures(match[2])}{' M' if match[3] else ''}"

    def postcode(match: re.Match[str]) -> str:
        district = re.sub(r"\d+", lambda m: f" {cardinal(int(m[0]), english)} ", match[2])
        area, unit = " ".join(match[1]), " ".join(match[4])
        return f"{area} {district.strip()}, {digits(match[3])} {unit}"

    return (
        figured(
            "postcode",
            regex(r"(?<!\w)([A-Z]{1,2})(\d[\dA-Z]?) ?(\d)([A-Z]{2})(?!\w)"),
            postcode,
        ),
        figured("road", regex(r"(?<![\w-])([AMB])(\d{1,4})(\(M\)|(?![\w%]|[.,]\d))"), road),
        figured(
            "formula",
            regex(r"(?<![\w-])([A-Z]{2})(?=\d)"),
            lambda m: f"{_spelled(m[1])} ",
        ),
        Rule(
            "letters and",
            regex(r"(?<![\w.])([A-Z]{1,3})\s?&\s?([A-Z]{1,3})(?=s?\b)(?!\.\w)"),
            _letters_and,
        ),
        Rule("initials", regex(r"(?<![\w.])(?:[A-Z]\.\s?){1,3}(?=[A-Z][a-z]+)"), _initials),
        Rule("points", regex(r"(?<![\w.])(?:[A-Za-z]\.){2,}(?:[A-Za-z](?!\w))?(?!\w)"), _pointed),
        figured("apart", regex(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])"), lambda _: " "),
    )
