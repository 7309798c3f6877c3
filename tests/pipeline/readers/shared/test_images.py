"""What a picture's bytes hold, and whether a book may show it."""

import io
from contextlib import suppress

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
        ("PNG", Image("png", "image/png", 4, 3)),
        ("JPEG", Image("jpg", "image/jpeg", 4, 3)),
        ("GIF", Image("gif", "image/gif", 4, 3)),
        ("WEBP", Image("webp", "image/webp", 4, 3)),
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
    "inside",
    [
        "<script>x()</script>",
        "<foreignObject/>",
        '<rect onclick="x()"/>',
        '<image href="https://a.example/a.png"/>',
        '<rect style="fill: url(https://a.example/)"/>',
        "<style>@import 'a.css';</style>",
        '<set attributeName="href"/>',
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(inside: str) -> None:
    with pytest.raises(UnusableError, match="scripts or outside parts") as caught:
        look(svg(inside), "a.svg")
    assert caught.value.code == "picture-active"


@pytest.mark.parametrize(
    "inside", ['<use href="#a"/>', '<rect style="fill: url(#a)"/>', "<!-- -->"]
)
def test_a_drawing_may_use_its_own_parts(inside: str) -> None:
    assert look(svg(inside), "a.svg").mime == "image/svg+xml"


def test_an_address_with_the_picture_inside_is_cut_for_people() -> None:
    assert short("a" * 200) == "a" * 200
    assert short("a" * 201) == f"{'a' * 40}…"
