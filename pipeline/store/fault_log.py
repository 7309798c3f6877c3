"""The log of faults: tracebacks for developers of Allways, never shown to its users."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.errors import AllwaysError, FaultError
from pipeline.store.files import read, write_all

FILE = "faults.log"

LARGEST = 100_000
"""The largest size of the log in bytes; the oldest part is dropped."""


def keep(cache: Path, errors: Iterable[AllwaysError]) -> Path | None:
    """Log the faults among some errors, and return the log's path; None where there are none.

    Raises `WriteError`.
    """
    faults = [f"{error}\n{error.trace}\n" for error in errors if isinstance(error, FaultError)]
    if not faults:
        return None
    whole = (read(cache / FILE) or b"") + "".join(faults).encode(errors="backslashreplace")
    write_all(cache, [(FILE, whole[-LARGEST:])])
    return cache / FILE
