"""pictures.csv says what pictures show, and is told where it is wrong."""

from pathlib import Path

import pytest

from pipeline import readers
from pipeline.readers import Defaults
from pipeline.readers.shared.descriptions import FILE, Descriptions, load
from tests.formats.builders import picture

HEAD = "picture,description\n"


def _load(folder: Path, text: str) -> Descriptions:
    (folder / FILE).write_text(text, "utf-8")
    return load(folder)


def _told(found: Descriptions) -> list[tuple[str, str]]:
    return [(finding.where, finding.message) for finding in found.findings]


def test_each_line_describes_a_picture_and_decoration_has_no_words(tmp_path: Path) -> None:
    text = HEAD + 'a/lock.jpg,"A lock, shut"\nduck.jpg , Decorative\nboat.jpg,\n'

    found = _load(tmp_path, text)

    assert found.of("a/lock.jpg") == "A lock, shut"
    assert found.of("b/duck.jpg") == ""
    assert found.of("boat.jpg") is None
    assert found.of("b/lock.jpg") is None
    assert found.findings == ()


@pytest.mark.parametrize("sign", [";", "\t"])
def test_what_a_spreadsheet_writes_is_read(sign: str, tmp_path: Path) -> None:
    text = "\ufeff" + f"Picture{sign}Description\r\nlock.jpg{sign}A lock\r\n"

    assert _load(tmp_path, text).texts == {"lock.jpg": "A lock"}


def test_without_a_file_nothing_is_described(tmp_path: Path) -> None:
    assert load(tmp_path) == Descriptions()


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("lock.jpg,A lock\n", f"{FILE}:1", "The first line must name the columns."),
        (HEAD + "a.jpg,A lock, shut\n", f"{FILE}:2", "This line has more than two parts."),
        (HEAD + "a.jpg,A\na.jpg,B\n", f"{FILE}:3", "a.jpg is here twice."),
    ],
)
def test_a_line_that_can_not_be_used_is_told(
    text: str, where: str, message: str, tmp_path: Path
) -> None:
    assert _told(_load(tmp_path, text)) == [(where, message)]


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(HEAD.encode() + b"a.jpg,caf\xe9\n")

    assert _told(load(tmp_path)) == [(FILE, "This is not UTF-8 text.")]


def test_a_part_without_an_end_is_told(tmp_path: Path) -> None:
    (told,) = _load(tmp_path, HEAD + 'a.jpg,"' + "x" * 200_000).findings

    assert told.message.startswith("This can't be read (field larger")


# --- with posts -------------------------------------------------------------------------


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    (folder / "pictures").mkdir(parents=True)
    for name in ("lock", "duck"):
        (folder / f"pictures/{name}.png").write_bytes(picture(f"{name}.png").data)
    (folder / "walk.md").write_text(
        "---\ntitle: A walk\ndate: 2024-05-31\nimage: pictures/duck.png\n---\n\n"
        "It rained.\n\n![](pictures/lock.png)\n\n![](https://a.org/boat.png)\n\n"
        "![Mine](pictures/duck.png)\n"
    )
    return folder


def test_pictures_without_a_description_have_that_of_the_table(posts: Path) -> None:
    (posts / FILE).write_text(
        HEAD + "pictures/lock.png,A lock\nduck.png,decorative\nhttps://a.org/boat.png,A boat\n"
    )

    found = readers.read(posts, Defaults())

    shown = [(p.src, p.alt) for b in found.posts[0].blocks if (p := getattr(b, "picture", None))]
    assert shown == [
        ("pictures/lock.png", "A lock"),
        ("https://a.org/boat.png", "A boat"),
        ("pictures/duck.png", "Mine"),
    ]
    assert [finding.code for finding in found.findings] == ["picture-remote"]


def test_a_line_for_a_picture_that_is_not_there_is_told(posts: Path) -> None:
    (posts / FILE).write_text(HEAD + "pictures/look.png,A lock\nhttps://b.org/x.png,A boat\n")

    told = [f.message for f in readers.read(posts, Defaults()).findings if "table" in f.code]

    assert told == ["There is no picture pictures/look.png."]


def test_the_table_is_understood_once_for_all_posts_and_again_when_it_changes(
    tmp_path: Path,
) -> None:
    table = tmp_path / FILE
    table.write_text("picture,description\na.png,A cat\n", "utf-8")
    first = load(tmp_path)

    assert load(tmp_path) is first
    table.write_text("picture,description\na.png,A dog\n", "utf-8")
    assert load(tmp_path).of("a.png") == "A dog"
