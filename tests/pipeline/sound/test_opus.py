"""The Opus packets of a clip hold its sound, and are kept as they are."""

from itertools import accumulate

import numpy as np

from formats.model import Packets
from formats.ogg_opus import DELAY, PACKET
from pipeline.sound import mp3_frames, opus

RATE = 22_050
TONE = (np.sin(np.arange(RATE) * 2 * np.pi * 440 / RATE) * 8000).astype(np.int16)
FRAMES = mp3_frames.encode(TONE, RATE, 64)


def test_there_are_packets_for_the_sound_and_for_what_the_encoder_holds_back() -> None:
    samples = mp3_frames.decoded_samples(len(TONE), RATE) * 48_000 / RATE
    least = (samples + DELAY) / PACKET

    assert least <= len(opus.encode(FRAMES, RATE).sizes) < least + 2


def test_every_packet_is_one_frame_of_20_milliseconds_in_the_way_for_music() -> None:
    """RFC 6716, 3.1: the upper five bits are the mode and length, the lowest two the frames."""
    sizes, data = opus.encode(FRAMES, RATE)
    firsts = [data[at] for at in accumulate(sizes[:-1], initial=0)]
    modes = {(first >> 3, first & 3) for first in firsts}

    assert sum(sizes) == len(data)
    assert all(mode >= 16 and mode % 4 == 3 and frames == 0 for mode, frames in modes)


def test_the_same_sound_gives_the_same_packets() -> None:
    assert opus.encode(FRAMES, RATE) == opus.encode(FRAMES, RATE)


def test_packets_come_back_from_their_bytes() -> None:
    packets = Packets((0, 1, 400), b"a" + b"bc" * 200)

    assert opus.from_bytes(opus.to_bytes(packets)) == packets


def test_what_the_packets_depend_on_is_in_their_identity() -> None:
    assert str(opus.BITS) in opus.identity()
    assert "av " in opus.identity()
