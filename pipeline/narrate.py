"""Script + voice → narration: clips of sound, joined to the sample, with exact cues."""

from collections.abc import Sequence
from dataclasses import dataclass

from formats.model import Cue, Narration
from pipeline.script.lines import Part
from pipeline.voices.voice import Voice


@dataclass(frozen=True, slots=True)
class Clip:
    """One block as sound: MPEG frames, their decoded length, and cues counted from its begin."""

    frames: bytes
    samples: int
    cues: tuple[Cue, ...]

    def to_bytes(self) -> bytes:
        """The clip as the store keeps it."""
        raise NotImplementedError

    @classmethod
    def from_bytes(cls, data: bytes) -> "Clip":
        """A kept clip. Raises `ValueError` where the bytes are not whole."""
        raise NotImplementedError


def clip_key(part: Part, voice_identity: str, kbps: int) -> str:
    """The name under which a clip is kept: SHA-256 over all that changes its bytes."""
    raise NotImplementedError


def speak_clip(part: Part, voice: Voice, kbps: int) -> Clip:
    """Speak and encode one block. Raises `SpeakError`."""
    raise NotImplementedError


def join(clips: Sequence[Clip], rate: int, voice_name: str, kbps: int) -> Narration:
    """Lay clips end to end; every cue moves by the samples before its clip."""
    raise NotImplementedError
