"""Sound from elsewhere: the bytes of a WAV, MP3, FLAC or Ogg file → samples as we use them.

pydub mixes and trims it, and decodes WAV. For the rest it would need ffmpeg on the machine;
libsndfile comes with a package and decodes them in this process.
"""

import io
import re
import struct
import warnings
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np

from pipeline.errors import SpeakError
from pipeline.sound import pcm
from pipeline.sound.pcm import Samples

REFERENCE = (
    "The quick brown fox jumps over the lazy dog, and the old harbour bell is rung. "
    "How loud a voice is we measure once, on words that never change."
)
"""The text that a voice's loudness is measured on; the gain is then used for all it says."""

IDENTITY = "foreign 1"
"""Part of a voice's identity: change it with anything here that changes samples."""

ENCODED = 0.4  # dB that a voice loses in MP3

QUIET = 45.0  # dB below the loudest moment: what is softer at the ends of a recording is not speech
EDGE = 25  # ms kept around what is louder, so that a soft consonant is not cut

_WHOLE_NUMBERS = 1  # the form of WAV data that pydub reads; libsndfile reads the others
_UNKNOWN = 1 << 30
"""A header that was sent before its sound has 0 as the size of its data, or more than this: the
size was not known yet."""

SHORTEST, LONGEST = 0.015, 0.4
"""Seconds of speech a character: less was cut off, more is stuck. English has about 0.07."""

FEW = 20
"""Characters: a shorter text may take as long as one of these, such as a number in figures."""

LARGEST = 64 << 20
"""The largest answer in bytes: 20 minutes of WAV, far more than a sentence."""

_RATES = range(4_000, 384_001)
"""Samples a second that a file may have; with any other it is damaged."""

_MOST = 1 << 27  # samples, 46 minutes at 48 kHz: a small file may claim to hold years
_PLAIN = frozenset({1, 3, 0xFFFE})  # WAV forms in which a frame is a sample a channel


def decode(data: bytes, kind: str, rate: int) -> Samples:
    """The sound in a file's bytes: one channel, `rate` samples a second, trimmed.

    `kind` is the expected format, such as "WAV"; the first bytes tell the real one. Empty where
    there is only silence. Raises `SpeakError` for data that is not sound, or is cut off.
    """
    segment = _segment(data, kind).set_channels(1)
    if segment.frame_rate not in _RATES:
        raise _wrong(kind, f"it is damaged ({segment.frame_rate} samples a second)")
    heard = _trimmed(segment)
    return resampled(np.frombuffer(heard.raw_data, np.int16), heard.frame_rate, rate)


def too_short(samples: Samples, text: str, rate: int, stretch: float = 1) -> bool:
    """Whether words were left out. `stretch` is how much slower than usual the voice speaks."""
    letters = sum(map(str.isalnum, text))
    return not len(samples) or len(samples) / rate < letters * SHORTEST * stretch


def too_long(samples: Samples, text: str, rate: int, stretch: float = 1) -> bool:
    """Whether a voice is stuck: no text takes this long."""
    return len(samples) / rate > max(len(text), FEW) * LONGEST * stretch


def gain(reference: Samples, rate: int) -> float:
    """The dB that bring a voice to our loudness, measured on its sound of `REFERENCE`.

    Raises `SpeakError` where that is too soft to measure, or too short (0.4 s).
    """
    measured = pcm.loudness(reference, rate)
    if measured < -60:
        raise SpeakError(
            "the voice gives next to no sound.", remedy="Choose another voice, or try it by hand."
        )
    return round(pcm.LOUDNESS + ENCODED - measured, 1)


def levelled(raw: Samples, rate: int, louder: float) -> Samples:
    """Decoded sound as it is published: `louder` dB louder, limited, with faded ends."""
    return pcm.finish(raw, rate, louder)


def trimmed(samples: Samples, rate: int) -> Samples:
    """Samples without the silence around them, as `decode` gives those of a file."""
    return np.frombuffer(_trimmed(_as_segment(samples, rate)).raw_data, np.int16)


def _as_segment(samples: Samples, rate: int) -> Any:
    return audio_segment()(data=samples.tobytes(), sample_width=2, frame_rate=rate, channels=1)


def resampled(samples: Samples, has: int, rate: int) -> Samples:
    """The same sound at another rate, resampled by its spectrum: without aliasing."""
    if has == rate or not len(samples):
        return samples
    size = -(-len(samples) * rate // has)
    seconds = len(samples) // has + 1  # whole seconds, so that both rates divide them
    bins = seconds * min(has, rate) // 2 + 1
    spectrum = np.fft.rfft(samples, seconds * has)[:bins]
    scaled = np.fft.irfft(spectrum, seconds * rate)[:size] * (rate / has)
    return np.rint(scaled).clip(-32_768, 32_767).astype(np.int16)


def _trimmed(segment: Any) -> Any:
    from pydub.silence import detect_leading_silence  # noqa: PLC0415 (as in audio_segment)

    floor = segment.max_dBFS - QUIET
    if floor < -100:
        return segment[:0]
    begin = detect_leading_silence(segment, floor, 5)
    end = len(segment) - detect_leading_silence(segment.reverse(), floor, 5)
    return segment[max(0, begin - EDGE) : end + EDGE]


def _segment(data: bytes, kind: str) -> Any:
    """A pydub segment of 16-bit samples."""
    if not data:
        raise _wrong(kind, "the answer is empty")
    if data[:4] == b"RIFF":
        return _wav(data, kind)
    if data[:3] == b"ID3" or data[:4] in {b"fLaC", b"OggS"} or _is_mpeg(data):
        return _decoded(data, kind)
    raise _wrong(kind, _looks_like(data))


def _is_mpeg(data: bytes) -> bool:
    return len(data) > 1 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0


def _looks_like(data: bytes) -> str:
    """What bytes that are not sound look like, for people."""
    text = data[:2000].decode("utf-8", "replace").strip()
    if text.startswith("<"):
        title = re.search(r"(?is)<title[^>]*>(.*?)</title", text)
        return "it is a web page" + (f', "{title[1].strip()[:80]}"' if title else "")
    if text.startswith(("{", "[")):
        return f"it is a message, {text[:120]}"
    return "it does not begin like a sound file that Allways knows"


def _wav(data: bytes, kind: str) -> Any:
    """Decode WAV; one whose header was sent before the length was known is taken as it is."""
    chunks = dict(_chunks(data))
    form = data[chunks.get(b"fmt ", 0) :][:16]
    at = chunks.get(b"data", 0)
    if not at or len(form) < 16:
        raise _wrong(kind, "it breaks off before the sound begins")
    tag, channels, _, _, frame, bits = struct.unpack("<HHIIHH", form)
    if not channels or not frame or (tag in _PLAIN and frame != channels * ((bits + 7) // 8)):
        raise _wrong(kind, "it is damaged")
    size, there = struct.unpack_from("<I", data, at - 4)[0], len(data) - at
    if there < size < _UNKNOWN:
        raise _wrong(kind, f"it breaks off after {there} of {size} bytes")
    size = size if 0 < size <= there else there
    size -= size % frame
    body = data[12 : at - 4] + struct.pack("<I", size) + data[at : at + size]
    mended = b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body
    if tag == _WHOLE_NUMBERS and bits in {8, 16, 24, 32}:
        return audio_segment()(data=mended).set_sample_width(2)
    return _decoded(mended, kind)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int]]:
    """The name of each chunk of a WAV and the offset of its content, up to the sound."""
    at, name = 12, b""
    while at + 8 <= len(data) and name != b"data":
        name, size = struct.unpack_from("<4sI", data, at)
        yield name, at + 8
        at += 8 + size + size % 2


def _decoded(data: bytes, kind: str) -> Any:
    import soundfile  # noqa: PLC0415 (it takes 60 ms to load, and most runs have no need of it)

    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            rate, most = file.samplerate, _MOST // file.channels
            wave = file.read(most + 1, dtype="float32", always_2d=True)
    except (soundfile.LibsndfileError, RuntimeError) as error:
        raise _wrong(kind, "it is damaged") from error
    if len(wave) > most:
        raise _wrong(kind, "it is far too long")
    if not np.isfinite(wave).all():
        raise _wrong(kind, "it is damaged")
    samples = np.rint(wave * 32_768).clip(-32_768, 32_767).astype(np.int16)
    return audio_segment()(
        data=samples.tobytes(), sample_width=2, frame_rate=rate, channels=samples.shape[1]
    )


@cache
def audio_segment() -> Any:
    """The class `pydub.AudioSegment`.

    It is imported here only, and only when needed. It warns on import: about its own escapes,
    about the module audioop (which comes from `audioop-lts` where Python has dropped it), and
    about ffmpeg, which we don't use.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pydub import AudioSegment  # noqa: PLC0415 (see above)
    return AudioSegment


def _wrong(kind: str, what: str) -> SpeakError:
    return SpeakError(
        f"instead of {kind}, something else came: {what}.",
        remedy="Try again later; if it happens again, check the address and the voice.",
    )
