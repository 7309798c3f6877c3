"""What a judge is: a check of the files that were written, ours or a trusted program's."""

import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from pipeline.findings import Finding, Level

BROKEN = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError),
    *(ArithmeticError, RecursionError),
    *(etree.LxmlError, zipfile.BadZipFile),
)
"""The exceptions that reading a broken file may raise."""


@dataclass(frozen=True, slots=True)
class Judge:
    """One judge.

    `wants` says which files it judges. `missing` gives the reason why it can't run here and
    how to install it, or "". `judge` takes many files at once, because starting a browser or a
    Java machine is most of its cost, and gives one finding for each fault.
    """

    name: str
    wants: Callable[[Path], bool]
    missing: Callable[[], str]
    judge: Callable[[Sequence[Path]], tuple[Finding, ...]]


def always() -> str:
    """The `missing` of a judge that needs only Allways itself."""
    return ""


def suffix(*suffixes: str) -> Callable[[Path], bool]:
    """The `wants` of a judge of files with one of these suffixes."""
    return lambda path: path.suffix in suffixes


def fault(code: str, where: object, message: str, remedy: str = "") -> Finding:
    """A finding of level error: a judge's warning counts as much as its error."""
    return Finding(Level.ERROR, code, str(where), message, remedy)


def broken(where: object, error: Exception) -> Finding:
    """The finding for a file that can't be read at all."""
    return fault("file-broken", where, f"it can't be read: {error}", "Publish again.")


def one_by_one(
    findings: Callable[[Path], Iterable[Finding]],
) -> Callable[[Sequence[Path]], tuple[Finding, ...]]:
    """A `judge` that checks each file alone; a broken one does not stop the next."""

    def of(path: Path) -> tuple[Finding, ...]:
        try:
            return tuple(findings(path))
        except BROKEN as error:
            return (broken(path, error),)

    return lambda paths: tuple(finding for path in paths for finding in of(path))
