"""What is kept of a picture's bytes, and what is not."""

import io
import re
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Raster
from PIL import ImageChops, PngImagePlugin

from pipeline.readers.shared.images import UnusableError, look
from pipeline.readers.shared.picture_data import MOST_SCANS, ScansError, cleaned
from tests.pipeline.readers.shared.drawings import png

KINDS = ("JPEG", "PNG", "GIF", "WEBP")
ORIENTATION, ARTIST, COPYRIGHT, MAKER, GPS = 0x0112, 0x013B, 0x8298, 0x010F, 0x8825
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><script>planted</script></x:xmpmeta>'


def exif(*, owned: bool) -> Raster.Exif:
    """Where a photograph was taken and with what; and how it is turned, and whose it is."""
    told = Raster.Exif()
    told[MAKER] = "planted"
    told.get_ifd(GPS)[2] = (51.0, 57.0, 1.0)
    if owned:
        told[ORIENTATION] = 6
        told[ARTIST] = "Ada Lovelace"
        told[COPYRIGHT] = "CC BY 4.0"
    return told


def shades() -> Raster.Image:
    """A picture of many colours."""
    made = Raster.radial_gradient("L")
    return Raster.merge("RGB", (made, made.rotate(90), ImageChops.invert(made)))


def photograph(kind: str, *, owned: bool = True, frames: int = 1) -> bytes:
    """A picture with all that programs write into one."""
    data, text = io.BytesIO(), PngImagePlugin.PngInfo()
    text.add_text("Comment", "planted")
    text.add_text("Author", "Ada Lovelace")
    kinds: dict[str, dict[str, object]] = {
        "JPEG": {"comment": b"planted", "xmp": XMP, "progressive": True},
        "PNG": {"pnginfo": text},
        "GIF": {"comment": b"planted"},
        "WEBP": {"xmp": XMP, "lossless": True},
    }
    more = kinds[kind]
    if kind != "GIF":
        more = {**more, "exif": exif(owned=owned)}
    if frames > 1:
        others = [shades().rotate(9 * n) for n in range(1, frames)]
        more = {**more, "save_all": True, "append_images": others, "loop": 3, "duration": 90}
    shades().save(data, kind, **more)
    return data.getvalue()


def pixels(data: bytes) -> list[bytes]:
    """Each frame as it is drawn."""
    with Raster.open(io.BytesIO(data)) as shown:
        count = getattr(shown, "n_frames", 1)
        return [_frame(shown, number) for number in range(count)]


def _frame(shown: Raster.Image, number: int) -> bytes:
    shown.seek(number)
    return shown.convert("RGBA").tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_what_draws_is_kept_to_the_pixel_and_nothing_else(kind: str) -> None:
    whole = photograph(kind)
    assert b"planted" in whole

    kept = cleaned(whole + b"PK\x03\x04 planted behind the end")

    assert b"planted" not in kept
    assert pixels(kept) == pixels(whole)
    assert cleaned(kept) == kept


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_where_it_was_taken_goes_and_who_made_it_stays(kind: str) -> None:
    with Raster.open(io.BytesIO(cleaned(photograph(kind)))) as shown:
        told = shown.getexif()

    assert dict(told) == {ORIENTATION: 6, ARTIST: "Ada Lovelace", COPYRIGHT: "CC BY 4.0"}
    assert dict(told.get_ifd(GPS)) == {}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_says_nothing_of_its_owner_has_no_block_for_it(kind: str) -> None:
    kept = cleaned(photograph(kind, owned=False))

    assert not re.search(rb"exif", kept, re.IGNORECASE)
    with Raster.open(io.BytesIO(kept)) as shown:
        assert not shown.getexif()


def test_a_text_of_a_png_stays_where_it_names_the_author() -> None:
    assert b"Ada Lovelace" in cleaned(photograph("PNG"))
    assert b"Author\x00Ada Lovelace" in cleaned(photograph("PNG", owned=False))


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP"])
def test_what_moves_goes_on_moving(kind: str) -> None:
    whole = photograph(kind, frames=3)

    kept = cleaned(whole)

    assert len(pixels(kept)) == 3
    assert pixels(kept) == pixels(whole)
    with Raster.open(io.BytesIO(kept)) as shown:
        assert shown.info["loop"] == 3


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_profile_of_its_colours_stays(kind: str) -> None:
    data = io.BytesIO()
    shades().save(data, kind, icc_profile=b"a profile")

    with Raster.open(io.BytesIO(cleaned(data.getvalue()))) as shown:
        assert shown.info["icc_profile"] == b"a profile"


def test_a_second_photograph_behind_the_first_is_left_out() -> None:
    """Telephones write two; such a file was refused before."""
    data = io.BytesIO()
    shades().save(data, "MPO", save_all=True, append_images=[shades().rotate(9)])

    image = look(data.getvalue(), "a.jpg")

    assert (image.mime, image.data.count(b"\xff\xd8\xff")) == ("image/jpeg", 1)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_published_is_the_cleaned_picture(kind: str) -> None:
    whole = photograph(kind)

    assert look(whole + b"<script>", "a").data == cleaned(whole)


def with_scans(count: int) -> bytes:
    """A JPEG that goes through the picture so often."""
    whole = photograph("JPEG")
    starts = [found.start() for found in re.finditer(rb"\xff\xda", whole)]
    scan = whole[starts[0] : starts[1]]
    scan = scan[: scan.find(b"\xff\xc4")] if b"\xff\xc4" in scan else scan
    return whole[: starts[1]] + scan * (count - len(starts)) + whole[starts[1] :]


def test_a_photograph_that_is_drawn_for_ever_is_refused() -> None:
    cleaned(with_scans(MOST_SCANS))
    with pytest.raises(ScansError):
        cleaned(with_scans(MOST_SCANS + 1))
    with pytest.raises(UnusableError, match="takes very long to draw") as caught:
        look(with_scans(5000), "a.jpg")
    assert caught.value.code == "picture-broken"


def exif_of(value: bytes, kind: int, count: int) -> bytes:
    """A JPEG with one value for its orientation."""
    field = b"\x12\x01" + struct.pack("<HI", kind, count) + value
    block = b"Exif\0\0II*\0\x08\0\0\0\x01\0" + field + bytes(4)
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(block) + 2) + block + png(kind="JPEG")[2:]


@pytest.mark.parametrize(
    "data",
    [
        exif_of(b"\x63\0\0\0", 3, 1),
        exif_of(b"six\0", 2, 4),
        exif_of(b"\xff\xff\xff\xff", 99, 2**32 - 1),
        exif_of(b"", 3, 1),
    ],
)
def test_nonsense_about_a_photograph_is_left_out(data: bytes) -> None:
    assert b"Exif" not in cleaned(data)
    assert pixels(cleaned(data)) == pixels(png(kind="JPEG"))


def test_filling_between_segments_is_passed_over() -> None:
    """Decoders pass over it too (ITU-T T.81, B.1.1.2)."""
    whole = photograph("JPEG")
    filled = whole.replace(b"\xff\xdb", b"\xff\xff\xff\xdb", 1)

    assert cleaned(filled) == cleaned(whole)


def test_bytes_of_another_kind_are_not_touched() -> None:
    assert cleaned(b"BM planted") == b"BM planted"
    assert cleaned(b"") == b""


def chunk(kind: bytes, told: bytes) -> bytes:
    return struct.pack(">I", len(told)) + kind + told + struct.pack(">I", zlib.crc32(kind + told))


def test_a_chunk_that_claims_to_be_endless_ends_with_the_file() -> None:
    start = png()[:33]

    assert cleaned(start + b"\xff\xff\xff\xffIDAT1234")[:33] == start
    assert cleaned(start + chunk(b"evIL", b"planted") + png()[33:]) == png()


def test_nothing_follows_the_end_of_a_png_even_if_it_looks_like_a_part_of_one() -> None:
    assert cleaned(png() + chunk(b"IDAT", b"planted")) == png()


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_damage_leaves_bytes_of_the_same_kind(kind: str, data: st.DataObject) -> None:
    whole = png(kind=kind)
    at = data.draw(st.integers(12, len(whole)))
    damaged = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(BITES) :]

    assert cleaned(damaged)[:3] == whole[:3]


BITES = st.integers(0, 8)
