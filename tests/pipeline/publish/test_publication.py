"""What formats may know of the blog: its title, its addresses, its permanent id and its cover."""

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from formats.model import Evaluation, Publication
from pipeline.errors import SettingsError
from pipeline.publish import publication
from pipeline.settings import AccessibilitySettings, Settings
from pipeline.store.files import Store


def made(folder: Path, settings: Settings = Settings(), page_title: str = "") -> Publication:  # noqa: B008 (a frozen value)
    """The publication of a folder of posts."""
    return publication.make(settings, folder, page_title, Store(folder.parent / "cache"))


def posts(folder: Path, name: str = "posts") -> Path:
    """A folder of this name."""
    (folder / name).mkdir()
    return folder / name


def picture(size: tuple[int, int], mode: str = "RGB", kind: str = "JPEG") -> bytes:
    """A plain picture."""
    data = io.BytesIO()
    Image.new(mode, size).save(data, kind)
    return data.getvalue()


def test_an_evaluation_is_known_only_where_the_settings_name_one(tmp_path: Path) -> None:
    named = AccessibilitySettings("A. Reader", date(2026, 5, 31), "WCAG 2.2 AA")

    assert made(posts(tmp_path)).evaluation is None
    assert made(posts(tmp_path, "b"), Settings(accessibility=named)).evaluation == Evaluation(
        "A. Reader", date(2026, 5, 31), "WCAG 2.2 AA"
    )


def test_the_title_is_that_of_the_settings_else_of_the_page_else_of_the_folder(
    tmp_path: Path,
) -> None:
    folder = posts(tmp_path, "my-tide_notes")

    assert made(folder, Settings(title="Tide"), "Page").title == "Tide"
    assert made(folder, page_title="Page").title == "Page"
    assert made(folder).title == "My tide notes"


def test_a_title_without_a_letter_of_ours_still_gives_files_a_name(tmp_path: Path) -> None:
    assert made(posts(tmp_path), Settings(title="!")).slug == "blog"
    assert made(tmp_path / "posts", Settings(title="Tide & Time")).slug == "tide-time"


def test_the_permanent_id_is_the_one_that_the_podcast_standard_gives_as_example() -> None:
    """Podcasting 2.0, "guid": the address without scheme and closing slash."""
    expected = "917393e3-1b1e-5cef-ace4-edaa54e1f810"

    assert publication.feed_guid("https://mp3s.nashownotes.com/pc20rss.xml") == expected
    assert publication.feed_guid("http://mp3s.nashownotes.com/pc20rss.xml//") == expected


def test_an_id_that_the_settings_name_is_kept_whatever_the_address(tmp_path: Path) -> None:
    guid = "9b024349-ccf0-5f69-a609-6b82873eab3c"

    assert made(posts(tmp_path), Settings(guid=guid)).guid == guid


def test_a_cover_is_drawn_once_and_then_kept(tmp_path: Path) -> None:
    drawn = made(posts(tmp_path)).cover
    kept = [path for path in (tmp_path / "cache/kept").rglob("*") if path.is_file()]

    assert sum(path.read_bytes().endswith(drawn.data) for path in kept) == 1
    assert made(tmp_path / "posts").cover == drawn


def test_another_title_or_language_has_another_cover(tmp_path: Path) -> None:
    plain = made(posts(tmp_path), Settings(title="Tide")).cover.data

    assert made(tmp_path / "posts", Settings(title="Ebb")).cover.data != plain


@pytest.mark.parametrize(
    ("kind", "path", "mime"),
    [("JPEG", "cover.jpg", "image/jpeg"), ("PNG", "cover.png", "image/png")],
)
def test_an_editors_own_cover_is_taken_as_it_is(
    tmp_path: Path, kind: str, path: str, mime: str
) -> None:
    data = picture((1400, 1400), kind=kind)
    (posts(tmp_path) / "mine").write_bytes(data)

    cover = made(tmp_path / "posts", Settings(cover="mine")).cover

    assert (cover.path, cover.mime, cover.data) == (path, mime, data)
    assert (cover.width, cover.height) == (1400, 1400)


def test_an_editors_own_cover_says_nothing_of_where_it_was_taken(tmp_path: Path) -> None:
    told, data = Image.Exif(), io.BytesIO()
    told[0x010F] = "planted"
    Image.new("RGB", (1400, 1400)).save(data, "JPEG", exif=told)
    (posts(tmp_path) / "mine").write_bytes(data.getvalue() + b"planted")

    assert b"planted" not in made(tmp_path / "posts", Settings(cover="mine")).cover.data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (picture((1399, 1399)), "1399 × 1399"),
        (picture((3001, 3001)), "3001 × 3001"),
        (picture((1400, 1500)), "1400 × 1500"),
        (picture((1400, 1400), kind="GIF"), "a GIF"),
        (picture((1400, 1400), "CMYK"), "CMYK"),
        (picture((1400, 1400), "RGBA", "PNG"), "RGBA"),
        (b"no picture", "can't be read as a picture"),
    ],
)
def test_a_cover_that_directories_would_refuse_is_refused_with_the_reason(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    (posts(tmp_path) / "mine.jpg").write_bytes(data)

    with pytest.raises(SettingsError, match=reason) as caught:
        made(tmp_path / "posts", Settings(cover="mine.jpg"))
    assert caught.value.remedy


def test_what_is_not_set_yet_is_told_in_one_note() -> None:
    (note,) = publication.unset(Settings(title="Tide"))

    assert note.message == "Not set yet: base_url, email."


def test_where_all_is_set_nothing_is_told() -> None:
    whole = Settings(title="Tide", base_url="https://example.org/", email="a@example.org")

    assert publication.unset(whole) == ()
