"""Captions out of order, or past the end of their sound, are refused."""

from pathlib import Path

import pytest

from tests.formats.builders import FRAME
from tests.judging import codes, judged

GOOD = """WEBVTT

s1
00:00:00.000 --> 00:00:00.600
The tide came in.

s2
00:00:00.600 --> 00:00:01.200
It went out.
"""


def _transcript(folder: Path, text: str = GOOD) -> Path:
    (folder / "tide.mp3").write_bytes(FRAME * 50)  # 1,200 ms
    path = folder / "transcript.vtt"
    path.write_text(text, "utf-8")
    return path


def test_captions_in_order_pass(tmp_path: Path) -> None:
    assert judged("captions", _transcript(tmp_path)) == ()


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("cues-past-end", "01.200", "09.000"),
        ("cues-past-end", "01.200", "01.202"),
        ("cues-overlap", "00.600 -->", "00.500 -->"),
        ("cues-order", "00:00:01.200", "00:00:00.100"),
        ("cues-none", "-->", "->"),
    ],
)
def test_a_broken_transcript_is_refused(tmp_path: Path, code: str, before: str, after: str) -> None:
    assert code in codes(judged("captions", _transcript(tmp_path, GOOD.replace(before, after))))
