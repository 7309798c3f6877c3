"""espeak-ng: a small voice of 140 languages that comes along, needs no network and is exact.

It works in a process of its own (`espeak_speaker`), because its state is global, leaks from
one text into the next, and some texts have crashed it.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import unicodedata2 as unicodedata
from espeakng_loader import get_library_path

from formats.languages import primary
from pipeline.errors import AllwaysError, SettingsError, SpeakError
from pipeline.script.lines import Line, Run
from pipeline.settings import VoiceSettings
from pipeline.sound import pcm
from pipeline.sound.pcm import Samples
from pipeline.voices import espeak_phonemes
from pipeline.voices.chunks import rest
from pipeline.voices.espeak_phonemes import phonemes
from pipeline.voices.espeak_process import ListedVoice, Speaker, beginning

RATE = 22_050

PACE = 0.985
"""espeak's own pace for a pace as heard. Measured on 6,300 words of a blog with our pauses:
at 120, 160, 200, 250 it is heard as 124, 162, 200, 244 words a minute."""

GAIN = 1.9
"""dB that bring it to −19 LUFS. Measured on the same: −20.2 as it comes, 0.4 lost in MP3."""

LOUDER: Mapping[str, float] = {
    "cmn": -1.0,
    "de": 0.4,
    "en-us": 0.5,
    "es": 1.1,
    "fa": -0.5,
    "fr": 1.6,
    "hi": -0.4,
    "ja": -1.1,
    "ko": -0.6,
}
"""What the voices of some languages need beside. Measured on a post of each; Arabic, Portuguese,
Welsh and other English voices came out within 0.4 of British English."""

UNREAD: Mapping[str, str] = {
    "he": "it gives the consonants alone, for the vowels are not written",
    "ja": "it calls each Chinese character “Chinese letter”",
    "kok": "it names each sign of a vowel",
    "my": "it leaves out most vowels",
    "th": "it leaves out vowels, and sees no words where none are set apart",
}
"""Languages that it has a voice for and can't read, and why. Found by the phonemes that 1.52.0
gives for the months, the days of the week and six languages' names as CLDR writes them, in each
language of another script than Latin. The others gave the sounds of every word."""

REFERENCE = (
    "The quick brown fox jumps over the lazy dog. We measure how loud a voice is, once, "
    "on words that never change: ships, choirs and harbour bells; thirteen thousand voices."
)
"""What a variant ("+f3") is measured on, beside the voice that it changes."""

_LIBRARY = Path(get_library_path())
_DATA = _LIBRARY.with_name("espeak-ng-data")

# An A beside another letter, or after a word and before none that could follow an article.
_LETTER_A = re.compile(
    r"\bA\b(?=(?: and)? [A-Z]\b(?!['’]))|(?<=\b[A-Z] )A\b|(?<=[A-Z] and )A\b"
    r"|(?<=[a-z,] )A\b(?! [A-Z][a-z])"
)

_SILENT = 50  # ms that stand for a line without words, as "…"


def match(language: str, entries: Sequence[ListedVoice]) -> ListedVoice | None:
    """The voice for a BCP 47 tag: for the whole tag, or for as much of it as one is for."""
    tag = language.lower()
    while tag:
        found = [
            (priority, len(entry.identifier), entry)
            for entry in entries
            for known, priority in entry.languages
            if known.lower() == tag
        ]
        if found:
            return min(found)[-1]
        tag = tag.rpartition("-")[0]
    return None


def reads(language: str) -> bool:
    """Whether it says the words of a language, and does not name letters or drop vowels."""
    primary, *subtags = language.lower().split("-")
    return primary not in UNREAD or "latn" in subtags


class _Phrase(NamedTuple):
    """What one voice is asked to say in one go: its text for espeak-ng, and its words."""

    entry: ListedVoice
    text: str
    words: str


class EspeakVoice:
    """A voice of espeak-ng. Not for two threads at once: each has its own."""

    rate = RATE
    silent = False

    def __init__(self, settings: VoiceSettings) -> None:
        """Raises `SettingsError` where there is no such voice, `SpeakError` where none at all."""
        self._language = settings.language.lower()
        self._named = bool(settings.name)
        self._pace = round(settings.words_per_minute * PACE)
        self._speaker = Speaker(_LIBRARY, _DATA)
        try:
            self._own, self._variant = _choose(settings, self._speaker.entries)
            self._gain = GAIN + (self._difference() if self._variant else 0)
        except AllwaysError:
            self.close()
            raise
        self.identity = (
            f"espeak-ng {self._speaker.version}, {self._own.identifier}{self._variant} "
            f"for {self._language}, pace {self._pace}, gain {self._gain:.2f} {dict(LOUDER)}, "
            f"sounds {espeak_phonemes.VERSION}, {pcm.IDENTITY}"
        )

    def name(self, language: str) -> str:
        """The engine, and its voice for a BCP 47 tag."""
        return f"eSpeak NG, {self._entry(language).name}{self._variant}"

    def speaks(self, language: str) -> bool:
        """Whether it has a voice that reads a BCP 47 tag; if not, one reads as it can."""
        return reads(language) and match(language, self._speaker.entries) is not None

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """The sound of each line; one call is one fresh state. Raises `SpeakError`."""
        asked = [self._phrases(line) for line in lines]
        phrases = [phrase for line in asked for phrase in line]
        voices = [(each.entry.identifier + self._variant, each.text) for each in phrases]
        gains = [self._gain + _louder(each.entry) for each in phrases]
        heard = iter(map(_finished, self._speaker.speak(voices, self._pace), gains))
        return tuple(
            _whole(line, said, list(islice(heard, len(said))))
            for line, said in zip(lines, asked, strict=True)
        )

    def _phrases(self, line: Line) -> list[_Phrase]:
        """The line in as few pieces as voices speak it, so that its melody does not break."""
        spoken = groupby(line.runs, lambda run: self._entry(run.language))
        return [_Phrase(entry, *_text(entry, tuple(runs))) for entry, runs in spoken]

    def requests(self, _lines: Sequence[Line], /) -> int:
        """None: it works on this machine."""
        return 0

    def close(self) -> None:
        """End the process and remove the link to its data."""
        self._speaker.close()

    def _entry(self, language: str) -> ListedVoice:
        """The chosen voice for its own language; another's for a line in another language."""
        tag = language.lower()
        wider = self._language == tag or self._language.startswith(f"{tag}-")
        same = primary(self._language) == primary(tag)
        found = None if wider or (same and self._named) else match(tag, self._speaker.entries)
        return found or self._own

    def _difference(self) -> float:
        """How many dB softer than the voice itself its variant is."""
        voices = (self._own.identifier, self._own.identifier + self._variant)
        plain, changed = (
            pcm.loudness(self._speaker.speak([(voice, REFERENCE)], self._pace)[0], RATE)
            for voice in voices
        )
        return round(plain - changed, 2)


def _louder(entry: ListedVoice) -> float:
    tag = entry.languages[0][0].lower()
    return LOUDER.get(tag, LOUDER.get(primary(tag), 0))


def clean(text: str) -> str:
    """The text without what espeak-ng would take for commands: control characters, "[["."""
    text = "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in text)
    return re.sub(r"\[(?=\[)", "[ ", text)


def _text(entry: ListedVoice, runs: Sequence[Run]) -> tuple[str, str]:
    """What one voice is asked to say, and the words of it."""
    said = ""
    for run in runs:
        names = phonemes(run.ipa, entry.languages[0][0]) if run.ipa else ""
        # Right after a bracket or quotation mark names would be passed over in silence; and two
        # texts with a bracket each are no "[[".
        signed = bool(said) and not (said[-1].isspace() or said[-1].isalnum())
        text = f"[[{names}]]" if names else _read(run, entry)
        said += f" {text}" if signed and text.startswith("[") else text
    return said, "".join(run.text for run in runs)


def _read(run: Run, entry: ListedVoice) -> str:
    text = clean(run.text)
    return lettered(text) if entry.languages[0][0].startswith("en") else text


def lettered(text: str) -> str:
    """English text with the letter A as one: espeak-ng reads "A and E" as "a and E"."""
    return _LETTER_A.sub(lambda m: "[[eI]]" if m.start() == 0 else " [[eI]]", text)


def _finished(raw: Samples, gain: float) -> Samples:
    return pcm.finish(raw, RATE, gain)


def _whole(line: Line, said: Sequence[_Phrase], heard: Sequence[Samples]) -> Samples:
    """The sound of a line from that of its phrases, each of which must have been heard."""
    for phrase, samples in zip(said, heard, strict=True):
        if not len(samples) and any(map(str.isalnum, phrase.words)):
            raise SpeakError(
                f'eSpeak NG gave no sound for "{beginning(phrase.words)}".',
                where=line.id,
                remedy="Mark the language it is in, or write it in letters that the voice has.",
            )
    pieces: list[Samples] = []
    for phrase, samples in zip(said, heard, strict=True):
        if len(samples):
            pieces += [samples, pcm.silence(rest(phrase.words), RATE)]
    return np.concatenate(pieces[:-1]) if pieces else pcm.silence(_SILENT, RATE)


def _choose(settings: VoiceSettings, entries: Sequence[ListedVoice]) -> tuple[ListedVoice, str]:
    """The voice that the settings ask for, and "+variant" where they name one."""
    if not settings.name:
        if found := match(settings.language, entries):
            return found, ""
        raise SettingsError(
            f'eSpeak NG has no voice for the language "{settings.language}".',
            remedy="Name one that comes near under [voice] name, or choose another engine.",
        )
    wanted, plus, variant = settings.name.partition("+")
    known = _names(entries)
    if wanted.lower() not in known or (plus and variant not in _variants()):
        raise SettingsError(
            f'eSpeak NG has no voice "{settings.name}".', remedy=_near(wanted, known)
        )
    return known[wanted.lower()], plus + variant


def _names(entries: Sequence[ListedVoice]) -> Mapping[str, ListedVoice]:
    """What a voice may be called: its first tag, its identifier, its name; in small letters."""
    return {
        name.lower(): entry
        for entry in entries
        for name in (entry.languages[0][0], entry.identifier, entry.name)
    }


def _near(wanted: str, known: Mapping[str, ListedVoice]) -> str:
    near = difflib.get_close_matches(wanted.lower(), known, 1, 0.5)
    hint = f'Did you mean "{near[0]}"? ' if near else ""
    return hint + 'A name is like "en-gb-scotland", or with a variant "en-gb+f3".'


def _variants() -> frozenset[str]:
    folder = _DATA / "voices" / "!v"
    return frozenset(path.name for path in folder.iterdir())
