"""The PDF: its typefaces, its lines, its language, and what Typst refuses."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from formats.errors import FormatError
from formats.model import (
    CodeBlock,
    Figure,
    Foreign,
    Media,
    Picture,
    Text,
)
from tests.formats.builders import (
    RICH_MEDIA,
    edition,
    edition_of,
    paragraph,
    picture,
    post_of,
    rich_post,
    sentence,
)
from tests.formats.large_print.prints import made, poppler, squeezed, words

REGIONS = {f"NotoSansCJK{region}-Thin" for region in ("jp", "kr", "sc", "tc", "hk")}


def test_characters_that_typst_reads_as_commands_are_printed() -> None:
    """No character of a post is a command."""
    hostile = (
        '#panic("x") $x^2$ @ref <label> *b* _i_ `c` = h // c /* d */ \\u{41} "q" ~ - + [a] {b}'
    )
    code = CodeBlock("", hostile, "typ")
    title = "#title() /* $"
    found = squeezed(
        " ".join(words(made(edition(paragraph(hostile), code, title=title))["large-print.pdf"]))
    )
    assert found.count(squeezed(hostile)) == 2
    assert found.startswith(squeezed(title))


@pytest.mark.parametrize(
    ("language", "face"),
    [("ja", "JP"), ("ko", "KR"), ("zh", "SC"), ("zh-Hant", "TC"), ("zh-HK", "HK"), ("en", "SC")],
)
def test_chinese_characters_have_the_shapes_of_their_language(language: str, face: str) -> None:
    """In the whole post, and in a passage of another language within it."""
    whole = made(edition(paragraph("骨直次"), language=language, title="Bones"))
    assert _fonts(whole) & REGIONS == {f"NotoSansCJK{face.lower()}-Thin"}
    inside = paragraph(sentence("Bones ", Foreign(language, (Text("骨直次"),))))
    assert _fonts(made(edition(inside))) & REGIONS == {f"NotoSansCJK{face.lower()}-Thin"}


def test_traditional_characters_are_not_made_simplified(tmp_path: Path) -> None:
    """The language "zh" alone asks each typeface for the shapes of simplified ones."""
    drawn = {tag: _drawn(tag, tmp_path) for tag in ("zh-Hant", "zh-TW", "zh", "ja")}
    assert drawn["zh-Hant"] == drawn["zh-TW"]
    assert len(set(drawn.values())) == 3


def _drawn(language: str, folder: Path) -> bytes:
    """The page on which bone stands, as a picture."""
    pdf = made(edition(paragraph("骨直次"), language=language))["large-print.pdf"]
    poppler("pdftoppm", "-r", "50", "-png", pdf=pdf, to=folder / "page")
    return (folder / "page-1.png").read_bytes()


def test_no_typeface_is_slanted() -> None:
    """Emphasis is bold; the one other typeface is for code and signs."""
    fonts = _fonts(made(edition_of(rich_post(), RICH_MEDIA)))
    assert fonts == {
        "SourceSansPro-Regular",
        "SourceSansPro-Bold",
        "DejaVuSansMono",
    }


def _fonts(files: dict[str, bytes]) -> set[str]:
    names = re.findall(rb"/BaseFont/[A-Z]+\+([A-Za-z-]+)", files["large-print.pdf"])
    return {name.decode().removesuffix("-Identity-H") for name in names}


def test_lines_are_one_and_a_half_letters_apart() -> None:
    """27 points at 18."""
    xml = poppler(
        "pdftohtml",
        "-xml",
        "-stdout",
        "-zoom",
        "1",
        pdf=made(edition(paragraph("word " * 60)))["large-print.pdf"],
    )
    tops = [int(top) for top in re.findall(r'<text top="(\d+)"[^>]*>(?:word ?)+</text>', xml)]
    assert {b - a for a, b in pairwise(tops)} <= {27}
    assert len(tops) > 3


def test_a_picture_that_is_broken_is_refused() -> None:
    """Not dropped without a word."""
    broken = Media("a.png", "image/png", picture("a.png").data[:60], 64, 48)
    with pytest.raises(FormatError, match="decode"):
        made(edition_of(post_of(Figure("", Picture("a.png", "A"), ())), (broken,)))


@pytest.mark.parametrize(("language", "said"), [("en-GB", b"en-GB"), ("cy", b"cy"), ("ar", b"ar")])
def test_the_pdf_says_its_language(language: str, said: bytes) -> None:
    """With its region, where the post says one."""
    pdf = made(edition(paragraph("Sea."), language=language))["large-print.pdf"]
    assert b"/Lang(" + said + b")" in pdf


def test_the_date_in_the_pdf_is_the_posts_own() -> None:
    pdf = made(edition(paragraph("Sea."), updated=datetime(2021, 5, 6, 7, 8, 9, tzinfo=UTC)))

    assert b"D:20210506070809Z" in pdf["large-print.pdf"]


def _noise(kind: str, side: int, orientation: int = 1) -> bytes:
    """A picture of some megabytes."""
    data = io.BytesIO()
    image = Image.effect_noise((side, side // 2), 99).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(data, kind, exif=exif)
    return data.getvalue()


@pytest.mark.parametrize(
    ("kind", "orientation", "size"),
    [
        ("PNG", 1, (1900, 950)),
        ("JPEG", 1, (2400, 1200)),
        ("JPEG", 6, (950, 1900)),
        ("WEBP", 1, (1900, 950)),
    ],
)
def test_a_large_picture_is_printed_upright_and_no_finer_than_a_printer_shows(
    kind: str, orientation: int, size: tuple[int, int]
) -> None:
    data = _noise(kind, 2400, orientation)
    assert len(data) > 1_000_000
    media = Media("pictures/a", f"image/{kind.lower()}", data, 2400, 1200)
    post = post_of(paragraph("One."), Figure("s2", Picture("pictures/a", "Noise"), ()))
    pdf = made(replace(edition_of(post), media=(media,)))["large-print.pdf"]
    assert _image_sizes(pdf) == {size}


def _image_sizes(pdf: bytes) -> set[tuple[int, int]]:
    found = re.findall(rb"/Width (\d+)\s*/Height (\d+)", pdf)
    return {(int(width), int(height)) for width, height in found}


def test_a_large_picture_that_can_not_be_decoded_is_an_error_and_no_gap() -> None:
    media = Media("pictures/a", "image/png", b"\x89PNG" + bytes(1_000_001), 4, 3)
    post = post_of(Figure("s1", Picture("pictures/a", "Noise"), ()))
    with pytest.raises(FormatError, match="can't be decoded"):
        made(replace(edition_of(post), media=(media,)))
