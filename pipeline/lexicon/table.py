"""lexicon.csv → entries: the file that an editor writes, with any text editor or spreadsheet."""

import re
from collections.abc import Mapping, Sequence

from pipeline import spreadsheet
from pipeline.errors import SettingsError
from pipeline.lexicon.entry import Entry, checked

FILE = "lexicon.csv"
COLUMNS = ("written", "spoken", "ipa", "language", "note")

_HEADER = "Write: written,spoken"
_EXAMPLE = "Write them with one comma between, as in: Bishara,Bish-are-a"
_IPA = re.compile(r"/([^/]+)/|\[([^][]+)\]")
# What no spelling has: marks of stress and length, and letters that only IPA has.
_SOUNDS = re.compile(r"^/|/$|^\[.*\]$|[ˈˌːɪʊʃʒɑɒʌɜ]")


def parse(data: bytes) -> tuple[Entry, ...]:
    """The entries of a file, in its order. Raises `SettingsError` with file, line and remedy."""
    rows = spreadsheet.rows(data, FILE)
    names = _columns(next((row for _, row in rows if any(row)), []))
    entries: dict[tuple[str, str], Entry] = {}
    for number, row in rows:
        if any(cell.strip() for cell in row):
            entry = _entry(row, names, f"{FILE}:{number}")
            known = entries.setdefault((entry.written, entry.language.lower()), entry)
            if known is not entry:
                raise _twice(entry, known)
    return tuple(entries.values())


def _columns(header: Sequence[str]) -> tuple[str, ...]:
    names = tuple(cell.strip().lower() for cell in header)
    while names and not names[-1]:
        names = names[:-1]
    if "written" not in names or not {"spoken", "ipa"} & set(names):
        raise SettingsError(
            "the first line must name the columns.", where=f"{FILE}:1", remedy=_HEADER
        )
    for place, name in enumerate(names):
        if name not in COLUMNS or name in names[:place]:
            raise SettingsError(
                f'there is no column "{name}", or it is there twice.',
                where=f"{FILE}:1",
                remedy=f"The columns are: {', '.join(COLUMNS)}. Only the first two are needed.",
            )
    return names


def _entry(row: Sequence[str], names: Sequence[str], where: str) -> Entry:
    cells = [cell.strip() for cell in row]
    if any(cells[len(names) :]):
        raise SettingsError(
            f"this line has more than {len(names)} parts.",
            where=where,
            remedy='Put a part that has a comma in it in quotes: "Leominster, Herefordshire"',
        )
    part = dict.fromkeys(COLUMNS, "") | dict(zip(names, cells, strict=False))
    spoken, ipa = _said(part, where)
    if not part["written"] or not (spoken or ipa):
        raise SettingsError(
            "a line has two parts: the word as it is written, and as it is said.",
            where=where,
            remedy=_EXAMPLE,
        )
    written = " ".join(part["written"].split())
    return checked(Entry(written, spoken, ipa, part["language"].replace("_", "-"), where))


def _said(part: Mapping[str, str], where: str) -> tuple[str, str]:
    """The respelling and the IPA of a row; `spoken` may have IPA between slashes."""
    spoken, ipa = " ".join(part["spoken"].split()), part["ipa"]
    if found := _IPA.fullmatch(ipa):
        ipa = (found[1] or found[2]).strip()
    if (found := _IPA.fullmatch(spoken)) and found[1]:
        return "", ipa or found[1].strip()
    if _SOUNDS.search(spoken):
        raise SettingsError(
            f'"{spoken}" looks like IPA.',
            where=where,
            remedy="Put it between two slashes, as in /ˈlɛmstə/.",
        )
    return spoken, ipa


def _twice(entry: Entry, known: Entry) -> SettingsError:
    return SettingsError(
        f'"{entry.written}" is here twice; it is on line {known.where.rpartition(":")[2]} too.',
        where=entry.where,
        remedy="Remove one of the two lines.",
    )
