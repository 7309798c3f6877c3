"""Narration → a small file with the same sound, for slow and costly connections: Ogg Opus.

About a third of the MP3's bytes. It has the MP3's times, so chapters and captions are right for
it, too. The sound comes from the MP3's frames, a clip at a time: that of ten hours is never held.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from formats import walk
from formats.markup import legal
from formats.model import Edition, OutputFile
from formats.words import words

if TYPE_CHECKING:
    from av import AudioFrame

BITS = 23_500
"""Bits a second, which are never passed for long. The file has 22.4 kb/s in the end."""

RATE = 24_000
"""Samples a second, as Opus has no 22.05 kHz: the voices have nothing above 12 kHz."""

_ENCODER = {
    # The fastest of the encoder's searches, and its way for music, which is faster than that for
    # speech: 1.3 ms of work for a second of sound, with decoding; the slowest takes 9.
    "compression_level": "0",
    "application": "audio",
    # The longest frames have the least overhead (RFC 7587, 3.1).
    "frame_duration": "60",
    "vbr": "constrained",
}

# Without this, the stream's number is random, and the version of the library is in the file.
_SAME_BYTES = {"fflags": "+bitexact"}


def render(edition: Edition) -> Iterable[OutputFile]:
    """`<slug>.opus`: the narration at less than 24 kb/s, with its title, authors and voice."""

    def write(file: BinaryIO) -> None:
        _write(edition, file)

    yield OutputFile(f"{edition.post.slug}.opus", "audio/ogg", write)


def _write(edition: Edition, file: BinaryIO) -> None:
    from av import open as written  # noqa: PLC0415 (0.04 s, for which an unchanged run has no need)

    with written(file, "w", format="opus", options=_SAME_BYTES) as out:
        out.metadata.update(_comments(edition))
        stream = out.add_stream("libopus", rate=RATE, options=_ENCODER)
        stream.codec_context.layout = "mono"
        stream.codec_context.bit_rate = BITS
        for frame in _decoded(edition.narration.sound):
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))


def _decoded(sound: Iterable[bytes]) -> Iterator["AudioFrame"]:
    """Every sample of every frame. Read as a file, the first ones might be left out."""
    from av import AudioCodecContext, CodecContext  # noqa: PLC0415 (as in _write)

    decoder = CodecContext.create("mp3float", "r")
    assert isinstance(decoder, AudioCodecContext)
    for piece in sound:
        for packet in decoder.parse(piece):
            yield from decoder.decode(packet)
    for packet in decoder.parse(None):
        yield from decoder.decode(packet)
    yield from decoder.decode(None)


def _comments(edition: Edition) -> dict[str, str]:
    """The comments of the stream (RFC 7845, 5.2); that on the voice is also for programs."""
    post, publication = edition.post, edition.publication
    voices = ", ".join(edition.narration.voices)
    spoken = walk.disclosure(edition) or words(post.language).podcast.read_by.format(voices)
    said = {
        "TITLE": post.title,
        "ARTIST": ", ".join(post.authors) or publication.author or publication.title,
        "ALBUM": publication.title,
        "GENRE": "Podcast",
        "LANGUAGE": post.language,
        "DATE": f"{post.published:%Y-%m-%d}" if post.published else "",
        "CONTACT": f"{publication.base_url}posts/{post.slug}/",
        "DESCRIPTION": spoken,
        "AI-CONTENT": "true",
        "VOICE": voices,
        "DIGITALSOURCETYPE": edition.narration.digital_source,
    }
    return {name: legal(value) for name, value in said.items() if value}
