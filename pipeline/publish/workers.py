"""Worker processes: run one function over many values on every core, and report progress."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.context import BaseContext
from types import FrameType, TracebackType
from typing import Any, Protocol, Self, TypeAlias, TypeVar

from pipeline.errors import AllwaysError, guarded

Result = TypeVar("Result")
Arrived: TypeAlias = Callable[[int, Any], Any]
"""Takes the number and the result of a piece; returns what the caller still needs of it."""

GRACE = 2.0
"""Seconds that a worker has to finish after its parent has ended."""


class Progress(Protocol):
    """Receives the progress of a step."""

    def begin(self, step: str, total: int) -> None:
        """A step with `total` pieces of work begins."""

    def advance(self) -> None:
        """One piece is done."""


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One piece of work: a function, its arguments, and the file or step to name in an error."""

    place: str
    work: Callable[..., Any]
    arguments: tuple[Any, ...]

    def done(self) -> Any:
        """Its result, or its error."""
        return guarded(self.place, self.work, *self.arguments)


def _lost(future: Future[Any]) -> bool:
    """Whether a piece was lost because its worker died. Waits for the piece to finish."""
    return isinstance(future.exception(), BrokenProcessPool)


class Workers:
    """Worker processes, started when first needed, ended with the `with` block.

    They are forked from a process that has loaded `pipeline.publish.loaded`, and not from this
    one: it may have threads, and a lock that was held during a fork is never released. On a Mac,
    where libraries of the system do not bear a fork, each is started by itself.
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
        if error:  # unfinished work is no longer needed
            for worker in multiprocessing.active_children():
                worker.terminate()
        self._close()

    def end(self) -> None:
        """End the workers, and with them all that they hold; what is given next starts new ones."""
        self._close()

    def start(self) -> None:
        """Start what the workers are forked from, while the caller goes on.

        They would otherwise wait for it when the first work comes: it loads for a second.
        """
        if self.jobs > 1:
            with _startable():
                self._open()
                if _context().get_start_method() == "forkserver":
                    forkserver.ensure_running()  # does not wait, as giving it work would

    def wake(self, load: Callable[..., object], *arguments: object, pieces: int) -> None:
        """Start the workers and let each load something, while the caller goes on.

        No more of them than there will be `pieces` of work, as far as that is known.

        What `load` returns or raises is ignored: the work that needs it meets the same error. A
        voice's model takes about half a second.
        """
        if self.jobs > 1:
            for _ in range(min(self.jobs, pieces)):
                self._submit(WorkItem("load", load, arguments))

    def each(
        self,
        step: str,
        work: Callable[..., Result],
        jobs: Sequence[tuple[Any, ...]],
        places: Sequence[str] = (),
        arrived: Arrived = lambda _number, result: result,
    ) -> list[Result | AllwaysError]:
        """The result or the error of `work` for each tuple of arguments, in their order.

        `places` are the files or steps to name in errors; the default is the step. `arrived` is
        called in this process with the index and the result of each as soon as it is ready, so
        that it can be stored before the run is stopped. What it returns stands for the result:
        the sound of ten hours, of which nothing more is needed, would be 300 MB.
        """
        if not jobs:
            return []
        self.progress.begin(step, len(jobs))
        named = zip(places or [step] * len(jobs), jobs, strict=True)
        pieces = [WorkItem(place, work, arguments) for place, arguments in named]
        return self._results(pieces, arrived)

    def _results(self, pieces: Sequence[WorkItem], arrived: Arrived) -> list[Any]:
        return self._here(pieces, arrived) if self.jobs == 1 else self._beside(pieces, arrived)

    def _here(self, pieces: Sequence[WorkItem], arrived: Arrived) -> list[Any]:
        return [self._told(n, piece.done(), arrived) for n, piece in enumerate(pieces)]

    def _told(self, number: int, result: Any, arrived: Arrived) -> Any:
        kept = arrived(number, result)
        self.progress.advance()
        return kept

    def _beside(self, pieces: Sequence[WorkItem], arrived: Arrived) -> list[Any]:
        """All results; work that was lost with a worker is done again, one piece at a time.

        When one worker is killed, the pool loses the work of all. One at a time, it is known
        which piece kills its worker, and each has all the memory.
        """
        numbers = {self._submit(piece): number for number, piece in enumerate(pieces)}
        results: dict[int, Any] = {}
        for future in as_completed(numbers):
            if not _lost(future):
                number = numbers.pop(future)  # else it would keep its result
                result = guarded(pieces[number].place, future.result)
                results[number] = self._told(number, result, arrived)
        for number, piece in enumerate(pieces):
            if number not in results:
                results[number] = self._told(number, self._again(piece), arrived)
        return [results[number] for number in range(len(pieces))]

    def _again(self, piece: WorkItem) -> Any:
        future = self._submit(piece)
        if not _lost(future):  # this waits for the piece
            return guarded(piece.place, future.result)
        return AllwaysError(
            "the process that worked on this was ended from outside, twice, perhaps because "
            "the memory was full.",
            where=piece.place,
            remedy="Close other programs, and run again with --jobs 1.",
        )

    def _submit(self, piece: WorkItem) -> Future[Any]:
        """Give a piece to the workers; to new ones if the pool is broken."""
        with _startable():
            try:
                return self._open().submit(_do, piece)
            except BrokenProcessPool:
                self._close()
                return self._open().submit(_do, piece)

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.jobs, _context(), initializer=_begin)
        return self._pool

    def _close(self) -> None:
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


@contextmanager
def _startable() -> Iterator[None]:
    """Tells in words where no process can be started."""
    try:
        yield
    except OSError as error:
        raise AllwaysError(
            f"no worker process can be started ({error.strerror}).",
            remedy="Close other programs, or run again with --jobs 1.",
        ) from error


def _context() -> BaseContext:
    """How a worker process is started."""
    if sys.platform == "darwin":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.publish.loaded"])
    return context


# --- in a worker ------------------------------------------------------------------------


def _begin() -> None:
    """Leave Ctrl-C to the parent, which ends its workers; end when the parent ends."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end(_number: int, _frame: FrameType | None) -> None:
    """End in order, and after `GRACE` seconds in any case."""
    threading.Thread(target=_end_anyway, daemon=True).start()
    raise SystemExit(1)


def _end_anyway() -> None:
    time.sleep(GRACE)
    os._exit(1)


def _end_with_parent() -> None:
    """End after the parent: one that was killed can't end its workers."""
    parent, main = multiprocessing.parent_process(), threading.main_thread().ident
    if parent and main:
        parent.join()
        signal.pthread_kill(main, signal.SIGTERM)  # a signal also interrupts a blocking call
        _end_anyway()


def _do(piece: WorkItem) -> Any:
    try:
        return piece.done()
    except SystemExit:  # from `_end`: the pool would go on with the next piece
        os._exit(1)
