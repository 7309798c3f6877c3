"""Narration → a small file with the same sound, for slow and costly connections: Ogg Opus.

About a third of the MP3's bytes. It has the MP3's times, so chapters and captions are right for
it, too. It is written a clip at a time: the sound of ten hours is never held.
"""

from collections.abc import Iterable
from typing import BinaryIO

from formats import ogg_opus, walk
from formats.markup import legal
from formats.model import Edition, OutputFile
from formats.words import words


def render(edition: Edition) -> Iterable[OutputFile]:
    """`<slug>.opus`: the narration at less than 24 kb/s, with its title, authors and voice."""
    narration, comments = edition.narration, _comments(edition)

    def write(file: BinaryIO) -> None:
        clips, lengths, rate = narration.small, narration.clips, narration.rate
        file.writelines(ogg_opus.stream(clips, lengths, rate, comments))

    yield OutputFile(f"{edition.post.slug}.opus", "audio/ogg", write)


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
