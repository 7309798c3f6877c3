"""What a checker says of rows while they are written.

This is the one place where the page asks a checker: `of_row` and `of_rows`.
"""

from typing import Protocol

from pipeline.easy_read.check import Breach, check_row, check_rows
from pipeline.easy_read.easy_file import EasyFile
from pipeline.easy_read.writing import EasyPost
from pipeline.findings import Level


class Advice(Protocol):
    """What is said of a row: how much it matters, what is wrong, and what to do."""

    @property
    def level(self) -> Level:
        """How much it matters."""

    @property
    def message(self) -> str:
        """What is wrong, as a sentence."""

    @property
    def remedy(self) -> str:
        """What to do about it, as a sentence."""


def of_rows(file: EasyFile, place: EasyPost) -> tuple[tuple[Advice, ...], ...]:
    """What is said of each row in `file.rows`."""
    return check_rows(file, place.post.language, place.own)


def of_row(file: EasyFile, row: int, place: EasyPost) -> tuple[Breach, ...]:
    """What is said of the row with this index in `file.rows`."""
    return check_row(file, row, place.post.language, place.own)
