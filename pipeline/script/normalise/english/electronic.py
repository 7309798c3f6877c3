"""English addresses of pages and people, hashtags and handles."""

import re
from dataclasses import dataclass

from pipeline.script.normalise.english.numbers import digits, number
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

# What a person can follow by ear, in characters.
_SHORT = 40
_SIGNS = {
    ".": "dot",
    "/": "slash",
    "-": "dash",
    "–": "dash",
    "_": "underscore",
    "@": "at",
    "&": "ampersand",
    "?": "question mark",
    "=": "equals",
    "#": "hash",
    "+": "plus",
    "~": "tilde",
    "%": "percent",
    ":": "colon",
    "!": "exclamation mark",
    "*": "asterisk",
    ",": "comma",
    ";": "semicolon",
    "$": "dollar",
    "'": "apostrophe",
}
_ENDS = r"[^\s<>\"“”’)\]\[(|{}]*[\w/]"
_HOSTS = (
    "com|org|net|edu|gov|mil|int|info|uk|us|eu|io|co|ai|app|dev|blog|wales|scot|london|nhs|tv|fm|ac"
)
_FILES = "pdf|mp3|mp4|docx?|xlsx?|pptx?|csv|jpe?g|png|gif|html?|epub|zip|txt|md|json|xml|svg|wav"
_COUNTRY = "de|fr|it|es|nl|ie|ca|au|nz|in|jp|ch|at|be|se|no|dk|fi|pl|pt"
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_MAIL = r"(?<![\w.+-])[\w.+&-]+@(?=[\w-]*[^\W\d_])[\w-]+(?:\.[\w-]+)+(?:/[\w/.-]*\w)?"
_PIECE = regex(r"[^\W\d_]+|\d+|\W|_")
_WORDS = regex(r"[A-Z]{2,}(?=[A-Z][a-z]|\d|$)|[A-Z]?[a-z]+|[A-Z]+|\d+|[^\W\d_]+")
_VOWEL = regex(r"[aeiouy]", re.IGNORECASE)
# Domains that are spelled out; other ones that are words ("co") are said as words.
_SAID = {"co", "me", "info"}


def _letters(word: str, *, last: bool) -> str:
    """Capitals where a voice must spell: no vowel, or the two letters of a country."""
    if len(word) < 4 and not _VOWEL.search(word):
        return word.upper()
    return word.upper() if last and len(word) == 2 and word not in _SAID else word


@dataclass(frozen=True, slots=True)
class _Speller:
    """How addresses are spoken in one region."""

    english: English

    def figures(self, written: str) -> str:
        """A year or a round number in words, any other figure by figure."""
        if len(written) < 2 or written == "100" or re.fullmatch("[1-9]0?00|[1-9]000", written):
            return number(written, self.english)
        return digits(written)

    def spell(self, address: str) -> str:
        said: list[str] = []
        pieces = _PIECE.findall(address)
        for place, piece in enumerate(pieces):
            if piece.isdecimal():
                said.append(self.figures(piece))
            elif piece.isalpha():
                last = bool(place) and pieces[place - 1] == "."
                said.append(_letters(piece, last=last))
            else:
                said.append(_SIGNS.get(piece, piece))
        return " ".join(said)

    def name(self, written: str) -> str:
        """The words in a hashtag or a handle, split at capitals and figures."""
        parts = (_WORDS.findall(part) for part in written.split("_"))
        return " ".join(word for words in parts for word in words)

    def short(self, m: re.Match[str]) -> str:
        return self.spell(m[1].rstrip("/"))

    def host(self, m: re.Match[str]) -> str:
        host = re.split(r"[/?#:]", m[1])[0].removeprefix("www.")
        return f"link to {self.spell(host)}"


def rules(english: English) -> tuple[Rule, ...]:
    """The first rules: an address is full of signs that others would read.

    A long address is spoken as its host; the rest is on the page.
    """
    spell = _Speller(english)
    scheme = r"(?<!\w)(?:(?i:https?)://|(?=www\.))"
    return (
        Rule("mail", regex(_MAIL), lambda m: spell.spell(m[0])),
        Rule(
            "short address",
            regex(rf"{scheme}(?!\S{{{_SHORT + 1}}})({_ENDS})"),
            spell.short,
            drops=True,
        ),
        Rule("long address", regex(rf"{scheme}({_ENDS})"), spell.host, drops=True),
        Rule(
            "long host",
            regex(rf"(?<![\w@.-])((?:{_LABEL}\.)+(?:{_HOSTS})/(?=\S{{{_SHORT}}}){_ENDS})"),
            spell.host,
            drops=True,
        ),
        Rule(
            "host",
            regex(
                rf"(?<![\w@.-])((?:{_LABEL}\.)+(?:{_HOSTS})\b(?:/[\w./-]*\w(?:\?[\w=&%+-]*\w)?)?|"
                rf"{_LABEL}\.(?:{_COUNTRY})(?=/|\s|$)(?<=\w{{5}}\.\w\w)"
                rf"(?:/[\w./-]*\w)?|[a-z]{{4,}}\.[a-z]{{3}}(?![\w.]))"
                r"(?![\w@-]|\.\w)"
            ),
            spell.short,
        ),
        Rule(
            "file",
            regex(rf"(?<![\w.@/-])[\w-]{{1,60}}\.(?:{_FILES})(?!\w|\.\w)"),
            lambda m: spell.spell(m[0]),
        ),
        Rule(
            "hashtag",
            regex(r"(?<![\w&#])#(?=\w*[^\W\d_])(\w+)"),
            lambda m: f"hashtag {spell.name(m[1])}",
        ),
        Rule(
            "handle",
            regex(r"(?<![\w.@])@(?=\w*[^\W\d_])(\w+)"),
            lambda m: f"at {spell.name(m[1])}",
        ),
    )
