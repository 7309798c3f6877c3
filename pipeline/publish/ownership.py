"""Which files of the output folder are ours, and which folder of posts they were made from."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipeline.errors import SettingsError
from pipeline.publish.request import PublishRun
from pipeline.readers import Reading
from pipeline.store import ledger, report
from pipeline.store.files import digest, read, real

_OURS = re.compile(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*")
"""The names that formats give their files: none has a part that begins with a dot, as ".."."""


def listed(run: PublishRun) -> frozenset[str]:
    """Every file that we have made there, by the ledger and by the output's own report.

    Either may be damaged or written by hand, so only names that formats can give count.
    """
    output, known = run.request.output, run.ledger
    written = read(output / report.FILE) or b""
    if digest(written) == known.report:
        written = b""  # it lists what the ledger lists, and takes long to read
    begun = (path for slug in known.begun for path in (output / "posts" / slug).rglob("*"))
    paths = (
        *report.files_of(written),
        *(card.path for card in known.files()),
        *known.left,
        *(path.relative_to(output).as_posix() for path in begun if path.is_file()),
    )
    return frozenset(path for path in paths if _OURS.fullmatch(path))


def begin(run: PublishRun, slugs: Iterable[str]) -> None:
    """Record which posts a run will write, so that their files are ours even if it is killed."""
    begun = tuple(sorted({*run.ledger.begun, *slugs}))
    begun_ledger = replace(run.ledger, run="", begun=begun)
    ledger.save(run.request.cache, run.request.output, begun_ledger)


def check(run: PublishRun, reading: Reading) -> None:
    """Refuse posts that would remove those of another folder. Raises `SettingsError`.

    A folder of posts that was moved or renamed is accepted: the old folder no longer exists,
    and the posts are the same. Where the cache was deleted, only the posts are compared.
    """
    known, output = run.ledger.source, run.request.output
    if known == real(run.request.source):
        return
    there = [path for path in listed(run) if (output / path).exists()]
    if not there:
        return
    if known and Path(known).exists():
        raise _refused(run, f"the posts in {known}")
    published = {path.split("/")[1] for path in there if path.startswith("posts/")}
    if published and not reading.errors and published.isdisjoint(p.slug for p in reading.posts):
        raise _refused(run, "other posts")


def _refused(run: PublishRun, what: str) -> SettingsError:
    return SettingsError(
        f"this output folder was made from {what}, which would be removed from it.",
        where=str(run.request.output),
        remedy="Name another output folder (make publish OUTPUT=…). If these posts should replace "
        "the old ones, delete this output folder first.",
    )
