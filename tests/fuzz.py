"""`make fuzz`: every reader on damaged files, led by which lines of the readers these reach.

It stops at the first fault, prints it, and keeps the file beside `tests/`, as `crash-…`. The first
byte of such a file says which name it has; the rest is its content.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["pipeline.readers", "pipeline.source", "formats.slugs"]):
    from pipeline.errors import FaultError
    from pipeline.readers import Defaults, read

from tests.pipeline.readers.samples import SAMPLES

SLOWEST = 10
"""Seconds for one file."""

MOST_MEMORY = 1000
"""MB; what measures the lines takes half of it."""

NAMES = sorted(SAMPLES)


def read_one(data: bytes) -> None:
    """Read one file. Raises `FaultError` where a reader has a fault."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / NAMES[data[0] % len(NAMES) if data else 0]
        path.write_bytes(data[1:])
        for error in read(Path(folder), Defaults()).errors:
            if isinstance(error, FaultError):
                sys.stderr.write(error.trace)
                raise error


def main(seconds: str) -> None:
    """Read damaged files for some seconds, beginning with the samples."""
    with TemporaryDirectory() as folder:
        for number, name in enumerate(NAMES):
            (Path(folder) / name).write_bytes(bytes([number]) + SAMPLES[name])
        limits = [
            f"-max_total_time={seconds}",
            f"-timeout={SLOWEST}",
            f"-rss_limit_mb={MOST_MEMORY}",
        ]
        atheris.Setup([sys.argv[0], *limits, "-max_len=20000", folder], read_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1])
