"""Pictures in the kinds that Word shows, at a size that fits the page."""

import io

import pytest
from PIL import Image

from formats.errors import FormatError
from formats.model import Media
from formats.word.pictures import drawing, raster
from tests.formats.builders import drawing as svg
from tests.formats.builders import picture, typeface


def test_a_photograph_is_as_it_is_and_no_wider_than_the_line() -> None:
    media = picture("a.jpg", width=4000, height=1000)
    found = raster(media, typeface())

    assert (found.data, found.suffix) == (media.data, "jpg")
    assert (found.width, found.height) == (160, 40)


def test_a_tall_picture_leaves_room_on_its_page() -> None:
    assert raster(picture("a.png", width=1000, height=4000), typeface()).height == 200


def test_a_small_picture_is_not_made_coarse() -> None:
    assert raster(picture("a.png", width=72, height=72), typeface()).width == pytest.approx(25.4)


@pytest.mark.parametrize("media", [picture("a.webp"), svg("a.svg")])
def test_what_word_does_not_show_is_a_png(media: Media) -> None:
    found = raster(media, typeface())

    assert found.suffix == "png"
    with Image.open(io.BytesIO(found.data)) as image:
        assert image.format == "PNG"


def test_a_photograph_that_lies_on_its_side_is_turned() -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20)).save(out, "JPEG", exif=exif)
    found = raster(Media("a.jpg", "image/jpeg", out.getvalue(), 40, 20), typeface())

    assert found.width < found.height


@pytest.mark.parametrize("kind", ["png", "svg+xml"])
def test_a_picture_that_is_damaged_is_named(kind: str) -> None:
    with pytest.raises(FormatError) as caught:
        raster(Media("a.x", f"image/{kind}", b"\x89PNG", 1, 1), typeface())
    assert "a.x" in caught.value.message


def test_a_picture_without_words_is_marked_as_decoration() -> None:
    found = raster(picture("a.png"), typeface())

    assert "decorative" in drawing("rId1", found, 1, "")
    assert "decorative" not in drawing("rId1", found, 1, "A <boat>")
    assert 'descr="A &lt;boat&gt;"' in drawing("rId1", found, 1, "A <boat>")
