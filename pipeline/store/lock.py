"""One run at a time in one output folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import WriteError
from pipeline.store.files import digest, real


@contextmanager
def locked(cache: Path, output: Path) -> Iterator[None]:
    """Hold the output folder for this run. Raises `WriteError` while another run holds it.

    The lock belongs to the system: it ends with the process, however that ends.
    """
    path = cache / "ledgers" / f"{digest(real(output))}.lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("w")
    except OSError as error:
        raise _unwritable(path, error) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise WriteError(
                "another run is at work in this output folder.",
                where=str(output),
                remedy="Wait for it to end, then run again.",
            ) from error
        except OSError as error:  # some shared disks have no locks
            raise _unwritable(path, error) from error
        yield


def _unwritable(path: Path, error: OSError) -> WriteError:
    return WriteError(
        f"the cache can't be written ({error.strerror}).",
        where=str(path.parent),
        remedy="Set ALLWAYS_CACHE to a folder where you may write, on this computer's own disk.",
    )
