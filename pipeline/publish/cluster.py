"""Workers of a Dask cluster, on other machines or here. They need no disk that is shared.

Only this module loads Dask. It gives a piece that was lost with its worker to another one.
"""

import logging
import re
import signal
import socket
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import islice
from multiprocessing import resource_tracker
from types import TracebackType
from typing import Any, Self

import dask
from distributed import Client, KilledWorker, LocalCluster, Security, Worker, get_worker
from distributed.comm.addressing import parse_address, parse_host_port
from distributed.utils import LoopRunner
from tornado.ioloop import IOLoop

from pipeline.errors import AllwaysError, SettingsError, guarded
from pipeline.narrate.narration import ClipScript, key_of, open_voice
from pipeline.publish.workers import Arrived, Progress, Workers, WorkItem
from pipeline.settings import VoiceSettings
from pipeline.store import fingerprint
from pipeline.store.cache import cache_folder

AHEAD = 500
"""Pieces that the cluster has at once: enough for some hundred workers. The scheduler would be
slow with a million, and their sound would lie in memory if it came faster than it is stored."""

PATIENCE = 30.0
"""Seconds that a scheduler has to answer, and a cluster without any worker to get one."""

LOCAL = re.compile(r"local:([1-9][0-9]{0,2})")
"""A cluster of our own on this machine, with so many workers."""

_PARTS = ("scheduler", "worker")

REMEDY = "See that its scheduler and workers run and can be reached; or run without --cluster."

SAME = (
    "Start the scheduler and every worker with the same Allways as here, and with one thread "
    "for each worker: see docs/scaling.md."
)

OTHER = "has another version of Allways, or of a package that it needs"


class Cluster(Workers):
    """The workers of a Dask cluster, for a `with` block; `jobs` is how many it had at first.

    `address` is that of a scheduler, or "local:4" to start one here with four workers. Raises
    `SettingsError` where it can't be reached, or where a worker would not do the same as this
    machine.
    """

    def __init__(self, address: str, progress: Progress, patience: float = PATIENCE) -> None:
        super().__init__(1, progress)
        self._address = address
        self._patience = patience
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        for logger in ("distributed", "distributed.client"):
            logging.getLogger(logger).setLevel(logging.CRITICAL)  # what matters is our error
        with ExitStack() as opened:
            self._client = self._connected(opened)
            self._program = _program()
            self._check()
            self.jobs = len(self._client.nthreads())
            self._executor = self._client.get_executor(pure=False)
            self._opened = opened.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._executor.shutdown(wait=False)  # what is unfinished is no longer needed
        self._opened.close()

    def _connected(self, opened: ExitStack) -> Client:
        """The client of the cluster, which has its workers; `opened` closes what was opened."""
        loop = opened.enter_context(_loop())
        where: LocalCluster | str = self._address
        expected = 1  # those of another's cluster may come and go
        try:
            if found := LOCAL.fullmatch(self._address):
                expected = int(found[1])
                where = opened.enter_context(_started(expected, loop))
            else:
                _knock(self._address)
            client: Client = opened.enter_context(
                Client(where, timeout=self._patience, set_as_default=False, loop=loop)
            )
            client.wait_for_workers(expected, timeout=self._patience * expected)
        except (OSError, ValueError, RuntimeError) as error:
            raise SettingsError(
                f"this cluster can't be used: {error}.", where=self._address, remedy=REMEDY
            ) from error
        return client

    def _check(self) -> None:
        """Raises `SettingsError` where a worker would not do the same as this machine."""
        try:
            scheduler = self._client.run_on_scheduler(_program)
            unfit = self._client.run(_unfit, self._program)
        except Exception as error:  # whatever failed there comes back
            raise _refused(self._address, f"lacks Allways, or a part of it: {error}") from error
        if scheduler != self._program:
            raise _refused(self._address, OTHER)
        for worker, why in unfit.items():
            if why:
                raise _refused(worker, why)

    def _submit(self, piece: WorkItem) -> Future[Any]:
        future: Future[Any] = self._executor.submit(_do, piece, self._program)
        return future

    def _results(self, pieces: Sequence[WorkItem], arrived: Arrived) -> list[Any]:
        """All results, of which the cluster is never given more than `AHEAD` at once."""
        results: list[Any] = [None] * len(pieces)
        left = iter(enumerate(pieces))
        running: dict[Future[Any], int] = {}
        while True:
            for number, piece in islice(left, AHEAD - len(running)):
                running[self._submit(piece)] = number
            if not running:
                return results
            done, _ = wait(running, timeout=self._patience, return_when=FIRST_COMPLETED)
            if not done and not self._client.nthreads():
                raise _gone("it has no worker any more")
            for future in done:
                number = running.pop(future)
                results[number] = self._told(number, _result(pieces[number], future), arrived)


@contextmanager
def _loop() -> Iterator[IOLoop]:
    """The loop of Dask, in a thread. What it starts does not hear Ctrl-C: the run ends it."""
    runner = LoopRunner()
    resource_tracker.ensure_running()  # to start it later would unblock them
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        runner.start()  # a thread, and each process that it starts, inherits what is blocked
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
    try:
        yield runner.loop
    finally:
        runner.stop()


def _started(count: int, loop: IOLoop) -> LocalCluster:
    """A cluster on this machine alone, encrypted, so that no other user can give it work.

    Dask always opens a port for pages about itself, by default a fixed one; there are no pages.
    """
    pages: dict[str, object] = {f"distributed.{who}.http.routes": [] for who in _PARTS}
    with dask.config.set(pages):
        return LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            memory_limit=0,
            dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            silence_logs=logging.CRITICAL,
            security=True,
            loop=loop,
        )


def _knock(address: str) -> None:
    """Raises `OSError` or `ValueError` where no scheduler can be at an address.

    A client of Dask would try for long, and then leave a traceback.
    """
    scheme, place = parse_address(address)
    if scheme not in {"tcp", "tls"}:
        raise ValueError("an address is written as tcp://name:8786 or tls://name:8786")
    if scheme == "tls" and not Security().get_connection_args("client")["ssl_context"]:
        raise ValueError("Dask has no certificates set here for TLS")
    with socket.create_connection(parse_host_port(place), timeout=PATIENCE):
        pass


def _result(piece: WorkItem, future: Future[Any]) -> Any:
    """The result of a piece that is done, or its error."""
    if future.cancelled():
        raise _gone("its scheduler can't be reached any more")
    if isinstance(future.exception(), KilledWorker):
        return AllwaysError(
            "every worker of the cluster that worked on this was ended from outside, perhaps "
            "because its memory was full.",
            where=piece.place,
            remedy="Give the workers more memory, and run again.",
        )
    return guarded(piece.place, future.result)


def _gone(why: str) -> AllwaysError:
    return AllwaysError(
        f"the cluster was lost: {why}.",
        remedy="What was spoken is kept. Start the cluster again, and run again.",
    )


def _refused(address: str, why: str) -> SettingsError:
    return SettingsError(f"this part of the cluster {why}.", where=address, remedy=SAME)


# --- in a worker ------------------------------------------------------------------------


def _do(piece: WorkItem, program: str) -> Any:
    """A piece, with the cache of the machine it is done on. Raises `SettingsError`."""
    worker = get_worker()
    if why := _unfit(program, worker):  # it may have come after the others were asked
        raise _refused(worker.address, why)
    try:
        return replace(piece, arguments=tuple(map(_placed, piece.arguments))).done()
    except SettingsError as error:
        raise SettingsError(
            error.message, where=worker.address, remedy=f"On that machine: {error.remedy}"
        ) from error


def _program() -> str:
    """What must be the same everywhere; a function of this module, which all of them need."""
    return fingerprint.program()


def _unfit(program: str, dask_worker: Worker) -> str:
    """Why a worker must not speak, or ""; Dask gives the worker by the name of the parameter."""
    if _program() != program:
        return OTHER
    if dask_worker.state.nthreads != 1:
        return "does several things at once, which voices can't"
    return ""


def _placed(argument: Any) -> Any:
    """An argument with the cache of this machine, where its voices are.

    Raises `SettingsError` where they would not give the sound that the key of a clip stands for.
    """
    match argument:
        case ClipScript(part=part, key=key):
            here = replace(argument, voice=_placed(argument.voice))
            if key_of(part, open_voice(here.voice)) != key:
                raise SettingsError("the voice there is another one.", remedy="Get the same voice.")
            return here
        case VoiceSettings():
            return replace(argument, cache=cache_folder())
        case _:
            return argument
