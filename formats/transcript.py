"""The narration as text with times: WebVTT, SubRip, and the JSON that podcast players read.

One cue for each unit, with the unit's id. A sentence is written as it is shown; a picture and a
code example as they are spoken.
"""

import json
import re
import textwrap
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from formats import walk
from formats.chapters import chapters
from formats.clock import milliseconds, srt, vtt
from formats.memo import memoised
from formats.model import Edition, Figure, OutputFile, Sentence
from formats.words import PodcastWords, words

# Podcasting 2.0, "Transcripts": lines of WebVTT of at most 65 characters.
_LINE = 65

# Pictures that podcast players show.
_SHOWN = ("image/jpeg", "image/png", "image/gif", "image/webp")

# Characters that XML forbids (XML 1.0, 2.2): its readers show transcripts too.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _Caption:
    """One unit with its words and its times, in milliseconds from the beginning."""

    id: str
    begin: int
    end: int
    text: str


def render(edition: Edition) -> Iterable[OutputFile]:
    """`transcript.vtt`, `.srt` and `.json`, and `chapters.json`."""
    captions = _captions(edition)
    yield OutputFile("transcript.vtt", "text/vtt", _vtt(edition, captions).encode())
    yield OutputFile("transcript.srt", "application/x-subrip", _srt(captions).encode())
    yield OutputFile("transcript.json", "application/json", _json(_segments(edition, captions)))
    yield OutputFile("chapters.json", "application/json+chapters", _json(_chapters(edition)))


def _captions(edition: Edition) -> tuple[_Caption, ...]:
    sound = edition.narration
    spoken = dict(edition.narration.script)
    return tuple(
        _Caption(
            cue.id,
            milliseconds(cue.begin, sound.rate),
            milliseconds(cue.end, sound.rate),
            _words(unit, spoken),
        )
        for unit, cue in zip(walk.edition_units(edition), sound.cues, strict=True)
    )


def _words(unit: walk.Unit, spoken: dict[str, str]) -> str:
    """The words of a unit on one line, as shown; as spoken where it shows no words."""
    shown = walk.plain(unit.inlines) if isinstance(unit, Sentence) else ""
    return _line(shown) or _line(spoken[unit.id])


def _line(text: str) -> str:
    """One line, without characters that would break a file of lines."""
    return " ".join(_ILLEGAL.sub("\ufffd", text).split())


@memoised
def _wrapped(text: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(text, _LINE, break_on_hyphens=False))


# --- WebVTT and SubRip ------------------------------------------------------------------


def _vtt(edition: Edition, captions: Iterable[_Caption]) -> str:
    """W3C WebVTT: escaped text, identifiers, and a note that names the voice."""
    voices = ", ".join(edition.narration.voices)
    by = walk.disclosure(edition) or _ours(edition).read_by.format(voices)
    about = (edition.post.title, by)
    note = "\n".join(_escaped(line) for text in about for line in _wrapped(_line(text)))
    cues = (
        f"{cue.id}\n{vtt(cue.begin)} --> {vtt(cue.end)}\n"
        + "\n".join(_escaped(line) for line in _wrapped(cue.text))
        for cue in captions
    )
    return "\n\n".join(["WEBVTT", f"NOTE\n{note}", *cues]) + "\n"


def _ours(edition: Edition) -> PodcastWords:
    return words(edition.post.language).podcast


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _srt(captions: Iterable[_Caption]) -> str:
    """SubRip has no escapes: an arrow in the text gets a space, so that it is not read as times."""
    cues = (
        f"{number}\n{srt(cue.begin)} --> {srt(cue.end)}\n"
        + "\n".join(_wrapped(cue.text.replace("-->", "-- >")))
        for number, cue in enumerate(captions, 1)
    )
    return "\n\n".join(cues) + "\n"


# --- JSON -------------------------------------------------------------------------------


def _segments(edition: Edition, captions: Iterable[_Caption]) -> dict[str, object]:
    """Podcasting 2.0, "Transcripts", JSON 1.0.0; times in seconds."""
    segments = [
        {
            "speaker": ", ".join(edition.narration.voices),
            "startTime": cue.begin / 1000,
            "endTime": cue.end / 1000,
            "body": cue.text,
        }
        for cue in captions
    ]
    return {"version": "1.0.0", "segments": segments}


def _chapters(edition: Edition) -> dict[str, object]:
    """Podcasting 2.0, "JSON chapters" 1.2.0; times in seconds, ascending."""
    shown = _pictures(edition)
    return {
        "version": "1.2.0",
        "title": _line(edition.post.title),
        "podcastName": _line(edition.publication.title),
        "fileName": f"{edition.post.slug}.mp3",
        "chapters": [
            {"startTime": c.begin / 1000, "endTime": c.end / 1000, "title": _line(c.title)}
            | ({"img": shown[c.id]} if c.id in shown else {})
            for c in chapters(edition)
        ],
    }


def _pictures(edition: Edition) -> dict[str, str]:
    """The address of the first picture of each chapter that has one, by the chapter's id."""
    begins = {chapter.begin: chapter.id for chapter in chapters(edition)}
    times = sorted(begins)
    kinds = {media.path: media.mime for media in edition.media}
    found: dict[str, str] = {}
    for unit, cue in zip(walk.edition_units(edition), edition.narration.cues, strict=True):
        if isinstance(unit, Figure) and kinds.get(unit.picture.src) in _SHOWN:
            at = milliseconds(cue.begin, edition.narration.rate)
            chapter = begins[times[bisect_right(times, at) - 1]]
            found.setdefault(chapter, _address(edition, unit.picture.src))
    return found


def _address(edition: Edition, path: str) -> str:
    folder = f"{edition.publication.base_url}posts/{edition.post.slug}/"
    return folder + quote(path, safe="/-._~")


def _json(value: dict[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
