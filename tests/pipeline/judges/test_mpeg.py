"""Frames are counted, and what is no frame is refused."""

import numpy as np
import pytest

from pipeline.judges.mpeg import measure
from pipeline.sound import mp3_frames
from tests.formats.builders import FRAME, FRAME_SAMPLES, RATE

ID3 = b"ID3\x04\x00\x00\x00\x00\x01\x02" + bytes(130)  # its size is 1 * 128 + 2


def test_every_frame_counts() -> None:
    sound = measure(FRAME * 100)

    assert (sound.samples, sound.rate) == (100 * FRAME_SAMPLES, RATE)
    assert sound.milliseconds == 2400


def test_tags_before_and_after_are_no_sound() -> None:
    assert measure(ID3 + FRAME * 3 + b"TAG" + bytes(125)).samples == 3 * FRAME_SAMPLES


def test_a_first_frame_that_describes_the_file_is_no_sound() -> None:
    info = FRAME[:13] + b"Info" + FRAME[17:]

    assert measure(info + FRAME * 3).samples == 3 * FRAME_SAMPLES


def test_a_byte_that_is_no_frame_is_named() -> None:
    with pytest.raises(ValueError, match=f"byte {2 * len(FRAME)}"):
        measure(FRAME * 2 + b"\0" + FRAME)


def test_half_a_frame_at_the_end_is_refused() -> None:
    with pytest.raises(ValueError, match="no whole MPEG frame"):
        measure(FRAME * 2 + FRAME[:100])


def test_a_long_stream_of_which_some_frames_are_padded_is_counted_to_the_frame() -> None:
    """At 22,050 samples a second, 96 frames of 100 are a byte longer than the others."""
    samples = 150 * 22_050
    stream = mp3_frames.encode(np.zeros(samples, np.int16), 22_050, 64)

    assert len(stream) > 2**20
    assert measure(stream).samples == mp3_frames.decoded_samples(samples, 22_050)
    with pytest.raises(ValueError, match=f"byte {len(stream)}"):
        measure(stream + bytes(2000))
    with pytest.raises(ValueError, match=f"byte {len(stream)}"):
        measure(stream + bytes(3))
