"""The cover: what directories ask of it, and that a title is readable or not there."""

import io

import pytest
from PIL import Image

from formats import cover
from tests.formats.builders import typeface
from tests.growth import seconds

TITLES = [
    "Co-production in health and care",
    "a",
    "",
    "海辺にて",
    "骨直海角的故事" * 30,
    "ദോണൗഡാംഫ്ഷിഫാർട്ട്സ്ഗെസൽഷാഫ്റ്റ്സ്കാപിറ്റാൻ" * 3,
    "Tide & Time 🌊",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "A long title about everything that is connected with everything else, and why. " * 5,
    "x" * 400,
]


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("title", TITLES)
def test_it_is_what_directories_ask_for(title: str) -> None:
    media = cover.draw(title, typeface(), "en-GB")
    picture = opened(media.data)
    assert (media.path, media.mime, media.width, media.height) == (
        "cover.jpg",
        "image/jpeg",
        3000,
        3000,
    )
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (3000, 3000))
    assert picture.info["dpi"] == (72, 72)
    assert "progressive" not in picture.info
    assert len(media.data) < 512_000


def test_the_same_title_always_has_the_same_bytes_and_another_has_others() -> None:
    first, again, other = (
        cover.draw(title, typeface(), "en-GB").data for title in ("Tide", "Tide", "Ebb")
    )
    assert first == again
    assert first != other


def inked(title: str, language: str = "en-GB", below: int = 3000) -> tuple[int, int, int, int]:
    """The box that everything drawn above a line keeps within, JPEG's ripples aside."""
    picture = opened(cover.draw(title, typeface(), language).data).convert("L")
    picture = picture.crop((0, 0, 3000, below))
    ground = picture.getpixel((5, 5))
    assert isinstance(ground, int)
    box = picture.point(lambda value: 255 * (abs(value - ground) > 24)).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("title", [title for title in TITLES if title])
def test_nothing_runs_over_the_margins(title: str) -> None:
    left, top, right, bottom = inked(title)
    assert min(left, top, 3000 - right, 3000 - bottom) >= 200


@pytest.mark.parametrize(
    "title", ["海辺にて", "مرحبا بالعالم", "Tea 茶", "A → B", "सागर", "Tide 🌊"]
)
def test_a_title_in_any_script_is_written(title: str) -> None:
    assert inked(title)[1] < 700


@pytest.mark.parametrize("title", ["𓀀", "Egypt 𓀀", "🌊", "❤\ufe0f"])
def test_a_title_with_a_letter_that_no_typeface_has_is_left_to_the_wave(title: str) -> None:
    """Boxes in place of letters would say less than nothing."""
    assert inked(title)[1] > 700


def test_a_title_from_right_to_left_begins_at_the_right() -> None:
    left, _, right, _ = inked("שלום", "he", below=1700)
    assert right > 2600
    assert left > 3000 - right
    left, _, right, _ = inked("Peace", "en-GB", below=1700)
    assert left < 400


def test_letters_of_arabic_are_joined() -> None:
    """Three letters that touch are narrower than the same kept apart."""
    joined, apart = (inked(title, "ar", below=1700) for title in ("سسس", "س\u200cس\u200cس"))
    assert joined != apart


def test_chinese_characters_have_the_shapes_of_the_language() -> None:
    """Bone and root are drawn in another way in each of these."""
    drawn = {cover.draw("骨直", typeface(), tag).data for tag in ("ja", "zh-Hans", "zh-Hant")}
    assert len(drawn) == 3


@pytest.mark.parametrize("part", ["word ", "WWWWW"])
def test_a_title_of_any_length_is_drawn_at_once(part: str) -> None:
    short, long = (
        seconds(lambda title: cover.draw(title, typeface(), "en"), part * size, rounds=1)
        for size in (200, 20_000)
    )
    assert long < short * 5  # it took more than a minute
