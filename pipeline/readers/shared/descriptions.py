"""pictures.csv beside the posts: what pictures show, for those whose post does not say it.

A picture is named by its path in the folder, by its address if it is on another site, or by its
file name alone. What a post says itself counts more.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath

from pipeline import source
from pipeline.findings import Finding
from pipeline.readers.shared.chars import clean, one_line
from pipeline.readers.shared.reading import warning
from pipeline.source import Reason, Refusal

FILE = "pictures.csv"
_COLUMNS = ("picture", "description")
_DECORATION = {"decorative", "decoration"}
_LARGEST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Descriptions:
    """The description of each picture, "" for decoration; the line of each; what is wrong."""

    texts: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def of(self, *names: str) -> str | None:
        """The description of a picture by one of its names, or None."""
        alone = [PurePosixPath(name).name for name in names]
        return next((self.texts[name] for name in (*names, *alone) if name in self.texts), None)

    def unknown(self, names: frozenset[str]) -> tuple[Finding, ...]:
        """A warning for each line whose picture is none of those that there are.

        A picture on another site is not looked for.
        """
        return tuple(
            _wrong(line, f"There is no picture {name}.", "Correct the name, or remove the line.")
            for name, line in self.lines.items()
            if name not in names and "://" not in name
        )


def load(root: Path) -> Descriptions:
    """The descriptions in a folder of posts; none where there is no file."""
    data = source.read(root / FILE, root, _LARGEST)
    if isinstance(data, Refusal):
        if data.reason is Reason.ABSENT:
            return Descriptions()
        return Descriptions(findings=(_wrong(0, f"This can't be read: {data.why}.", data.remedy),))
    try:
        return _parsed(clean(data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        remedy = "Save it as UTF-8; in a spreadsheet, choose “CSV UTF-8”."
        return Descriptions(findings=(_wrong(0, "This is not UTF-8 text.", remedy),))


@lru_cache(maxsize=1)  # each post asks for it
def _parsed(text: str) -> Descriptions:
    try:
        rows = list(_rows(text))
    except csv.Error as error:  # a part that is longer than any description
        return Descriptions(findings=(_wrong(0, f"This can't be read ({error}).", _QUOTES),))
    header = tuple(cell.strip().lower() for cell in rows[0][1][:2]) if rows else _COLUMNS
    if header != _COLUMNS:
        message, remedy = "The first line must name the columns.", "Write: picture,description"
        return Descriptions(findings=(_wrong(1, message, remedy),))
    texts: dict[str, str] = {}
    lines: dict[str, int] = {}
    findings: list[Finding] = []
    for number, (name, said, *rest) in rows[1:]:
        if any(rest):
            findings.append(_wrong(number, "This line has more than two parts.", _QUOTES))
        elif name in lines:
            findings.append(
                _wrong(number, f"{name} is here twice.", "Remove one of the two lines.")
            )
        elif name and said:
            texts[name] = "" if said.lower() in _DECORATION else said
            lines[name] = number
    return Descriptions(texts, lines, tuple(findings))


_QUOTES = 'Put a description that has a comma in it in quotes: "Two ducks, asleep"'


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of its line, and at least two parts."""
    head = text.lstrip().partition("\n")[0]
    sign = next((sign for sign in ",;\t" if sign in head), ",")
    reader = csv.reader(io.StringIO(text, ""), delimiter=sign)
    for row in reader:
        if any(cell.strip() for cell in row):
            yield reader.line_num, [*map(one_line, row), "", ""][: max(2, len(row))]


def _wrong(line: int, message: str, remedy: str) -> Finding:
    return warning("picture-table", f"{FILE}:{line}" if line else FILE, message, remedy)
