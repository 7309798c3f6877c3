"""MP3 frames → Opus packets, for the small file of a narration.

From the MP3 and not from the voice: so they are the same whether a clip was spoken in this run
or a year ago, and an editor who does not want the format pays nothing for it.
"""

import struct
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Literal

import numpy as np

from formats.model import Packets
from formats.ogg_opus import CLOCK, PACKET

if TYPE_CHECKING:
    from av import AudioCodecContext
    from numpy.typing import NDArray

BITS = 23_000
"""Bits a second, which are never passed for long: with the stream's own, the file is below 24."""

RATE = 24_000
"""Samples a second, as Opus has no 22.05 kHz: the voices have nothing above 12 kHz."""

_OPTIONS = {
    # The fastest of the encoder's searches, and its way for music, which is faster than that for
    # speech: less than two of LAME's encodings, with decoding; the slowest takes seven times that.
    "compression_level": "0",
    "application": "audio",
    "frame_duration": str(PACKET * 1000 // CLOCK),
    "vbr": "constrained",
}


@cache
def identity() -> str:
    """What a packet depends on but the sound: a change of it means encoding again."""
    return f"opus 1, av {version('av')}, {BITS} {RATE} {sorted(_OPTIONS.items())}"


def encode(frames: bytes, rate: int) -> Packets:
    """The packets of a clip, from its MP3 frames, of which `rate` samples are a second."""
    return packets(np.concatenate(_decoded(frames)), rate)


def packets(sound: "NDArray[np.float32]", rate: int) -> Packets:
    """The packets of samples from -1 to 1, of which `rate` are a second."""
    from av import AudioFrame  # noqa: PLC0415 (0.04 s, for which few runs have need)

    frame = AudioFrame.from_ndarray(sound[np.newaxis], format="fltp", layout="mono")
    frame.sample_rate = rate
    encoder = _codec("libopus", "w")
    encoder.sample_rate, encoder.layout, encoder.format = RATE, "mono", "flt"
    encoder.bit_rate = BITS
    encoder.options = _OPTIONS
    made = [bytes(packet) for given in (frame, None) for packet in encoder.encode(given)]
    return Packets(tuple(map(len, made)), b"".join(made))


def to_bytes(packets: Packets) -> bytes:
    """Packets as the store keeps them: how many there are, the bytes of each, and they."""
    count = len(packets.sizes)
    return struct.pack(f"<I{count}H", count, *packets.sizes) + packets.data


def from_bytes(data: bytes) -> Packets:
    """The packets in bytes from the store."""
    (count,) = struct.unpack_from("<I", data)
    return Packets(struct.unpack_from(f"<{count}H", data, 4), data[4 + 2 * count :])


def _decoded(frames: bytes) -> "list[NDArray[np.float32]]":
    """Every sample of every frame. Read as a file, the first ones might be left out."""
    decoder = _codec("mp3float", "r")
    packets = (packet for data in (frames, None) for packet in decoder.parse(data))
    return [
        frame.to_ndarray()[0] for packet in (*packets, None) for frame in decoder.decode(packet)
    ]


def _codec(name: str, mode: Literal["r", "w"]) -> "AudioCodecContext":
    from av import AudioCodecContext, CodecContext  # noqa: PLC0415 (as in packets)

    made = CodecContext.create(name, mode)
    assert isinstance(made, AudioCodecContext)
    return made
