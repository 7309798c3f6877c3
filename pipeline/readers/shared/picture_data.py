"""The bytes of a picture without all that is not the picture: nothing is encoded again.

A photograph says where and with which device it was taken; behind the last byte that a program
reads of a picture, anything may lie (an archive, a page, a second photograph). What draws is
copied as it is, and so are the profile of the colours, who made the picture and who owns it.
"""

import re
import struct
import warnings
import zlib
from collections.abc import Iterator

from PIL import Image as Raster

MOST_SCANS = 100
"""The most scans of a JPEG: each goes through the whole picture, however few bytes it has.

Programs write about ten (ITU-T T.81, G.1).
"""

# ITU-T T.81, table B.1. After the header of a scan comes its data: in it, 00 and the restart
# marks follow FF.
_SOI, _EOI, _SOS, _COM = 0xD8, 0xD9, 0xDA, 0xFE
_APP = range(0xE0, 0xF0)
_ALONE = {0x01, *range(0xD0, 0xD9)}
_MARK = re.compile(rb"\xff+([^\x00\xff])")
_SCAN_END = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_JPEG_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_EXIF = b"Exif\0\0"

# Exif 3.0, 4.6.4: how a picture is turned, who made it and who owns it.
_ORIENTATION, _ARTIST, _COPYRIGHT = 0x0112, 0x013B, 0x8298

# PNG, third edition, 11: what draws, colours and animates.
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs "
    b"acTL fcTL fdAT".split()
)
_PNG_OWNERS = (b"Author\0", b"Copyright\0")
_PNG_START = b"\x89PNG\r\n\x1a\n"

_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")

_WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04  # flags in VP8X (RFC 9649, 2.7)


class ScansError(Exception):
    """A JPEG has more scans than any program writes, and would take for ever to draw."""


def cleaned(data: bytes) -> bytes:
    """A picture's bytes without what does not draw; bytes of no kind known here as they are.

    It does not look at what draws: a picture that is broken stays so. Raises `ScansError`.
    """
    if data.startswith(b"\xff\xd8\xff"):
        return b"".join(_jpeg(data))
    if data.startswith(_PNG_START):
        return b"".join(_png(data))
    if data.startswith((b"GIF87a", b"GIF89a")):
        return b"".join(_gif(data))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    return data


def _owned(exif: bytes) -> bytes:
    """Of an Exif block only the orientation, the author and the owner; b"" without any."""
    found = Raster.Exif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found.load(exif)
            told = {tag: found.get(tag) for tag in (_ORIENTATION, _ARTIST, _COPYRIGHT)}
    except Exception:  # noqa: BLE001 (Pillow does not say which ones a broken block raises)
        return b""
    kept = Raster.Exif()
    if told[_ORIENTATION] in range(2, 9):
        kept[_ORIENTATION] = told[_ORIENTATION]
    for tag in (_ARTIST, _COPYRIGHT):
        if isinstance(told[tag], str) and told[tag]:
            kept[tag] = told[tag]
    return kept.tobytes() if len(kept) else b""


# --- JPEG -------------------------------------------------------------------------------


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    place, scans = 2, 0
    while mark := _MARK.search(data, place):
        code, start = mark[1][0], mark.end()
        if code == _EOI:
            yield bytes([0xFF, _EOI])  # never added: without it, a picture is cut off
            break
        if code in _ALONE:
            place = start
            continue
        place = start + int.from_bytes(data[start : start + 2])
        if code == _SOS:
            scans += 1
            if scans > MOST_SCANS:
                raise ScansError
            end = _SCAN_END.search(data, place)
            place = end.start() if end else len(data)
        yield _jpeg_segment(code, data[start:place])


def _jpeg_segment(code: int, segment: bytes) -> bytes:
    """A segment, from its length on, as it is kept: with its mark, or b""."""
    told = segment[2:]
    if code == 0xE1 and told.startswith(_EXIF):
        told = _owned(told)
        segment = struct.pack(">H", len(told) + 2) + told
        return bytes([0xFF, code]) + segment if told else b""
    is_kept = code in _JPEG_KEPT and told.startswith(_JPEG_KEPT[code])
    if (code == _COM or code in _APP) and not is_kept:
        return b""
    return bytes([0xFF, code]) + segment


# --- PNG --------------------------------------------------------------------------------


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG_START
    place, kind = len(_PNG_START), b""
    while place + 12 <= len(data) and kind != b"IEND":
        size = int.from_bytes(data[place : place + 4])
        kind, end = data[place + 4 : place + 8], place + 12 + size
        if kind == b"eXIf":
            owned = _owned(data[place + 8 : end - 4]).removeprefix(_EXIF)
            yield _png_chunk(kind, owned) if owned else b""
        elif kind in _PNG_KEPT or (
            kind == b"tEXt" and data.startswith(_PNG_OWNERS, place + 8, end)
        ):
            yield data[place:end]
        place = end


def _png_chunk(kind: bytes, told: bytes) -> bytes:
    return struct.pack(">I", len(told)) + kind + told + struct.pack(">I", zlib.crc32(kind + told))


# --- GIF --------------------------------------------------------------------------------


def _gif(data: bytes) -> Iterator[bytes]:
    place = 13 + _gif_colours(data[10:11])
    yield data[:place]
    while (kind := data[place : place + 1]) in (b"!", b","):
        if kind == b"!":
            end = _gif_blocks_end(data, place + 2)
            loops = data[place + 3 : place + 14] in _GIF_LOOPS
            kept = data[place + 1 : place + 2] in (b"\xf9", b"\x01") or loops
        else:
            inside = place + 10 + _gif_colours(data[place + 9 : place + 10])
            end, kept = _gif_blocks_end(data, inside + 1), True
        yield data[place:end] if kept else b""
        place = end
    yield data[place : place + 1]  # ";" ends a picture


def _gif_colours(packed: bytes) -> int:
    """How many bytes a table of colours has, by the field that says so."""
    return 3 << ((packed[0] & 7) + 1) if packed and packed[0] & 0x80 else 0


def _gif_blocks_end(data: bytes, place: int) -> int:
    """Where a row of blocks ends: each begins with its size, and the last has none."""
    while place < len(data) and data[place]:
        place += data[place] + 1
    return place + 1


# --- WebP -------------------------------------------------------------------------------


def _webp(data: bytes) -> bytes:
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    chunks = [(kind, told) for kind, told in _webp_chunks(data[:end]) if kind in _WEBP_KEPT]
    exif = b"".join(_owned(told) for kind, told in _webp_chunks(data[:end]) if kind == b"EXIF")
    if exif:
        chunks.append((b"EXIF", exif.removeprefix(_EXIF)))
    body = b"".join(_webp_chunk(kind, told, has_exif=bool(exif)) for kind, told in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place + 8 <= len(data):
        size = int.from_bytes(data[place + 4 : place + 8], "little")
        yield data[place : place + 4], data[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _webp_chunk(kind: bytes, told: bytes, *, has_exif: bool) -> bytes:
    if kind == b"VP8X" and told:
        flags = told[0] & ~(_WEBP_EXIF | _WEBP_XMP) | (_WEBP_EXIF if has_exif else 0)
        told = bytes([flags]) + told[1:]
    return kind + struct.pack("<I", len(told)) + told + bytes(len(told) % 2)
