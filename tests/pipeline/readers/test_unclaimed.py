"""A file that is not read is told by name, unless it has another use."""

from pathlib import Path

import pytest

from pipeline.readers import defaults
from pipeline.readers.kinds import KINDS
from pipeline.settings import JingleSettings, Settings
from tests.pipeline.readers.reading import codes, reading

POST = "# Title\n\nText."


def test_a_kind_of_file_that_nothing_reads_is_told(tmp_path: Path) -> None:
    assert codes(reading(tmp_path, {"a.xyz": "Title"})) == ["unread-file"]


@pytest.mark.parametrize(
    "name", ["lexicon.csv.txt", "Lexicon.CSV", "lexikon.csv", "words.xlsx", "old/lexicon.csv"]
)
def test_a_lexicon_by_another_name_is_told_and_is_no_post(tmp_path: Path, name: str) -> None:
    (tmp_path / "old").mkdir()
    found = reading(
        tmp_path, {name: "written,spoken\nUsk,Isk\n", "lexicon.csv": "written,spoken\n"}
    )

    assert codes(found) == ["unread-file"]
    assert not found.posts
    assert found.findings[0].where == name


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sitemap.xml", "<urlset/>"),
        ("sitemap.txt", '<?xml version="1.0"?><urlset/>'),
        ("Makefile", "all:"),
        ("sub/publication.toml", ""),
    ],
)
def test_a_file_that_nobody_claims_is_told_by_name_and_what_would_be_read(
    tmp_path: Path, name: str, content: str | bytes
) -> None:
    found = reading(tmp_path, {name: content, "good.md": "# T\n\nText."})

    assert [post.slug for post in found.posts] == ["good"]
    (note,) = [finding for finding in found.findings if finding.code == "unread-file"]
    assert note.where == name
    assert KINDS in note.remedy


def test_what_lies_beside_posts_and_is_none_is_passed_over(tmp_path: Path) -> None:
    names = ["a.PNG", "style.css", "cover.jpg", "publication.toml", "words.pls", "glossary.csv",
             "lexicon.csv", "requests.csv", ".hidden", "README.md", "LICENSE"]  # fmt: skip
    found = reading(tmp_path, {**dict.fromkeys(names, "x"), "good.md": POST})

    assert [post.slug for post in found.posts] == ["good"]
    assert (codes(found), found.errors) == ([], ())


@pytest.mark.parametrize(
    ("name", "what"), [("a.mp3", "a sound recording"), ("b/c.WAV", "a sound"), ("d.mp4", "a video")]
)
def test_sound_and_video_beside_posts_are_told_as_what_they_are(
    tmp_path: Path, name: str, what: str
) -> None:
    found = reading(tmp_path, {name: "x", "good.md": POST})

    (told,) = [finding for finding in found.findings if finding.code == "unread-file"]
    assert told.where == name
    assert what in told.message
    assert "narration" in told.remedy


def test_a_sound_that_the_settings_use_is_not_told(tmp_path: Path) -> None:
    settings = Settings(jingle=JingleSettings("in.mp3", "out.wav"))
    files: dict[str, str | bytes] = {"in.mp3": "x", "out.wav": "x", "good.md": POST}

    assert codes(reading(tmp_path, files, defaults(settings))) == []


def test_a_photo_that_no_browser_shows_is_told_once_with_what_to_do(tmp_path: Path) -> None:
    photo = b"\0\0\0\x18ftypheic\0\0\0\0"
    files: dict[str, str | bytes] = {
        "a.heic": photo,
        "good.md": "# Title\n\nText.\n\n![A cat.](a.heic)\n",
    }
    found = reading(tmp_path, files)

    (told,) = [finding for finding in found.findings if finding.code != "undated"]
    assert told.code == "picture-format"
    assert "JPEG" in told.remedy
