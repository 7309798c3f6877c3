"""glossary.csv beside the posts: the editor's hard words, which go before those of Allways."""

from collections.abc import Sequence
from pathlib import Path

from pipeline import spreadsheet
from pipeline.errors import SettingsError
from pipeline.source import folder_of

FILE = "glossary.csv"
COLUMNS = ("word", "meaning", "note")

_REMEDY = (
    "Write a word and its meaning with one comma between, as in: tokenism,Only for show. "
    "Put a meaning that has a comma in it in quotes."
)


def load(posts: Path) -> tuple[tuple[str, str], ...]:
    """Each word with its meaning, or "" where readers know it; none where there is no file.

    Raises `SettingsError` with file, line and remedy.
    """
    folder = folder_of(posts)
    data = spreadsheet.of(folder / FILE, folder)
    return () if data is None else parse(data)


def parse(data: bytes) -> tuple[tuple[str, str], ...]:
    """The words of a file, in its order. Raises `SettingsError` with file, line and remedy."""
    rows = spreadsheet.rows(data, FILE)
    names = _columns(next((row for _, row in rows if any(row)), []))
    known: dict[str, str] = {}
    lines: dict[str, int] = {}
    for number, row in rows:
        if any(cell.strip() for cell in row):
            word, meaning = _entry(row, names, f"{FILE}:{number}")
            if word in known:
                raise SettingsError(
                    f'"{word}" is here twice; it is on line {lines[word]} too.',
                    where=f"{FILE}:{number}",
                    remedy="Remove one of the two lines.",
                )
            known[word], lines[word] = meaning, number
    return tuple(known.items())


def _columns(header: Sequence[str]) -> tuple[str, ...]:
    names = tuple(cell.strip().lower() for cell in header if cell.strip())
    if not {"word", "meaning"} <= set(names) <= set(COLUMNS) or len(set(names)) < len(names):
        raise SettingsError(
            "the first line must name the columns.",
            where=f"{FILE}:1",
            remedy="Write: word,meaning",
        )
    return names


def _entry(row: Sequence[str], names: Sequence[str], where: str) -> tuple[str, str]:
    cells = [" ".join(cell.split()) for cell in row]
    part = dict(zip(names, cells, strict=False))
    if any(cells[len(names) :]) or not part["word"]:
        told = "has no word" if not part["word"] else f"has more than {len(names)} parts"
        raise SettingsError(f"this line {told}.", where=where, remedy=_REMEDY)
    return part["word"], part.get("meaning", "")
