"""What a judge is: a program that its own field trusts, and that reads what we wrote."""

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
"""What reading a file that is not what it should be may raise."""


@dataclass(frozen=True, slots=True)
class Judge:
    """One judge.

    `wants` says which files it judges. `missing` gives the reason why it can't run here and
    how to get it, or "". `judge` takes many files at once, because starting a browser or a
    Java machine is most of its cost, and gives one finding for each fault.
    """

    name: str
    wants: Callable[[Path], bool]
    missing: Callable[[], str]
    judge: Callable[[Sequence[Path]], tuple[Finding, ...]]


def always() -> str:
    """The `missing` of a judge that needs nothing but Allways itself."""
    return ""


def suffix(*suffixes: str) -> Callable[[Path], bool]:
    """The `wants` of a judge of files with one of these suffixes."""
    return lambda path: path.suffix in suffixes


def fault(code: str, where: object, message: str, remedy: str = "") -> Finding:
    """A finding that makes the exit code 1: a judge's warning weighs as much as its error."""
    return Finding(Level.ERROR, code, str(where), message, remedy)


def broken(where: object, error: Exception) -> Finding:
    """The fault of a file that can't be read at all."""
    return fault("file-broken", where, f"it can't be read: {error}", "Publish again.")


def one_by_one(
    findings: Callable[[Path], Iterable[Finding]],
) -> Callable[[Sequence[Path]], tuple[Finding, ...]]:
    """The `judge` of a judge that looks at each file alone, and at the next after a broken one."""

    def of(path: Path) -> tuple[Finding, ...]:
        try:
            return tuple(findings(path))
        except BROKEN as error:
            return (broken(path, error),)

    return lambda paths: tuple(finding for path in paths for finding in of(path))
