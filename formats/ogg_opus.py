"""Opus packets → an Ogg stream (RFC 7845), from clips that were encoded one by one.

A clip has packets of its own, so a sentence that was edited changes those of its clip alone. Its
length is no whole number of packets: its first is the one that begins nearest to where the clip
begins. So nothing is ever more than 10 ms from its time, however many clips there are.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from mutagen._vorbis import VComment
from mutagen.ogg import OggPage

from formats.model import Packets

CLOCK = 48_000
"""Samples a second in which an Ogg stream counts, whatever the sound's own (RFC 7845, 4)."""

PACKET = 960
"""Samples of a packet: 20 ms."""

DELAY = 312
"""Samples by which an encoder is late: what a decoder is to skip at first (`OpusHead`)."""

_HEAD = struct.Struct("<4sBBqIIIB")
_LAST = 4  # the flag of a stream's last page
_LACED = tuple(b"\xff" * (size // 255) + bytes((size % 255,)) for size in range(1276))
"""How a packet's size is written, for each size up to Opus's largest (RFC 6716, 3.4)."""

_SWAPPED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
"""The bits of each byte the other way round, as Ogg has the sum that zlib works out."""

_PAGE = 50
"""Packets of a page: one second, as an app goes from page to page when it looks for a time."""


def stream(
    clips: Iterable[Packets], lengths: Sequence[int], rate: int, said: Mapping[str, str]
) -> Iterator[bytes]:
    """The pages of a stream; `said` are its comments.

    `clips` are the packets of each, `lengths` their samples, of which `rate` are a second. A clip
    begins with silence, as MP3 does: a decoder comes from another one's end, and needs as much to
    forget it.
    """
    yield _head(rate)
    begins = [round(at * CLOCK / rate) for at in accumulate(lengths, initial=0)]
    comments = VComment()
    comments.vendor = "Allways"
    comments.extend(said.items())
    tags = OggPage.from_packets([b"OpusTags" + comments.write(framing=False)], sequence=1)
    yield from (page.write() for page in tags)
    yield from _sound(_packets(clips, begins), DELAY + begins[-1], len(tags) + 1)


def _head(rate: int) -> bytes:
    """The first page: version 1, one channel, what to skip, the rate before encoding, no gain."""
    page = OggPage()
    page.packets = [b"OpusHead" + struct.pack("<BBHIhB", 1, 1, DELAY, rate, 0, 0)]
    page.first = True
    return bytes(page.write())


def _packets(clips: Iterable[Packets], begins: Sequence[int]) -> Iterator[Packets]:
    """The packets of each clip that are in the stream."""
    spans = list(pairwise(begins))
    for number, (packets, (begin, end)) in enumerate(zip(clips, spans, strict=True)):
        last = number == len(spans) - 1
        yield packets if last else _first(packets, round(end / PACKET) - round(begin / PACKET))


def _first(packets: Packets, count: int) -> Packets:
    sizes = packets.sizes[:count]
    return Packets(sizes, packets.data[: sum(sizes)])


def _sound(clips: Iterable[Packets], end: int, sequence: int) -> Iterator[bytes]:
    """Pages of a second; the last one says at which sample the sound ends."""
    sizes: list[int] = []
    data = b""
    heard = 0
    for packets in clips:
        sizes += packets.sizes
        data += packets.data
        at = 0
        while len(sizes) > _PAGE:  # the last page, which says so, is never an empty one
            heard += _PAGE * PACKET
            page = Packets(sizes[:_PAGE], data[at : (at := at + sum(sizes[:_PAGE]))])
            yield _page(page, heard, sequence)
            del sizes[:_PAGE]
            sequence += 1
        data = data[at:]
    if sizes:
        heard += len(sizes) * PACKET
        yield _page(Packets(sizes, data), min(heard, end), sequence, last=True)


def _page(packets: Packets, position: int, sequence: int, *, last: bool = False) -> bytes:
    """A page (RFC 3533, 6); ten hours are 36,000 of them, which mutagen takes seconds to write."""
    laced = b"".join(map(_LACED.__getitem__, packets.sizes))
    head = _HEAD.pack(b"OggS", 0, _LAST if last else 0, position, 0, sequence, 0, len(laced))
    page = b"".join((head, laced, packets.data))
    check = ~zlib.crc32(page.translate(_SWAPPED), -1) & 0xFFFFFFFF
    return page[:22] + check.to_bytes(4, "big").translate(_SWAPPED) + page[26:]
