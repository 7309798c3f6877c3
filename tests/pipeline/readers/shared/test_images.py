"""What a picture's bytes hold, and whether a book may show it."""

import io
import re
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Raster

from pipeline.readers.shared.images import Image, UnusableError, look, short
from tests.pipeline.readers.shared.drawings import SVG, png


@pytest.mark.parametrize(
    ("kind", "orientation", "size"),
    [
        (b"\x03", b"\x01\x00\x00\x00", (4, 3)),
        (b"\x03", b"\x06\x00\x00\x00", (3, 4)),
        (b"\x03", b"\x63\x00\x00\x00", (4, 3)),
        (b"\x02", b"six\x00", (4, 3)),
    ],
)
def test_a_photograph_may_lie_on_its_side_or_say_nonsense_of_it(
    kind: bytes, orientation: bytes, size: tuple[int, int]
) -> None:
    count = b"\x04" if kind == b"\x02" else b"\x01"
    field = b"\x12\x01" + kind + b"\x00" + count + bytes(3) + orientation
    exif = b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00" + field + bytes(4)
    data = io.BytesIO()
    Raster.new("RGB", (4, 3)).save(data, "JPEG", exif=exif)
    image = look(data.getvalue(), "x.jpg")
    assert (image.width, image.height) == size


@given(data=st.data(), kind=st.sampled_from(["PNG", "JPEG", "GIF", "WEBP", "SVG"]))
@settings(max_examples=300, deadline=None)
def test_a_picture_damaged_anywhere_is_shown_or_refused(data: st.DataObject, kind: str) -> None:
    whole = SVG.format("<path d=''/>").encode() if kind == "SVG" else png(kind=kind)
    at = data.draw(st.integers(0, len(whole)))
    damaged = (
        whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    )
    with suppress(UnusableError):
        assert look(damaged, "x.png").width >= 0


def svg(inside: str = "", attributes: str = 'width="12.4px" height="9"') -> bytes:
    """A drawing."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


@pytest.mark.parametrize(
    ("kind", "image"),
    [
        ("PNG", Image("png", "image/png", 4, 3, png(kind="PNG"))),
        ("JPEG", Image("jpg", "image/jpeg", 4, 3, png(kind="JPEG"))),
        ("GIF", Image("gif", "image/gif", 4, 3, png(kind="GIF"))),
        ("WEBP", Image("webp", "image/webp", 4, 3, png(kind="WEBP"))),
    ],
)
def test_a_picture_is_what_its_bytes_are(kind: str, image: Image) -> None:
    assert look(png(kind=kind), "a.txt") == image


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="12.4px" height="9"', (12, 9)),
        ('viewBox="0 0 30,20.6"', (30, 21)),
        ('width="100%" viewBox="0 0 30 20"', (30, 20)),
        ('width="1.2.3" height="9"', (0, 9)),
        ("", (0, 0)),
    ],
)
def test_a_drawing_has_the_size_that_it_says(attributes: str, size: tuple[int, int]) -> None:
    image = look(svg(attributes=attributes), "a.svg")

    assert (image.width, image.height) == size


@pytest.mark.parametrize(
    "inside", ["<script>x()</script>", '<rect onclick="x()"/>', "<set attributeName='href'/>"]
)
def test_a_drawing_that_does_more_than_draw_is_shown_without_that(inside: str) -> None:
    image = look(svg(inside), "a.svg")
    assert not image.whole
    assert not {b"script", b"onclick", b"set"} & set(re.findall(rb"\w+", image.data))


@pytest.mark.parametrize("data", [b"<svg/>", b"<svg", b"<?xml version='1.0'?><html/>"])
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    with pytest.raises(UnusableError, match="can't be used as SVG"):
        look(data, "a.svg")


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_opened() -> None:
    for kind, side in {"PNG": 7100, "WEBP": 4001, "GIF": 7100}.items():
        with pytest.raises(UnusableError, match=r"more than (50|16) million pixels") as caught:
            look(claiming(kind, side), "a.png")
        assert caught.value.code == "picture-large"


def claiming(kind: str, side: int) -> bytes:
    """A small picture whose header says that it is large."""
    small = png(kind=kind)
    if kind == "PNG":
        header = b"IHDR" + side.to_bytes(4) * 2 + small[24:29]
        return small[:12] + header + zlib.crc32(header).to_bytes(4) + small[33:]
    if kind == "GIF":
        return small[:6] + side.to_bytes(2, "little") * 2 + small[10:]
    data = io.BytesIO()
    Raster.new("L", (side, side)).save(data, "WEBP", quality=0, method=0)
    return data.getvalue()


def test_a_program_in_postscript_is_no_picture_whatever_its_name(tmp_path: Path) -> None:
    """Pillow would give it to Ghostscript."""
    written = f"({tmp_path}/out) (w) file (x) writestring"
    eps = f"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n{written}\n%%EOF\n"
    with pytest.raises(UnusableError, match="can't be decoded"):
        look(eps.encode(), "a.png")


def test_a_picture_in_another_format_is_told_by_its_name() -> None:
    with pytest.raises(UnusableError, match="in the format BMP"):
        look(png(kind="BMP"), "a.png")


def test_a_photograph_that_is_cut_off_is_refused() -> None:
    whole = png(300, 200, kind="JPEG")
    with pytest.raises(UnusableError, match="can't be decoded"):
        look(whole[: len(whole) // 2], "a.jpg")


@pytest.mark.parametrize(
    "inside", ['<use href="#a"/>', '<rect style="fill: url(#a)"/>', "<!-- -->"]
)
def test_a_drawing_may_use_its_own_parts(inside: str) -> None:
    assert look(svg(inside), "a.svg").mime == "image/svg+xml"


def test_an_address_with_the_picture_inside_is_cut_for_people() -> None:
    assert short("a" * 200) == "a" * 200
    assert short("a" * 201) == f"{'a' * 40}…"
