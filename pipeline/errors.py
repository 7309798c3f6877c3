"""Everything that can stop a post or a run, each with a place and a remedy.

AllwaysError
├── SettingsError     publication.toml or the command line is wrong: nothing is published (exit 2)
├── ReadError         a post can't be read: that post fails alone
├── SpeakError        a voice failed: the posts that need the clip fail
├── RenderError       a format could not make its files: that format of that post fails alone
├── WriteError        the output can't be written: full disk, no permission
└── FaultError        a fault of Allways: the post or file at work fails alone, with a traceback
"""

import traceback
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")


class AllwaysError(Exception):
    """What went wrong, where, and what to do about it; all three are for people."""

    def __init__(self, message: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{place}{self.message}{remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        """Keep place and remedy when the error is sent to another process."""
        return _rebuild, (type(self), self.message, self.where, self.remedy)


def _rebuild(kind: type[AllwaysError], message: str, where: str, remedy: str) -> AllwaysError:
    return kind(message, where=where, remedy=remedy)


class SettingsError(AllwaysError):
    """The settings or the command line are wrong."""


class ReadError(AllwaysError):
    """A post can't be read."""


class SpeakError(AllwaysError):
    """A voice did not give the sound that it was asked for."""


class RenderError(AllwaysError):
    """A format could not make its files."""


class WriteError(AllwaysError):
    """A file can't be written."""


class FaultError(AllwaysError):
    """A fault of Allways itself; `trace` is the traceback, for the log and never the screen."""

    def __init__(self, message: str, *, where: str = "", remedy: str = "", trace: str = "") -> None:
        super().__init__(message, where=where, remedy=remedy)
        self.trace = trace

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the traceback when the error is sent to another process."""
        return _rebuild_fault, (self.message, self.where, self.remedy, self.trace)


def _rebuild_fault(message: str, where: str, remedy: str, trace: str) -> FaultError:
    return FaultError(message, where=where, remedy=remedy, trace=trace)


def fault(error: BaseException, where: str) -> FaultError:
    """An unexpected exception as an error that names the file or step it happened in."""
    text = str(error)[:200]
    return FaultError(
        f"this is a fault of Allways ({type(error).__name__}{': ' if text else ''}{text}).",
        where=where,
        remedy="The others are not affected. Please report it.",
        trace="".join(traceback.format_exception(error)),
    )


def memory_full(where: str) -> AllwaysError:
    """The error of work for which the memory was too small: no fault of Allways."""
    return AllwaysError(
        "there was not enough memory for this.",
        where=where,
        remedy="Close other programs, and run again with --jobs 1.",
    )


def guarded(
    where: str,
    work: Callable[Arguments, Result],
    *arguments: Arguments.args,
    **named: Arguments.kwargs,
) -> Result | AllwaysError:
    """Do one piece of work, on one file, post or format; an error is returned, not raised.

    So one failure does not stop the others. An unexpected exception becomes a `FaultError` in
    `where`, or that of a full memory. Raises `SettingsError`, which concerns the whole run.
    """
    try:
        return work(*arguments, **named)
    except SettingsError:
        raise
    except AllwaysError as error:
        return error
    except MemoryError:
        return memory_full(where)
    except Exception as error:  # noqa: BLE001 (the boundary of one piece of work: see above)
        return fault(error, where)
    except BaseException as error:
        # A library written in Rust that goes wrong (Typst, sentencex) raises no `Exception`.
        if type(error).__name__ != "PanicException":
            raise
        return fault(error, where)
