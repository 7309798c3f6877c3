"""How a run reports progress: a bar on a terminal, plain lines elsewhere."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Never, TextIO

if TYPE_CHECKING:
    from tqdm import tqdm

    from pipeline.publish.workers import Progress  # the pool of processes would load with it

# What each step does, for people, and what it counts.
_SAID = {
    "narrate": ("Speaking", "piece of sound", "pieces of sound"),
    "render": ("Making the pages, books and prints of", "post", "posts"),
    "gather": ("Making", "file of the whole blog", "files of the whole blog"),
}


def _said(step: str, total: int) -> str:
    does, one, many = _SAID[step]
    return f"{does} {total:,} {one if total == 1 else many} …"


class Quiet:
    """Says nothing."""

    def begin(self, step: str, total: int) -> None:
        """Nothing."""

    def advance(self) -> None:
        """Nothing."""


class Lines:
    """One line for each step, for logs."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def begin(self, step: str, total: int) -> None:
        """Name the step and its size."""
        with suppress(OSError):  # a log that is closed or full stops no run
            self.stream.write(f"{_said(step, total)}\n")

    def advance(self) -> None:
        """Nothing: a log has one line for each step only."""


class Bar:
    """A bar for each step, for a person at a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self._bar: tqdm[Never] | None = None

    def begin(self, step: str, total: int) -> None:
        """Close the bar of the last step and open a new one."""
        from tqdm import tqdm  # noqa: PLC0415 (0.06 s, and most runs have nothing to show)

        self.close()
        self._bar = tqdm(
            total=total,
            desc=_SAID[step][0].partition(" ")[0],
            file=self.stream,
            leave=False,
            ncols=70,
        )

    def advance(self) -> None:
        """Move the bar by one piece."""
        if self._bar:
            self._bar.update()

    def close(self) -> None:
        """Remove the bar."""
        if self._bar:
            self._bar.close()


class StepTimes:
    """Passes progress on, and notes how long each step takes.

    What comes before the first step that is told, reading the posts and scripting them, is
    "prepare"; what comes after the last belongs to it.
    """

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self._step = "prepare"
        self._since = time.monotonic()
        self._seconds: dict[str, float] = {}

    def begin(self, step: str, total: int) -> None:
        """End the last step, and begin this one; a step may begin more than once."""
        self._end()
        self._step = step
        self._progress.begin(step, total)

    def advance(self) -> None:
        """Pass it on."""
        self._progress.advance()

    def seconds(self) -> Mapping[str, float]:
        """The seconds of each step until now, by its name."""
        self._end()
        return {step: round(seconds, 3) for step, seconds in self._seconds.items()}

    def _end(self) -> None:
        now = time.monotonic()
        self._seconds[self._step] = self._seconds.get(self._step, 0.0) + now - self._since
        self._since = now


@contextmanager
def shown(stream: TextIO) -> "Iterator[Progress]":
    """Progress in the way that suits the stream."""
    if not stream.isatty():
        yield Lines(stream)
        return
    bar = Bar(stream)
    try:
        yield bar
    finally:
        bar.close()
