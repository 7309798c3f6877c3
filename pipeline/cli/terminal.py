"""All printing: to streams that may be closed, full, or unable to show every character.

None of that stops a run or ends in a traceback.
"""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from pipeline.errors import WriteError


class EnoughError(Exception):
    """The program that reads our output has closed it."""


def prepare() -> None:
    """Make sure that there is a stream to print to, and that every character can be printed."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the program that started us
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def show(text: str, *, at_once: bool = False) -> None:
    """Print, and `at_once` where somebody waits for each line.

    Raises `WriteError` where that can't be done, and `EnoughError`.
    """
    try:
        print(text, flush=at_once)
    except BrokenPipeError as error:
        raise EnoughError from error
    except OSError as error:
        raise _unprinted(error) from error


def warn(text: str) -> None:
    """Print to standard error; where that is closed or full, there is nowhere to report it."""
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def finish() -> bool:
    """Flush both streams; False where standard output failed, with a warning unless unread."""
    error = _flushed(sys.stdout)
    if error and not isinstance(error, BrokenPipeError):
        warn(f"error: {_unprinted(error)}")
    _flushed(sys.stderr)
    return error is None


def _flushed(stream: TextIO) -> OSError | None:
    """Flush a stream; where that fails, drop what is left and return the error."""
    try:
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return error
    return None


def _unprinted(error: OSError) -> WriteError:
    return WriteError(
        f"the output can't be printed ({error.strerror}).",
        remedy="Check where it is sent to; report.json has the same.",
    )
