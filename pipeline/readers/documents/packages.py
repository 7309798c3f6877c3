"""Documents that are ZIP files with XML in them (Word, OpenDocument, EPUB), opened within bounds.

A small file can unpack to any size, and XML can name things outside it or repeat an entity
without limit. So what is unpacked is counted, and XML with a document type that defines
anything is refused.
"""

import io
import lzma
import posixpath
import re
import zipfile
import zlib
from urllib.parse import unquote, urlsplit

from lxml import etree

from pipeline.errors import ReadError
from pipeline.readers.shared.reading import File

_MOST_FILES = 20_000
_LARGEST_PART = 64 * 1024 * 1024  # bytes of a part after unpacking
_LARGEST_XML = 16 * 1024 * 1024  # a novel in Word has 3 MB of XML
_LARGEST_WHOLE = 160 * 1024 * 1024  # bytes of all parts that were read
_CHUNK = 1024 * 1024
_SAVE_AGAIN = "Open it in the program that made it, and save it again under another name."
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError),
    *(NotImplementedError, RuntimeError),  # an unknown way of packing, or encrypted
)
_DEFINES = re.compile(rb"<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)|<!DOCTYPE[^>\[]*\[")


class Package:
    """A ZIP file whose parts are read by name, within bounds; every failure is a `ReadError`."""

    def __init__(self, file: File) -> None:
        self._where = file.name
        self._left = _LARGEST_WHOLE
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(file.data))
            entries = self._zip.infolist()
        except _BROKEN as error:
            raise self._error("The file is damaged, and can't be opened.") from error
        if len(entries) > _MOST_FILES:
            raise self._error(f"The file has {len(entries):,} parts, which is no document.")
        # A name that ends in a slash is a folder's; `is_dir` fails where there is no name.
        files = [entry for entry in entries if not entry.filename.endswith("/")]
        self._entries = {_tidy(entry.filename): entry for entry in files if _tidy(entry.filename)}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file."""
        return tuple(self._entries)

    def read(self, name: str, largest: int = _LARGEST_PART) -> bytes:
        """The bytes of a part, unpacked."""
        unpacked = bytearray()
        try:
            with self._zip.open(self._entries[name]) as part:
                while chunk := part.read(_CHUNK):
                    unpacked += chunk
                    self._left -= len(chunk)
                    if len(unpacked) > largest or self._left < 0:
                        raise self._too_large(name)
        except KeyError as error:
            raise self._error(f"The file is damaged: “{name}” is missing in it.") from error
        except _BROKEN as error:
            raise self._error(f"The file is damaged: “{name}” in it can't be unpacked.") from error
        return bytes(unpacked)

    def xml(self, name: str) -> etree._Element:
        """The root of a part that is XML."""
        return self.parsed(self.read(name, _LARGEST_XML), name)

    def parsed(self, data: bytes, name: str) -> etree._Element:
        """The root of some XML, as `name`; refused if it defines entities."""
        if _DEFINES.search(data) or b"\0" in data[:4]:
            raise self._error(f"“{name}” in the file is not plain XML, and was not read.")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._error(f"The file is damaged: “{name}” in it can't be read.") from error

    def _error(self, message: str) -> ReadError:
        return ReadError(message, where=self._where, remedy=_SAVE_AGAIN)

    def _too_large(self, name: str) -> ReadError:
        return ReadError(
            f"“{name}” in the file is too large when it is unpacked.",
            where=self._where,
            remedy="Split the document into smaller ones, or make its pictures smaller.",
        )


def path_from(part: str, address: str) -> str:
    """The name of the part that an address in the part `part` leads to; "" if it leads outside."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme or parts.netloc:
        return ""
    return _tidy(posixpath.join("/", posixpath.dirname(part), unquote(parts.path)))


def _tidy(name: str) -> str:
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/")
