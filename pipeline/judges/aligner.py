"""Forced alignment: where each word of an English text begins in a sound, by pocketsphinx.

It looks for the best way to lay the words on the sound, in order and without gaps, and finds none
where words are missing. It has its own model of speech, of an older kind than those that voices
are made with: what it finds in a sound does not depend on what a voice meant to say.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.sound.pcm import Samples

if TYPE_CHECKING:
    from piper.phonemize_espeak import EspeakPhonemizer
    from pocketsphinx import Decoder

RATE = 16_000
"""Samples a second of the sound that it takes."""

_FRAME = 10  # milliseconds

_BEAM = 1e-36
"""How much less likely than the best a path may be: narrower than its own 1e-48, it misses fewer
words that were left out, and still refuses no pair of sentences of an archive (316 units)."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

# IPA of espeak-ng → the phones of the model (ARPABET, without stress); longer rows first.
_PHONES = (
    ("tʃ", "CH"), ("dʒ", "JH"), ("eɪ", "EY"), ("aɪ", "AY"), ("ɔɪ", "OY"), ("oɪ", "OY"),
    ("aʊ", "AW"), ("oʊ", "OW"), ("n̩", "AH N"), ("l̩", "AH L"), ("ɜ", "ER"), ("ɚ", "ER"),
    ("ɑ", "AA"), ("a", "AA"), ("æ", "AE"), ("ʌ", "AH"), ("ə", "AH"), ("ɐ", "AH"), ("ɔ", "AO"),
    ("o", "OW"), ("ɛ", "EH"), ("e", "EH"), ("ɪ", "IH"), ("ᵻ", "IH"), ("i", "IY"), ("ʊ", "UH"),
    ("u", "UW"), ("b", "B"), ("d", "D"), ("ð", "DH"), ("f", "F"), ("ɡ", "G"), ("h", "HH"),
    ("k", "K"), ("x", "K"), ("l", "L"), ("ɬ", "L"), ("m", "M"), ("n", "N"), ("ŋ", "NG"),
    ("p", "P"), ("ɹ", "R"), ("r", "R"), ("s", "S"), ("ʃ", "SH"), ("t", "T"), ("ɾ", "T"),
    ("ʔ", "T"), ("θ", "TH"), ("v", "V"), ("w", "W"), ("j", "Y"), ("z", "Z"), ("ʒ", "ZH"),
)  # fmt: skip
_SOUND = re.compile("|".join(ipa for ipa, _ in _PHONES))


def words(text: str) -> tuple[str, ...]:
    """The words of a text as it is said; empty where it has others than plain English ones."""
    if not text.isascii() and any(c.isalnum() and not c.isascii() for c in text):
        return ()
    if any(map(str.isdecimal, text)):
        return ()
    return tuple(_WORD.findall(text.replace("’", "'")))


def phones(ipa: str) -> str:
    """Sounds in IPA as phones of the model; what it has no phone for, such as stress, is left."""
    return " ".join(dict(_PHONES)[sound] for sound in _SOUND.findall(ipa))


def _decoder() -> "Decoder":
    from pocketsphinx import Decoder  # noqa: PLC0415 (of an extra, and slow)

    return Decoder(samprate=RATE, lm=None, loglevel="FATAL", beam=_BEAM, pbeam=_BEAM)


class Aligner:
    """Aligns words with sound; the same words and sound always give the same times."""

    def __init__(self) -> None:
        self._decoder = _decoder()
        self._phonemizer: EspeakPhonemizer | None = None

    def begins(self, said: Sequence[str], sound: Samples) -> tuple[int, ...] | None:
        """When each word begins, in milliseconds; None where they are not all there, in order."""
        known = [self._known(word) for word in said]
        if not all(known) or not len(sound):
            return None
        found = self._frames(" ".join(known), sound)
        return tuple(frame * _FRAME for frame in found) if len(found) == len(known) else None

    def _frames(self, text: str, sound: Samples) -> list[int]:
        """The first frame of each word; none where the text can't be laid on the sound."""
        try:
            self._decoder.set_align_text(text)
            self._decoder.start_utt()
            self._decoder.process_raw(sound.tobytes(), no_search=False, full_utt=True)
            self._decoder.end_utt()
        except RuntimeError:  # all that it raises, also for a sound of few frames
            self._decoder = _decoder()
            return []
        if self._decoder.hyp() is None:
            return []
        return [s.start_frame for s in self._decoder.seg() if s.word[0].isalpha()]

    def _known(self, word: str) -> str:
        """The word as its dictionary has it; one that it lacks is added as espeak-ng says it."""
        plain = word.lower()
        if self._decoder.lookup_word(plain) is None:
            sounds = phones(self._spelled(word))
            if not sounds:
                return ""
            self._decoder.add_word(plain, sounds, update=True)
            if word.isupper():  # a voice may spell it, too
                spelled = " ".join(self._decoder.lookup_word(letter) for letter in plain)
                self._decoder.add_word(f"{plain}(2)", spelled, update=True)
        return plain

    def _spelled(self, word: str) -> str:
        """The sounds of a word in American English, as the dictionary has them."""
        from piper.phonemize_espeak import EspeakPhonemizer  # noqa: PLC0415 (slow, and for few words)

        self._phonemizer = self._phonemizer or EspeakPhonemizer()
        return "".join("".join(part) for part in self._phonemizer.phonemize("en-us", word))
