"""The decoded length of an MPEG audio stream, by counting its frames."""

import re
from dataclasses import dataclass
from functools import lru_cache
from io import SEEK_END, BytesIO
from typing import BinaryIO

# Kilobits a second by the header's four bits; layer III (ISO 11172-3 and 13818-3, 2.4.2.3).
_KBPS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBPS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


_PART = 1 << 20
"""Bytes that are read at a time: a frame is a fifth of a kilobyte, ten hours are a million."""

_LONGEST = 1441
"""Bytes of the longest frame: MPEG 1 at 320 kilobits and 32,000 samples a second, padded."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A stream: its samples a second, and its decoded length in samples."""

    rate: int
    samples: int

    @property
    def milliseconds(self) -> float:
        """The decoded length in milliseconds, not rounded."""
        return self.samples * 1000 / self.rate if self.rate else 0.0


def measure(data: bytes) -> Sound:
    """The length of an MP3 file or stream: see `measure_file`."""
    return measure_file(BytesIO(data))


def measure_file(file: BinaryIO) -> Sound:
    """Count the frames of an MP3 file or stream, without holding it.

    Tags around the stream, and a Xing or Info frame at its beginning, hold no sound. Raises
    `ValueError` with the offset of the first byte that is not a frame.
    """
    size = file.seek(0, SEEK_END)
    tagged = size >= 128 and _bytes(file, size - 128, 3) == b"TAG"
    at, end = _id3v2(_bytes(file, 0, 10)), size - (128 if tagged else 0)
    rate = samples = 0
    while at < end:
        part = _bytes(file, at, min(_PART, end - at))
        here = 0
        while here < len(part):
            word = part[here : here + 4]
            header = _header(word)
            after = here + header[0] if header else here + _LONGEST
            if after > len(part) and at + after <= end:
                break  # it goes on in the next part
            if header is None or after > len(part):
                raise ValueError(f"no whole MPEG frame at byte {at + here}")
            _, rate, heard = header
            if samples:
                frames, here = _row(word, part, here)
                samples += frames * heard
            else:
                samples = 0 if _is_info(part[here:after]) else heard
                here = after
        at += here
    return Sound(rate, samples)


def _bytes(file: BinaryIO, at: int, count: int) -> bytes:
    file.seek(at)
    return file.read(count)


def _id3v2(data: bytes) -> int:
    """The length of the tag before the stream; its size is in 7 bits a byte (ID3v2.4, 3.1)."""
    if data[:3] != b"ID3":
        return 0
    size = sum(
        (byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True)
    )
    return 10 + size


@lru_cache(maxsize=64)
def _header(word: bytes) -> tuple[int, int, int] | None:
    """(bytes, samples a second, samples) of the frame with this header; None if it is none."""
    if len(word) < 4 or word[0] != 0xFF or word[1] & 0xE0 != 0xE0:
        return None
    version, layer = word[1] >> 3 & 3, word[1] >> 1 & 3
    bits, speed, padding = word[2] >> 4, word[2] >> 2 & 3, word[2] >> 1 & 1
    if version not in _RATES or layer != 1 or bits in (0, 15) or speed == 3:
        return None
    samples = 1152 if version == 3 else 576
    kbps = (_KBPS_1 if version == 3 else _KBPS_2)[bits]
    rate = _RATES[version][speed]
    return samples // 8 * kbps * 1000 // rate + padding, rate, samples


def _row(word: bytes, part: bytes, here: int) -> tuple[int, int]:
    """How many frames with such a header there are from here on in a row, and where they end.

    One by one, the frames of ten hours would take more than a second.
    """
    pattern, length = _alike(word)
    found = pattern.match(part, here)
    end = found.end() if found else here
    return (end - here) // length, end


@lru_cache(maxsize=64)
def _alike(word: bytes) -> tuple[re.Pattern[bytes], int]:
    """What finds frames whose headers differ in their padding alone, and their least length.

    Padding is one byte in layer III. No more of them than a frame has bytes: so the bytes of a
    row tell how many they are.
    """
    kinds = [bytes((*word[:2], word[2] & ~2 | padded, word[3])) for padded in (0, 2)]
    lengths = [known[0] for kind in kinds if (known := _header(kind))]
    frames = [
        b"%b.{%d}" % (re.escape(kind), length - 4)
        for kind, length in zip(kinds, lengths, strict=True)
    ]
    return re.compile(b"(?:%b){1,%d}" % (b"|".join(frames), lengths[0] - 1), re.DOTALL), lengths[0]


def _is_info(frame: bytes) -> bool:
    """Whether a frame is a Xing or Info frame, which describes the file."""
    return any(frame[at : at + 4] in (b"Xing", b"Info") for at in (13, 21, 36))
