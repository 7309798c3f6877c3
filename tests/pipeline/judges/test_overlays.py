"""Our own check of overlays refuses what EPUBCheck leaves closed."""

from pathlib import Path

import pytest

from tests.formats.builders import FRAME
from tests.judging import codes, judged
from tests.pipeline.judges.books import SOUND, book


def test_a_book_whose_clips_play_passes(tmp_path: Path) -> None:
    assert judged("overlays", book(tmp_path)) == ()


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("overlay-past-end", {"0:00:01.200": "0:06:40.000"}),
        ("overlay-past-end", {"0:00:01.200": "0:00:01.202"}),
        ("overlay-text", {"page.xhtml#s2": "page.xhtml#s9"}),
        ("overlay-text", {"page.xhtml#s2": "pages.xhtml#s2"}),
        ("overlay-overlap", {'clipBegin="0:00:00.600"': 'clipBegin="0:00:00.500"'}),
        ("overlay-empty", {'clipEnd="0:00:00.600"': 'clipEnd="0:00:00.000"'}),
        ("overlay-duration", {">0:00:01.200<": ">0:00:02.000<"}),
        ("overlay-sound", {'audio src="page.mp3"': 'audio src="gone.mp3"'}),
        ("overlay-none", {' media-overlay="page-overlay"': ""}),
        ("overlay-order", {'id="s1"': 'id="s0"', 'id="s2"': 'id="s1"', 'id="s0"': 'id="s2"'}),
    ],
)
def test_a_broken_overlay_is_refused(tmp_path: Path, code: str, changes: dict[str, str]) -> None:
    assert code in codes(judged("overlays", book(tmp_path, changes)))


def test_sound_that_no_clip_plays_is_refused(tmp_path: Path) -> None:
    found = judged("overlays", book(tmp_path, sound=SOUND + FRAME * 200))

    assert codes(found) == {"overlay-unplayed"}


def test_sound_that_is_no_mpeg_is_refused(tmp_path: Path) -> None:
    assert codes(judged("overlays", book(tmp_path, sound=b"RIFF" * 40))) == {"overlay-sound"}


def test_a_book_without_sound_that_claims_none_passes(tmp_path: Path) -> None:
    silent = {
        ' media-overlay="page-overlay"': "",
        '<item id="page-overlay" href="page.smil" media-type="application/smil+xml"/>': "",
    }
    claiming = judged("overlays", book(tmp_path, silent))
    honest = judged("overlays", book(tmp_path, {**silent, "synchronizedAudioText": "unlocked"}))

    assert "overlay-none" in codes(claiming)
    assert honest == ()
