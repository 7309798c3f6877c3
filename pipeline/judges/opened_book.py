"""Books opened again, for the judges of ours that look into them."""

import posixpath
import re
import zipfile
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
OPF = "{http://www.idpf.org/2007/opf}"
SMIL = "{http://www.w3.org/ns/SMIL}"
SMIL_TYPE = "application/smil+xml"


@dataclass(frozen=True, slots=True)
class OpenedBook:
    """A book's package document, where it is, and the archive it is in."""

    archive: zipfile.ZipFile
    path: str
    package: etree._Element

    def items(self) -> dict[str, etree._Element]:
        """The manifest by id."""
        return {item.get("id", ""): item for item in self.package.iter(f"{OPF}item")}

    def spine(self) -> list[etree._Element]:
        """The documents in reading order."""
        items = self.items()
        return [items[ref.get("idref", "")] for ref in self.package.iter(f"{OPF}itemref")]

    def heard(self) -> bool:
        """Whether it has overlays, or says that it has; others are books without sound."""
        kinds = {item.get("media-type") for item in self.items().values()}
        said = {meta.text for meta in self.package.iter(f"{OPF}meta")}
        return SMIL_TYPE in kinds or "synchronizedAudioText" in said

    def durations(self) -> dict[str, float]:
        """`media:duration` by the id that it refines; "" is that of the whole book."""
        return {
            meta.get("refines", "").removeprefix("#"): clock(meta.text or "")
            for meta in self.package.iter(f"{OPF}meta")
            if meta.get("property") == "media:duration"
        }


def open_book(archive: zipfile.ZipFile) -> OpenedBook:
    """A book, from its archive. Raises `KeyError` or `XMLSyntaxError` where it is none."""
    container = etree.fromstring(archive.read("META-INF/container.xml"))
    root = next(container.iter(f"{_CONTAINER}rootfile")).get("full-path", "")
    return OpenedBook(archive, root, etree.fromstring(archive.read(root)))


def join(base: str, href: str) -> str:
    """A file's name in the archive, from a reference in another."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href)))


def clock(value: str) -> float:
    """A SMIL clock value (SMIL 3.0, 5.4.1) in milliseconds: `h:mm:ss.m`, `mm:ss.m` or `5.2s`."""
    timecount = re.fullmatch(r"([\d.]+)(h|min|s|ms)?", value.strip())
    if timecount:
        unit = {"h": 3_600_000, "min": 60_000, "s": 1000, "ms": 1}[timecount[2] or "s"]
        return float(timecount[1]) * unit
    seconds = 0.0
    for part in value.strip().split(":"):
        seconds = seconds * 60 + float(part)
    return seconds * 1000
