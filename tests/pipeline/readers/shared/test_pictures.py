"""Pictures are taken along from beside the post, and never from anywhere else."""

import io
import os
import re
from pathlib import Path

import pytest
from PIL import Image

from formats.model import Figure, Media, Paragraph, Picture
from pipeline.readers.shared.pictures import LARGEST
from tests.pipeline.readers.reading import codes, only_post, reading
from tests.pipeline.readers.shared.drawings import SVG, png


def post_with(src: str, alt: str = "An A") -> str:
    return f"# T\n\nText.\n\n![{alt}]({src})\n"


def test_a_picture_beside_the_post_is_taken_along_under_a_safe_name(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.md": post_with("Mein%20B%C3%A4r.PNG"), "Mein Bär.PNG": png()})
    post = only_post(found)
    assert found.media[post.slug] == (Media("pictures/mein-bar.png", "image/png", png(), 4, 3),)
    figure = post.blocks[1]
    assert isinstance(figure, Figure)
    assert figure.picture.src == "pictures/mein-bar.png"
    assert codes(found) == []


def test_two_pictures_of_one_name_stay_two_and_one_used_twice_stays_one(tmp_path: Path) -> None:
    text = post_with("a/x.png") + post_with("b/x.png")[4:] + "![again](a/x.png)"
    found = reading(tmp_path, {"p.md": text, "a/x.png": png(4), "b/x.png": png(5)})
    assert [m.path for m in found.media["p"]] == ["pictures/x.png", "pictures/x-2.png"]


def test_an_address_from_the_root_is_looked_for_in_the_folder_of_posts(tmp_path: Path) -> None:
    found = reading(tmp_path, {"sub/p.md": post_with("/img/x.png"), "img/x.png": png()})
    assert len(found.media["p"]) == 1


def test_the_type_is_what_the_bytes_are_not_what_the_name_says(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.md": post_with("x.png"), "x.png": png(kind="JPEG")})
    assert [(m.path, m.mime) for m in found.media["p"]] == [("pictures/x.jpg", "image/jpeg")]


@pytest.mark.parametrize(
    ("src", "code"),
    [
        ("none.png", "picture-missing"),
        ("https://example.org/x.png", "picture-remote"),
        ("//example.org/x.png", "picture-remote"),
        ("data:image/png;base64,AAAA", "picture-inside"),
        ("../secret.png", "picture-outside"),
        ("%2e%2e/secret.png", "picture-outside"),
        ("link.png", "picture-outside"),
        ("broken.png", "picture-broken"),
        ("x.bmp", "picture-format"),
        ("broken.svg", "picture-broken"),
        ("huge.png", "picture-broken"),
        ("flags.png", "picture-broken"),
        ("pipe.png", "picture-unreadable"),
        ("folder", "picture-unreadable"),
        (".hidden/x.png", "picture-unreadable"),
        ("nothing.png", "picture-unreadable"),
        ("..", "picture-outside"),
        ("x%00.png", "picture-missing"),
        ("x" * 300 + ".png", "picture-unreadable"),
        ("p.md/x.png", "picture-missing"),
    ],
)
def test_a_picture_that_can_not_be_used_is_told_and_stops_nothing(
    tmp_path: Path, src: str, code: str
) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "nothing.png").symlink_to("none.png")
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe.png")
    files: dict[str, str | bytes] = {
        "p.md": post_with(src),
        "broken.png": png()[:40],
        "x.bmp": png(kind="BMP"),
        "broken.svg": "<svg",
        "huge.png": png()[:16] + b"\x00\x01\x00\x00" * 2 + png()[24:],
        "flags.png": png(kind="DDS")[:80] + bytes(4) + png(kind="DDS")[84:],
        ".hidden/x.png": png(),
    }
    found = reading(folder, files)
    assert codes(found) == [code]
    assert found.findings[0].where == "p.md:5"
    assert found.media["p"] == ()
    figure = only_post(found).blocks[1]
    assert isinstance(figure, Figure)
    assert figure.picture.alt == "An A"


@pytest.mark.parametrize(
    "inside",
    ["<script>x()</script>", '<rect style="fill: url(//a.example)"/>', '<rect onclick="x()"/>'],
)
def test_a_drawing_that_does_more_than_draw_is_told_and_shown_without_that(
    tmp_path: Path, inside: str
) -> None:
    found = reading(tmp_path, {"p.md": post_with("a.svg"), "a.svg": SVG.format(inside)})
    assert codes(found) == ["picture-active"]
    (media,) = found.media["p"]
    assert not re.search(rb"script|style|onclick", media.data)


def _noise(size: int) -> bytes:
    """A picture of about as many bytes, none of which can be left out."""
    width = 4096
    height = size // (3 * width + 1)
    shown = Image.frombytes("RGB", (width, height), bytes(range(256)) * (width * height * 3 // 256))
    data = io.BytesIO()
    shown.save(data, "PNG", compress_level=0)
    return data.getvalue()


def test_pictures_that_take_too_much_memory_together_are_left_out_and_told(tmp_path: Path) -> None:
    noted = _noise(LARGEST - 100_000)
    names = [f"{n}.png" for n in range(3)]
    text = "\n\n".join(f"![An A]({name})" for name in names)
    files: dict[str, str | bytes] = dict.fromkeys(names, noted)
    files |= {"p.md": f"---\ntitle: T\n---\n{text}\n", "large.png": noted + b"x"}
    found = reading(tmp_path, files)
    assert codes(found) == ["picture-large"]
    assert [media.path for media in found.media["p"]] == ["pictures/0.png", "pictures/1.png"]


def test_a_picture_may_be_a_link_to_a_hidden_one_in_the_folder(tmp_path: Path) -> None:
    """So git-annex keeps large files."""
    (tmp_path / "x.png").symlink_to(".git/annex/x.png")
    found = reading(tmp_path, {"p.md": post_with("x.png"), ".git/annex/x.png": png()})
    assert [media.path for media in found.media["p"]] == ["pictures/x.png"]


def test_a_plain_drawing_is_taken_with_the_size_of_its_view_box(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.md": post_with("x.svg"), "x.svg": SVG.format("<path d=''/>")})
    (media,) = found.media["p"]
    assert (media.path, media.mime, media.width, media.height) == (
        "pictures/x.svg", "image/svg+xml", 30, 20,
    )  # fmt: skip


def test_markdown_without_alternative_text_says_nothing_of_decoration(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.md": post_with("x.png", ""), "x.png": png()})
    assert codes(found) == ["picture-without-alt"]
    assert "alt=None" in str(only_post(found).blocks)


def test_the_place_of_a_picture_without_text_is_not_where_it_has_one(tmp_path: Path) -> None:
    text = "---\ntitle: T\nimage: x.png\nimage_alt: A lock.\n---\n\nText.\n\n![](x.png)\n"

    found = reading(tmp_path, {"p.md": text, "x.png": png()})

    assert found.findings[0].where == "p.md:9"


@pytest.mark.parametrize("mark", ['![](x.png){role="presentation"}', '<img src="x.png" alt="">'])
def test_decoration_can_be_said(tmp_path: Path, mark: str) -> None:
    found = reading(tmp_path, {"p.md": f"# T\n\nText.\n\n{mark}", "x.png": png()})
    assert codes(found) == []
    assert "alt=''" in str(only_post(found).blocks)


OWN = "---\ntitle: T\nimage: x.png\nimage_alt: An X\n---\n\n"


def test_the_posts_own_picture_stands_above_its_text(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.md": OWN + "Text.", "x.png": png()})
    first, second = only_post(found).blocks
    assert first == Figure("", Picture("pictures/x.png", "An X"), ())
    assert isinstance(second, Paragraph)


def test_the_posts_own_picture_is_not_shown_twice(tmp_path: Path) -> None:
    found = reading(tmp_path, {"p.md": OWN + "Text.\n\n![An X](x.png)", "x.png": png()})
    assert str(only_post(found).blocks).count("Picture(") == 1
