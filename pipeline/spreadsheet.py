"""Tables that an editor keeps beside the posts, with any text editor or spreadsheet."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import SettingsError
from pipeline.source import Reason, Refusal, printable, read


def of(path: Path, folder: Path) -> bytes | None:
    """The bytes of a table in the folder of the posts, or None where there is none.

    Raises `SettingsError` where it can't be read.
    """
    match read(path, folder):
        case bytes(data):
            return data
        case Refusal(reason=Reason.ABSENT):
            return None
        case refusal:
            raise SettingsError(
                f"this can't be read: {refusal.why}.",
                where=printable(path.name),
                remedy=refusal.remedy,
            )


def rows(data: bytes, file: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of its first line. Raises `SettingsError` with file and line."""
    text = _decoded(data, file)
    reader = csv.reader(io.StringIO(text, ""), delimiter=_delimiter(text), strict=True)
    while True:
        number = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise SettingsError(
                f"the quotes of this line can't be understood ({error}).",
                where=f"{file}:{number}",
                remedy='Put quotes at both ends of a part, or at neither; inside it, write "".',
            ) from error
        yield number, row


def _decoded(data: bytes, file: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data:
        raise SettingsError(
            "this is UTF-16 text, or no text at all.",
            where=file,
            remedy="Save it as UTF-8; in a spreadsheet, choose “CSV UTF-8”.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(
            "this is not UTF-8 text.",
            where=f"{file}:{line}",
            remedy="Save it as UTF-8; in a spreadsheet, choose “CSV UTF-8”.",
        ) from error


def _delimiter(text: str) -> str:
    """The separator of the columns: many spreadsheets write a semicolon for the comma."""
    header = text.lstrip().partition("\n")[0]
    return next((sign for sign in ",;\t" if sign in header), ",")
