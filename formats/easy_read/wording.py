"""Changes to words that a program can make without changing the meaning; English only.

Each is one small function from text to text. None removes a word without putting the same
meaning in its place; where the grammar is not certain, the text stays as it is.
"""

import re
from collections.abc import Callable

Rule = Callable[[str], str]

_NUMBER = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty"
)
_NUMBERS = {word: str(number) for number, word in enumerate(_NUMBER.split("|"), 2)}

# Not "twenty-one", "two-thirds", "two thirds", "two hundred", "one or two".
_NUMBER_WORD = re.compile(
    rf"(?<![\w-])(?<![Oo]ne or )(?<![Oo]ne to )(?P<word>{_NUMBER})(?![\w-])"
    r"(?!\s+(?:hundred|thousand|million|billion|dozen|score|hal(?:f|ves)|thirds?|quarters?|fifths?"
    r"|sixths?|sevenths?|eighths?|ninths?|tenths?)\b)"
)
_ONE_IN = re.compile(rf"(?<![\w-])[Oo]ne in (?P<word>{_NUMBER})(?![\w-])")


def digits(text: str) -> str:
    """Two to twenty as digits ("Six people" too), and "one in four" as "1 in 4"; not "one".

    A number that is also there in digits stays: "3, not three" is about how it is written.
    """
    written = set(re.findall(r"\d+", text))
    text = _ONE_IN.sub(lambda m: f"1 in {_NUMBERS[m['word']]}", text)
    lowered = text[:1].lower() + text[1:]
    first = _NUMBER_WORD.match(lowered)
    begun = lowered if first and _NUMBERS[first[0]] not in written else text
    return _NUMBER_WORD.sub(lambda m: m[0] if _NUMBERS[m[0]] in written else _NUMBERS[m[0]], begun)


# --- short forms ------------------------------------------------------------------------

_SHORT_FORMS = {"e.g.": "for example", "eg": "for example", "i.e.": "that is", "ie": "that is"}
_SHORT_FORM = re.compile(r"(?<![\w.@/-])(?:(?:[eE]\.\s?g|[iI]\.\s?e)\.|(?:eg|ie)(?![\w.@/-]))")
_AND_SO_ON = re.compile(r"(?:\band )?\betc\b(?:\.(?=\s*[,;:)]|\s+[a-z]))?")


def short_forms(text: str) -> str:
    """Write "e.g.", "i.e." and "etc." in full; a full stop that also ends the sentence stays."""
    return _AND_SO_ON.sub("and so on", _SHORT_FORM.sub(_in_full, text))


def _in_full(found: re.Match[str]) -> str:
    full = _SHORT_FORMS[found[0].lower().replace(" ", "")]
    return full.capitalize() if found[0][0].isupper() else full


# --- contractions -----------------------------------------------------------------------

# "isn't it", "don't you": the full form would be in the wrong place. In a question every
# negative stays, for the same reason ("Why don't people ask?").
_TAG = r"(?!['’])(?!\s+(?:I|you|he|she|it|we|they|there)\b)"
_VERB = "is|are|was|were|has|have|had|do|does|did|could|would|should|must|need|might"
_NEGATIVES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\ADon['’]t\b{_TAG}"), "Do not"),
    (re.compile(rf"\b([Cc])an['’]t\b{_TAG}"), r"\1annot"),
    (re.compile(rf"\bwon['’]t\b{_TAG}"), "will not"),
    (re.compile(rf"\bshan['’]t\b{_TAG}"), "shall not"),
    (re.compile(rf"\b({_VERB})n['’]t\b{_TAG}"), r"\1 not"),
)
_POSITIVES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bI['’]m\b"), "I am"),
    (re.compile(r"\b(you|we|they|who|what|there)['’]re\b", re.IGNORECASE), r"\1 are"),
    (
        re.compile(r"\b(I|you|we|they|who|could|should|would|might|must)['’]ve\b", re.IGNORECASE),
        r"\1 have",
    ),
    (re.compile(r"\b(I|you|he|she|it|we|they|who|that|there)['’]ll\b", re.IGNORECASE), r"\1 will"),
)


def contractions(text: str) -> str:
    """Write "don't" as "do not", "we'll" as "we will"; never "'s" or "'d", which are ambiguous."""
    for pattern, full in _POSITIVES if "?" in text else _NEGATIVES + _POSITIVES:
        text = pattern.sub(full, text)
    return text


RULES: tuple[Rule, ...] = (short_forms, contractions, digits)
"""The rules, in this order."""


def reworded(text: str) -> str:
    """Text after every rule."""
    for rule in RULES:
        text = rule(text)
    return text
