"""The container (EPUB 3.3, 4): a zip file whose bytes depend on its contents alone."""

import zipfile
from collections.abc import Iterable
from typing import BinaryIO

# The earliest date that a zip file can have.
_DATE = (1980, 1, 1, 0, 0, 0)


class Archive:
    """A zip file as EbookLib's writer fills it: files in the order that they come.

    Nothing is compressed: sound and pictures already are, the rest is a few hundredths of a
    book, and the output of deflate differs between versions of zlib.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED)
        self.writestr("mimetype", "application/epub+zip")

    def writestr(self, name: str, data: str | bytes | Iterable[bytes]) -> None:
        """Add a file; one in pieces is never held as a whole."""
        info = zipfile.ZipInfo(name, _DATE)
        info.create_system = 3  # Unix, on every machine
        info.external_attr = 0o644 << 16
        if isinstance(data, str | bytes):
            self._zip.writestr(info, data)
        else:
            with self._zip.open(info, "w") as entry:
                entry.writelines(data)

    def close(self) -> None:
        """Finish the file."""
        self._zip.close()
