"""espeak-ng: a small, included engine for 140 languages; offline and reproducible.

It runs in a process of its own (`espeak_speaker`), because its state is global, leaks from
one text into the next, and some texts have crashed it.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

import unicodedata2 as unicodedata
from espeakng_loader import get_library_path

from formats.languages import primary
from pipeline.errors import AllwaysError, SettingsError, SpeakError
from pipeline.script.lines import Line, Run
from pipeline.settings import VoiceSettings
from pipeline.sound import pcm
from pipeline.sound.pcm import Samples
from pipeline.voices import espeak_phonemes, espeak_words
from pipeline.voices.chunks import rest
from pipeline.voices.espeak_limits import within
from pipeline.voices.espeak_phonemes import phonemes
from pipeline.voices.espeak_process import ListedVoice, Raw, Speaker, beginning
from pipeline.voices.espeak_signs import readable
from pipeline.voices.timing import Timed, joined

RATE = 22_050

PACE = 0.985
"""espeak's pace setting for a heard pace. Measured on 6,300 words of a blog with our pauses:
at 120, 160, 200, 250 it is heard as 124, 162, 200, 244 words a minute."""

GAIN = 1.9
"""dB that bring it to −19 LUFS. Measured on the same text: −20.2 untouched, 0.4 lost in MP3."""

LOUDER: Mapping[str, float] = {
    "af": 0.4, "az": -1.4, "be": 2.3, "bg": 1.6, "bn": -1.8, "ca": 0.6, "ca-nw": 0.2, "ca-va": 0.1,
    "chr": 5.7, "cmn": -1.0, "cs": 0.3, "cv": -0.5, "de": 0.3, "el": 0.9, "en-029": -0.4,
    "en-gb-x-gbclan": -0.6, "en-gb-x-rp": 0.3, "en-us": 0.7, "en-us-nyc": 0.5, "eo": 1.1, "es": 1.4,
    "es-419": 1.0, "eu": 0.3, "fa": -0.7, "fi": -0.3, "fr": 1.2, "ga": -1.0, "gd": -0.6, "gn": -1.9,
    "gu": -1.0, "hak": -0.4, "haw": -5.8, "he": 3.3, "hi": -0.7, "ht": -0.4, "hu": 0.3, "hy": -0.5,
    "ia": 0.6, "io": 0.3, "it": 1.7, "ja": -1.1, "ka": -0.7, "kl": 0.3, "kn": -1.0, "ko": -0.9,
    "ku": -0.7, "ky": -0.5, "lb": -0.3, "lt": -0.4, "mi": -9.6, "mk": -0.5, "ml": -0.6, "mr": -0.3,
    "mt": -1.8, "mto": -0.4, "nb": 1.2, "ne": -0.7, "nl": 0.6, "om": -1.7, "pa": -0.9, "pap": 0.7,
    "pl": 0.9, "pt": 0.3, "pt-br": 0.0, "quc": -0.8, "ro": 0.8, "ru": 1.3, "ru-lv": 2.7, "si": -1.2,
    "sk": 0.5, "sl": -1.6, "sv": 0.6, "sw": -1.1, "te": -0.5, "th": -1.4, "ti": -1.2, "tk": -1.8,
    "tn": -1.8, "tr": -0.7, "tt": 1.3, "ug": -0.4, "uk": -1.1, "ur": -1.1, "uz": -0.7, "vi": -0.7,
    "vi-vn-x-central": 1.7, "vi-vn-x-south": -0.1, "yue": -0.8,
}  # fmt: skip
"""dB more for some languages, and for voices unlike their language. bench/loudness.py measures them
on the same text in each; Mandarin, which has none there, on a post. Others came out within 0.25 of
British English."""

UNREAD: Mapping[str, str] = {
    "he": "it speaks only the consonants, because the vowels are not written",
    "ja": "it calls each Chinese character “Chinese letter”",
    "kok": "it names each sign of a vowel",
    "my": "it leaves out most vowels",
    "th": "it leaves out vowels, and finds no words where there are no spaces",
}
"""Languages that it has a voice for but can't read, and why. Found from the phonemes that 1.52.0
gives for the months, the days of the week and six names of languages in CLDR, in each language
that is not written in Latin letters. The others gave the sounds of every word."""

REFERENCE = (
    "The quick brown fox jumps over the lazy dog. We measure how loud a voice is, once, "
    "on words that never change: ships, choirs and harbour bells; thirteen thousand voices."
)
"""The text that a variant ("+f3") is measured on, against the voice that it changes."""

_LIBRARY = Path(get_library_path())
_DATA = _LIBRARY.with_name("espeak-ng-data")

LETTER_A = re.compile(
    r"\bA\b(?=(?: and)? [A-Z]\b(?!['’]))|(?<=\b[A-Z] )A\b|(?<=[A-Z] and )A\b"
    r"|(?<=[a-z,] )A\b(?! [A-Z][a-z])"
)
"""An A beside another letter, or after a word and not before one that could follow an article."""

FORM = 1
"""Part of a voice's identity: increase it when the text that is given to espeak-ng changes."""

_SILENT = 50  # ms of silence for a line without words, such as "…"


def match(language: str, entries: Sequence[ListedVoice]) -> ListedVoice | None:
    """The voice for a BCP 47 tag: for the whole tag, or else for its longest beginning."""
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
    """Whether it speaks the words of a language, rather than naming letters or dropping vowels."""
    primary, *subtags = language.lower().split("-")
    return primary not in UNREAD or "latn" in subtags


class _Phrase(NamedTuple):
    """A text that one voice says at once: as espeak-ng gets it, and its words."""

    entry: ListedVoice
    text: str
    words: str


class EspeakVoice:
    """A voice of espeak-ng. Not for use by two threads at once: open one for each."""

    rate = RATE
    silent = False

    def __init__(self, settings: VoiceSettings) -> None:
        """Raises `SettingsError` for an unknown voice, `SpeakError` if espeak-ng can't start."""
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
            f"sounds {espeak_phonemes.VERSION}, form {FORM}, {pcm.IDENTITY}"
        )

    def name(self, language: str) -> str:
        """The engine, and its voice for a BCP 47 tag."""
        return f"eSpeak NG {self._entry(language).name}{self._variant}"

    def speaks(self, language: str) -> bool:
        """Whether a voice reads the language of a BCP 47 tag; if not, one tries."""
        return reads(language) and match(language, self._speaker.entries) is not None

    def speak(self, lines: Sequence[Line]) -> tuple[Samples, ...]:
        """The sound of each line; each call has a fresh state. Raises `SpeakError`."""
        return tuple(line.samples for line in self.timed(lines))

    def timed(self, lines: Sequence[Line]) -> tuple[Timed, ...]:
        """As `speak`, with the times of words."""
        asked = [self._phrases(line) for line in lines]
        phrases = [phrase for line in asked for phrase in line]
        voices = [(each.entry.identifier + self._variant, each.text) for each in phrases]
        gains = [self._gain + _louder(each.entry) for each in phrases]
        raw = self._speaker.speak(voices, self._pace)
        heard = iter(map(_finished, phrases, raw, gains))
        return tuple(
            _whole(line, said, list(islice(heard, len(said))))
            for line, said in zip(lines, asked, strict=True)
        )

    def _phrases(self, line: Line) -> list[_Phrase]:
        """The line in as few pieces as it has voices, so that its melody is not broken."""
        spoken = groupby(line.runs, lambda run: self._entry(run.language))
        return [_Phrase(entry, *_text(entry, tuple(runs))) for entry, runs in spoken]

    def requests(self, _lines: Sequence[Line], /) -> int:
        """0: it runs on this machine."""
        return 0

    def close(self) -> None:
        """End the process and remove the link to its data."""
        self._speaker.close()

    def _entry(self, language: str) -> ListedVoice:
        """The chosen voice for its own language; for another language, a voice of that."""
        tag = language.lower()
        wider = self._language == tag or self._language.startswith(f"{tag}-")
        same = primary(self._language) == primary(tag)
        found = None if wider or (same and self._named) else match(tag, self._speaker.entries)
        return found or self._own

    def _difference(self) -> float:
        """How many dB softer a variant is than the voice itself."""
        voices = (self._own.identifier, self._own.identifier + self._variant)
        plain, changed = (
            pcm.loudness(self._speaker.speak([(voice, REFERENCE)], self._pace)[0].samples, RATE)
            for voice in voices
        )
        return round(plain - changed, 2)


def _louder(entry: ListedVoice) -> float:
    tag = entry.languages[0][0].lower()
    return LOUDER.get(tag, LOUDER.get(primary(tag), 0))


def clean(text: str) -> str:
    """The text without what espeak-ng takes as commands: control characters, "[["."""
    text = "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in text)
    return re.sub(r"\[(?=\[)", "[ ", text)


def _text(entry: ListedVoice, runs: Sequence[Run]) -> tuple[str, str]:
    """The text that one voice is given, and the words in it."""
    said = ""
    for run in runs:
        names = phonemes(run.ipa, entry.languages[0][0]) if run.ipa else ""
        # Right after a bracket or quotation mark, espeak-ng skips names of sounds; and two
        # texts with one bracket each must not become "[[".
        signed = bool(said) and not (said[-1].isspace() or said[-1].isalnum())
        text = f"[[{names}]]" if names else _read(run, entry)
        said += f" {text}" if signed and text.startswith("[") else text
    return said, "".join(run.text for run in runs)


def _read(run: Run, entry: ListedVoice) -> str:
    english = entry.languages[0][0].startswith("en")
    text = within(readable(clean(run.text)), latin=english)
    return lettered(text) if english else text


def lettered(text: str) -> str:
    """English text in which the letter A is read as a letter: it reads "A and E" as "a and E"."""
    return LETTER_A.sub(lambda m: "[[eI]]" if m.start() == 0 else " [[eI]]", text)


def _finished(phrase: _Phrase, raw: Raw, gain: float) -> Timed:
    samples = pcm.finish(raw.samples, RATE, gain)
    earlier = pcm.lead(raw.samples, RATE)
    return Timed(samples, espeak_words.words(phrase.text, raw.words, earlier))


def _whole(line: Line, said: Sequence[_Phrase], heard: Sequence[Timed]) -> Timed:
    """A line from its phrases, none of which may be silent."""
    for phrase, (samples, _) in zip(said, heard, strict=True):
        if not len(samples) and any(map(str.isalnum, phrase.words)):
            raise SpeakError(
                f'eSpeak NG gave no sound for "{beginning(phrase.words)}".',
                where=line.id,
                remedy="Mark the language it is in, or write it in letters that the voice has.",
            )
    pieces = [
        (heard, pcm.silence(rest(phrase.words), RATE))
        for phrase, heard in zip(said, heard, strict=True)
        if len(heard.samples)
    ]
    return joined(pieces) if pieces else Timed(pcm.silence(_SILENT, RATE))


def _choose(settings: VoiceSettings, entries: Sequence[ListedVoice]) -> tuple[ListedVoice, str]:
    """The voice in the settings, and "+variant" where they name one."""
    if not settings.name:
        if found := match(settings.language, entries):
            return found, ""
        raise SettingsError(
            f'eSpeak NG has no voice for the language "{settings.language}".',
            remedy="Name a similar one under [voice] name, or choose another engine.",
        )
    wanted, plus, variant = settings.name.partition("+")
    known = _names(entries)
    if wanted.lower() not in known or (plus and variant not in _variants()):
        raise SettingsError(
            f'eSpeak NG has no voice "{settings.name}".', remedy=_near(wanted, known)
        )
    return known[wanted.lower()], plus + variant


def _names(entries: Sequence[ListedVoice]) -> Mapping[str, ListedVoice]:
    """The names of each voice: its first tag, its identifier, its name; in lower case."""
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
