"""IPA → the alphabet of misaki, in which Kokoro and hibari take the sounds of English words.

Misaki writes a diphthong or an affricate as one letter (eɪ → A, tʃ → ʧ), and the mark of stress
right before the vowel. Its American alphabet has no signs of length and no ɒ; its British one
has them, and no ᵻ. Source: misaki 0.9.4, EN_PHONES.md, and the words of its lexicons.
"""

from collections.abc import Iterator, Mapping, Sequence

from unicodedata2 import normalize

from pipeline.lexicon.ipa import STRESS, cut, is_vowel

VERSION = 1
"""Part of a voice's identity: increase it when a table here changes."""

_BOTH: dict[str, str] = {
    **{sound: sound for sound in "pbtdkɡfvθðszʃʒhmnŋlɹjw"},
    "tʃ": "ʧ", "dʒ": "ʤ", "r": "ɹ", "ɻ": "ɹ", "ɫ": "l", "ʍ": "w", "ɦ": "h", "ɱ": "m", "ʔ": "t",
    "i": "i", "ɪ": "ɪ", "e": "ɛ", "eː": "A", "ɛ": "ɛ", "ɐ": "ʌ", "ʊ": "ʊ", "ɵ": "ʊ", "ʌ": "ʌ",
    "ə": "ə", "ɘ": "ə", "eɪ": "A", "aɪ": "I", "ɔɪ": "Y", "aʊ": "W",
    "l̩": "ᵊl", "n̩": "ᵊn", "m̩": "ᵊm", "ŋ̩": "ᵊŋ",
}  # fmt: skip

_AMERICAN: dict[str, str] = _BOTH | {
    "ɾ": "T", "iː": "i", "ᵻ": "ᵻ", "ɨ": "ᵻ", "ɛː": "ɛɹ", "æ": "æ", "æː": "æ", "a": "æ",
    "aː": "ɑ", "ɑ": "ɑ", "ɑː": "ɑ", "ɒ": "ɑ", "ɒː": "ɔ", "ɔ": "ɔ", "ɔː": "ɔ", "o": "O",
    "oː": "O", "u": "u", "uː": "u", "ʉ": "u", "ʉː": "u", "əʊ": "O", "oʊ": "O", "ɜ": "ɜɹ",
    "ɜː": "ɜɹ", "ɝ": "ɜɹ", "ɝː": "ɜɹ", "ɚ": "əɹ", "ɹ̩": "əɹ", "ɪə": "iə", "iə": "iə",
    "eə": "ɛɹ", "ɛə": "ɛɹ", "ʊə": "ʊɹ",
}  # fmt: skip

_BRITISH: dict[str, str] = _BOTH | {
    "ɾ": "ɹ", "iː": "iː", "ᵻ": "ɪ", "ɨ": "ɪ", "ɛː": "ɛː", "æ": "a", "æː": "a", "a": "a",
    "aː": "ɑː", "ɑ": "ɑː", "ɑː": "ɑː", "ɒ": "ɒ", "ɒː": "ɔː", "ɔ": "ɔː", "ɔː": "ɔː", "o": "Q",
    "oː": "ɔː", "u": "uː", "uː": "uː", "ʉ": "uː", "ʉː": "uː", "əʊ": "Q", "oʊ": "Q", "ɜ": "ɜː",
    "ɜː": "ɜː", "ɝ": "ɜː", "ɝː": "ɜː", "ɚ": "ə", "ɹ̩": "ə", "ɪə": "ɪə", "iə": "ɪə", "eə": "ɛː",
    "ɛə": "ɛː", "ʊə": "ʊə",
}  # fmt: skip

_BEFORE_R: Mapping[str, str] = {"i": "ɪ", "iː": "ɪ", "uː": "ʊ"}
"""An American vowel before an r that begins no syllable: /niːr/ → nˈɪɹ."""

_NEAR = frozenset({"ɪə", "iə"})
"""The vowel of "near", of which every American r leaves only ɪ: /nɪər/, /nɪərə/."""


def _composed(table: Mapping[str, str]) -> Mapping[str, str]:
    return {normalize("NFD", sound): letters for sound, letters in table.items()}


_TABLES = {True: _composed(_BRITISH), False: _composed(_AMERICAN)}


def misaki(ipa: str, *, british: bool = False) -> str:
    """Words in misaki's alphabet; "" where they have a sound that is not English.

    A word without a mark of stress is stressed on its first syllable. An American says each r;
    a British voice leaves out one that no vowel follows. Raises `IpaError` for an unknown sign.
    """
    words = [_word(word, british=british) for word in _words(cut(ipa))]
    return " ".join(words) if all(words) else ""


def _words(sounds: Sequence[str]) -> list[list[str]]:
    words: list[list[str]] = [[]]
    for sound in sounds:
        if sound == " ":
            words.append([])
        elif sound != ".":
            words[-1].append(sound)
    return [word for word in words if word]


def _word(sounds: Sequence[str], *, british: bool) -> str:
    table = _TABLES[british]
    if not all(sound in table or sound in STRESS for sound in sounds):
        return ""
    said = _british(sounds) if british else _american(sounds)
    return "".join(said)


def _british(sounds: Sequence[str]) -> Iterator[str]:
    """The letters of each sound, with stress before vowels, and no r but before a vowel."""
    table = _TABLES[True]
    for stress, place in _stressed(sounds):
        if not (_is_r(sounds, place) and _ends(sounds, place)):
            yield stress + table[sounds[place]]


def _american(sounds: Sequence[str]) -> Iterator[str]:
    """The letters of each sound, with stress before vowels; "ɜːr" has one r."""
    table, said = _TABLES[False], ""
    for stress, place in _stressed(sounds):
        letters = table[sounds[place]]
        if _is_r(sounds, place + 1):
            letters = _before_r(sounds, place) or letters
        if not (letters == "ɹ" and said.endswith("ɹ")):
            yield stress + letters
        said = letters


def _before_r(sounds: Sequence[str], place: int) -> str:
    """The letter of a vowel that the r after it changes; "" for any other."""
    if sounds[place] in _NEAR:
        return "ɪ"
    return _BEFORE_R.get(sounds[place], "") if _ends(sounds, place + 1) else ""


def _stressed(sounds: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each sound's index, with the mark of stress that belongs right before it, or ""."""
    stress = "" if any(sound in STRESS for sound in sounds) else "ˈ"
    for place, sound in enumerate(sounds):
        if sound in STRESS:
            stress = sound
        elif is_vowel(sound):
            yield stress, place
            stress = ""
        else:
            yield "", place


def _is_r(sounds: Sequence[str], place: int) -> bool:
    return place < len(sounds) and sounds[place] in {"r", "ɹ", "ɻ"}


def _ends(sounds: Sequence[str], place: int) -> bool:
    """Whether no vowel follows the consonant at an index."""
    after = [sound for sound in sounds[place + 1 :] if sound not in STRESS]
    return not (after and is_vowel(after[0]))
