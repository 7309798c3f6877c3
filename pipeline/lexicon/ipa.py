"""IPA as editors and dictionaries write it → its sounds, and a respelling for English voices."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

import unicodedata2 as unicodedata

STRESS = "ˈˌ"
MARKS = frozenset(f". {STRESS}")

VOWELS: Mapping[str, str] = {
    "iː": "ee", "i": "ee", "ɪ": "i", "ᵻ": "i", "ɨ": "i", "e": "e", "eː": "ay", "ɛ": "e",
    "ɛː": "air", "æ": "a", "æː": "a", "a": "a", "aː": "ah", "ɐ": "uh", "ɑ": "ah", "ɑː": "ah",
    "ɒ": "o", "ɒː": "aw", "ɔ": "o", "ɔː": "aw", "o": "oh", "oː": "oh", "ʊ": "oo", "u": "oo",
    "uː": "oo", "ʉ": "oo", "ʉː": "oo", "ʌ": "u", "ə": "uh", "ɘ": "uh", "ɜ": "ur", "ɜː": "ur",
    "ɝ": "ur", "ɝː": "ur", "ɚ": "er", "y": "oo", "yː": "oo", "ʏ": "oo", "ø": "ur", "øː": "ur",
    "œ": "ur", "œː": "ur", "ɵ": "oo", "ɤ": "u", "ɯ": "oo",
    "eɪ": "ay", "aɪ": "igh", "ɔɪ": "oy", "əʊ": "oh", "oʊ": "oh", "aʊ": "ow",
    "ɪə": "eer", "iə": "eer", "eə": "air", "ɛə": "air", "ʊə": "oor",
    "ɑ̃": "on", "ɔ̃": "on", "ɛ̃": "an", "œ̃": "un", "õ": "on", "ã": "an",
    "l̩": "ul", "n̩": "un", "m̩": "um", "ŋ̩": "ung", "ɹ̩": "er",
}  # fmt: skip
"""Each vowel or syllabic consonant → letters that an English voice says in that way."""

CONSONANTS: Mapping[str, str] = {
    "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "ɡ": "g", "f": "f", "v": "v", "θ": "th",
    "ð": "th", "s": "s", "z": "z", "ʃ": "sh", "ʒ": "zh", "h": "h", "m": "m", "n": "n",
    "ŋ": "ng", "l": "l", "ɹ": "r", "r": "r", "j": "y", "w": "w", "tʃ": "ch", "dʒ": "j",
    "x": "kh", "χ": "kh", "ç": "kh", "ɣ": "g", "ʁ": "r", "ʀ": "r", "q": "k", "ɬ": "hl",
    "ɫ": "l", "ʎ": "ly", "ɲ": "ny", "ɳ": "n", "ɭ": "l", "ɻ": "r", "ɾ": "r", "ʂ": "sh",
    "ʐ": "zh", "ɕ": "sh", "ʑ": "zh", "tɕ": "ch", "dʑ": "j", "c": "k", "ɟ": "g", "ʝ": "y",
    "β": "v", "ɸ": "f", "ʋ": "v", "ʍ": "wh", "ɦ": "h", "ħ": "h", "ʈ": "t", "ɖ": "d",
    "ɱ": "m", "ɥ": "w", "ʔ": "",
}  # fmt: skip

_SAME = {"g": "ɡ", ":": "ː", "'": "ˈ", "’": "ˈ", "ʤ": "dʒ", "ʧ": "tʃ", "‿": "", "\u00a0": " "}
# Ties, and fine marks that our voices do not distinguish: aspirated, dental, voiceless, half-long.
_FINE = "\u0361\u035cʰʲʷˠ\u032a\u0325\u030a\u032c\u0320\u031f\u031d\u031e\u0306\u032f\u031a\u02d1"
_OPEN = {
    "ɪ": "ih", "ᵻ": "ih", "ɨ": "ih", "e": "eh", "ɛ": "eh", "æ": "ah", "a": "ah", "ʌ": "uh",
    "aɪ": "y",
}  # fmt: skip
_CLOSED = {"ə": "u", "aʊ": "ou"}
_SHORT = frozenset("ɪeɛæaɒʌʊᵻ")
_CLUSTER = re.compile(r"[pbtdkgfvθʃ][lɹrjw]|s[ptklmnwj]|[mnlhvf]j|ɡ[lɹrjw]")


class IpaError(ValueError):
    """Not IPA that Allways knows; `symbol` is the first unknown sign."""

    def __init__(self, symbol: str) -> None:
        super().__init__(symbol)
        self.symbol = symbol


def _plain(text: str) -> str:
    return unicodedata.normalize("NFD", text)


_VOWELS = {_plain(sound): letters for sound, letters in VOWELS.items()}
_SOUNDS = _VOWELS | {_plain(sound): letters for sound, letters in CONSONANTS.items()}
_LONGEST = max(map(len, _SOUNDS))


def cut(ipa: str) -> tuple[str, ...]:
    """The sounds of a word one by one, with the marks of stress, syllable and word between.

    A sound in brackets is left out: dictionaries write optional sounds so. Signs are in their
    decomposed form (NFD). Raises `IpaError` for an unknown sign.
    """
    text = re.sub(r"\([^()]*\)", "", _plain(ipa.strip()))
    text = "".join(_SAME.get(sign, sign) for sign in text if sign not in _FINE)
    found: list[str] = []
    while text:
        found.append(_first(text))
        text = text[len(found[-1]) :]
        # Length that is in no table, such as that of a consonant, is ignored.
        text = text.removeprefix("ː")
    return tuple(" " if sound.isspace() else sound for sound in found)


def _first(text: str) -> str:
    if text[0] in MARKS or text[0].isspace():
        return text[0]
    for size in range(_LONGEST, 0, -1):
        # "video" ends in əʊ: the ə is not that of "idea".
        split = size > 1 and text[size - 1 : size + 1] == "əʊ"
        if len(text) >= size and text[:size] in _SOUNDS and not split:
            return text[:size]
    raise IpaError(text[0])


def is_vowel(sound: str) -> bool:
    """Whether a sound of `cut` is the centre of a syllable, and so may be stressed."""
    return sound in _VOWELS


def respelled(ipa: str) -> str:
    """The word in a spelling that English readers say right: ˈlɛmstə → "lem-stuh".

    Small letters, a hyphen between syllables. Raises `IpaError`.
    """
    words: list[list[str]] = [[]]
    for sound in cut(ipa):
        if sound == " ":
            words.append([])
        else:
            words[-1].append(sound)
    return " ".join("-".join(_syllables(word)) for word in words if word)


def _syllables(sounds: Sequence[str]) -> list[str]:
    """The letters of each syllable of a word."""
    sounds = [sound for sound in sounds if sound]
    vowels = [place for place, sound in enumerate(sounds) if is_vowel(sound)]
    starts = {_boundary(sounds, one, two) for one, two in pairwise(vowels)}
    ends = sorted({0, *starts, len(sounds)})
    spelled = [_letters(sounds[one:two]) for one, two in pairwise(ends)]
    return [letters for letters in spelled if letters]


def _letters(syllable: Sequence[str]) -> str:
    """One syllable, spelled so that its last letters do not change how its vowel is read."""
    sounds = [sound for sound in syllable if sound not in MARKS]
    vowel = next((place for place, sound in enumerate(sounds) if is_vowel(sound)), len(sounds))
    before, after = (
        "".join(_SOUNDS[sound] for sound in part) for part in (sounds[:vowel], sounds[vowel + 1 :])
    )
    if vowel == len(sounds):
        return before
    sound = sounds[vowel]
    if not after:
        alone = sound == "aɪ" and not before
        return "eye" if alone else before + _OPEN.get(sound, _SOUNDS[sound])
    if sound == "aɪ" and len(sounds) == vowel + 2:
        return f"{before}y{after}e"
    doubled = after in {"s", "r"} and (sound in _SHORT or after == "s")
    letters = _CLOSED.get(sound, _SOUNDS[sound]) + after * (2 if doubled else 1)
    return before + letters.replace("awr", "or").replace("ahr", "ar")


def _boundary(sounds: Sequence[str], one: int, two: int) -> int:
    """Where the syllable of the vowel at `two` begins, after that of the vowel at `one`.

    At a mark, if there is one; else with as many consonants as can begin an English word, but a
    short vowel keeps one, so that "bish" is not read as "by".
    """
    for place in range(one + 1, two):
        # Some write the mark right before the vowel: that is not where the syllable begins.
        if sounds[place] == "." or (sounds[place] in STRESS and place < two - 1):
            return place
    between = [sound for sound in sounds[one + 1 : two] if sound not in MARKS]
    two = one + 1 + len(between)
    taken = 2 if _CLUSTER.fullmatch("".join(between[-2:])) else 1
    kept = 1 if sounds[one] in _SHORT else 0
    return two - max(0, min(taken, len(between) - kept))
