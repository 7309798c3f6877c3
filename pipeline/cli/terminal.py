"""The only printing: to streams that may be closed, full, or without our letters.

Nothing of that stops a run, or ends in a traceback.
"""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from pipeline.errors import WriteError


class EnoughError(Exception):
    """Whoever read our lines has stopped reading."""


def prepare() -> None:
    """See that there is somewhere to print, and that every letter can be."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def show(text: str) -> None:
    """Print. Raises `WriteError` where that can't be done, and `EnoughError`."""
    try:
        print(text)
    except BrokenPipeError as error:
        raise EnoughError from error
    except OSError as error:
        raise _unprinted(error) from error


def warn(text: str) -> None:
    """Print where errors go; where that is closed or full there is nowhere to say so."""
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def finish() -> bool:
    """Send off what was printed; whether it could be. What can't is told, unless it is unread."""
    error = _flushed(sys.stdout)
    if error and not isinstance(error, BrokenPipeError):
        warn(f"error: {_unprinted(error)}")
    _flushed(sys.stderr)
    return error is None


def _flushed(stream: TextIO) -> OSError | None:
    """Send off what is waiting; where that fails, it is dropped."""
    try:
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return error
    return None


def _unprinted(error: OSError) -> WriteError:
    return WriteError(
        f"what there is to say can't be printed ({error.strerror}).",
        remedy="See where it is sent to; report.json has the same.",
    )
