"""IPA → espeak-ng's names of sounds, which it accepts in text between [[ and ]]."""

from collections.abc import Mapping, Sequence

from unicodedata2 import normalize

from formats.languages import primary
from pipeline.lexicon.ipa import STRESS, cut, is_vowel

VERSION = 2
"""Part of a voice's identity: increase it when a table here changes."""

_STRESS = {"ˈ": "'", "ˌ": ","}

_CONSONANTS: dict[str, str] = {
    "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "ɡ": "g", "f": "f", "v": "v", "θ": "T",
    "ð": "D", "s": "s", "z": "z", "ʃ": "S", "ʒ": "Z", "h": "h", "m": "m", "n": "n", "ŋ": "N",
    "l": "l", "ɹ": "r", "r": "r", "j": "j", "w": "w", "tʃ": "tS", "dʒ": "dZ", "x": "x",
    "χ": "X", "ç": "C", "ɣ": "Q", "ʁ": "Q\"", "ʀ": "r\"", "q": "q", "ɬ": "l#", "ɫ": "L",
    "ʎ": "l^", "ɲ": "n^", "ɳ": "n.", "ɭ": "l.", "ɻ": "r", "ɾ": "*", "ʂ": "s.", "ʐ": "z.",
    "ɕ": "S;", "ʑ": "Z;", "tɕ": "tS;", "dʑ": "dZ;", "c": "c", "ɟ": "J", "ʝ": "J^", "β": "B",
    "ɸ": "f", "ʋ": "v#", "ʍ": "w#", "ɦ": "h", "ħ": "h", "ʈ": "t", "ɖ": "d", "ɱ": "m",
    "ɥ": "w", "ʔ": "?",
}  # fmt: skip

_ENGLISH: dict[str, str] = {
    "iː": "i:", "i": "i", "ɪ": "I", "ᵻ": "I#", "ɨ": "I#", "e": "E", "eː": "e:", "ɛ": "E",
    "ɛː": "e@", "æ": "a", "æː": "a", "a": "a", "aː": "aa", "ɐ": "a#", "ɑ": "A:", "ɑː": "A:",
    "ɒ": "0", "ɒː": "O:", "ɔ": "O", "ɔː": "O:", "o": "o", "oː": "o:", "ʊ": "U", "u": "u",
    "uː": "u:", "ʉ": "u:", "ʉː": "u:", "ʌ": "V", "ə": "@", "ɘ": "@", "ɜ": "3:", "ɜː": "3:",
    "ɝ": "3:", "ɝː": "3:", "ɚ": "3", "y": "u:", "yː": "u:", "ʏ": "U", "ø": "3:", "øː": "3:",
    "œ": "3:", "œː": "3:", "ɵ": "U", "ɤ": "V", "ɯ": "U",
    "eɪ": "eI", "aɪ": "aI", "ɔɪ": "OI", "əʊ": "oU", "oʊ": "oU", "aʊ": "aU",
    "ɪə": "i@", "iə": "i@", "eə": "e@", "ɛə": "e@", "ʊə": "U@",
    "ɑ̃": "A~", "ɔ̃": "O~", "ɛ̃": "A~", "œ̃": "A~", "õ": "O~", "ã": "A~",
    "l̩": "l-", "n̩": "n-", "m̩": "m-", "ŋ̩": "N-", "ɹ̩": "3",
}  # fmt: skip
"""Sounds that English lacks → the nearest that it has."""

_BEFORE_R: Mapping[str, str] = {
    "ɑ": "A@", "ɑː": "A@", "ɔ": "O@", "ɔː": "O@", "e": "e@", "ɛ": "e@", "ɛː": "e@", "eə": "e@",
    "ɛə": "e@", "ɪ": "i@3", "ɪə": "i@3", "iə": "i@3", "ʊ": "U@", "ʊə": "U@", "ɜ": "3:",
    "ɜː": "3:", "ə": "3",
}  # fmt: skip
"""A vowel and an r before no vowel: each voice speaks the r or not, by its accent."""

_TABLES: Mapping[str, Mapping[str, str]] = {
    "en": {normalize("NFD", sound): name for sound, name in (_CONSONANTS | _ENGLISH).items()}
}


def phonemes(ipa: str, language: str) -> str:
    """The word for a voice of `language`, a BCP 47 tag; "" where its sounds have no names here.

    A word without a mark of stress is stressed on its first syllable; unstressed, espeak-ng
    would slur it like "the".
    """
    names = _TABLES.get(primary(language), {})
    words = [_word(word, names) for word in _words(cut(ipa))]
    return " ".join(words) if all(words) else ""


def _words(sounds: Sequence[str]) -> list[list[str]]:
    words: list[list[str]] = [[]]
    for sound in sounds:
        if sound == " ":
            words.append([])
        elif sound != ".":
            words[-1].append(sound)
    return [word for word in words if word]


def _word(sounds: Sequence[str], names: Mapping[str, str]) -> str:
    """The names of the sounds, separated by bars: "tS" is one sound, "t|S" are two."""
    said: list[str] = []
    stress = "" if any(sound in STRESS for sound in sounds) else "ˈ"
    for place, sound in enumerate(sounds):
        if sound in STRESS:
            stress = sound
        elif sound not in names:
            return ""
        elif is_vowel(sound):
            name = _BEFORE_R[sound] if _takes_r(sounds, place) else names[sound]
            said.append(_STRESS.get(stress, "") + name)
            stress = ""
        elif not (place and _takes_r(sounds, place - 1)):
            said.append(names[sound])
    return "|".join(said)


def _takes_r(sounds: Sequence[str], place: int) -> bool:
    """Whether the vowel at an index is followed by an r, and that not by a vowel."""
    if sounds[place] not in _BEFORE_R or sounds[place + 1 : place + 2] not in (["r"], ["ɹ"]):
        return False
    after = [sound for sound in sounds[place + 2 :] if sound not in STRESS]
    return not (after and (is_vowel(after[0]) or after[0] in "rɹj"))
