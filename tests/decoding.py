"""How tests hear an MP3: decoded by ffmpeg, which knows nothing of how it was made."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.narrate.clips import Clip
from tests.judging import SKIPPED


def require(program: str) -> None:
    """Skip the test where a program is missing; fail it where the judges are required."""
    if shutil.which(program):
        return
    if os.environ.get("ALLWAYS_REQUIRE_JUDGES") == "1":
        pytest.fail(f"{program} is required, and is not on this machine")
    pytest.skip(f"{SKIPPED}{program}: not on this machine")


def decoded(data: bytes) -> NDArray[np.int16]:
    """Every sample of an MP3 of one channel; whatever ffmpeg complains of fails the test."""
    require("ffmpeg")
    command = ["ffmpeg", "-v", "error", "-i", "-", "-map", "0:a", "-f", "s16le", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    assert not done.stderr.decode()
    return np.frombuffer(done.stdout, np.int16)


def frames(clips: Iterable[Clip]) -> bytes:
    """The sound of clips, one after the other."""
    return b"".join(clip.frames for clip in clips)


def metered(samples: NDArray[np.int16], rate: int) -> tuple[float, float]:
    """Loudness (LUFS) and true peak (dBTP) as ffmpeg's EBU R 128 meter reads them."""
    require("ffmpeg")
    sound = ["-f", "s16le", "-ar", str(rate), "-ac", "1", "-i", "-"]
    meter = ["-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-"]
    done = subprocess.run(
        ["ffmpeg", "-hide_banner", "-nostats", *sound, *meter],
        input=samples.tobytes(),
        capture_output=True,
        check=True,
    )
    printed = done.stderr.decode()
    loudness = re.search(r"\bI: +(\S+) LUFS", printed)
    peak = re.search(r"\bPeak: +(\S+) dBFS", printed)
    assert loudness
    assert peak
    return float(loudness[1]), float(peak[1])
