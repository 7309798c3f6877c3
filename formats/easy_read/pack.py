"""The checking pack: an easy-read text on paper, for a group that meets around a table.

Numbered rows as readers see them, three boxes for each, room for better words, and open questions
after each section. What it says of itself is for the editor and the group, in English. It never
calls the text Easy Read: that is what the group decides.
"""

import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

import typst
from PIL import Image, ImageOps

from formats import walk
from formats.easy_read.sections import (
    ANSWERED,
    BETTER,
    CONSENT,
    HOW_TO,
    INTRODUCTION,
    LAST,
    MAIN_POINTS,
    MARKS,
    NO_PICTURE,
    QUESTIONS,
    TITLE,
    WHOLE,
    WRITTEN,
    Explained,
    PackSection,
    explained,
)
from formats.errors import FormatError
from formats.languages import direction, primary
from formats.markup import legal
from formats.model import EasyText, Foreign, Inline, Media, Typeface
from formats.model.text import Link, Style, Styled
from formats.typefaces import folders, fonts, needed, parts, region

Node = str | dict[str, object]

_TEMPLATE = files("formats.easy_read").joinpath("pack.typ").read_bytes()

_FINEST = 700
"""Pixels on the longer side of a picture: 45 mm at 300 an inch are 531."""

SVG = "image/svg+xml"
_RASTER = ("GIF", "JPEG", "PNG", "WEBP")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text to check, with what its pack says of it.

    `round` is which time this is, from 1. `version` names the text. `made` is the date in the
    PDF, in Unix seconds: the post's own, not that of a clock.
    """

    text: EasyText
    language: str
    round: int
    version: str
    typeface: Typeface
    made: int


def render(sheet: Sheet) -> bytes:
    """The pack as PDF/UA-1 and PDF/A-2a, on A4: the same bytes for the same values.

    Raises `FormatError` where Typst refuses it, or a picture can't be decoded.
    """
    document = _document(sheet)
    others = needed(json.dumps(document, ensure_ascii=False), sheet.typeface)
    document["families"] = [face.family for face in others if not face.region]
    document["regions"] = {
        face.region: face.family
        for face in sheet.typeface.others
        if face.region and any(other.region for other in others)
    }
    pictures = {f"picture {m.path}": _picture(m) for m in sheet.text.media}
    try:
        made: bytes = typst.compile(
            _TEMPLATE,
            font_paths=fonts(folders(sheet.typeface, others)),
            sys_inputs={"pack": json.dumps(document), **pictures},
            pdf_standards=["a-2a", "ua-1"],  # Typst refuses a document that breaks them
            timestamp=sheet.made,
        )
    except typst.TypstError as error:
        message = f"the pack can't be made: {error.message}"
        raise FormatError(message, " ".join(error.hints)) from error
    return made


def _document(sheet: Sheet) -> dict[str, object]:
    text, face = sheet.text, sheet.typeface
    return {
        "family": face.family,
        "title": _shown(text.title, face),
        "language": _language(sheet.language),
        "round": sheet.round,
        "version": _shown(sheet.version, face),
        "marks": MARKS,
        "questions": QUESTIONS,
        "sections": [_section(one, rows, face) for one, rows in explained(text)],
        "said": {
            "title": TITLE,
            "introduction": INTRODUCTION,
            "written": WRITTEN,
            "consent": CONSENT,
            "answered": ANSWERED,
            "how": HOW_TO,
            "last": LAST,
            "better": BETTER,
            "bare": NO_PICTURE,
        },
    }


def _section(section: PackSection, rows: Iterable[Explained], face: Typeface) -> dict[str, object]:
    return {
        "title": _shown(section.title, face),
        "ours": section.title in (MAIN_POINTS, WHOLE),
        "rows": [_row(row, face) for row in rows],
    }


def _row(explained: Explained, face: Typeface) -> dict[str, object]:
    number, row, run, hard = explained
    return {
        "number": number,
        "picture": row.picture.src if row.picture else "",
        "alt": _shown((row.picture and row.picture.alt) or "", face),
        "words": _nodes(run, face),
        "entries": [_nodes(entry.inlines, face) for entry in row.entries],
        "numbered": row.numbered,
        "meanings": [[_shown(h.word, face), _shown(h.meaning, face)] for h in hard],
    }


# --- running text -----------------------------------------------------------------------


def _nodes(run: Iterable[Inline], face: Typeface) -> list[Node]:
    return [_node(inline, face) for inline in run]


def _node(inline: Inline, face: Typeface) -> Node:
    match inline:
        case Styled(Style.STRONG, children) | Link(_, children):
            return {"kind": "strong", "body": _nodes(children, face)}
        case Foreign(language, children):
            return {"kind": "foreign", **_language(language), "body": _nodes(children, face)}
        case _:
            return _shown(walk.plain((inline,)), face)


def _shown(text: str, face: Typeface) -> str:
    """The text as it can be printed: a sign for each letter that no typeface has."""
    shown = "".join(p.shown + ("\ufffd" if p.missing else "") for p in parts(legal(text), face))
    return re.sub(r"\s+", " ", shown)


def _language(tag: str) -> dict[str, str]:
    """A BCP 47 tag in the form for Typst; `han` is the region of Chinese characters."""
    country = next((part for part in tag.split("-")[1:] if len(part) == 2), "")
    return {
        "lang": primary(tag),
        "region": country.upper(),
        "dir": direction(tag),
        "han": region(tag),
    }


# --- pictures ---------------------------------------------------------------------------


def _picture(media: Media) -> str:
    """A picture as text, the only form in which Typst takes values from memory: an SVG, or octets.

    A photograph is made as small as it is printed: as octets it is a hundred times its size.
    """
    if media.mime == SVG:
        return media.data.decode()
    return json.dumps(list(reduced(media)), separators=(",", ":"))


def reduced(media: Media) -> bytes:
    """A picture as a PNG, no finer than it is printed. Raises `FormatError`."""
    try:
        with Image.open(io.BytesIO(media.data), formats=_RASTER) as image:
            image.draft("RGB", (_FINEST, _FINEST))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((_FINEST, _FINEST))
            out = io.BytesIO()
            upright.convert("RGBA").save(out, "PNG")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise FormatError(f"the picture {media.path} can't be decoded", "Save it again.") from error
    return out.getvalue()
