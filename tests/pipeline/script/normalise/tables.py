"""Tables of what is written and what is said, in British and in American English."""

import csv
from pathlib import Path


def cases(folder: Path) -> list[tuple[str, str, str]]:
    """What is written, the language, what is said: of all tables in a folder."""
    found: list[tuple[str, str, str]] = []
    for table in sorted(folder.glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found += [(row["written"], tag, row[tag]) for tag in ("en-GB", "en-US")]
    return found
