"""The container (EPUB 3.3, 4): a zip file whose bytes depend on its contents alone."""

import io
import zipfile

# The earliest date that a zip file can have.
_DATE = (1980, 1, 1, 0, 0, 0)


class Archive:
    """A zip file as EbookLib's writer fills it: files in the order that they come.

    Nothing is compressed: sound and pictures already are, the rest is a few hundredths of a
    book, and the output of deflate differs between versions of zlib.
    """

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        self._zip = zipfile.ZipFile(self._bytes, "w", zipfile.ZIP_STORED)
        self.writestr("mimetype", "application/epub+zip")

    def writestr(self, name: str, data: str | bytes) -> None:
        """Add a file."""
        info = zipfile.ZipInfo(name, _DATE)
        info.create_system = 3  # Unix, on every machine
        info.external_attr = 0o644 << 16
        self._zip.writestr(info, data)

    def close(self) -> bytes:
        """The finished file."""
        self._zip.close()
        return self._bytes.getvalue()
