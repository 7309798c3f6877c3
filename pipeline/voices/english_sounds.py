"""English words → misaki's alphabet, by the rules of the package hibari-tts, loaded.

A dictionary, the part of speech of each word, and a small net for words that the dictionary
lacks. Importing this module loads onnxruntime, and the rules take half a second: only to speak.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import unicodedata2 as unicodedata
from hibari.g2p import G2P, Context
from hibari.g2p.oov import OOV
from hibari.g2p.token import Tok

from pipeline.script.lines import Run
from pipeline.voices import runtime
from pipeline.voices.espeak import LETTER_A
from pipeline.voices.misaki import misaki

LONGEST_WORD = 60
"""Characters between two spaces: for longer ones, the search for parts of words takes long."""

LONGEST_UNKNOWN = 24
"""Letters of a word: the net that reads unknown words leaves out the rest of a longer one.

It takes what an apostrophe joins for one word, and does not count the apostrophe.
"""

_READ = frozenset(" .,;:!?…()“”‘'\"-–—&%+@")
"""The signs that it takes for punctuation, or says as we do. It would call the others by their
names ("asterisk"); our own rules have put into words those that are to be said."""

_LONG = re.compile(rf"(?:[^\W\d_]'*){{{LONGEST_UNKNOWN + 1}}}")
_OWNED = re.compile(r"/\)'s\b")
_LETTER_Z = re.compile(r"\bZ\b")
_TWICE = re.compile(r"(ɹ)\1")


class Sounds(NamedTuple):
    """Words in misaki's alphabet, and each of them with the place of its first sound."""

    text: str
    words: tuple[tuple[str, int], ...]


NONE = Sounds("", ())


class EnglishSounds:
    """The rules of one accent. `ids` are the numbers of the alphabet, as models take them."""

    def __init__(self, folder: Path, *, british: bool = False) -> None:
        """`folder` is the package. Raises an error of onnxruntime where memory is wanting."""
        assets, self._british = folder / "assets", british
        net = assets / f"oov{'_gb' if british else ''}.onnx"
        self._net = OOV(str(net), runtime.session(net))
        self._g2p = G2P(oov=self._unknown, british=british)
        self.ids: dict[str, int] = json.loads((assets / "vocab.json").read_bytes())
        self._letters = {sign for sign in self._net.cin if _is_latin(sign)}

    def knows(self, word: str) -> bool:
        """Whether it has a sound for each letter of a word; it knows a sign without a letter.

        Not for figures, of which our own rules leave none, nor for a word too long for it.
        """
        said = self._plain(word)
        letters = set(filter(str.isalnum, said))
        return letters <= self._letters and len(said) <= LONGEST_WORD and not _LONG.search(said)

    def sounds(self, runs: Sequence[Run]) -> str:
        """English words in misaki's alphabet, with their punctuation; an IPA counts for its word.

        "" where a word has no sound. Only for words that it `knows`.
        """
        return self.placed(runs).text

    def placed(self, runs: Sequence[Run]) -> Sounds:
        """As `sounds`, with the place of each word in them."""
        text = _OWNED.sub(self._owner, "".join(self._marked(run) for run in runs))
        tokens = self._g2p.phonemize_tokens(self._g2p.tokenize(text))
        if any(not token.phonemes and any(map(str.isalnum, token.text)) for token in tokens):
            return NONE
        said = "".join(map(_sounded, tokens))
        plain = _TWICE.sub(r"\1", said).strip()
        return Sounds(plain, _places(tokens, said)) if set(plain) <= self.ids.keys() else NONE

    def _unknown(self, word: str) -> str:
        """A part of a word that is in no lexicon as a whole, such as "co-production"."""
        known, _ = self._g2p.lexicon(Tok(word, "NN"), Context())
        return str(known or self._net(word) or "")

    def _marked(self, run: Run) -> str:
        """A run as the package reads it: its words; or, in its notation, its sounds."""
        if not run.ipa:
            text = LETTER_A.sub("[A](/ˈA/)", self._plain(run.text))
            return text if run.language.lower() == "en-us" else _LETTER_Z.sub("[Z](/zˈɛd/)", text)
        word, sounds = run.text.strip(), misaki(run.ipa, british=self._british)
        return run.text.replace(word, f"[{self._plain(word)}](/{sounds}/)", 1)

    def _plain(self, text: str) -> str:
        """A text without what the package takes as notation, or what it can't read.

        An accent that is in none of its words is left out: "Nguyễn" is read as "Nguyen".
        """
        text = unicodedata.normalize("NFC", text).replace("’", "'")
        return "".join(map(self._sign, text))

    def _sign(self, sign: str) -> str:
        if unicodedata.category(sign) in {"Mn", "Mc", "Me", "Cf"}:
            return ""
        if not sign.isalnum():
            return sign if sign in _READ else {"[": "(", "]": ")"}.get(sign, " ")
        base = unicodedata.normalize("NFD", sign)[0]
        return base if sign not in self._letters and base in self._letters else sign

    def _owner(self, owned: re.Match[str]) -> str:
        """The end of sounds in the package's notation that "'s" follows, with that in them."""
        last = owned.string[owned.start() - 1]
        added = "ɪz" if self._british else "ᵻz"
        return ("s" if last in "ptkfθ" else added if last in "szʃʒʧʤ" else "z") + "/)"


def _sounded(token: Tok) -> str:
    return f"{token.phonemes or ''}{token.whitespace}"


def _places(tokens: Sequence[Tok], said: str) -> tuple[tuple[str, int], ...]:
    """The words and their places in what is said, where that has no sound twice."""
    earlier = [len(said) - len(said.lstrip()), *(found.start() for found in _TWICE.finditer(said))]
    found: list[tuple[str, int]] = []
    at, word, place = 0, "", None
    for token in tokens:
        if place is None and any(map(str.isalnum, token.text)):
            place = at - earlier[0] - bisect_left(earlier, at, 1) + 1
        word += token.text
        at += len(_sounded(token))
        if token.whitespace or token is tokens[-1]:
            found += [] if place is None else [(word, place)]
            word, place = "", None
    return tuple(found)


def _is_latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN ")
