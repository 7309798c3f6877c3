"""The editor's own sound at the beginning and the end of each narration, mixed under the voice.

The opening plays alone; the voice enters over its end, which is turned down and fades out.
The closing begins turned down under the last words, and then plays alone. Both are as loud as
the voice. A cue contains only the part of a jingle during which the voice is heard.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.errors import SettingsError, SpeakError
from pipeline.findings import Finding, Level
from pipeline.script.lines import Part
from pipeline.settings import FILE, JingleSettings
from pipeline.sound import pcm
from pipeline.sound.foreign import audio_segment, decode
from pipeline.sound.pcm import Samples
from pipeline.source import Refusal, folder_of, read
from pipeline.store.files import Store, digest

LONGEST = 10
"""Seconds of a file that are played at most: people listen for the words."""

OVERLAP = 3000
"""Milliseconds that it is heard together with the voice at most; and at most half of it."""

UNDER = -12.0
"""dB that it is turned down under the voice."""

AWAY = -40.0
"""dB that it fades to there, so that its end can't be heard."""

TURN = 500
"""Milliseconds that turning it down or up takes."""

END = 700
"""Milliseconds of fade-out of a file that is cut at `LONGEST`."""

SOFTEST = -60.0
"""LUFS: a softer file is silence, and levelling it would only give noise."""


@dataclass(frozen=True, slots=True)
class JingleFile:
    """A sound file of the editor."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Jingles:
    """The files for the beginning and the end of each narration."""

    opening: JingleFile | None = None
    closing: JingleFile | None = None

    def findings(self) -> list[Finding]:
        """A warning for each file of which only the beginning is played."""
        given = [source for source in (self.opening, self.closing) if source]
        return [
            Finding(
                Level.WARNING,
                "jingle-long",
                source.name,
                f"Only the first {LONGEST} seconds of it are played.",
                "Cut it where you want it to end.",
            )
            for source in dict.fromkeys(given)
            if _is_long(source)
        ]


@dataclass(frozen=True, slots=True)
class Beds:
    """The jingles mixed with one clip: levelled samples at the voice's rate, or None."""

    opening: Samples | None = None
    closing: Samples | None = None


def load(settings: JingleSettings, source: Path) -> Jingles:
    """Read the files that the settings name, beside the posts. Raises `SettingsError`."""
    folder = folder_of(source)
    return Jingles(_read(folder, settings.opening), _read(folder, settings.closing))


def _read(folder: Path, name: str) -> JingleFile | None:
    if not name:
        return None
    data = read(folder / name, folder)
    if isinstance(data, Refusal):
        problem = f'the jingle "{name}" can\'t be opened: {data.why}.'
        raise SettingsError(problem, where=FILE, remedy=data.remedy)
    return JingleFile(name, data)


# --- the clips it is mixed with ---------------------------------------------------------


def laid(parts: Sequence[Part], jingles: Jingles, rate: int, store: Store) -> tuple[Part, ...]:
    """The parts; the first and the last get the key of the jingle to be mixed with them.

    The jingle is kept in the store under that key. Raises `SettingsError` for a file that is
    not sound.
    """
    if not parts:
        return ()
    marked = list(parts)
    marked[0] = replace(marked[0], opening=_kept(jingles.opening, rate, store))
    marked[-1] = replace(marked[-1], closing=_kept(jingles.closing, rate, store))
    return tuple(marked)


def _kept(source: JingleFile | None, rate: int, store: Store) -> str:
    if source is None:
        return ""
    key, data = _keyed(source, rate)
    if not store.has(key):
        store.put(key, data)
    return key


@lru_cache(maxsize=4)
def _keyed(source: JingleFile, rate: int) -> tuple[str, bytes]:
    data = levelled(source, rate).tobytes()
    return digest("jingle", data), data


def beds(part: Part, store: Store) -> Beds:
    """The jingles to mix with a part. Raises `SpeakError` where one is not in the store."""
    return Beds(_bed(part.opening, store), _bed(part.closing, store))


def _bed(key: str, store: Store) -> Samples | None:
    if not key:
        return None
    data = store.get(key)
    if data is None:
        raise SpeakError(
            "the jingle is no longer in the cache, or was damaged there.", remedy="Run again."
        )
    return np.frombuffer(data, np.int16)


# --- the file as sound ------------------------------------------------------------------


@lru_cache(maxsize=4)
def _decoded(source: JingleFile, rate: int) -> Samples:
    try:
        return decode(source.data, Path(source.name).suffix.lstrip(".").upper() or "WAV", rate)
    except SpeakError as error:
        raise SettingsError(
            f'the jingle "{source.name}" can\'t be read as sound.',
            where=FILE,
            remedy="Save it as WAV or MP3.",
        ) from error


def _is_long(source: JingleFile) -> bool:
    return len(_decoded(source, 16_000)) > LONGEST * 16_000


def levelled(source: JingleFile, rate: int) -> Samples:
    """A file as loud as the voice, in one channel, `LONGEST` seconds of it at most.

    Raises `SettingsError` for a file that is not sound, is silent or is too short to measure.
    """
    decoded = _decoded(source, rate)
    whole = decoded[: LONGEST * rate]
    measured = pcm.loudness(whole, rate)
    if measured < SOFTEST:
        raise SettingsError(
            f'the jingle "{source.name}" is silent, or shorter than half a second.',
            where=FILE,
            remedy="Choose a sound that can be heard.",
        )
    heard = pcm.finish(whole, rate, round(pcm.LOUDNESS - measured, 1))
    return _faded(heard, rate) if len(decoded) > len(whole) else heard


def _faded(samples: Samples, rate: int) -> Samples:
    return _samples(_segment(samples, rate).fade_out(END), len(samples))


# --- mixing -----------------------------------------------------------------------------


def mixed(voice: Samples, end: int, beds: Beds, rate: int) -> tuple[Samples, int]:
    """A clip mixed with its jingles, and how many samples later the voice begins.

    `end` is where the voice ends, before the pause after it.
    """
    later = 0
    if beds.opening is not None:
        overlap = _overlap(beds.opening, len(voice), rate)
        later = len(beds.opening) - overlap
        under = _fading(beds.opening, overlap, rate)
        voice = _over(np.pad(voice, (later, 0)), under, rate)
    if beds.closing is not None:
        overlap = _overlap(beds.closing, end, rate)
        under = np.pad(_rising(beds.closing, overlap, rate), (later + end - overlap, 0))
        voice = _over(np.pad(voice, (0, max(0, len(under) - len(voice)))), under, rate)
    return voice, later


def _overlap(bed: Samples, room: int, rate: int) -> int:
    """The number of samples that are heard together with the voice."""
    return min(OVERLAP * rate // 1000, len(bed) // 2, room)


def _fading(bed: Samples, overlap: int, rate: int) -> Samples:
    """Turned down before the voice enters, and fading out under it."""
    enters, lasts = (_ms(size, rate) for size in (len(bed) - overlap, overlap))
    turn = min(TURN, enters)
    down = _segment(bed, rate).fade(to_gain=UNDER, start=enters - turn, duration=turn)
    gone = down.fade(to_gain=AWAY - UNDER, start=enters, duration=lasts) if lasts else down
    return _samples(gone, len(bed))


def _rising(bed: Samples, overlap: int, rate: int) -> Samples:
    """Coming in under the voice, and turned up when it has ended."""
    lasts = _ms(overlap, rate)
    segment = _segment(bed, rate)
    under = segment[:lasts].apply_gain(UNDER)
    if lasts:
        under = under.fade(from_gain=AWAY - UNDER, start=0, duration=lasts)
    rest = segment[lasts:]
    up = rest.fade(from_gain=UNDER, start=0, duration=min(TURN, len(rest)))
    return _samples(under.append(up, crossfade=0), len(bed))


def _over(voice: Samples, under: Samples, rate: int) -> Samples:
    """Both together, limited again."""
    both = _samples(_segment(voice, rate).overlay(_segment(under, rate)), len(voice))
    return np.rint(pcm.limit(both.astype(np.float32), rate)).astype(np.int16)


def _ms(samples: int, rate: int) -> int:
    return samples * 1000 // rate


def _segment(samples: Samples, rate: int) -> Any:
    """Samples as pydub mixes them."""
    return audio_segment()(data=samples.tobytes(), sample_width=2, frame_rate=rate, channels=1)


def _samples(segment: Any, length: int) -> Samples:
    """Exactly `length` samples: pydub counts in milliseconds, and may be some samples off."""
    samples: Samples = np.frombuffer(segment.raw_data, np.int16)[:length]
    return np.pad(samples, (0, length - len(samples)))
