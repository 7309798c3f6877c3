"""Many hands: the same function over many values, on all the cores, with word of progress."""

import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from pipeline.errors import AllwaysError

Result = TypeVar("Result")


class Progress(Protocol):
    """Someone who is told how far a step has come."""

    def begin(self, step: str, total: int) -> None:
        """A step of so many pieces begins."""

    def advance(self) -> None:
        """One piece is done."""


class Crew:
    """Worker processes, started when there is work for more than one, ended with the block.

    They are spawned, not forked: the caller may have threads, and a forked lock never opens.
    """

    def __init__(self, jobs: int, progress: Progress) -> None:
        self.jobs = jobs
        self.progress = progress
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def wake(self, module: str) -> None:
        """Start the workers and let them load a module, while the caller goes on.

        A spawned process begins with nothing loaded, and takes most of a second for it.
        """
        if self.jobs > 1:
            for _ in range(self.jobs):
                self._open().submit(import_module, module)

    def each(
        self,
        step: str,
        work: Callable[..., Result],
        jobs: Sequence[tuple[Any, ...]],
        arrived: Callable[[int, Result], None] = lambda _index, _result: None,
    ) -> list[Result]:
        """The result of `work` for each tuple of arguments, in their order.

        `arrived` is called in this process with each result and its place, as soon as it is
        there: what is kept then is not lost when the run is stopped.
        """
        if not jobs:
            return []
        self.progress.begin(step, len(jobs))
        if self.jobs == 1:
            return [self._here(work, job, partial(arrived, n)) for n, job in enumerate(jobs)]
        return self._beside(work, jobs, arrived)

    def _here(
        self,
        work: Callable[..., Result],
        job: tuple[Any, ...],
        arrived: Callable[[Result], None],
    ) -> Result:
        result = work(*job)
        arrived(result)
        self.progress.advance()
        return result

    def _beside(
        self,
        work: Callable[..., Result],
        jobs: Sequence[tuple[Any, ...]],
        arrived: Callable[[int, Result], None],
    ) -> list[Result]:
        pool = self._open()
        futures: list[Future[Result]] = [pool.submit(work, *job) for job in jobs]
        places = {future: n for n, future in enumerate(futures)}
        try:
            for future in as_completed(futures):
                arrived(places[future], future.result())
                self.progress.advance()
            return [future.result() for future in futures]
        except BrokenProcessPool as error:
            raise AllwaysError(
                "a worker process was ended from outside, perhaps for want of memory.",
                remedy="PublishRun again with --jobs 1.",
            ) from error

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self.jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts
            )
        return self._pool


def _leave_interrupts() -> None:
    """Ctrl-C is for the conductor alone, which lets each worker finish its file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
