"""An easy-read text on paper: what its print and its checking pack share.

Words and pictures are passed to Typst as values, so none of them is read as Typst.
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
from formats.easy_read.sections import Explained
from formats.errors import FormatError
from formats.markup import legal
from formats.model import Foreign, Inline, Media, Typeface
from formats.model.text import Link, Style, Styled
from formats.typefaces import folders, fonts, needed, parts
from formats.typesetting import families, language

Node = str | dict[str, object]

_SHARED = files("formats.easy_read").joinpath("on_paper.typ").read_bytes()

_FINEST = 700
"""Pixels on the longer side of a picture: 45 mm at 300 an inch are 531."""

SVG = "image/svg+xml"
_RASTER = ("GIF", "JPEG", "PNG", "WEBP")


@dataclass(frozen=True, slots=True)
class Paper:
    """How a text is printed: by which template, in which typeface, with which pictures.

    `made` is the date in the PDF, in Unix seconds: the post's own, not that of a clock.
    """

    template: bytes
    typeface: Typeface
    media: tuple[Media, ...]
    made: int


def template(name: str) -> bytes:
    """A template of ours, below what all of them share."""
    return _SHARED + files("formats.easy_read").joinpath(name).read_bytes()


def typeset(document: dict[str, object], paper: Paper) -> bytes:
    """The document as PDF/UA-1 and PDF/A-2a: the same bytes for the same values.

    Raises `FormatError` where Typst refuses it, or a picture can't be decoded.
    """
    face = paper.typeface
    others = needed(json.dumps(document, ensure_ascii=False), face)
    given = {**document, "family": face.family, **families(face, others)}
    pictures = {f"picture {m.path}": _picture(m) for m in paper.media}
    try:
        made: bytes = typst.compile(
            paper.template,
            font_paths=fonts(folders(face, others)),
            sys_inputs={"document": json.dumps(given), **pictures},
            pdf_standards=["a-2a", "ua-1"],  # Typst refuses a document that breaks them
            timestamp=paper.made,
        )
    except typst.TypstError as error:
        message = f"the easy-read text can't be printed: {error.message}"
        raise FormatError(message, " ".join(error.hints)) from error
    return made


def row(explained: Explained, face: Typeface) -> dict[str, object]:
    """A row with its number, its picture, its words and what they mean."""
    number, one, run, hard = explained
    return {
        "number": number,
        "picture": one.picture.src if one.picture else "",
        "alt": shown((one.picture and one.picture.alt) or "", face),
        "words": nodes(run, face),
        "entries": [nodes(entry.inlines, face) for entry in one.entries],
        "numbered": one.numbered,
        "meanings": [[shown(h.word, face), shown(h.meaning, face)] for h in hard],
    }


# --- running text -----------------------------------------------------------------------


def nodes(run: Iterable[Inline], face: Typeface) -> list[Node]:
    """A run of text as nodes for the templates."""
    return [_node(inline, face) for inline in run]


def _node(inline: Inline, face: Typeface) -> Node:
    match inline:
        case Styled(Style.STRONG, children) | Link(_, children):
            return {"kind": "strong", "body": nodes(children, face)}
        case Foreign(tag, children):
            return {"kind": "foreign", **language(tag), "body": nodes(children, face)}
        case _:
            return shown(walk.plain((inline,)), face)


def shown(text: str, face: Typeface) -> str:
    """The text as it can be printed: a sign for each letter that no typeface has."""
    kept = "".join(p.shown + ("\ufffd" if p.missing else "") for p in parts(legal(text), face))
    return re.sub(r"\s+", " ", kept)


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
