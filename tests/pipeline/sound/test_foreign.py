"""Sound that others made is decoded, trimmed and levelled; what is no sound is refused."""

import io
import struct

import numpy as np
import pytest
import soundfile

from pipeline.errors import SpeakError
from pipeline.sound import foreign, mp3_frames, pcm
from pipeline.sound.pcm import Samples
from tests.voices.servers import hum, wav

RATE = 24_000
KINDS = [
    ("WAV", "PCM_16"),
    ("WAV", "PCM_24"),
    ("WAV", "PCM_U8"),
    ("WAV", "FLOAT"),
    ("WAVEX", "PCM_16"),
    ("FLAC", "PCM_16"),
    ("OGG", "VORBIS"),
    ("OGG", "OPUS"),
    ("MP3", "MPEG_LAYER_III"),
]


def tone(seconds: float = 1, rate: int = RATE, pitch: float = 440) -> Samples:
    """A tone between two stretches of silence, each a fifth of a second."""
    wave = 8000 * np.sin(2 * np.pi * pitch * np.arange(round(seconds * rate)) / rate)
    return np.pad(np.rint(wave).astype(np.int16), rate // 5)


def file(samples: Samples, kind: str, coded: str, channels: int) -> bytes:
    """Samples as a file of some kind."""
    data = io.BytesIO()
    wave = np.stack([samples] * channels, axis=1).astype(np.float32) / 32_768
    soundfile.write(data, wave, RATE, format=kind, subtype=coded)
    return data.getvalue()


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize(("kind", "coded"), KINDS)
def test_every_usual_kind_is_decoded_as_one_channel(kind: str, coded: str, channels: int) -> None:
    """As loud as it was, the silence around it cut but for 25 ms a side and a coder's blur."""
    heard = foreign.decode(file(tone(), kind, coded, channels), kind, RATE)
    assert heard.dtype == np.int16
    assert 1.0 <= len(heard) / RATE < 1.1
    assert 7700 < np.abs(heard).max() < 8900


def test_frames_without_a_header_are_mp3() -> None:
    """So gTTS sends them."""
    heard = foreign.decode(mp3_frames.encode(tone(), RATE, 64), "MP3", RATE)
    assert 1.0 <= len(heard) / RATE < 1.1


@pytest.mark.parametrize("size", [0, 0x7FFFFFFF, 2_000_000_000, 0xFFFFFFFF, 0xFFFFFFFF - 36])
def test_a_header_sent_ahead_of_its_sound_is_mended(size: int) -> None:
    """Servers that stream write such sizes, for they know no better yet."""
    plain = wav(tone())
    streamed = plain[:40] + struct.pack("<I", size) + plain[44:]
    assert np.array_equal(foreign.decode(streamed, "WAV", RATE), foreign.decode(plain, "WAV", RATE))


NO_SOUND = {
    "nothing": (b"", "empty"),
    "a web page": (b"<!DOCTYPE html><title>Sorry \xe2\x80\xa6</title>", 'web page, "Sorry …"'),
    "a message": (b'{"error": {"message": "no such voice"}}', "no such voice"),
    "something else": (b"\x00\x01\x02\x03" * 9, "not begin like a sound file"),
    "a WAV cut short": (wav(tone())[:-100], "breaks off after"),
    "a WAV cut in its header": (wav(tone())[:30], "breaks off before"),
    "a WAV of no channels": (wav(tone())[:22] + b"\0\0" + wav(tone())[24:], "damaged"),
    "a WAV of no rate": (wav(tone())[:24] + b"\0\0\0\0" + wav(tone())[28:], "damaged"),
    "an MP3 of noise": (b"\xff\xfb" + b"abc" * 300, "damaged"),
    "an MP3 cut in its first frame": (mp3_frames.encode(tone(), RATE, 64)[:50], "damaged"),
    "an Ogg of nothing": (b"OggS" + b"\0" * 90, "damaged"),
}


@pytest.mark.parametrize("name", NO_SOUND)
def test_what_is_no_sound_is_refused(name: str) -> None:
    """With what it is instead."""
    data, says = NO_SOUND[name]
    with pytest.raises(SpeakError, match=says) as caught:
        foreign.decode(data, "WAV", RATE)
    assert caught.value.remedy


@pytest.mark.parametrize("samples", [np.zeros(0, np.int16), np.zeros(RATE, np.int16)])
def test_silence_is_decoded_as_nothing(samples: Samples) -> None:
    assert not len(foreign.decode(wav(samples), "WAV", RATE))


@pytest.mark.parametrize(("softer", "seconds"), [(40, 2), (50, 1)])
def test_a_soft_end_of_speech_is_kept_and_hiss_is_not(softer: int, seconds: int) -> None:
    """One second, and another that is 40 dB softer, are two; with 50 dB between, one."""
    loud = tone()[: -RATE // 5]
    end = np.rint(tone()[RATE // 5 : -RATE // 5] * pcm.amplitude(-softer)).astype(np.int16)
    heard = foreign.decode(wav(np.concatenate([loud, end])), "WAV", RATE)
    assert len(heard) / RATE == pytest.approx(seconds, abs=0.06)


@pytest.mark.parametrize("has", [8_000, 16_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize("rate", [22_050, 24_000])
def test_another_rate_is_the_same_sound(has: int, rate: int) -> None:
    """As long, as loud, and the same wave to a thousandth, away from its ends."""
    samples = foreign.resampled(tone(1, has), has, rate)
    wanted = tone(1, rate)
    middle = slice(rate // 2, rate)
    assert abs(len(samples) / rate - 1.4) < 0.001
    drift = samples[middle].astype(int) - wanted[: len(samples)][middle]
    assert np.abs(drift).max() < 8


def test_what_a_lower_rate_has_no_room_for_is_left_out() -> None:
    """10 kHz at 16 kHz would come back as 6 kHz."""
    samples = foreign.resampled(tone(1, 48_000, 10_000), 48_000, 16_000)
    assert np.abs(samples[8_000:12_000]).max() < 10


@pytest.mark.parametrize("louder", [0.1, 1, 3])
def test_a_voice_is_brought_to_the_loudness_by_one_gain(louder: float) -> None:
    """Whether it comes soft or loud: what is measured after, MP3's loss apart, is the aim."""
    raw = np.rint(hum(foreign.REFERENCE) * louder).astype(np.int16)
    heard = foreign.levelled(raw, RATE, foreign.gain(raw, RATE))
    assert abs(pcm.loudness(heard, RATE) - pcm.LOUDNESS - foreign.ENCODED) < 0.5
    assert pcm.true_peak(heard) <= pcm.CEILING + 0.1


def test_a_voice_that_gives_silence_can_not_be_measured() -> None:
    with pytest.raises(SpeakError, match="next to no sound"):
        foreign.gain(np.zeros(RATE, np.int16), RATE)


def test_words_that_were_left_out_are_noticed() -> None:
    """English takes about 70 ms a letter: under 15 ms, some of them were not said."""
    words = "a sentence that a voice has cut short"
    letters = sum(map(str.isalnum, words))

    assert foreign.too_short(np.ones(letters * 14 * RATE // 1000, np.int16), words, RATE)
    assert not foreign.too_short(np.ones(letters * 16 * RATE // 1000, np.int16), words, RATE)
    assert foreign.too_short(np.ones(letters * 16 * RATE // 1000, np.int16), words, RATE, 2)
    assert foreign.too_short(np.zeros(0, np.int16), "…", RATE)


def test_a_voice_that_is_stuck_is_noticed() -> None:
    """No text takes 400 ms a character; a number in figures may take as long as 20 of them."""
    words = "fifty characters of a text that is said very slowly"

    assert foreign.too_long(np.ones(len(words) * RATE * 41 // 100, np.int16), words, RATE)
    assert not foreign.too_long(np.ones(len(words) * RATE * 39 // 100, np.int16), words, RATE)
    assert not foreign.too_long(np.ones(7 * RATE, np.int16), "1,000,000", RATE)


HUM = hum("The tide came in.")


def described(data: bytes = HUM.tobytes(), tag: int = 1, rate: int = RATE, frame: int = 2) -> bytes:
    """A WAV of one channel, which says of itself what it likes; of floats with the tag 3."""
    form = struct.pack("<HHIIHH", tag, 1, rate, 0, frame, 32 if tag == 3 else 16)
    body = b"WAVEfmt " + struct.pack("<I", 16) + form + struct.pack("<4sI", b"data", len(data))
    return b"RIFF" + struct.pack("<I", len(body) + len(data)) + body + data


def floats(*odd: float) -> bytes:
    """A sound that goes wrong on the way."""
    return np.array([*np.sin(np.arange(9000)) / 4, *odd], np.float32).tobytes()


DAMAGED = {
    "one sample a second": described(rate=1),
    "four thousand million of them": described(rate=0xFFFFFFFF),
    "frames of half a sample": described(frame=1),
    "frames of a thousand": described(frame=2000),
    "what is no number": described(floats(np.nan), 3, frame=4),
    "what is endless": described(floats(np.inf), 3, frame=4),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_sound_that_can_not_be_is_refused(name: str) -> None:
    """It would be noise, or as long as a year."""
    assert len(foreign.decode(described(), "WAV", RATE))
    with pytest.raises(SpeakError, match="it is damaged"):
        foreign.decode(DAMAGED[name], "WAV", RATE)


def test_a_file_that_says_it_holds_weeks_takes_no_room_for_them() -> None:
    file = io.BytesIO()
    soundfile.write(file, HUM, RATE, format="FLAC", subtype="PCM_16")
    data = bytearray(file.getvalue())
    data[21] |= 0x0F  # the first bits of how many samples follow: 2^36
    try:
        heard = foreign.decode(bytes(data), "FLAC", RATE)
    except SpeakError:
        return
    assert len(heard) <= len(HUM) + RATE
