"""Pictures for easy read: which there are, and which one a sentence may get; English only.

The pictures are a part of Health Icons (`pictures/LICENCE.txt`). Each was looked at, and is here
only where it cannot well be taken for something else; `pictures/concepts.csv` says what it shows.
A wrong picture is worse than none, so a sentence mostly gets none: a picture is given where
the main clause of a short sentence has a word of the table as the head of its noun phrase.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from formats.easy_read.idioms import sayings
from formats.easy_read.negation import negations
from formats.easy_read.splits import FINITE
from formats.memo import memoised

_LONGEST = 20  # words: a longer sentence has no single main thing


@dataclass(frozen=True, slots=True)
class Concept:
    """What a picture stands for.

    `name` is a slug (a-z and hyphens), `words` are the words and phrases in the forms in which
    they stand in sentences, `file` is the picture's in `pictures/`, and `shows` describes it.
    """

    name: str
    words: tuple[str, ...]
    file: str
    shows: str


_PICTURES = files("formats.easy_read") / "pictures"


def _read() -> Iterator[Concept]:
    lines = (_PICTURES / "concepts.csv").read_text("utf-8").splitlines()
    for row in csv.DictReader(lines):
        words = tuple(row["words"].split(";"))
        yield Concept(row["concept"], words, row["file"], row["shows"])


CONCEPTS: Mapping[str, Concept] = MappingProxyType({one.name: one for one in _read()})
"""Every concept by its name."""


def picture_bytes(concept: str) -> bytes:
    """The picture of a concept as SVG, black on nothing: it needs a light ground.

    Raises KeyError for a name that is not in `CONCEPTS`.
    """
    return (_PICTURES / CONCEPTS[concept].file).read_bytes()


@memoised
def picture_of(sentence: str) -> str | None:
    """The name of the concept that is the main thing of a sentence, or None.

    That is the first one in the main clause, near its begin. None where that is unsure, and for a
    sentence that denies, asks, holds a saying, or says what something is not.
    """
    if len(sentence.split()) > _LONGEST or _is_unsure(sentence):
        return None
    clause, length = _main_clause(sentence)
    for found in _known().finditer(clause):
        name = _name_of(found)
        if found.start() >= length:
            return None
        if name and not _in_a_name(clause, found):
            return name if _is_head(clause, found) and _is_main(clause, found) else None
    return None


# --- the words --------------------------------------------------------------------------


@cache
def _names() -> Mapping[str, str]:
    """The concept's name for each word or phrase."""
    return {word: one.name for one in CONCEPTS.values() for word in one.words}


@cache
def _known() -> re.Pattern[str]:
    """All words and the phrases with another sense, the longest first; none in an address."""
    lines = (_PICTURES / "other_senses.txt").read_text("utf-8").splitlines()
    phrases = {line for line in lines if not line.startswith("#")} | set(_names())
    longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    escaped = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest)
    either = "|".join(escaped).replace("'", "['’]")
    return re.compile(rf"(?<![\w@#./~’'-])(?:{either})(?![\w(@/-]|['’.]\w)", re.IGNORECASE)


def _as_written(found: re.Match[str]) -> str:
    return " ".join(found[0].split()).replace("’", "'")


def _name_of(found: re.Match[str]) -> str | None:
    """The concept of a found word; None for a phrase with another sense."""
    written = _as_written(found)
    return _names().get(written) or _names().get(written.lower())


def _in_a_name(clause: str, found: re.Match[str]) -> bool:
    """Whether a word has a capital that the table has not: it belongs to a name."""
    if _as_written(found) in _names():
        return False
    begins = not re.search(r"\w", clause[: found.start()])
    before_a_name = re.match(r"\s+[A-Z]", clause[found.end() :])
    return not begins or bool(before_a_name)


# --- the sentence -----------------------------------------------------------------------

_ASKS_OR_EXCLUDES = re.compile(
    r"\?|\b(?:whether|instead of|rather than|avoid\w*|refus\w+|prevent\w*|ban(?:s|ned)?|against"
    r"|fewer|less|beyond|despite|unlike|imagine)\b",
    re.IGNORECASE,
)


def _is_unsure(sentence: str) -> bool:
    return bool(negations(sentence) or _ASKS_OR_EXCLUDES.search(sentence) or sayings(sentence))


_CLAUSE_FIRST = re.compile(
    r"\W*(?:when|if|while|as|because|although|though|since|after|before|once|unless|until|where"
    r"|whatever|whenever|so)\b[^,]*(?P<comma>,?)",
    re.IGNORECASE,
)
_ASIDE_FIRST = re.compile(
    r"\W*(?:in|at|on|with|for|from|during|through|by|under|over|between|among|across|to)\b[^,]*,",
    re.IGNORECASE,
)
# Only in small letters: "Doctor Who" is a name.
_CLAUSE_ENDS = re.compile(
    r"[;:()\[\]–—]|\s-+\s|\b(?:which|who|whose|that|because|although|though|when|while|where|if"
    r"|unless|until|since|as|than|how|why|what|but)\b"
)


def _main_clause(sentence: str) -> tuple[str, int]:
    """The sentence from its main clause on, without clauses and asides before, and its length.

    The length is 0 where it is unsure which clause is the main one.
    """
    first = _CLAUSE_FIRST.match(sentence)
    if first and not first["comma"]:
        return "", 0
    first = first or _ASIDE_FIRST.match(sentence)
    clause = sentence[first.end() :] if first else sentence
    end = _CLAUSE_ENDS.search(clause)
    return clause, end.start() if end else len(clause)


# --- the word in its clause -------------------------------------------------------------

_MOST_BEFORE = 8  # words before the main thing
_PREPOSITION = re.compile(
    r"\b(?:about|across|after|around|at|before|between|by|during|for|from|in|into|of|on|over|through"
    r"|towards?|under|via|with|within)\b",
    re.IGNORECASE,
)
_EARLIER_IN_A_LIST = re.compile(r",|\b(?:and|or|nor|plus)\s+(?:[\w’'-]+\s+)?\Z")
# "People" are in most sentences; they are the main thing where they are its subject.
_BEFORE_A_SUBJECT = re.compile(
    r"\W*(?:(?:the|these|those|some|many|most|other|all|more|several|different|local)\s+){0,2}"
    r"(?:(?:lots|hundreds|thousands|millions|\d+%|most|many|some|all) of (?:the |these )?)?",
    re.IGNORECASE,
)


def _is_main(clause: str, found: re.Match[str]) -> bool:
    """Whether a word is near the begin, after one preposition at most, and first in a list."""
    before = clause[: found.start()]
    if found[0].lower() == "people":
        return bool(_BEFORE_A_SUBJECT.fullmatch(before))
    near = len(before.split()) <= _MOST_BEFORE and len(_PREPOSITION.findall(before)) <= 1
    return near and not _EARLIER_IN_A_LIST.search(before)


# Another noun after the word would be the head ("hospital trust"); these are none.
_NO_NOUN = re.compile(
    r"about|above|across|after|against|along|also|although|always|among|and|around|as|at|be"
    r"|because|before|being|below|between|but|by|cannot|during|for|from|having|he|here|how|I"
    r"|if|in|inside|into|just|later|like|living|might|near|never|next|now|of|off|often|on|once"
    r"|only|or|out|outside|over|per|shall|she|so|since|sometimes|soon|still|than|that|then"
    r"|though|there|they|through|to|today|together|too|towards?|under|unless|until|up|using"
    r"|via|we|what|when|where|which|while|who|whose|why|with|within|working|yesterday|you"
    r"|\w+ed|\w+ly"
)
_VERB_BEFORE = re.compile(
    r"\b(?:to|will|would|should|can|could|may|might|must|shall|I|we|you|they|who|please|and)\s+\Z",
    re.IGNORECASE,
)
_ALSO_A_VERB = re.compile(
    r"books?|questions?|parks|houses?|group|surveys?|budgets?|man|teams?|salt"
)
_BE_BEFORE = re.compile(r"(?:\b(?:am|is|are|was|were|be|been|being)|['’](?:m|s|re))\s+\Z")
_ALSO_A_PARTICIPLE = re.compile(r"training|meeting|smoking")
_OWNER_BEFORE = re.compile(r"(\w+)\s+of\s+(?:\w+\s+){0,2}\Z")
_AMOUNT = re.compile(
    r"lots?|kinds?|sorts?|types?|range|numbers?|couple|all|some|many|most|one|plenty|amount"
    r"|hundreds|thousands|series|pair|set"
)


def _is_head(clause: str, found: re.Match[str]) -> bool:
    """Whether a found word is the head of its noun phrase, and not part of another's "of"."""
    before, word = clause[: found.start()], found[0].lower()
    if _ALSO_A_VERB.fullmatch(word) and _VERB_BEFORE.search(before):
        return False
    if _ALSO_A_PARTICIPLE.fullmatch(word) and _BE_BEFORE.search(before):
        return False
    owner = _OWNER_BEFORE.search(before)
    if owner and not _AMOUNT.fullmatch(owner[1].lower()):
        return False
    after = re.match(r"[”\"’'*_]*\s+[“\"‘'*_]*(\w+)", clause[found.end() :])
    if after is None or re.search(r" (?:with|to|at|up)\Z", word):
        return True
    return after[1] in FINITE or bool(_NO_NOUN.fullmatch(after[1]))
