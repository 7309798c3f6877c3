"""Publish what has changed, and notice at once when nothing has.

Only light things are imported here: the conductor, with all that speaks and renders, is
loaded when there is work for it. An unchanged run is over before numpy would have loaded.
"""

from typing import TYPE_CHECKING

from pipeline import settings
from pipeline.errors import SettingsError
from pipeline.publish.request import PublishRun, Request
from pipeline.publish.workers import Crew, Progress
from pipeline.store import fingerprint, ledger, report
from pipeline.store.files import make_folder
from pipeline.store.ledger import Ledger
from pipeline.store.lock import locked
from pipeline.store.report import Report

if TYPE_CHECKING:
    from pipeline.publish.estimate import Estimate  # numpy would load with it


def publish(request: Request, progress: Progress) -> Report:
    """Make what has changed. Raises `SettingsError` and `WriteError`, which stop the run."""
    _check(request)
    chosen = settings.load(request.source)
    make_folder(request.output)
    with locked(request.cache, request.output):
        known = ledger.load(request.cache, request.output)
        asked = (request.only, *request.formats, "", request.engine, request.voice)
        run = fingerprint.folder(request.source, *asked)
        if known.run == run and _intact(request, known):
            told = report.findings_of((request.output / report.FILE).read_bytes())
            return Report(kept=len(known.posts), findings=told)
        with Crew(request.jobs, progress) as crew:
            crew.wake("pipeline.publish.render")
            from pipeline.publish import steps  # noqa: PLC0415 (a second to load: see above)

            return steps.run_steps(PublishRun(request, chosen, known, run), crew)


def estimate(request: Request) -> "Estimate":
    """What `publish` would have to speak; nothing is made. Raises `SettingsError`."""
    _check(request)
    known = ledger.load(request.cache, request.output)
    from pipeline.publish import steps  # noqa: PLC0415 (a second to load: see above)

    return steps.estimate(PublishRun(request, settings.load(request.source), known, ""))


def _intact(request: Request, known: Ledger) -> bool:
    there = (request.output / report.FILE).is_file()
    return there and ledger.intact(request.output, known.files())


def _check(request: Request) -> None:
    if not request.source.exists():
        raise SettingsError(
            "there is no such folder or file.",
            where=str(request.source),
            remedy="Name the folder your posts are in.",
        )
    folder = request.source if request.source.is_dir() else request.source.parent
    if request.output.resolve().is_relative_to(folder.resolve()):
        raise SettingsError(
            "the output folder is inside the folder of posts.",
            where=str(request.output),
            remedy="Name an output folder beside it.",
        )
