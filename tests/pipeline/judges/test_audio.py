"""ffmpeg and mp3val are heard, and loudness is held to what we promise."""

from pathlib import Path

import lameenc
import numpy as np
from mutagen.id3 import ID3, TXXX

from tests.judging import codes, judged

RATE = 22050
LOUD = 0.1585  # a 997 Hz sine at full scale is -3.01 LUFS in mono: this one is at -19


def _mp3(folder: Path, peak: float = LOUD, seconds: int = 5) -> Path:
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(RATE)
    encoder.set_bit_rate(64)
    wave = np.sin(2 * np.pi * 997 * np.arange(RATE * seconds) / RATE) * peak * 32767
    path = folder / "tide.mp3"
    path.write_bytes(encoder.encode(wave.astype("<i2").tobytes()) + encoder.flush())
    return _tagged(path, "a tone")


def _tagged(path: Path, narrator: str) -> Path:
    tag = ID3()
    tag.add(TXXX(encoding=3, desc="Narrator", text=[narrator]))
    tag.save(path)
    return path


def test_a_sound_as_promised_passes(tmp_path: Path) -> None:
    assert judged("audio", _mp3(tmp_path)) == ()


def test_a_broken_frame_is_refused(tmp_path: Path) -> None:
    path = _mp3(tmp_path)
    data = bytearray(path.read_bytes())
    data[3000:3400] = bytes(400)
    path.write_bytes(data)

    assert {"audio-decode", "audio-mp3val"} <= codes(judged("audio", path))


def test_a_sound_that_is_too_quiet_is_refused(tmp_path: Path) -> None:
    assert codes(judged("audio", _mp3(tmp_path, LOUD / 2))) == {"audio-loudness"}


def test_a_peak_that_would_clip_is_refused(tmp_path: Path) -> None:
    assert "audio-peak" in codes(judged("audio", _mp3(tmp_path, 0.99)))


def test_the_silent_voice_is_not_held_to_loudness(tmp_path: Path) -> None:
    path = _mp3(tmp_path, 0)

    assert codes(judged("audio", path)) == {"audio-loudness"}
    assert judged("audio", _tagged(path, "silence")) == ()


def test_a_sound_without_tags_is_refused(tmp_path: Path) -> None:
    path = _mp3(tmp_path)
    ID3(path).delete()

    assert codes(judged("audio", path)) == {"audio-mp3val"}
