"""The narration as text with times: WebVTT, SubRip, and the JSON that podcast players read.

One cue for each unit, under the unit's id. A sentence is written as it is shown; a picture
and a code example as they are spoken, for the sound has no more of them.
"""

import json
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from formats import walk
from formats.chapters import chapters
from formats.clock import milliseconds, srt, vtt
from formats.model import Edition, OutputFile, Sentence

# Podcasting 2.0, "Transcripts": lines of WebVTT of at most 65 characters.
_LINE = 65

# No format of text can carry these: XML 1.0, 2.2, whose readers show transcripts too.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _Heard:
    """One unit as it is heard: milliseconds from the beginning, and its words."""

    id: str
    begin: int
    end: int
    text: str


def render(edition: Edition) -> Iterable[OutputFile]:
    """`transcript.vtt`, `.srt` and `.json`, and `chapters.json`."""
    heard = _heard(edition)
    yield OutputFile("transcript.vtt", "text/vtt", _vtt(edition, heard).encode())
    yield OutputFile("transcript.srt", "application/x-subrip", _srt(heard).encode())
    yield OutputFile("transcript.json", "application/json", _json(_segments(edition, heard)))
    yield OutputFile("chapters.json", "application/json+chapters", _json(_chapters(edition)))


def _heard(edition: Edition) -> tuple[_Heard, ...]:
    sound = edition.narration
    spoken = dict(edition.narration.script)
    return tuple(
        _Heard(
            cue.id,
            milliseconds(cue.begin, sound.rate),
            milliseconds(cue.end, sound.rate),
            _words(unit, spoken),
        )
        for unit, cue in zip(walk.edition_units(edition), sound.cues, strict=True)
    )


def _words(unit: walk.Unit, spoken: dict[str, str]) -> str:
    """What is shown of a unit, on one line; what is spoken where it shows no words."""
    shown = walk.plain(unit.inlines) if isinstance(unit, Sentence) else ""
    return _line(shown) or _line(spoken[unit.id])


def _line(text: str) -> str:
    """One line without characters that break a file of lines."""
    return " ".join(_ILLEGAL.sub("\ufffd", text).split())


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _LINE, break_on_hyphens=False)


# --- WebVTT and SubRip ------------------------------------------------------------------


def _vtt(edition: Edition, heard: Iterable[_Heard]) -> str:
    """W3C WebVTT: escaped text, identifiers, and a note that says whose voice it is."""
    voices = ", ".join(edition.narration.voices)
    about = (edition.post.title, f"Read by a synthetic voice: {voices}.")
    note = "\n".join(_escaped(line) for text in about for line in _wrapped(_line(text)))
    cues = (
        f"{cue.id}\n{vtt(cue.begin)} --> {vtt(cue.end)}\n"
        + "\n".join(_escaped(line) for line in _wrapped(cue.text))
        for cue in heard
    )
    return "\n\n".join(["WEBVTT", f"NOTE\n{note}", *cues]) + "\n"


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _srt(heard: Iterable[_Heard]) -> str:
    """SubRip has no escapes: an arrow in the text is held apart, so that none is read as times."""
    cues = (
        f"{number}\n{srt(cue.begin)} --> {srt(cue.end)}\n"
        + "\n".join(_wrapped(cue.text.replace("-->", "-- >")))
        for number, cue in enumerate(heard, 1)
    )
    return "\n\n".join(cues) + "\n"


# --- JSON -------------------------------------------------------------------------------


def _segments(edition: Edition, heard: Iterable[_Heard]) -> dict[str, object]:
    """Podcasting 2.0, "Transcripts", JSON 1.0.0; times in seconds."""
    segments = [
        {
            "speaker": ", ".join(edition.narration.voices),
            "startTime": cue.begin / 1000,
            "endTime": cue.end / 1000,
            "body": cue.text,
        }
        for cue in heard
    ]
    return {"version": "1.0.0", "segments": segments}


def _chapters(edition: Edition) -> dict[str, object]:
    """Podcasting 2.0, "JSON chapters" 1.2.0; times in seconds, ascending."""
    return {
        "version": "1.2.0",
        "title": _line(edition.post.title),
        "podcastName": _line(edition.publication.title),
        "fileName": f"{edition.post.slug}.mp3",
        "chapters": [
            {"startTime": c.begin / 1000, "endTime": c.end / 1000, "title": _line(c.title)}
            for c in chapters(edition)
        ],
    }


def _json(value: dict[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
