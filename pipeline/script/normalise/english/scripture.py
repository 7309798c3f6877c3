"""Places in the Bible: "2 Cor. 9:6-8" is second Corinthians nine, six to eight."""

import re

from pipeline.script.normalise.english.numbers import number
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

# Name, number of chapters, short forms. "Mark 17:30" is a time, for Mark has sixteen chapters.
_BOOKS = """
    Genesis 50 Gen Gn; Exodus 40 Ex Exod; Leviticus 27 Lev; Numbers 36 Num; Deuteronomy 34 Deut Dt;
    Joshua 24 Josh; Judges 21 Judg Jdg; Ruth 4; Ezra 10; Nehemiah 13 Neh; Esther 10 Esth; Job 42;
    Psalms 150 Pss; Psalm 150 Ps Psa; Proverbs 31 Prov Pr; Ecclesiastes 12 Eccles Eccl;
    Song_of_Songs 8; Song_of_Solomon 8; Isaiah 66 Isa Is; Jeremiah 52 Jer; Lamentations 5 Lam;
    Ezekiel 48 Ezek; Daniel 12 Dan; Hosea 14 Hos; Joel 3; Amos 9; Obadiah 1 Obad; Jonah 4 Jon;
    Micah 7 Mic; Nahum 3 Nah; Habakkuk 3 Hab; Zephaniah 3 Zeph; Haggai 2 Hag; Zechariah 14 Zech;
    Malachi 4 Mal; Matthew 28 Matt Mt; Mark 16 Mk; Luke 24 Lk; John 21 Jn; Acts 28;
    Romans 16 Rom; Galatians 6 Gal; Ephesians 6 Eph; Philippians 4 Phil; Colossians 4 Col;
    Titus 3 Tit; Philemon 1 Philem; Hebrews 13 Heb; James 5 Jas; Jude 1; Revelation 22 Rev
"""
_NUMBERED_BOOKS = """
    Samuel 31 Sam; Kings 25 Kgs; Chronicles 36 Chron Chr; Corinthians 16 Cor; Thessalonians 5 Thess;
    Timothy 6 Tim; Peter 5 Pet; John 5 Jn; Maccabees 16 Macc
"""
_PLACES = {"1": "first", "2": "second", "3": "third", "I": "first", "II": "second", "III": "third"}
_VERSES = r"[1-9]\d{0,2}[a-c]?"


def _books(listed: str) -> dict[str, tuple[str, int]]:
    """Each form in which a book is written, with its name and how many chapters it has."""
    found: dict[str, tuple[str, int]] = {}
    for entry in listed.split(";"):
        name, chapters, *short = entry.replace("_", "\0").split()
        name = name.replace("\0", " ")
        found |= dict.fromkeys((name, *short), (name, int(chapters)))
    return found


_SINGLE = _books(_BOOKS)
_NUMBERED = _books(_NUMBERED_BOOKS)


def _either(books: dict[str, tuple[str, int]]) -> str:
    return "|".join(sorted(books, key=len, reverse=True))


_BOOK = (
    rf"(?<!\w)(?:(?:([1-3]|I{{1,3}}) ?({_either(_NUMBERED)})|({_either(_SINGLE)}))\b\.? ?)"
    rf"(?<![a-z])(?<=[ .])([1-9]\d{{0,2}})"
)
_RANGE = r" ?[-–—] ?"
_PLACE = regex(
    rf"{_BOOK}:({_VERSES}(?:{_RANGE}(?:\d{{1,3}}(?::\d{{1,3}})?[a-c]?|end\b)|"
    rf", ?{_VERSES}(?![:\w])|; ?\d{{1,3}}:{_VERSES})*)"
    r"(?![\w:/]|[.,]\d| ?[ap]\.?m\b)"
)
_CHAPTER = regex(
    rf"(?<!\w)(?:([1-3]|I{{1,3}}) ({_either(_NUMBERED)})\b\.? |"
    r"(Gen|Exod|Lev|Num|Deut|Josh|Neh|Pss?|Prov|Isa|Jer|Ezek|Matt|Mt|Mk|Lk|Jn|Rom|Gal|Eph|Phil|"
    r"Heb|Rev)\. )"
    r"(?=[1-9]\d{0,2}(?![\w:/]|[.,]\d))"
)


def _name(numeral: str | None, numbered: str | None, single: str | None) -> tuple[str, int]:
    if numeral and numbered:
        name, chapters = _NUMBERED[numbered]
        return f"{_PLACES[numeral]} {name}", chapters
    return _SINGLE[single or ""]


def rules(english: English) -> tuple[Rule, ...]:
    """Before times and ranges, which have colons and dashes too."""

    def verses(written: str) -> str:
        """A comma is a pause between chapter and verse; a dash is "to"."""
        said = re.sub(_RANGE, " to ", written).replace(":", ", ")
        said = re.sub(r"(?<=\d)(?=[a-c])", " ", said)
        return re.sub(r"\d+", lambda m: number(m[0].lstrip("0") or "0", english), said)

    def place(m: re.Match[str]) -> str:
        name, chapters = _name(m[1], m[2], m[3])
        if int(m[4]) > chapters:
            return m[0]
        return f"{name} {verses(f'{m[4]}:{m[5]}')}"

    return (
        figured("place in scripture", _PLACE, place),
        figured("chapter of scripture", _CHAPTER, lambda m: f"{_name(m[1], m[2], m[3])[0]} "),
    )
