"""The package hibari, loaded: words → sounds in misaki's alphabet → raw samples.

Importing this module loads numpy's and onnxruntime's libraries, and making a `Model` takes half
a second: only to speak. Nothing here calls `hibari.voices`, the one module that can open a
connection (it fetches other voices).
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import unicodedata2 as unicodedata
from hibari import dsp
from hibari.g2p import G2P, Context
from hibari.g2p.oov import OOV
from hibari.g2p.token import Tok

from pipeline.errors import SpeakError
from pipeline.script.lines import Run
from pipeline.sound.pcm import Samples
from pipeline.voices.espeak import LETTER_A
from pipeline.voices.misaki import misaki

RATE: int = dsp.SR

LONGEST_WORD = 60
"""Characters between two spaces: for longer ones, the search for parts of words takes long."""

LONGEST_UNKNOWN = 24
"""Letters of a word: the net that reads unknown words leaves out the rest of a longer one."""

_READ = frozenset(" .,;:!?…()“”‘'\"-–—&%+@")
"""The signs that it takes for punctuation, or says as we do. It would call the others by their
names ("asterisk"); our own rules have put into words those that are to be said."""

_LONG = re.compile(rf"[^\W\d_]{{{LONGEST_UNKNOWN + 1}}}")
_OWNED = re.compile(r"/\)'s\b")
_LETTER_Z = re.compile(r"\bZ\b")
_TWICE = re.compile(r"(ɹ)\1")


class Heart:
    """The loaded voice, American English, and its rules of pronunciation."""

    def __init__(self, folder: Path, speed: float, seed: int) -> None:
        """`folder` is the package; `speed` is by how much the model shortens its sounds.

        `seed` is that of the noise in breath and consonants, for each piece anew.

        Raises `SpeakError` where it can't be loaded: the files were compared before, so for
        want of memory.
        """
        assets = folder / "assets"
        self._speed, self._seed = speed, seed
        try:
            self._session = _session(assets / "hibari.onnx")
            self._net = OOV(str(assets / "oov.onnx"), _session(assets / "oov.onnx"))
            self._g2p = G2P(oov=self._unknown)
            self._ids: dict[str, int] = json.loads((assets / "vocab.json").read_bytes())
        except Exception as error:  # the errors of the runtime have no common base class
            raise SpeakError(
                f"the natural voice, hibari, can't be loaded ({type(error).__name__}).",
                remedy="Close other programs, or publish with --jobs 1: it needs memory.",
            ) from error
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
        text = _OWNED.sub(_owner, "".join(self._marked(run) for run in runs))
        tokens = self._g2p.phonemize_tokens(self._g2p.tokenize(text))
        if any(not token.phonemes and any(map(str.isalnum, token.text)) for token in tokens):
            return ""
        said = "".join((token.phonemes or "") + token.whitespace for token in tokens).strip()
        return _TWICE.sub(r"\1", said) if set(said) <= self._ids.keys() else ""

    def speak(self, sounds: str) -> Samples:
        """The raw samples of sounds. Raises `SpeakError`."""
        given = {
            "ids": np.asarray([[0, *(self._ids[sound] for sound in sounds), 0]], np.int64),
            "speed": np.asarray([self._speed], np.float32),
        }
        try:
            parts = [part[0] for part in self._session.run(None, given)]
            wave = dsp.synth(*parts, np.random.default_rng(self._seed))
        except Exception as error:  # as above
            raise SpeakError(
                f"the natural voice, hibari, broke down ({type(error).__name__}).",
                remedy="Close other programs, or choose another voice.",
            ) from error
        samples: Samples = np.rint(np.clip(wave, -1, 1) * 32_767).astype(np.int16)
        return samples

    def _unknown(self, word: str) -> str:
        """A part of a word that is in no lexicon as a whole, such as "co-production"."""
        known, _ = self._g2p.lexicon(Tok(word, "NN"), Context())
        return str(known or self._net(word) or "")

    def _marked(self, run: Run) -> str:
        """A run as the package reads it: its words; or, in its notation, its sounds."""
        if not run.ipa:
            text = LETTER_A.sub("[A](/ˈA/)", self._plain(run.text))
            return text if run.language.lower() == "en-us" else _LETTER_Z.sub("[Z](/zˈɛd/)", text)
        word = run.text.strip()
        return run.text.replace(word, f"[{self._plain(word)}](/{misaki(run.ipa)}/)", 1)

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


def _owner(owned: re.Match[str]) -> str:
    """The end of sounds in the package's notation that "'s" follows, with that in them."""
    last = owned.string[owned.start() - 1]
    return ("s" if last in "ptkfθ" else "ᵻz" if last in "szʃʒʧʤ" else "z") + "/)"


def _is_latin(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith("LATIN ")


def _session(path: Path) -> Any:
    """A model, with one thread: the number of threads changes its samples."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(
        str(path), sess_options=options, providers=["CPUExecutionProvider"]
    )
