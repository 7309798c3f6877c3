"""A zip file whose bytes depend on its contents alone."""

import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import BinaryIO, cast

# The earliest date that a zip file can have.
_DATE = (1980, 1, 1, 0, 0, 0)


class Zip:
    """A zip file, filled in the order in which files are added.

    Nothing is compressed: sound and pictures already are, the rest is a few hundredths of the
    whole, and the output of deflate differs between versions of zlib.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED)

    def writestr(self, name: str, data: str | bytes | Iterable[bytes]) -> None:
        """Add a file; one in pieces is never held as a whole."""
        if isinstance(data, str | bytes):
            self._zip.writestr(_info(name), data)
        else:
            self.write(name, lambda entry: entry.writelines(data))

    def write(self, name: str, write: Callable[[BinaryIO], object]) -> None:
        """Add a file that `write` writes, piece by piece."""
        with self._zip.open(_info(name), "w") as entry:
            write(cast("BinaryIO", entry))

    def close(self) -> None:
        """Finish the file."""
        self._zip.close()


def again(made: BinaryIO) -> bytes:
    """The contents of another zip file, in their order and without its times."""
    out = BytesIO()
    packed = Zip(out)
    with zipfile.ZipFile(made) as archive:
        for name in archive.namelist():
            packed.writestr(name, archive.read(name))
    packed.close()
    return out.getvalue()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _DATE)
    info.create_system = 3  # Unix, on every machine
    info.external_attr = 0o644 << 16
    return info
