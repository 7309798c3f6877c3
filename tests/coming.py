"""Files that come and go while something else reads their folder."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def coming_and_going(texts: Mapping[Path, str]) -> Iterator[None]:
    """Each of some files is written and removed, as often as the machine can."""
    stop = threading.Event()

    def churn() -> None:
        while not stop.is_set():
            for path, text in texts.items():
                path.with_suffix(".part").write_text(text)  # whole at once, as editors write
                path.with_suffix(".part").replace(path)
            for path in texts:
                path.unlink()

    churner = threading.Thread(target=churn)
    churner.start()
    try:
        yield
    finally:
        stop.set()
        churner.join()
