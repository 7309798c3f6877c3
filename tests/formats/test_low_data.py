"""The small file has the sound and the times of the MP3, in a fraction of its bytes."""

import dataclasses
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import av
import numpy as np
from mutagen.oggopus import OggOpus
from numpy.typing import NDArray

from formats import low_data
from formats.model import Edition, Narration
from pipeline.sound import mp3_frames
from tests.formats.builders import edition_of, paragraph, post_of

RATE = 22_050
SILENT = edition_of(post_of(paragraph("A word."), title="Tide\x00 & <Time>", authors=("Ada",)))


def voiced(samples: NDArray[np.int16], pieces: int = 1) -> Edition:
    """An edition whose narration is this sound, in some pieces of whole frames."""
    frames = mp3_frames.encode(samples, RATE, 64)
    size = mp3_frames.decoded_samples(len(samples), RATE)
    step = -(-len(frames) // pieces)
    sound = tuple(frames[at : at + step] for at in range(0, len(frames), step))
    return dataclasses.replace(
        SILENT, narrations=(Narration(sound, RATE, size, (size,), (), 64, voices=("Robin",)),)
    )


def made(edition: Edition) -> bytes:
    (file,) = low_data.render(edition)
    assert (file.path, file.mime) == ("a-post.opus", "audio/ogg")
    return file.data


def heard(data: bytes) -> NDArray[np.float32]:
    """The sound as a player decodes it, at 48 kHz."""
    with av.open(BytesIO(data), "r") as file:
        return np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)])


def length(data: bytes) -> float:
    """The seconds that the file itself gives."""
    info: Any = OggOpus(BytesIO(data)).info
    return float(info.length)


def noise(seconds: int) -> NDArray[np.int16]:
    return np.random.default_rng(1).integers(-9000, 9000, seconds * RATE).astype(np.int16)


def test_it_is_as_long_as_the_mp3() -> None:
    edition = voiced(noise(7))
    seconds = edition.narration.samples / RATE

    assert abs(len(heard(made(edition))) / 48_000 - seconds) < 0.001
    assert abs(length(made(edition)) - seconds) < 0.01


def test_a_sound_is_where_it_is_in_the_mp3() -> None:
    """So the chapters and the captions of the MP3 are right for it, too."""
    burst = np.zeros(3 * RATE, np.int16)
    at = int(1.5 * RATE)
    burst[at : at + RATE // 4] = noise(1)[: RATE // 4]
    loud = np.flatnonzero(np.abs(heard(made(voiced(burst)))) > 0.1)

    assert abs(loud[0] / 48_000 - (at + mp3_frames.DELAY) / RATE) < 0.02


def test_even_noise_takes_less_than_24_kilobits_a_second() -> None:
    edition = voiced(noise(60))

    assert len(made(edition)) * 8 / (edition.narration.samples / RATE) < 24_000


def test_it_is_as_loud_as_the_mp3() -> None:
    wave = (np.sin(np.arange(5 * RATE) * 2 * np.pi * 440 / RATE) * 8000).astype(np.int16)
    level = float(np.sqrt(np.mean(heard(made(voiced(wave)))[48_000:192_000] ** 2)))

    assert abs(20 * np.log10(level / (8000 / 32768 / np.sqrt(2)))) < 1


def test_its_comments_say_what_it_is_and_that_the_voice_is_synthetic() -> None:
    edition = voiced(noise(1))
    comments = OggOpus(BytesIO(made(edition))).tags
    assert comments is not None

    assert comments["title"] == ["Tide\ufffd & <Time>"]
    assert comments["artist"] == ["Ada"]
    assert comments["ai-content"] == ["true"]
    assert comments["voice"] == ["Robin"]
    assert "a test voice" in comments["description"][0]


def test_it_is_written_while_the_sound_is_read() -> None:
    """The sound of ten hours is never held as a whole."""
    whole = voiced(noise(120), pieces=40)
    out, sizes = BytesIO(), list[int]()

    def read() -> Iterator[bytes]:
        for piece in whole.narration.sound:
            sizes.append(len(out.getvalue()))
            yield piece

    sound = dataclasses.replace(whole.narration, sound=read())
    (file,) = low_data.render(dataclasses.replace(whole, narrations=(sound,)))
    file.write(out)

    assert sizes[20] > 0.4 * len(out.getvalue())


def test_the_version_of_the_library_and_chance_are_not_in_it() -> None:
    data = made(SILENT)

    assert data[14:18] == bytes(4)
    assert b"Lavf6" not in data
    assert b"Lavc6" not in data
