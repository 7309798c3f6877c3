"""Samples are trimmed, levelled and limited as said, and measured as the standards do."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.sound import pcm
from tests.decoding import metered

RATE = 22_050


def tone(
    hertz: float, level: float, seconds: float = 3.0, *, rate: int = RATE, phase: float = 0
) -> NDArray[np.int16]:
    """A sine at `level` dB of full scale."""
    time = np.arange(round(seconds * rate)) / rate
    wave = np.sin(2 * np.pi * hertz * time + phase) * pcm.amplitude(level) * 32_767
    samples: NDArray[np.int16] = np.rint(wave).astype(np.int16)
    return samples


def babble(seconds: float = 12.0, *, rate: int = RATE) -> NDArray[np.int16]:
    """Noise in bursts, louder and softer, with silence between and peaks over full scale."""
    random = np.random.default_rng(1)
    time = np.arange(round(seconds * rate)) / rate
    loudness = 6000 * np.maximum(0, np.sin(2 * np.pi * time / 1.7)) * (1 + np.sin(time))
    noise: NDArray[np.float64] = np.clip(random.normal(0, 1, len(time)) * loudness, -32e3, 32e3)
    return noise.astype(np.int16)


def test_silence_lasts_as_long_as_asked() -> None:
    """200 ms at 22,050 Hz are 4,410 samples of nothing."""
    made = pcm.silence(200, RATE)
    assert len(made) == 4410
    assert not made.any()


def test_trim_keeps_five_milliseconds_around_what_is_heard() -> None:
    """Silence goes, and the margin stays."""
    heard = np.full(1000, 500, np.int16)
    cut = pcm.trim(np.concatenate([np.zeros(5000), heard, np.zeros(7000)]).astype(np.int16), RATE)
    assert len(cut) == 1000 + 2 * 110


def test_trim_takes_what_is_under_the_floor_for_silence() -> None:
    """Hiss at −60 dB is no sound; one step above it is."""
    assert not len(pcm.trim(np.full(500, pcm.FLOOR, np.int16), RATE))
    assert len(pcm.trim(np.full(500, -pcm.FLOOR - 1, np.int16), RATE)) == 500


def test_silence_between_words_is_left_alone() -> None:
    """Only the ends are cut."""
    word = tone(300, -12, 0.2)
    whole = np.concatenate([word, pcm.silence(500, RATE), word])
    assert abs(len(pcm.trim(whole, RATE)) - len(whole)) < 20


def test_a_finished_line_begins_and_ends_softly() -> None:
    """A cut through a loud sound does not click."""
    made = pcm.finish(tone(300, -6, phase=1.5), RATE, 0)
    assert abs(int(made[0])) < 10
    assert abs(int(made[-1])) < 200
    assert np.abs(made).max() > 10_000


def test_a_line_of_silence_finishes_as_nothing() -> None:
    """There is nothing above the floor to publish; nor in no samples at all."""
    assert not len(pcm.finish(np.zeros(5000, np.int16), RATE, 6))
    assert not len(pcm.finish(np.zeros(0, np.int16), RATE, 6))


@pytest.mark.parametrize("size", [1, 2, 109, 110, 111, 2000])
def test_a_line_of_any_length_can_be_finished(size: int) -> None:
    """However short it is, no block of the limiter is missing."""
    assert len(pcm.finish(np.full(size, 20_000, np.int16), RATE, 9)) == size


def test_gain_is_as_asked_where_nothing_peaks() -> None:
    """Six dB more are twice as much, to the sample."""
    quiet = tone(300, -30)
    made = pcm.limit(quiet.astype(np.float32) * np.float32(pcm.amplitude(6)), RATE)
    assert np.allclose(made, quiet.astype(np.float64) * 10**0.3, rtol=1e-5)


@pytest.mark.parametrize("gain", [0, 3, 6, 12])
def test_no_peak_passes_the_ceiling(gain: float) -> None:
    """Between the samples too, by our own measure and by ffmpeg's: MP3 has 1 dB of room left."""
    made = pcm.finish(babble(), RATE, gain)
    assert pcm.true_peak(made) == pytest.approx(-2, abs=0.1)
    assert metered(made, RATE)[1] == pytest.approx(-2, abs=0.3)


def test_a_peak_between_samples_is_limited() -> None:
    """A quarter of the rate, sampled 45 degrees off its peaks, stands 3 dB above its samples."""
    hidden = tone(RATE / 4, -1, phase=math.pi / 4)
    assert pcm.decibels(np.abs(hidden).max() / 32_768) < -3.9
    assert pcm.true_peak(hidden) == pytest.approx(-1, abs=0.2)
    assert pcm.true_peak(pcm.finish(hidden, RATE, 0)) <= pcm.CEILING + 0.1


def test_the_limiter_leaves_what_is_far_from_a_peak() -> None:
    """One loud click turns nothing down that is 100 ms away."""
    wave = tone(300, -20).astype(np.float32)
    wave[30_000] = 40_000
    made = pcm.limit(wave, RATE)
    away = round(0.1 * RATE)
    assert np.array_equal(made[: 30_000 - away], wave[: 30_000 - away])
    assert np.array_equal(made[30_000 + away :], wave[30_000 + away :])
    assert abs(made[30_000]) <= pcm.amplitude(pcm.CEILING) * 32_768 + 1


def test_the_limiter_moves_its_gain_slowly() -> None:
    """No step of the gain is heard as a click: under 0.2 % from sample to sample."""
    steady = np.full(30_000, 1000, np.float32)
    steady[15_000] = 60_000
    made = np.delete(pcm.limit(steady, RATE), 15_000) / 1000
    assert np.abs(np.diff(made)).max() < 0.002
    assert made.min() < 0.5


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
def test_loudness_is_that_of_the_standard(rate: int) -> None:
    """A sine of 997 Hz at −23 dB of full scale is −26.0 LUFS in one channel."""
    assert pcm.loudness(tone(997, -23, rate=rate), rate) == pytest.approx(-26.0, abs=0.1)


@pytest.mark.parametrize("rate", [22_050, 44_100])
def test_loudness_and_true_peak_agree_with_ffmpeg(rate: int) -> None:
    """Within 0.2 on sound with pauses and peaks, through the gates."""
    heard = babble(rate=rate) // 2
    loudness, peak = metered(heard, rate)
    assert pcm.loudness(heard, rate) == pytest.approx(loudness, abs=0.2)
    assert pcm.true_peak(heard) == pytest.approx(peak, abs=0.2)


def test_pauses_do_not_make_a_post_softer() -> None:
    """Silence between sentences is gated."""
    word = tone(997, -20, 4)
    spaced = np.concatenate([word, pcm.silence(4000, RATE)] * 3)
    assert pcm.loudness(spaced, RATE) == pytest.approx(pcm.loudness(word, RATE), abs=0.4)


def test_silence_is_infinitely_soft() -> None:
    """Neither meter finds anything in it, nor in no samples."""
    for nothing in (np.zeros(0, np.int16), np.zeros(50_000, np.int16)):
        assert pcm.loudness(nothing, RATE) == -math.inf
        assert pcm.true_peak(nothing) == -math.inf


def test_the_lead_is_what_trimming_takes_away_at_the_beginning() -> None:
    word = tone(300, -12, 0.2)
    padded = np.concatenate([pcm.silence(300, RATE), word, pcm.silence(100, RATE)])

    lead = pcm.lead(padded, RATE)

    assert np.array_equal(padded[lead:][:1000], pcm.trim(padded, RATE)[:1000])
    assert lead > 0.29 * RATE
    assert pcm.lead(word, RATE) == pcm.lead(word[:0], RATE) == 0
