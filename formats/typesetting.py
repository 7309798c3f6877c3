"""What is given to Typst alike, whatever it typesets: languages, typefaces, dates, drawings."""

from collections.abc import Iterable

import typst

from formats.errors import FormatError
from formats.languages import direction
from formats.model import Face, Media, Post, Typeface
from formats.typefaces import folders, fonts, region


def language(tag: str) -> dict[str, str]:
    """A BCP 47 tag in the form for Typst: language, region, script, direction.

    `han` is the region whose shapes of Chinese characters are used.
    """
    primary, *rest = tag.split("-")
    country = next((part for part in rest if len(part) == 2), "")
    script = next((part for part in rest if len(part) == 4), "")
    return {
        "lang": primary.lower(),
        "region": country.upper(),
        "script": script.lower(),
        "dir": direction(tag),
        "han": region(tag),
    }


def families(typeface: Typeface, others: Iterable[Face]) -> dict[str, object]:
    """The typefaces by name, and those for Chinese characters by region.

    `others` are those that a document needs beside its own.
    """
    wanted = tuple(others)
    regions = {
        face.region: face.family
        for face in typeface.others
        if face.region and any(other.region for other in wanted)
    }
    return {"families": [face.family for face in wanted if not face.region], "regions": regions}


def seconds(post: Post) -> int:
    """The date in a PDF, in Unix seconds: the post's own, not that of a clock."""
    return max(0, int(post.dated.timestamp()))


def drawn(drawing: Media, typeface: Typeface, width: int, finest: int) -> bytes:
    """A drawing (SVG) as a PNG of `width` mm, with `finest` pixels an inch.

    Raises `FormatError` where it can't be drawn.
    """
    sheet = (
        f"#set page(width: {width}mm, height: auto, margin: 0mm)\n"
        "#image(bytes(sys.inputs.drawing), width: 100%)"
    )
    try:
        made: bytes = typst.compile(
            sheet.encode(),
            format="png",
            ppi=finest,
            font_paths=fonts(folders(typeface, ())),
            sys_inputs={"drawing": drawing.data.decode()},
        )
    except (typst.TypstError, ValueError) as error:
        message = f"the picture {drawing.path} can't be drawn"
        raise FormatError(message, "Save it again.") from error
    return made
