"""Whether a narration decodes without errors and has the loudness that we promise.

ffmpeg must print nothing while it decodes, mp3val must warn of nothing, and ffmpeg's EBU
R 128 meter must show -19 LUFS (mono, which sounds as loud as stereo at -16) within 1 LU and a
true peak of at most -1 dBTP.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from mutagen.id3 import ID3, ID3NoHeaderError

from pipeline.findings import Finding
from pipeline.judges.judge import Judge, fault, suffix

LOUDNESS = -19.0
TOLERANCE = 1.0
PEAK = -1.0
_SECONDS = 600
_SHORTEST = 3.0  # seconds: below them the meter has too few blocks to gate


def _missing() -> str:
    absent = [name for name in ("ffmpeg", "mp3val") if shutil.which(name) is None]
    named = " and ".join(absent)
    return f"no {named} on this machine: apt-get install {' '.join(absent)}" if absent else ""


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    return tuple(finding for path in paths for finding in _findings(path))


def _findings(path: Path) -> Iterator[Finding]:
    for line in _run("ffmpeg", "-v", "error", "-i", path, "-f", "null", "-").stdout.splitlines():
        yield fault("audio-decode", path, f"ffmpeg: {line}")
    for line in _run("mp3val", path).stdout.splitlines():
        if line.startswith(("WARNING", "ERROR")):
            yield fault("audio-mp3val", path, f"mp3val: {line}")
    if not _says_silence(path):
        yield from _loudness(path)


def _run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program without input; what it prints on standard error is included."""
    return subprocess.run(
        [program, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        timeout=_SECONDS,
        check=False,
    )


def _says_silence(path: Path) -> bool:
    """Whether the file's tag names the silent voice."""
    try:
        frames = ID3(path).getall("TXXX")
    except ID3NoHeaderError:
        return False
    return any("silence" in str(text).lower() for frame in frames for text in frame.text)


def _loudness(path: Path) -> Iterator[Finding]:
    # framelog=verbose: nothing but the summary at the default log level.
    meter = ("-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-")
    done = _run("ffmpeg", "-hide_banner", "-nostats", "-i", path, *meter)
    printed = done.stdout
    loudness = re.search(r"\bI: +(\S+) LUFS", printed)
    peak = re.search(r"\bPeak: +(\S+) dBFS", printed)
    if done.returncode or loudness is None or peak is None:
        yield fault("audio-loudness", path, "ffmpeg could not measure its loudness")
        return
    if _long_enough(printed) and not abs(float(loudness[1]) - LOUDNESS) <= TOLERANCE:
        yield fault(
            "audio-loudness", path, f"{loudness[1]} LUFS, not {LOUDNESS} within {TOLERANCE}"
        )
    if not float(peak[1]) <= PEAK:
        yield fault("audio-peak", path, f"its true peak is {peak[1]} dBTP, above {PEAK}")


def _long_enough(printed: str) -> bool:
    length = re.search(r"Duration: (\d+):(\d\d):([\d.]+)", printed)
    if length is None:
        return True
    hours, minutes, seconds = map(float, length.groups())
    return hours * 3600 + minutes * 60 + seconds >= _SHORTEST


AUDIO = Judge("audio", suffix(".mp3"), _missing, _judge)
