"""Samples: trimmed, levelled and limited; loudness and true peak measured by BS.1770.

Sound is processed clip by clip with fixed numbers, never over a whole file: the same words
then give the same bytes, whatever is before and after them.
"""

import math
from typing import TypeAlias

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Samples: TypeAlias = NDArray[np.int16]
Wave: TypeAlias = NDArray[np.float32]

LOUDNESS = -19.0
"""The target loudness in LUFS: for one channel the same as −16 for two (Apple, ±1)."""

CEILING = -2.0
"""The limiter's ceiling in dB of true peak: with what MP3 adds, it stays under −1 dBTP."""

FLOOR = 33
"""Samples no louder than this are silence: −60 dB of full scale."""

MARGIN = 0.005  # seconds kept around what is above the floor, so that soft sounds are not cut
FADE = 0.004  # seconds of fade at the ends of a line, so that none clicks
BLOCK = 0.005  # seconds that the limiter has one gain for
HOLD = 4  # blocks before and after a peak that keep its gain: two periods of a low voice
EDGE = 0.7  # of the ceiling: between two samples below this, speech does not reach the ceiling

IDENTITY = f"limited at {CEILING}, floor {FLOOR}"
"""Part of a voice's identity: change it with anything here that changes samples."""


def decibels(ratio: float) -> float:
    """An amplitude ratio in dB; nothing at all is −inf."""
    return 20 * math.log10(ratio) if ratio > 0 else -math.inf


def amplitude(db: float) -> float:
    """The amplitude ratio for a number of dB."""
    return float(10 ** (db / 20))


def level(samples: Samples) -> float:
    """The level as RMS in dB of full scale, to a tenth; −120 where there is no sound."""
    if not len(samples):
        return -120.0
    wave = samples.astype(np.float64) / 32_768
    return round(max(-120.0, decibels(float(np.sqrt((wave**2).mean())))), 1)


def silence(ms: int, rate: int) -> Samples:
    """`ms` milliseconds of silence."""
    return np.zeros(ms * rate // 1000, np.int16)


def finish(samples: Samples, rate: int, gain: float) -> Samples:
    """A line as it is published: trimmed, `gain` dB louder, limited, with faded ends.

    Empty where nothing is above the floor.
    """
    cut = trim(samples, rate)
    wave = limit(cut.astype(np.float32) * np.float32(amplitude(gain)), rate)
    size = min(round(FADE * rate), len(wave) // 2)
    ramp = np.arange(size, dtype=np.float32) / np.float32(max(size, 1))
    wave[:size] *= ramp
    wave[len(wave) - size :] *= ramp[::-1]
    return np.rint(wave).astype(np.int16)


def trim(samples: Samples, rate: int) -> Samples:
    """The samples without the silence around them, except for a margin of 5 ms."""
    loud = np.flatnonzero((samples > FLOOR) | (samples < -FLOOR))
    if not len(loud):
        return samples[:0]
    margin = round(MARGIN * rate)
    return samples[max(0, loud[0] - margin) : loud[-1] + 1 + margin]


def lead(samples: Samples, rate: int) -> int:
    """How many samples `trim` takes away at the beginning of sound."""
    loud = (samples > FLOOR) | (samples < -FLOOR)
    return max(0, int(loud.argmax()) - round(MARGIN * rate)) if len(loud) else 0


def limit(wave: Wave, rate: int) -> Wave:
    """Turn down what is above the ceiling, with some samples before and after it.

    One gain for each block of 5 ms, linear between them: a peak is turned down with its
    neighbours, so that the shape of the wave stays. `wave` is in 16-bit units.
    """
    ceiling = amplitude(CEILING) * 32_768
    size = round(BLOCK * rate)
    blocks = np.zeros((len(wave) // size + 1, size), np.float32)
    blocks.ravel()[: len(wave)] = wave
    peaks = np.maximum(blocks.max(axis=1), -blocks.min(axis=1))
    at = np.flatnonzero(np.abs(wave) > ceiling * EDGE)
    np.maximum.at(peaks, at // size, _between(wave, at))
    if peaks.max() > ceiling:
        gains = _gains(np.minimum(1, ceiling / np.maximum(peaks, 1)))
        turned = np.flatnonzero(np.minimum(gains[:-1], gains[1:]) < 1)
        slope = np.arange(size, dtype=np.float32) / np.float32(size)
        first, last = gains[turned, None], gains[turned + 1, None]
        blocks[turned] *= first + (last - first) * slope
    limited: Wave = blocks.ravel()[: len(wave)]
    return limited


def _gains(needed: Wave) -> Wave:
    """The gain at each edge of a block: never above what the blocks around it need.

    The least of `HOLD` blocks on either side, then a mean over as many edges as keeps that
    true: the gain changes over 25 ms.
    """
    wide = np.pad(needed, HOLD, constant_values=1)
    least = sliding_window_view(wide, 2 * HOLD).min(axis=1)
    span = 2 * HOLD - 3
    around = np.pad(least, span // 2, mode="edge")
    gains: Wave = sliding_window_view(around, span).mean(axis=1, dtype=np.float32)
    return gains


# --- true peak ----------------------------------------------------------------------------

_TAPS = 24


def _phases() -> Wave:
    """Seven filters that interpolate the wave an eighth to seven eighths after a sample.

    A sinc in a Hann window, 24 samples long (BS.1770-5, annex 2, asks for a quarter and 12).
    """
    place = np.arange(_TAPS)[:, None] - (_TAPS // 2 - 1) - np.arange(1, 8) / 8
    taps = np.sinc(place) * np.cos(np.pi * place / (_TAPS + 1)) ** 2
    phases: Wave = (taps / taps.sum(axis=0)).astype(np.float32)
    return phases


_PHASES = _phases()


def _between(wave: Wave, at: NDArray[np.intp]) -> Wave:
    """The largest absolute value of the interpolated wave near each of these samples."""
    if not len(at):
        return np.zeros(0, np.float32)
    padded = np.pad(wave, (_TAPS // 2, _TAPS // 2))
    windows = sliding_window_view(padded, _TAPS)
    before, after = windows[at] @ _PHASES, windows[at + 1] @ _PHASES
    near: Wave = np.maximum(np.abs(before).max(axis=1), np.abs(after).max(axis=1))
    return near


def true_peak(samples: Samples) -> float:
    """The highest point of the wave, also between samples, in dB of full scale (dBTP)."""
    if not samples.any():
        return -math.inf
    wave = samples.astype(np.float32) / np.float32(32_768)
    top = float(np.abs(wave).max())
    at = np.flatnonzero(np.abs(wave) >= top * EDGE)
    return decibels(max(top, float(_between(wave, at).max())))


# --- loudness -----------------------------------------------------------------------------

_STRETCH = 1 << 15


def loudness(samples: Samples, rate: int) -> float:
    """The integrated loudness of one channel in LUFS, gated (ITU-R BS.1770-5).

    −inf where nothing is above −70 LUFS, or where there is less than one block of 400 ms.
    """
    weighted = _k_weighted(samples.astype(np.float64) / 32_768, rate)
    step = rate // 10
    tenths = weighted[: len(weighted) // step * step].reshape(-1, step)
    energies = (tenths**2).mean(axis=1)
    if len(energies) < 4:
        return -math.inf
    blocks = sliding_window_view(energies, 4).mean(axis=1)
    blocks = blocks[blocks > 10 ** ((-70 + 0.691) / 10)]
    if not len(blocks):
        return -math.inf
    loud = blocks[blocks > blocks.mean() / 10]
    return float(-0.691 + 10 * math.log10(loud.mean()))


def _k_weighted(wave: NDArray[np.float64], rate: int) -> NDArray[np.float64]:
    """The wave after the K filter, computed by overlap-add of spectra."""
    response = _response(rate)
    step = _STRETCH - len(response) + 1
    curve = np.fft.rfft(response, _STRETCH)
    padded = np.pad(wave, (len(response) - 1, _STRETCH))
    heard = [
        np.fft.irfft(np.fft.rfft(padded[begin : begin + _STRETCH]) * curve, _STRETCH)[-step:]
        for begin in range(0, len(wave), step)
    ]
    return np.concatenate([*heard, np.zeros(0)])[: len(wave)]


def _response(rate: int) -> NDArray[np.float64]:
    """The impulse response of both filters, until it has decayed (100 ms: −200 dB)."""
    click = np.zeros(rate // 10)
    click[0] = 1
    for top, bottom in (_shelf(rate), _high_pass(rate)):
        click = _filtered(click, top, bottom)
    return click


_Three: TypeAlias = tuple[float, float, float]


def _shelf(rate: int) -> tuple[_Three, _Three]:
    """Stage 1, the shelf: +4 dB above 1.7 kHz; the standard's 48 kHz filter, for any rate."""
    gain, q, k = 3.999843853973347, 0.7071752369554196, math.tan(math.pi * 1681.974450955533 / rate)
    high = 10 ** (gain / 20)
    band = high**0.4996667741545416
    top = (high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k)
    return top, (1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k)


def _high_pass(rate: int) -> tuple[_Three, _Three]:
    """Stage 2, the high-pass: little below 40 Hz."""
    q, k = 0.5003270373238773, math.tan(math.pi * 38.13547087602444 / rate)
    size = 1 + k / q + k * k
    return (size, -2 * size, size), (size, 2 * (k * k - 1), 1 - k / q + k * k)


def _filtered(wave: NDArray[np.float64], top: _Three, bottom: _Three) -> NDArray[np.float64]:
    out = np.zeros_like(wave)
    x1 = x2 = y1 = y2 = 0.0
    for place, x in enumerate(wave):
        y = (top[0] * x + top[1] * x1 + top[2] * x2 - bottom[1] * y1 - bottom[2] * y2) / bottom[0]
        x1, x2, y1, y2 = x, x1, y, y1
        out[place] = y
    return out
