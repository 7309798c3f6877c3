"""Frames come out as foretold: their number, their length, and where the sound begins."""

import numpy as np
import pytest

from pipeline.errors import SpeakError
from pipeline.sound import mp3_frames
from tests.decoding import decoded

RATES = [(16_000, 64), (22_050, 64), (24_000, 64), (32_000, 96), (44_100, 96), (48_000, 128)]


@pytest.mark.parametrize(("rate", "kbps"), RATES)
@pytest.mark.parametrize("size", [1, 575, 576, 577, 1152, 1153, 9999])
def test_decoded_length_is_as_foretold(rate: int, kbps: int, size: int) -> None:
    """At every rate and around every border of a frame."""
    frames = mp3_frames.encode(np.zeros(size, np.int16), rate, kbps)
    assert len(decoded(frames)) == mp3_frames.decoded_samples(size, rate)


@pytest.mark.parametrize(("rate", "kbps"), RATES)
def test_sound_begins_after_the_delay(rate: int, kbps: int) -> None:
    """A click on the first sample is heard 1,105 samples after the first frame's begin."""
    samples = np.zeros(5000, np.int16)
    samples[0] = 30_000
    heard = decoded(mp3_frames.encode(samples, rate, kbps))
    assert abs(int(np.abs(heard.astype(int)).argmax()) - mp3_frames.DELAY) <= 1


def test_the_same_samples_give_the_same_frames() -> None:
    """Nothing is left of what was encoded before."""
    noise = np.random.default_rng(2).normal(0, 5000, 20_000).astype(np.int16)
    first = mp3_frames.encode(noise, 22_050, 64)
    mp3_frames.encode(noise[::-1], 22_050, 64)
    assert mp3_frames.encode(noise, 22_050, 64) == first


def test_there_is_no_tag_among_the_frames() -> None:
    """No player may take a hint of its own on where the sound begins."""
    frames = mp3_frames.encode(np.zeros(9999, np.int16), 22_050, 64)
    assert not any(mark in frames for mark in (b"Xing", b"Info", b"ID3", b"TAG"))


def test_frames_are_counted_and_what_is_none_is_refused() -> None:
    """Another rate, a cut, a stray byte: each is told."""
    frames = mp3_frames.encode(np.zeros(5760, np.int16), 22_050, 64)
    assert mp3_frames.count_frames(frames, 22_050, 64) == 12
    for data, rate, kbps in (
        (frames, 24_000, 64),
        (frames, 22_050, 96),
        (frames[:-1], 22_050, 64),
        (frames + b"\0", 22_050, 64),
        (b"\xff\xff\xff\xff" + frames, 22_050, 64),
    ):
        with pytest.raises(ValueError, match="frame"):
            mp3_frames.count_frames(data, rate, kbps)


def test_a_bit_rate_that_the_encoder_changes_is_an_error() -> None:
    """96 kb/s of 8 kHz is not to be had in MPEG-2; what comes instead is refused."""
    with pytest.raises(SpeakError, match="encoder"):
        mp3_frames.encode(np.zeros(9999, np.int16), 22_050, 320)
