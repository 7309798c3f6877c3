"""Files that come and go while something else reads their folder."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def coming_and_going(*paths: Path) -> Iterator[None]:
    """Each of some files is made and removed, as often as the machine can."""
    stop = threading.Event()

    def churn() -> None:
        while not stop.is_set():
            for path in paths:
                path.write_text("# T\n\nText.")
            for path in paths:
                path.unlink()

    churner = threading.Thread(target=churn)
    churner.start()
    try:
        yield
    finally:
        stop.set()
        churner.join()
