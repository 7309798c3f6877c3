"""The small file says what it is, and is written while the sound is read."""

import dataclasses
from collections.abc import Iterator
from io import BytesIO

from mutagen.oggopus import OggOpus

from formats import low_data
from formats.model import Edition, Narration, Packets
from tests.formats.builders import edition_of, paragraph, post_of
from tests.formats.test_ogg_opus import RATE, clip_of, noise

SILENT = edition_of(post_of(paragraph("A word."), title="Tide\x00 & <Time>", authors=("Ada",)))


def voiced(clips: int) -> Edition:
    """An edition whose narration has so many clips of three seconds."""
    packets, samples = clip_of(noise(3))
    narration = Narration((), RATE, clips * samples, (samples,) * clips, (), 64, voices=("Robin",))
    small = dataclasses.replace(narration, small=(packets,) * clips)
    return dataclasses.replace(SILENT, narrations=(small,))


def made(edition: Edition) -> bytes:
    (file,) = low_data.render(edition)
    assert (file.path, file.mime) == ("a-post.opus", "audio/ogg")
    return file.data


def test_its_comments_say_what_it_is_and_that_the_voice_is_synthetic() -> None:
    comments = OggOpus(BytesIO(made(voiced(1)))).tags
    assert comments is not None

    assert comments["title"] == ["Tide\ufffd & <Time>"]
    assert comments["artist"] == ["Ada"]
    assert comments["ai-content"] == ["true"]
    assert comments["voice"] == ["Robin"]
    assert "a test voice" in comments["description"][0]


def test_it_is_written_while_the_sound_is_read() -> None:
    """The sound of ten hours is never held as a whole."""
    whole = voiced(40)
    out, sizes = BytesIO(), list[int]()

    def read() -> Iterator[Packets]:
        for packets in whole.narration.small:
            sizes.append(len(out.getvalue()))
            yield packets

    sound = dataclasses.replace(whole.narration, small=read())
    (file,) = low_data.render(dataclasses.replace(whole, narrations=(sound,)))
    file.write(out)

    assert sizes[20] > 0.4 * len(out.getvalue())
