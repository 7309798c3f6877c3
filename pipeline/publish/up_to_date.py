"""Publish what has changed, and end at once when nothing has.

Only light modules are imported here. `steps`, with all that speaks and renders, is imported
when there is work to do: an unchanged run is over before numpy would have loaded.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import settings
from pipeline.braille import louis
from pipeline.errors import SettingsError
from pipeline.publish.request import PublishRun, Request
from pipeline.source import folder_of
from pipeline.store import checked, fingerprint, ledger, report
from pipeline.store.files import (
    DAY,
    digest,
    drafts_folder,
    make_folder,
    prune,
    read,
    real,
    sweep,
)
from pipeline.store.fingerprint import FileState
from pipeline.store.ledger import Ledger
from pipeline.store.lock import locked
from pipeline.store.report import Report

if TYPE_CHECKING:
    from pipeline.publish.estimate import Estimate  # numpy would load with it
    from pipeline.publish.workers import Progress, Workers  # the pool of processes, too


def publish(request: Request, progress: "Progress") -> Report:
    """Make what has changed. Raises `SettingsError` and `WriteError`, which stop the run."""
    _check(request)
    chosen = settings.load(request.source)
    make_folder(request.output)
    with locked(request.cache, request.output), _swept(request):
        known = ledger.load(request.cache, request.output)
        kept = digest(read(request.output / checked.FILE) or b"")  # the statement says what it says
        asked = (request.only, *request.formats, "", request.engine, request.voice, kept)
        asked = (*asked, louis.identity(), *(["timings"] if request.timings else []))
        files = fingerprint.files(request.source, known.read)
        run = fingerprint.digest_of(files, *asked)
        if known.run == run and (unchanged := _unchanged(request, known, files)):
            return unchanged
        from pipeline.publish.workers import Workers  # noqa: PLC0415 (for work alone: see above)

        with (
            _pruned(request),
            Workers(request.jobs, progress) as workers,
            _speakers(request, workers) as speakers,
        ):
            workers.start()
            from pipeline.publish import steps  # noqa: PLC0415 (a second to load: see above)

            this = PublishRun(request, chosen, known, run, files)
            return steps.run_steps(this, workers, speakers)


def estimate(request: Request) -> "Estimate":
    """What `publish` would have to speak; no files are made. Raises `SettingsError`."""
    _check(request)
    known = ledger.load(request.cache, request.output)
    from pipeline.publish import steps  # noqa: PLC0415 (a second to load: see above)

    files = fingerprint.files(request.source, known.read)
    return steps.estimate(PublishRun(request, settings.load(request.source), known, "", files))


def _speakers(request: Request, workers: "Workers") -> "AbstractContextManager[Workers]":
    """The workers that speak: those of a cluster, if there is one. Raises `SettingsError`."""
    if not request.cluster:
        return nullcontext(workers)
    if find_spec("distributed") is None:
        raise SettingsError(
            "--cluster needs Dask distributed, which is not installed.",
            remedy="Get it with: make cluster; or run without --cluster.",
        )
    from pipeline.publish.cluster import Cluster  # noqa: PLC0415 (may be missing, and is slow)

    return Cluster(request.cluster, workers.progress)


@contextmanager
def _swept(request: Request) -> Iterator[None]:
    """Remove half-written files afterwards, of this run or of an earlier one that was killed.

    In the cache only those older than a day, since other runs may be using it.
    """
    try:
        yield
    finally:
        for folder in (request.output, drafts_folder(request.cache, request.output)):
            sweep(folder)
        sweep(request.cache, DAY)


@contextmanager
def _pruned(request: Request) -> Iterator[None]:
    """Remove what the cache has over its limit, once the work is done."""
    begun = time.time()
    yield
    prune(request.cache, request.cache_limit, begun)


def _unchanged(
    request: Request, known: Ledger, read_files: Mapping[str, FileState]
) -> Report | None:
    """The report of an unchanged run: same folder, every file as it was made; else None."""
    output, times = request.output, known.times
    written = read(output / report.FILE) or b""
    if digest(written) != known.report or known.source != real(request.source):
        return None
    if not known.untouched(output):
        files = known.files()
        times = ledger.times(output, files, known.times)
        if len(times) != len(files):
            return None
    if times != known.times or read_files != known.read:
        ledger.save(request.cache, output, replace(known, times=times, read=read_files))
    return Report(kept=len(known.posts), findings=known.findings)


def _check(request: Request) -> None:
    if not request.source.exists():
        raise SettingsError(
            "there is no such folder or file.",
            where=str(request.source),
            remedy="Name the folder your posts are in.",
        )
    if Path(real(request.output)).is_relative_to(real(folder_of(request.source))):
        raise SettingsError(
            "the output folder is inside the folder of posts.",
            where=str(request.output),
            remedy="Name an output folder beside it.",
        )
