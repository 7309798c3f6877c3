"""The words of posts that a voice most likely mispronounces, for an editor to check."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spellchecker import SpellChecker

from formats.languages import primary
from pipeline.lexicon import Lexicon
from pipeline.script.normalise import spoken

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DOTTED = re.compile(r"\w\.[a-z]{2,}")
_LONGEST = 40  # letters; what is longer is not a word

_VOWEL = re.compile(r"[AEIOUY]")
_FAMOUS = """
    AI AM API APIS AU CEO CIA CIO EU FAQ FAQS IP IT NASA NATO OK PA RFP RFPS TV UAE UI UK UN
    UNESCO UNICEF URL URLS US USA UX
    """
_SETTLED = frozenset(_FAMOUS.split())
"""Short forms with a vowel that every voice says correctly."""

_ENDINGS = (
    ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ed", ""), ("d", ""),
    ("ing", ""), ("ing", "e"), ("er", ""), ("r", ""), ("ers", ""), ("rs", ""), ("or", "e"),
    ("ors", "e"), ("ly", ""), ("ally", ""), ("ness", ""), ("iness", "y"), ("ful", ""),
    ("less", ""), ("able", ""), ("able", "e"), ("ment", ""), ("ments", ""), ("ism", ""),
    ("ist", ""), ("ists", ""), ("ity", ""), ("est", ""), ("ier", "y"), ("iest", "y"),
    ("ability", "able"), ("ically", "ic"), ("ation", "e"), ("ations", "e"), ("ational", "e"),
    ("istic", ""), ("al", ""), ("ee", "e"), ("ees", "e"), ("ization", "ize"),
)  # fmt: skip
_BRITISH = (
    ("is(?=(?:e[drs]?|ers|ing|able|ations?|ational)$)", "iz"), ("our", "or"), ("tre", "ter"),
    ("tred$", "tered"), ("mme", "m"), ("ogue", "og"), ("ence$", "ense"), ("ll", "l"),
    ("l(?=ments?$)", "ll"), ("llery$", "lry"), ("ae", "e"), ("oe", "e"), ("ys(?=e|ing)", "yz"),
)  # fmt: skip
"""British spelling → American spelling, which the list of English words has."""

_RECENT = """
    app apps backend blockchain blog blogging blogs bluetooth cookie cookies covid crowdfunding
    crowdsource crowdsourcing cybersecurity dropdown emoji emojis facebook frontend google
    hackathon hackathons hashtag internet iphone livestream metadata onboard onboarded
    onboarding offline online podcast podcasts popup repo repos roadmap selfie smartphone
    smartphones startup startups tech twitter usability user username webinar webinars wiki
    wikipedia wifi workflow workflows youtube zoom
    """
_NEWER = frozenset(_RECENT.split())
"""Words that voices know, but the lists, made from older films, do not."""

_BEGINNINGS = (
    "anti", "co", "counter", "cyber", "de", "dis", "e", "ex", "extra", "hyper", "in", "inter",
    "mega", "meta", "micro", "mini", "mis", "multi", "neuro", "non", "out", "over", "post",
    "pre", "pro", "re", "semi", "socio", "sub", "super", "trans", "ultra", "un", "under", "up",
)  # fmt: skip

NAME, INITIALS, MIXED, UNKNOWN = (
    "a name that is in no word list",
    "capitals that may be said as a word or letter by letter",
    "capitals or digits inside a word",
    "in no word list",
)

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A word as it is written, how often it is in the posts, and what is unusual about it."""

    word: str
    count: int
    why: str


def suspects(texts: Iterable[str], lexicon: Lexicon, language: str) -> tuple[Suspect, ...]:
    """The words most likely mispronounced, the most frequent first.

    `texts` are in `language`, a BCP 47 tag. Words in the lexicon, and those that a rule reads,
    are left out. A language without a word list gives none.
    """
    own = primary(language)
    if own not in SpellChecker.languages():
        return ()
    listed = SpellChecker(own)
    known = _knowing(lambda word: word in listed, english=own == "en")
    counts = Counter(word for text in texts for word in _words(text, lexicon, language))
    folded = _folded(counts)
    told = ((word, count, _why(word, known)) for word, count in folded.items())
    found = (Suspect(word, count, why) for word, count, why in told if why)
    mine = (s for s in found if spoken(s.word, language) == s.word)
    return tuple(sorted(mine, key=lambda suspect: (-suspect.count, suspect.word)))


def _words(text: str, lexicon: Lexicon, language: str) -> Iterator[str]:
    """The words of a text that are neither in the lexicon nor part of an address."""
    for found in reversed(lexicon.find(text, language)):
        text = f"{text[: found.begin]} {text[found.end :]}"
    plain = " ".join(token for token in text.split() if not _address(token))
    for match in _WORD.finditer(plain):
        word = match[0].replace("’", "'").removesuffix("'s").removesuffix("'S")
        if 1 < len(word) <= _LONGEST and not word.isdecimal() and word.lower() != "n't":
            yield word


def _address(token: str) -> bool:
    """Whether it is an address, an account or a file name, which rules handle."""
    signed = "@" in token or "://" in token or "_" in token or token.startswith(("#", "www."))
    return signed or bool(_DOTTED.search(token))


def _folded(counts: Counter[str]) -> dict[str, int]:
    """How often each word is used; one with a capital counts as the one without, if there is one.

    The capital may be that of a sentence; a word that always has one is a name.
    """
    folded: Counter[str] = Counter()
    for word, count in counts.items():
        small = word.lower()
        plain = word in (small, small.capitalize())
        folded[small if plain and small in counts else word] += count
    return folded


def _why(word: str, known: Known) -> str:
    """What is unusual about a word; "" if nothing is."""
    small = word.lower()
    if any(sign.isdecimal() for sign in word):
        return MIXED if re.search(r"[^\W\d]{2}", word) and not word.islower() else ""
    if known(small):
        return ""
    if word.isupper():
        return INITIALS if _VOWEL.search(word) and word not in _SETTLED else ""
    if word != small and word != small.capitalize() and "'" not in word:
        return "" if _of_words(word, known) else MIXED
    return UNKNOWN if word == small else NAME


def _of_words(word: str, known: Known) -> bool:
    """Whether it is several words with capitals in one, as YouTube, or a plural of initials."""
    if re.fullmatch(r"[A-Z]{2,}s", word):
        return not _VOWEL.search(word[:-1]) or word.upper() in _SETTLED
    parts = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", word)
    return all(len(part) > 2 and known(part.lower()) for part in parts)


def _knowing(listed: Known, *, english: bool) -> Known:
    """A test whether a word in lower case is in a list, or in English made of words that are."""
    if not english:
        return lambda word: listed(word) or word in _NEWER

    def known(word: str) -> bool:
        return any(_stemmed(form, listed) or _compound(form, listed) for form in _forms(word))

    return known


def _forms(word: str) -> Iterator[str]:
    """The word, and its possible American spellings."""
    yield word
    for pattern, put in _BRITISH:
        changed = re.sub(pattern, put, word)
        if changed != word:
            yield changed


def _stemmed(word: str, listed: Known) -> bool:
    """Whether a word is in the list, itself or without its ending: "runners" as "run"."""
    if word in _NEWER or listed(word):
        return True
    bases = (word[: -len(end)] + put for end, put in _ENDINGS if word.endswith(end))
    return any(len(base) > 2 and _based(base, listed) for base in bases)


def _based(base: str, listed: Known) -> bool:
    doubled = len(base) > 3 and base[-1] == base[-2]
    return base in _NEWER or listed(base) or (doubled and listed(base[:-1]))


def _compound(word: str, listed: Known) -> bool:
    """Whether it is a prefix such as "co", or a word of four letters or more, and a word."""
    rests = [word[len(begin) :] for begin in _BEGINNINGS if word.startswith(begin)]
    if word in _BEGINNINGS or any(len(rest) > 3 and _stemmed(rest, listed) for rest in rests):
        return True
    places = range(4, len(word) - 3)
    return any(listed(word[:place]) and _stemmed(word[place:], listed) for place in places)
