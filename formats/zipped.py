"""A zip file whose bytes depend on its contents alone."""

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, TypeAlias, cast

# The earliest date that a zip file can have.
_DATE = (1980, 1, 1, 0, 0, 0)

_UTF_8 = 1 << 11
"""The flag of a name that is not ASCII (APPNOTE 4.4.4). `ZipFile` sets it for what it writes."""

_AT_ONCE = 1 << 20
"""Bytes that are copied at a time."""

Contents: TypeAlias = str | bytes | Iterable[bytes]
"""What is in a file of a zip file; one in pieces is never held as a whole."""


@dataclass(frozen=True, slots=True)
class Member:
    """The contents of a file in a zip file: how many bytes, their CRC-32 and SHA-256."""

    size: int
    crc: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Again:
    """A file whose bytes may begin at a place of an earlier zip file.

    `anew` gives its contents where they do not.
    """

    member: Member
    begin: int
    anew: Callable[[], Contents]


class Zip:
    """A zip file, filled in the order in which files are added.

    Nothing is compressed: sound and pictures already are, the rest is a few hundredths of the
    whole, and the output of deflate differs between versions of zlib. `earlier` is another zip
    file, from which files are copied.
    """

    def __init__(self, file: BinaryIO, earlier: BinaryIO | None = None) -> None:
        self._file = file
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED)
        self._earlier = earlier or BytesIO()
        self._copied: dict[str, tuple[Member, int]] = {}

    def writestr(self, name: str, data: Contents | Again) -> None:
        """Add a file."""
        if isinstance(data, Again):
            self._again(name, data)
        elif isinstance(data, str | bytes):
            self._zip.writestr(_info(name), data)
        else:
            self.write(name, lambda entry: entry.writelines(data))

    def write(self, name: str, write: Callable[[BinaryIO], object]) -> None:
        """Add a file that `write` writes, piece by piece."""
        with self._zip.open(_info(name), "w") as entry:
            write(cast("BinaryIO", entry))

    def _again(self, name: str, again: Again) -> None:
        """Copy a file from the earlier zip file, if its bytes are still those that were written."""
        known, begin = again.member, self._zip.start_dir
        info = _info(name)
        info.CRC, info.header_offset = known.crc, begin
        info.compress_size = info.file_size = known.size
        info.flag_bits = 0 if name.isascii() else _UTF_8
        self._file.seek(begin)
        self._file.write(info.FileHeader(zip64=False))
        copied = (known, self._file.tell())
        if self._has_copied(again):
            self._zip.filelist.append(info)  # as `ZipFile.mkdir` adds what has no bytes
            self._zip.NameToInfo[name] = info
            self._zip.start_dir = self._file.tell()
            self._copied[name] = copied
        else:
            self.writestr(name, again.anew())

    def _has_copied(self, again: Again) -> bool:
        found = hashlib.sha256()
        with suppress(OSError):
            self._earlier.seek(again.begin)
        for piece in _pieces(self._read, again.member.size):
            found.update(piece)
            self._file.write(piece)
        return found.hexdigest() == again.member.sha256

    def _read(self, size: int) -> bytes:
        """The next bytes of the earlier file; none where it can't be read."""
        with suppress(OSError):
            return self._earlier.read(size)
        return b""

    def member(self, name: str) -> tuple[Member, int]:
        """A file that was added, and where its bytes begin; this file must be open for reading."""
        if name in self._copied:
            return self._copied[name]
        info = self._zip.getinfo(name)
        begin = info.header_offset + len(info.FileHeader(zip64=False))
        self._file.seek(begin)
        found = hashlib.sha256()
        for piece in _pieces(self._file.read, info.file_size):
            found.update(piece)
        return Member(info.file_size, info.CRC, found.hexdigest()), begin

    def close(self) -> None:
        """Finish the file."""
        self._zip.close()


def _pieces(read: Callable[[int], bytes], size: int) -> Iterator[bytes]:
    """The next bytes of a file, as many as these, piece by piece; fewer where it ends sooner."""
    while size and (piece := read(min(size, _AT_ONCE))):
        yield piece
        size -= len(piece)


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
