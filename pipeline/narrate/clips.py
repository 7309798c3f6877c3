"""Script + voice → narration: clips of sound, joined to the sample, with exact cues."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version

import numpy as np

from formats.model import Cue, Narration, WordCue
from pipeline.errors import SpeakError
from pipeline.narrate import jingle, words
from pipeline.narrate.jingle import Beds
from pipeline.narrate.words import Sounding
from pipeline.script.lines import Part
from pipeline.sound import mp3_frames, pcm
from pipeline.sound.pcm import Samples
from pipeline.store.files import digest
from pipeline.voices.timing import Timed, Words, later, timed
from pipeline.voices.voice import Voice

_FORM = "allways clip 4"
"""The version of how clips are made and stored: change it when either changes."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One block as sound.

    `frames` is an MPEG audio stream without tags, `samples` its decoded length; `cues` count
    decoded samples from its beginning, including the encoder's delay. `levels` is the level of
    the voice in each cue, in dB of full scale (RMS). `words` are the spoken words of each cue,
    with the decoded sample where each begins; none where the voice does not know them.
    """

    frames: bytes
    samples: int
    cues: tuple[Cue, ...]
    levels: tuple[float, ...]
    words: tuple[Words, ...]

    def to_bytes(self) -> bytes:
        """The clip as the store keeps it: one line of JSON, then the frames."""
        cues = [(cue.id, cue.begin, cue.end) for cue in self.cues]
        head = json.dumps([self.samples, cues, self.levels, self.words])
        return head.encode() + b"\n" + self.frames

    @classmethod
    def from_bytes(cls, data: bytes) -> "Clip":
        """The clip in bytes from the store."""
        head, _, frames = data.partition(b"\n")
        samples, cues, levels, words = json.loads(head)
        said = tuple(tuple((word, begin) for word, begin in line) for line in words)
        return cls(frames, samples, tuple(Cue(*cue) for cue in cues), tuple(levels), said)


def frames_of(data: bytes) -> bytes:
    """The frames alone of a clip in bytes from the store."""
    return data[data.index(b"\n") + 1 :]


def clip_key(part: Part, voice_identity: str, kbps: int) -> str:
    """The key of a clip in the store: SHA-256 over everything that changes its sound.

    The ids of its units are not part of it: they change when a sentence is added before them,
    and that must not make the whole post be spoken again.
    """
    lines = [
        (line.pause, [(run.text, run.language, run.ipa) for run in line.runs])
        for line in part.lines
    ]
    encoder = f"lameenc {_lame()}, quality {mp3_frames.QUALITY}, {kbps} kb/s"
    jingles = [part.opening, part.closing] if part.opening or part.closing else []
    return digest(_FORM, voice_identity, encoder, json.dumps(lines), *jingles)


@cache
def _lame() -> str:
    """The version of the encoder; looking for it takes a millisecond, and each clip asks."""
    return version("lameenc")


def speak_clip(part: Part, voice: Voice, kbps: int, beds: Beds | None = None) -> Clip:
    """Speak and encode one block, with a jingle under it if there is one. Raises `SpeakError`."""
    spoken = timed(voice, part.lines)
    if len(spoken) != len(part.lines):
        who = voice.name(part.lines[0].language)
        raise SpeakError(f"{who} spoke {len(spoken)} of {len(part.lines)} lines.")
    return encoded_clip(part, spoken, voice.rate, kbps, beds)


def encoded_clip(
    part: Part, spoken: Sequence[Timed], rate: int, kbps: int, beds: Beds | None = None
) -> Clip:
    """The clip of one block, made from the sound of its lines.

    A cue begins and ends with the sound of its line; the pause after it is in no cue.
    """
    pieces: list[Samples] = []
    places = []
    at = 0
    times = []
    for line, (samples, said) in zip(part.lines, spoken, strict=True):
        pause = pcm.silence(line.pause, rate)
        pieces += [samples, pause]
        places.append((line.id, at, at + len(samples)))
        times.append(later(said, at))
        at += len(samples) + len(pause)
    whole = np.concatenate([np.zeros(0, np.int16), *pieces])
    end = places[-1][2] if places else 0
    whole, delay = jingle.mixed(whole, end, beds or Beds(), rate)
    delay += mp3_frames.DELAY
    return Clip(
        frames=mp3_frames.encode(whole, rate, kbps),
        samples=mp3_frames.decoded_samples(len(whole), rate),
        cues=tuple(Cue(unit, begin + delay, end + delay) for unit, begin, end in places),
        levels=tuple(pcm.level(line.samples) for line in spoken),
        words=tuple(later(said, delay) for said in times),
    )


def named(clip: Clip, part: Part) -> Clip:
    """A clip from the store, with its cues under the ids that the units have in this run."""
    units = zip(part.lines, clip.cues, strict=True)
    return replace(clip, cues=tuple(Cue(line.id, cue.begin, cue.end) for line, cue in units))


def join(
    clips: Iterable[Clip], rate: int, kbps: int, shown: Mapping[str, Sounding] | None = None
) -> Narration:
    """Join clips end to end; every cue moves by the samples before its clip.

    One clip at a time: the sound of ten hours is 280 MB, and is never held as a whole. It is the
    frames of the clips, one after the other, and not in what is returned. `shown` are the
    sentences whose words are to be timed, by their ids.
    """
    begin = 0
    lengths: list[int] = []
    cues: list[Cue] = []
    levels: list[float] = []
    timed: list[WordCue] = []
    for clip in clips:
        for kept, said in zip(clip.cues, clip.words, strict=True):
            cue = Cue(kept.id, begin + kept.begin, begin + kept.end)
            cues.append(cue)
            if shown and cue.id in shown:
                timed += words.cues(shown[cue.id], later(said, begin), cue)
        begin += clip.samples
        lengths.append(clip.samples)
        levels += clip.levels
    return Narration(
        sound=(),
        rate=rate,
        samples=begin,
        clips=tuple(lengths),
        cues=tuple(cues),
        levels=tuple(levels),
        kbps=kbps,
        words=tuple(timed),
    )
