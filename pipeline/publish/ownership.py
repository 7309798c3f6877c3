"""Which files of the output folder are ours, and which folder of posts they were made from."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipeline.errors import SettingsError
from pipeline.publish.request import Job
from pipeline.readers import Reading
from pipeline.store import ledger, report
from pipeline.store.files import read, real


def listed(job: Job) -> frozenset[str]:
    """Every file that we have made there: by the ledger, and by the output's own report."""
    output, known = job.request.output, job.known
    written = read(output / report.FILE) or b""
    begun = (path for slug in known.begun for path in (output / "posts" / slug).rglob("*"))
    return frozenset(
        (
            *report.files_of(written),
            *(card.path for card in known.files()),
            *known.left,
            *(path.relative_to(output).as_posix() for path in begun if path.is_file()),
        )
    )


def begin(job: Job, slugs: Iterable[str]) -> None:
    """Remember which posts a run will write: should it be killed, they are ours all the same."""
    begun = tuple(sorted({*job.known.begun, *slugs}))
    ledger.save(job.request.cache, job.request.output, replace(job.known, run="", begun=begun))


def check(job: Job, reading: Reading) -> None:
    """Refuse posts that would remove those of another folder. Raises `SettingsError`.

    A folder of posts that was moved or renamed goes on where it was: the old one is not there
    any more, and the posts are the same. Where the cache was deleted, the posts alone tell.
    """
    known, output = job.known.source, job.request.output
    there = [path for path in listed(job) if (output / path).exists()]
    if known == real(job.request.source) or not there:
        return
    if known and Path(known).exists():
        raise _refused(job, f"the posts in {known}")
    published = {path.split("/")[1] for path in there if path.startswith("posts/")}
    if published and not reading.errors and published.isdisjoint(p.slug for p in reading.posts):
        raise _refused(job, "other posts")


def _refused(job: Job, what: str) -> SettingsError:
    return SettingsError(
        f"this output folder was made from {what}, which would be removed from it.",
        where=str(job.request.output),
        remedy="Name another output folder (make publish OUTPUT=…). If these posts are to take "
        "their place, delete this one first.",
    )
