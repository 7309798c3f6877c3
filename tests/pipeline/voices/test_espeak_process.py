"""The process that speaks is started anew when it has died, and costs one clip at most."""

import os
import signal
from pathlib import Path

import pytest
from espeakng_loader import get_data_path, get_library_path

from pipeline.errors import SpeakError
from pipeline.voices.espeak_process import Speaker, beginning

LIBRARY, DATA = Path(get_library_path()), Path(get_data_path())


def test_a_process_that_was_killed_fails_one_clip_and_is_started_again(speaker: Speaker) -> None:
    """The clip's beginning is in the error; the next one is spoken."""
    assert speaker._process
    os.kill(speaker._process.pid, signal.SIGKILL)
    speaker._process.wait()
    with pytest.raises(SpeakError, match=r"The tide.*its process ended"):
        speaker.speak([("gmw/en", "The tide")], 160)
    (heard,) = speaker.speak([("gmw/en", "The tide")], 160)
    assert len(heard.samples) > 1000


def test_a_voice_that_the_library_refuses_fails_one_clip(speaker: Speaker) -> None:
    """The process goes on."""
    with pytest.raises(SpeakError, match="no voice"):
        speaker.speak([("no/such", "The tide")], 160)
    assert len(speaker.speak([("gmw/en", "The tide")], 160)[0].samples) > 1000


def test_a_library_that_is_none_can_not_be_started(tmp_path: Path) -> None:
    """No interpreter ends; an error says what to do."""
    (tmp_path / "libespeak-ng.so").write_bytes(b"not a library")
    for library, data in ((tmp_path / "libespeak-ng.so", DATA), (LIBRARY, tmp_path / "none")):
        with pytest.raises(SpeakError, match="espeakng-loader"):
            Speaker(library, data)


def test_data_at_the_end_of_a_long_path_are_reached(tmp_path: Path) -> None:
    """Its buffer ends at 144 characters; a link leads round it, and is removed."""
    deep = tmp_path / ("d" * 90) / ("e" * 90)
    deep.mkdir(parents=True)
    (deep / "espeak-ng-data").symlink_to(DATA)
    speaker = Speaker(LIBRARY, deep / "espeak-ng-data")
    link = speaker._data_parent()
    assert (link / "espeak-ng-data" / "phontab").exists()
    assert len(speaker.speak([("gmw/en", "The tide")], 160)[0].samples) > 1000
    speaker.close()
    assert not link.exists()


def test_what_an_error_shows_of_a_text_is_its_beginning() -> None:
    assert beginning("a" * 60) == "a" * 60
    assert beginning("a" * 61) == "a" * 59 + "…"


def test_the_library_tells_its_version_and_its_voices(speaker: Speaker) -> None:
    assert speaker.version[0].isdigit()
    assert any(("cy", 5) in voice.languages for voice in speaker.entries)
