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

NUMBER_WORDS = {**_NUMBERS, "one": "1"}
"""Number words and their digits."""

# After a number these follow no noun: "cut in two when", "the four and".
_NO_NOUN = (
    "after|before|when|while|and|or|to|for|from|with|in|on|at|as|because|but|that|which|who|into"
    "|together|apart|so|if|than|something|odd|figures?"
)
_LARGER = (
    "zero|hundred|thousand|million|billion|trillion|dozen|score|thirty|forty|fifty|sixty|seventy"
    "|eighty|ninety"
)
# Not "twenty-one", "two-thirds", "two thirds", "two hundred", "three-", "ten's", "two and a half",
# "twenty twenty", "seven first ...", "hundred and two".
_NUMBER_WORD = re.compile(
    rf"(?<![\w./'’-])(?<!hundred and )(?<!thousand and )(?<!figure )(?P<word>{_NUMBER})(?![\w/'’-])"
    r"(?<!\d \w{3})(?<!\d \w{4})(?<!\d \w{5})(?<!\d \w{6})(?!\s+\d)"  # "2 18F developers"
    rf"(?!\s+(?:{_LARGER}|{_NUMBER}|hal(?:f|ves)|and (?:a|three) (?:half|quarter|third|bit)s?|point"
    r"|fold|ply|nil|all|second|(?:first|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?|by)\b)"
    # Without a noun it is a pronoun, often in a set phrase: "the two.", "high five".
    r"(?=\s+\w|(?<=age of \w{3})|(?<=age of \w{4})|(?<=under \w{3})|(?<=under \w{4}))"
    rf"(?!\s+(?:{_NO_NOUN})\b(?!\s+(?:\d|{_NUMBER})))"
    r"(?!\s+(?:are|is|was|were|have|has|had|will|can|could|would)\b)"
)
# "one or two", "one, two and three": all of them or none; and set phrases.
_WITH_ONE = re.compile(
    rf"\bone(?:,? (?:or|to|and|for|on)|,)? (?:{_NUMBER})\b|\b(?:{_NUMBER}) (?:in|to|for|by) one\b"
    rf"|\b(?:{_NUMBER}) (?:by|and|in|on) (?:{_NUMBER})\b|\btwo[ -]way\b|\bcloud nine\b"
    r"|\bhigh fives?\b|\bor two\b|\btwo (?:cents|pence|penn\w+)\b|\bnine to five\b"
    r"|\bon all fours\b|\bat sixes\b"
    r"|\btwo birds\b|\btwo sides (?:of|to)\b|\btwo (?:peas|heads|wrongs|left feet|thumbs)\b"
    r"|\b(?:in|of) two minds\b|\btwo of a kind\b|\bthree (?:cheers|musketeers|wise)\b"
    r"|\b(?:four|seven) (?:corners|winds|seas|dwar\w+|wonders|deadly)\b"
    rf"|\b(?P<name>\w+) one\b.*\b(?P=name) (?:{_NUMBER})\b"  # "Step one", "step two"
    rf"|\bone (?:\w+ )+(?:in|out of|of every) (?:{_NUMBER})\b"  # "one child in five"
    rf"|\bsix feet under\b|\bnine lives\b|\bthe (?:{_NUMBER}) of (?:us|you|them)\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"(?<![\w-])(?:{_NUMBER}|(?<!\d )(?:{_LARGER}))(?!\w)|\b(?:and|or|,) one\b"
    r"|\bone \w+,? (?:and|or)\b|\bone(?=\s*(?:[,.;:)]|\Z))"
    r"|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-",
    re.IGNORECASE,
)
_ONE_IN = re.compile(rf"(?<![\w-])[Oo]ne in (?P<word>{_NUMBER})(?![\w-])")


def digits(text: str) -> str:
    """Two to twenty as digits ("Six people" too), and "one in four" as "1 in 4"; not "one".

    "two or 3" would be harder: all number words of a sentence change, or none. One that is also
    there in digits stays, since "3, not three" is about how it is written.
    """
    if _WITH_ONE.search(text):
        return text
    written = set(re.findall(r"\d+", text))
    found = _ONE_IN.sub(lambda m: f"1 in {_NUMBERS[m['word']]}", text)
    lowered = found[:1].lower() + found[1:]
    first = _NUMBER_WORD.match(lowered)
    named = first and re.match(r"\s[A-Z]", found[first.end() :])  # "Three Mile Island"
    begun = lowered if first and not named else found
    changed = _NUMBER_WORD.sub(
        lambda m: m[0] if _NUMBERS[m[0]] in written else _NUMBERS[m[0]], begun
    )
    return text if _LEFT.search(changed) else changed


# --- short forms ------------------------------------------------------------------------

_SHORT_FORMS = {"e.g.": "for example", "eg": "for example", "i.e.": "that is", "ie": "that is"}
# Only where a new part of the sentence begins: "tools e.g. pens" would need commas on both sides.
_SHORT_FORM = re.compile(
    r"(?:(?<=[(,;:–—]\s)|(?<=[(–—])|\A)(?:(?:[eE]\.\s?g|[iI]\.\s?e)\.|(?:eg|ie)(?![\w.@/-]))"
    r",?(?=\s)"
)
# Its full stop goes where the sentence goes on; before a capital nobody knows whether it does.
_AND_SO_ON = re.compile(
    r"(?<!etc )(?<!etc[.,] )(?<!etc\., )"
    r"(?:\band )?\betc\b(?:\.?(?=\s*[,;:)–—]|\s+(?!and\b|etc\b)[a-z(])|(?=\.?\s*\Z)|(?=[?!]))"
)


def short_forms(text: str) -> str:
    """Write "e.g.", "i.e." and "etc." in full; a full stop that also ends the sentence stays."""
    return _AND_SO_ON.sub("and so on", _SHORT_FORM.sub(_in_full, text))


def _in_full(found: re.Match[str]) -> str:
    full = _SHORT_FORMS[found[0].lower().replace(" ", "").rstrip(",")] + ","
    return full.capitalize() if found[0][0].isupper() else full


# --- contractions -----------------------------------------------------------------------

# Part of a name or a title: "Don't Look Up", "I'm a Celebrity".
_NO_NAME = r"(?!\s+(?:(?:a|an|the|not) )?[A-Z][a-z])"
# "isn't it", "don't you": the full form would be in the wrong place. In a question every
# negative stays, for the same reason ("Why don't people ask?").
_TAG = (
    r"(?!['’-])(?!\s+(?:I|you|he|she|it|we|they|there|this|that|these|those|everyone|anyone)\b)"
    rf"{_NO_NAME}"
)
# "haven't a clue": "have not a clue" is not said.
_OWNED = r"(?!(?:(?<=haven['’]t)|(?<=ha[ds]n['’]t))\s+(?:an?|any|the|my|our|enough|much|many)\b)"
_VERB = "is|are|was|were|has|have|had|do|does|did|could|would|should|must|need|might"
_NEGATIVES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\ADon['’]t\b{_TAG}"), "Do not"),
    (re.compile(rf"\b([Cc])a ?n['’]t\b{_TAG}"), r"\1annot"),
    (re.compile(rf"\bwo ?n['’]t\b{_TAG}"), "will not"),
    (re.compile(rf"\bsha ?n['’]t\b{_TAG}"), "shall not"),
    (re.compile(rf"\b({_VERB}) ?n['’]t\b{_TAG}{_OWNED}"), r"\1 not"),
)
_SEVERAL = (
    r"(?:\w+ )?(?:lot|few|couple|number|bunch|ton|range|variety|handful|dozen|hundred|thousand"
    r"|million|group|set|host|wealth|series|pair|mix|list)\b"
)
_WHY = re.compile(r"\b(?:[Ww]hy|[Hh]ow come) \w+ ?n['’]t\b")
_AFTER_IS = (
    "a|an|the|my|our|your|their|why|how|where|what|when|who|because|important|hard|easy|easier"
    "|harder|possible|difficult|clear|true|worth|going to|very|great|better|best|critical"
    "|essential|useful|helpful|in|about|available|likely"
)


# "She's a right to know" is "she has a right to know".
_OWNS = r"(?:an?|the|my|our) (?:\w+ )?(?:right|lot|chance|choice|duty|say|way|point|long)\b"


def _positive(pattern: str) -> re.Pattern[str]:
    # A capital within a sentence is a name's too: "the show We're Here".
    place = r"(?-i:(?=[a-zI])|(?<![\w,] )(?=[A-Z]))"
    return re.compile(rf"\b{place}{pattern}(?!['’-])(?-i:{_NO_NAME})", re.IGNORECASE)


_POSITIVES: tuple[tuple[re.Pattern[str], str], ...] = (
    (_positive(r"(I)['’]m\b"), r"\1 am"),
    (_positive(r"(you|we|they|who|what|there)['’]re\b"), r"\1 are"),
    (_positive(r"(I|you|we|they|who|could|should|would|might|must)['’]ve\b"), r"\1 have"),
    (_positive(r"(I|you|he|she|it|we|they|who|that|there)['’]ll\b"), r"\1 will"),
    # "it's" is "it has" before a participle; before these words it can only be "it is".
    (_positive(rf"(it|that|he|she)['’]s(?= (?:{_AFTER_IS})\b)(?! {_OWNS})"), r"\1 is"),
    # "There's the details", "There's a lot of people" would show their mistake more as "there is".
    (_positive(rf"(there)['’]s(?= an? (?!{_SEVERAL}))"), r"\1 is"),
)


def contractions(text: str) -> str:
    """Write "don't" as "do not", "we'll" as "we will"; never "'s" or "'d", which are ambiguous."""
    asks = "?" in text or _WHY.search(text)
    for pattern, full in _POSITIVES if asks else _NEGATIVES + _POSITIVES:
        text = pattern.sub(full, text)
    return text


RULES: tuple[Rule, ...] = (short_forms, contractions, digits)
"""The rules, in this order."""


def reworded(text: str) -> str:
    """Text after every rule."""
    for rule in RULES:
        text = rule(text)
    return text
