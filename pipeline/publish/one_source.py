"""One output folder is made from one folder of posts: those of another would take its place."""

from pathlib import Path

from pipeline.errors import SettingsError
from pipeline.publish.request import Job
from pipeline.readers import Reading
from pipeline.store import report
from pipeline.store.files import read, real


def check(job: Job, reading: Reading) -> None:
    """Refuse posts that would remove those of another folder. Raises `SettingsError`.

    A folder of posts that was moved or renamed goes on where it was: the old one is not there
    any more, and the posts are the same. Where the cache was deleted, the posts alone tell.
    """
    known, source = job.known.source, real(job.request.source)
    if known == source:
        return
    if known and Path(known).exists():
        raise _refused(job, f"the posts in {known}")
    published = _slugs(job.request.output)
    if published and not reading.errors and published.isdisjoint(p.slug for p in reading.posts):
        raise _refused(job, "other posts")


def _slugs(output: Path) -> set[str]:
    """The posts that the output folder holds, by its own report."""
    paths = report.files_of(read(output / report.FILE) or b"")
    return {path.split("/")[1] for path in paths if path.startswith("posts/")}


def _refused(job: Job, what: str) -> SettingsError:
    return SettingsError(
        f"this output folder was made from {what}, which would be removed from it.",
        where=str(job.request.output),
        remedy="Name another output folder (make publish OUTPUT=…). If these posts are to take "
        "their place, delete this one first.",
    )
