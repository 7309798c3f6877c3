"""Narration → an MP3 file with title, cover, chapters and words.

ID3v2.3 in UTF-16 with the chapters of its addendum: players that read 2.4 also read 2.3, and
many read only that. There is no Xing, Info or LAME frame: without one, every player counts the
same samples, and the cues of all formats are right.
"""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO, assert_never

from mutagen.id3 import (
    APIC,
    CHAP,
    COMM,
    CTOC,
    ID3,
    TALB,
    TCON,
    TDRC,
    TIT2,
    TLAN,
    TPE1,
    TXXX,
    USLT,
    WOAS,
    BitPaddedInt,
    CTOCFlags,
    Frame,
    PictureType,
)

from formats import walk
from formats.chapters import chapters
from formats.iso639 import three_letters
from formats.model import Chapter, CodeBlock, Edition, Figure, OutputFile, Sentence
from formats.words import words

_UTF16 = 1
_CHAPTERS = 255  # CTOC has one byte for the number of its children
_NOWHERE = 0xFFFFFFFF  # a chapter is found by its time, not by its offset


def render(edition: Edition) -> Iterable[OutputFile]:
    """`<slug>.mp3`: the tag, then the narration's frames as they are."""
    tag = _tag(edition)

    def write(file: BinaryIO) -> None:
        file.write(tag)
        file.writelines(edition.narration.sound)

    yield OutputFile(f"{edition.post.slug}.mp3", "audio/mpeg", write)


def _tag(edition: Edition) -> bytes:
    """An ID3v2.3 tag with its frames in our order: some players list chapters in that order."""
    body = b"".join(map(_saved, (*_about(edition), *_words(edition), *_contents(edition))))
    return b"ID3\x03\x00\x00" + BitPaddedInt.to_str(len(body), width=4) + body


def _saved(frame: Frame) -> bytes:
    """The bytes of one frame; mutagen would sort those of a whole tag by length."""
    tag = ID3()
    tag.add(frame)
    tag.update_to_v23()
    out = BytesIO()
    tag.save(out, v1=0, v2_version=3, padding=lambda _: 0)
    return out.getvalue()[10:]


def _about(edition: Edition) -> Iterable[Frame]:
    post, publication = edition.post, edition.publication
    artist = ", ".join(post.authors) or publication.author or publication.title
    yield TIT2(encoding=_UTF16, text=[_text(post.title)])
    yield TPE1(encoding=_UTF16, text=[_text(artist)])
    yield TALB(encoding=_UTF16, text=[_text(publication.title)])
    yield TCON(encoding=_UTF16, text=["Podcast"])
    yield TLAN(encoding=_UTF16, text=[three_letters(post.language)])
    if post.published:
        yield TDRC(encoding=_UTF16, text=[f"{post.published:%Y-%m-%d}"])
    yield WOAS(url=f"{publication.base_url}posts/{post.slug}/")
    cover = edition.cover
    yield APIC(
        encoding=_UTF16,
        mime=cover.mime,
        type=PictureType.COVER_FRONT,
        desc="Cover",
        data=cover.data,
    )


def _words(edition: Edition) -> Iterable[Frame]:
    """A statement that the voice is synthetic, for people and programs; and the text as lyrics.

    The value is that of Podcasting 2.0's `<podcast:txt purpose="ai-content">`.
    """
    language, ours = three_letters(edition.post.language), words(edition.post.language).podcast
    voices = ", ".join(edition.narration.voices)
    comment = _text(walk.disclosure(edition) or ours.read_by.format(voices))
    yield COMM(encoding=_UTF16, lang=language, desc="", text=[comment])
    yield TXXX(encoding=_UTF16, desc="ai-content", text=["true"])
    yield TXXX(encoding=_UTF16, desc="voice", text=[_text(voices)])
    if edition.narration.digital_source:
        source = edition.narration.digital_source
        yield TXXX(encoding=_UTF16, desc="DigitalSourceType", text=[source])
    shown = "".join(_shown(unit) for unit in walk.edition_units(edition)).strip()
    yield USLT(encoding=_UTF16, lang=language, desc="", text=_text(shown))


def _shown(unit: walk.Unit) -> str:
    """What a unit shows, a line for each block."""
    match unit:
        case Sentence():
            return walk.plain(unit.inlines) + (unit.tail or "\n")
        case Figure():
            return f"{unit.picture.alt}\n" if unit.picture.alt else ""
        case CodeBlock():
            return f"{unit.text}\n"
        case _:
            assert_never(unit)


def _contents(edition: Edition) -> Iterable[Frame]:
    """The chapters, and the table of contents without which players show none."""
    listed = _at_most(chapters(edition))
    for chapter in listed:
        yield CHAP(
            element_id=chapter.id,
            start_time=chapter.begin,
            end_time=chapter.end,
            start_offset=_NOWHERE,
            end_offset=_NOWHERE,
            sub_frames=[TIT2(encoding=_UTF16, text=[_text(chapter.title)])],
        )
    yield CTOC(
        element_id="toc",
        flags=CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED,
        child_element_ids=[chapter.id for chapter in listed],
        sub_frames=[TIT2(encoding=_UTF16, text=[_text(edition.post.title)])],
    )


def _at_most(listed: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """As many chapters as a table of contents can have; the last one lasts to the end."""
    kept = listed[:_CHAPTERS]
    return (*kept[:-1], replace(kept[-1], end=listed[-1].end))


def _text(words: str) -> str:
    """Words without the character that ends a text in ID3, and those that UTF-16 can't have."""
    return words.replace("\0", "").encode("utf-8", "ignore").decode()
