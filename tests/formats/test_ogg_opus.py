"""A stream of clips that were encoded one by one has the sound and the times of the MP3."""

from io import BytesIO
from typing import Any

import av
import numpy as np
from mutagen.ogg import OggPage
from mutagen.oggopus import OggOpus
from numpy.typing import NDArray

from formats import ogg_opus
from formats.model import Packets
from pipeline.sound import mp3_frames, opus

RATE = 22_050


def noise(seconds: float) -> NDArray[np.int16]:
    size = int(seconds * RATE)
    return np.random.default_rng(1).integers(-9000, 9000, size).astype(np.int16)


def clip_of(samples: NDArray[np.int16]) -> tuple[Packets, int]:
    """The packets of a clip with this sound, and its length in samples."""
    frames = mp3_frames.encode(samples, RATE, 64)
    return opus.encode(frames, RATE), mp3_frames.decoded_samples(len(samples), RATE)


def stream(*sounds: NDArray[np.int16]) -> tuple[bytes, list[int]]:
    """The stream of clips with these sounds, and their lengths in samples."""
    clips, lengths = zip(*map(clip_of, sounds), strict=True)
    pages = ogg_opus.stream(clips, lengths, RATE, {"TITLE": "Tide"})
    return b"".join(pages), list(lengths)


def heard(data: bytes) -> NDArray[np.float32]:
    """The sound as a player decodes it, at 48 kHz."""
    with av.open(BytesIO(data), "r") as file:
        return np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)])


def length(data: bytes) -> float:
    """The seconds that the file itself gives."""
    info: Any = OggOpus(BytesIO(data)).info
    return float(info.length)


def burst(lead: float) -> NDArray[np.int16]:
    """Half a second of a tone, between silences of `lead` and of 0.3 seconds."""
    tone = np.sin(np.arange(RATE // 2) * 2 * np.pi * 440 / RATE) * 8000
    return np.pad(tone.astype(np.int16), (int(lead * RATE), int(0.3 * RATE)))


def pages(data: bytes) -> list[OggPage]:
    file, found = BytesIO(data), []
    while file.tell() < len(data):
        found.append(OggPage(file))
    return found


def test_it_is_as_long_as_the_mp3() -> None:
    data, lengths = stream(noise(7), noise(1.2345))
    seconds = sum(lengths) / RATE

    assert abs(len(heard(data)) / 48_000 - seconds) < 0.0001
    assert abs(length(data) - seconds) < 0.0001


def test_a_sound_of_any_clip_is_within_ten_milliseconds_of_where_it_is_in_the_mp3() -> None:
    """So the chapters and the captions of the MP3 are right for it, too."""
    leads = [0.1 + 0.0137 * number for number in range(30)]
    data, lengths = stream(*map(burst, leads))
    sound = np.abs(heard(data)) > 0.1
    for lead, before in zip(leads, np.cumsum([0, *lengths[:-1]]), strict=True):
        begin = (before + mp3_frames.DELAY) / RATE + lead
        near = sound[int((begin - 0.05) * 48_000) :]
        assert abs(np.flatnonzero(near)[0] / 48_000 - 0.05) < 0.011


def test_every_clip_begins_as_loud_as_it_is_in_the_mp3() -> None:
    """The decoder comes from another clip's end, and from nothing at the first."""
    data, lengths = stream(*[burst(0.0)] * 4)
    sound = heard(data)
    for before in np.cumsum([0, *lengths[:-1]]):
        begin = int(((before + mp3_frames.DELAY) / RATE + 0.011) * 48_000)
        level = np.sqrt(np.mean(sound[begin : begin + 2400] ** 2))
        assert abs(20 * np.log10(level / (8000 / 32_768 / np.sqrt(2)))) < 1


def test_a_change_in_one_clip_changes_no_packet_of_another() -> None:
    first, one, last = burst(0.1), burst(0.2), burst(0.3)

    def packets(data: bytes) -> list[bytes]:
        return [packet for page in pages(data)[2:] for packet in page.packets]

    before, after = packets(stream(first, one, last)[0]), packets(stream(first, last, last)[0])
    first_packets = round(stream(first)[1][0] * 48_000 / RATE / ogg_opus.PACKET)
    assert before[:first_packets] == after[:first_packets]
    assert before[-30:] == after[-30:]
    assert before[first_packets : first_packets + 20] != after[first_packets : first_packets + 20]


def test_even_noise_takes_less_than_24_kilobits_a_second() -> None:
    data, lengths = stream(noise(60))

    assert len(data) * 8 / (sum(lengths) / RATE) < 24_000


def test_its_pages_have_a_second_each_and_are_numbered_without_chance() -> None:
    made = pages(stream(noise(3.7))[0])

    assert [page.sequence for page in made] == list(range(len(made)))
    assert {page.serial for page in made} == {0}
    assert [page.position for page in made[2:5]] == [48_000, 96_000, 144_000]
    assert [page.first for page in made] == [True] + [False] * (len(made) - 1)
    assert [page.last for page in made] == [False] * (len(made) - 1) + [True]
