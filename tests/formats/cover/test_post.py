"""The cover of a post: its own, one of a family, and readable when it is small."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from formats.cover import post as cover
from formats.cover.lettering import lettering
from formats.look import DUOS
from formats.model import Media, Post
from tests.formats.builders import HOSTILE, PUBLICATION, drawing, paragraph, picture, post_of

TITLES = {
    "a": "en",
    "Co-production in health and care": "en-GB",
    "A long title about everything that is connected with everything else. " * 5: "en",
    "Donaudampfschifffahrtsgesellschaftskapitän": "de",
    "海辺にて、夏の終わりに": "ja",
    "مرحبا بالعالم": "ar",
    "सागर के किनारे": "hi",
    "🌊": "en",
    "𓀀": "en",
    "": "en",
    "x" * 100_000: "en",
    HOSTILE: "en",
}


def entitled(title: str = "Tide", language: str = "en", slug: str = "tide") -> Post:
    return post_of(paragraph("Rain."), title=title, language=language, slug=slug)


def drawn(post: Post, own: Media | None = None) -> Image.Image:
    return Image.open(io.BytesIO(cover.draw(post, PUBLICATION, own).data))


@pytest.mark.parametrize(("title", "language"), TITLES.items(), ids=range(len(TITLES)))
def test_it_is_a_square_picture_of_the_size_that_directories_take_and_small(
    title: str, language: str
) -> None:
    made = cover.draw(entitled(title, language), PUBLICATION, None)
    with Image.open(io.BytesIO(made.data)) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1400, 1400))
        assert "progressive" not in image.info
    assert (made.path, made.mime, made.width, made.height) == (
        "cover.jpg",
        "image/jpeg",
        1400,
        1400,
    )
    assert len(made.data) < 150_000


def test_the_same_post_always_has_the_same_bytes_and_another_post_has_others() -> None:
    first, again, renamed, moved = (
        cover.draw(post, PUBLICATION, None).data
        for post in (entitled(), entitled(), entitled("Ebb"), entitled(slug="ebb"))
    )
    assert first == again
    assert len({first, renamed, moved}) == 3


def test_posts_of_one_blog_can_be_told_apart_without_reading() -> None:
    """Of twelve posts with the same title, no two look nearly the same."""
    small = [
        drawn(entitled(slug=f"post-{number}")).resize((16, 16)).convert("RGB").tobytes()
        for number in range(12)
    ]
    for number, one in enumerate(small):
        for other in small[:number]:
            differences = [abs(a - b) for a, b in zip(one, other, strict=True)]
            assert sum(differences) / len(differences) > 6


@pytest.mark.parametrize(
    ("title", "least"),
    [("Tide", 12), ("The tide comes in twice a day", 8), ("What we learned in ten years " * 4, 3)],
)
def test_a_title_can_be_read_on_a_cover_of_a_hundred_pixels(title: str, least: int) -> None:
    """The lines of letters, each at least so many pixels high; the art is another matter."""
    room = cover.TITLE
    letters = lettering(title, "en", room, DUOS[0], PUBLICATION.typeface)
    assert letters is not None
    small = letters.resize((letters.width // 14, letters.height // 14), Image.Resampling.BOX)
    grey = small.convert("L")
    ground = grey.getpixel((grey.width - 1, grey.height - 1))
    assert isinstance(ground, int)
    inked = [
        any(abs(int(grey.getpixel((x, y))) - ground) > 90 for x in range(grey.width))
        for y in range(grey.height)
    ]
    runs = "".join("#" if row else " " for row in inked).split()
    assert max(map(len, runs)) >= least


def test_it_has_the_name_of_the_blog() -> None:
    named, unnamed = (
        cover.draw(entitled(), replace(PUBLICATION, title=title), None).data
        for title in ("Notes from the Towpath", "Another Blog")
    )
    assert named != unnamed


def test_the_name_of_a_blog_stays_in_one_line() -> None:
    letters = lettering(
        "A blog with a very long name " * 9,
        "en",
        cover.BLOG,
        DUOS[0],
        PUBLICATION.typeface,
    )
    assert letters is not None
    assert letters.height < 100


def coloured(image: Image.Image) -> tuple[int, ...]:
    pixel = image.getpixel((700, 200))
    assert isinstance(pixel, tuple)
    return pixel


@pytest.mark.parametrize("name", ["lock.jpg", "lock.png", "lock.gif", "lock.webp"])
def test_the_posts_own_picture_is_on_it(name: str) -> None:
    own = picture(name, width=1200, height=800)
    differences = [
        abs(a - b) for a, b in zip(coloured(drawn(entitled(), own)), (20, 60, 90), strict=True)
    ]
    assert max(differences) < 8


@pytest.mark.parametrize(
    "own",
    [
        drawing("lock.svg"),
        picture("lock.jpg", width=120, height=90),
        replace(picture("lock.jpg", width=1200, height=800), data=b"broken"),
    ],
    ids=["a drawing", "a small picture", "a broken picture"],
)
def test_a_picture_that_cannot_stand_there_leaves_the_place_to_the_art(own: Media) -> None:
    post = entitled()
    assert cover.draw(post, PUBLICATION, own) == cover.draw(post, PUBLICATION, None)


def test_a_photograph_is_turned_as_its_camera_was_held() -> None:
    """Red on the left and blue on the right, with the note "turn me by a quarter": red on top."""
    image = Image.new("RGB", (1200, 1200), "red")
    image.paste("blue", (600, 0, 1200, 1200))
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    own = Media("lock.jpg", "image/jpeg", out.getvalue(), 1200, 1200)

    red, _, blue = coloured(drawn(entitled(), own))

    assert red > 200
    assert blue < 60


def test_what_is_clear_in_a_picture_is_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (1200, 1200), (0, 0, 0, 0)).save(out, "PNG")

    own = Media("lock.png", "image/png", out.getvalue(), 1200, 1200)

    assert min(coloured(drawn(entitled(), own))) > 250
