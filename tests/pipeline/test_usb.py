"""A memory stick from posts that were published with the silent voice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import usb
from pipeline.errors import SettingsError
from pipeline.publish import progress
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish
from pipeline.settings import Settings, VoiceSettings
from pipeline.usb import Stick, Track
from tests.decoding import decoded

SETTINGS = 'title = "Tide & Time"\nbase_url = "https://example.org/"\n[voice]\nengine = "silence"\n'
POSTS = {
    "old.md": "---\ntitle: Old\ndate: 2026-01-05\nauthor: Ada Shore\n---\nThe sea was calm.\n",
    "new.md": "---\ntitle: New\ndate: 2026-02-05\n---\nThe sea was grey, and it rained.\n",
}


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two posts that were published."""
    root = tmp_path_factory.mktemp("blog")
    (root / "posts").mkdir()
    for name, text in {"publication.toml": SETTINGS, **POSTS}.items():
        (root / "posts" / name).write_text(text)
    made = publish(
        Request(root / "posts", root / "out", root / "cache", formats=("mp3",), jobs=1),
        progress.Quiet(),
    )
    assert made.clean
    return root


def write(blog: Path, to: Path) -> Stick:
    """Write the stick."""
    return usb.write(blog / "posts", blog / "out", blog / "cache", to)


def names(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_narrations_are_numbered_newest_first_after_the_contents(
    blog: Path, tmp_path: Path
) -> None:
    stick = write(blog, tmp_path / "stick")
    folder = tmp_path / "stick"

    assert names(folder) == ["000.MP3", "001.MP3", "002.MP3", "ALLWAYS.TXT", "PLAY.M3U"]
    assert (folder / "001.MP3").read_bytes() == (blog / "out/posts/new/new.mp3").read_bytes()
    assert (folder / "002.MP3").read_bytes() == (blog / "out/posts/old/old.mp3").read_bytes()
    assert (folder / "PLAY.M3U").read_bytes() == b"000.MP3\r\n001.MP3\r\n002.MP3\r\n"
    assert stick == Stick(2, sum(path.stat().st_size for path in folder.glob("*.MP3")))


def test_the_contents_are_sound_that_a_decoder_reads(blog: Path, tmp_path: Path) -> None:
    write(blog, tmp_path)

    assert len(decoded((tmp_path / "000.MP3").read_bytes())) > 22_050


def test_names_are_those_that_every_fat_file_system_has(blog: Path, tmp_path: Path) -> None:
    write(blog, tmp_path)

    assert all(re.fullmatch(r"[A-Z0-9]{1,8}\.[A-Z0-9]{3}", name) for name in names(tmp_path))


def test_the_same_stick_has_the_same_bytes(blog: Path, tmp_path: Path) -> None:
    write(blog, tmp_path / "one")
    write(blog, tmp_path / "two")

    assert [p.read_bytes() for p in _files(tmp_path / "one")] == [
        p.read_bytes() for p in _files(tmp_path / "two")
    ]


def _files(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.iterdir()))


# --- what is said ---------------------------------------------------------------------------

VOICE = VoiceSettings(engine="silence")


def said(tmp_path: Path, *tracks: Track, language: str = "en-GB") -> list[str]:
    """The lines of the contents."""
    settings = Settings(language=language, voice=replace(VOICE, language=language))
    (tmp_path / "posts").mkdir(exist_ok=True)
    narration = usb.contents("Tides.", tracks, settings, tmp_path / "posts", tmp_path / "cache")
    return [text for _, text in narration.script]


def track(title: str = "New moon", *authors: str, language: str = "en-GB") -> Track:
    """A narration of seven minutes."""
    return Track(Path(), title, language, authors, 7 * 60_000)


def test_each_track_is_said_with_number_title_author_and_length(tmp_path: Path) -> None:
    assert said(tmp_path, track("New moon", "Ada", "Bo"), track("Old moon.")) == [
        "Tides. Contents.",
        "Track one: New moon, by Ada and Bo, seven minutes.",
        "Track two: Old moon, seven minutes.",
    ]


def test_the_contents_are_in_the_blogs_language(tmp_path: Path) -> None:
    lines = said(tmp_path, track("Neumond", language="de"), language="de")

    assert lines[0] == "Tides. Inhalt."
    assert lines[1].startswith("Titel ")


def test_braces_in_a_name_fill_nothing_in(tmp_path: Path) -> None:
    (_, line) = said(tmp_path, track("{length}", "{title} {number}"))

    assert line.count("seven minutes") == 1


def test_a_thousand_tracks_stay_in_order() -> None:
    many = usb.track_names(1001)

    assert (many[0], many[1], many[-1]) == ("0000.MP3", "0001.MP3", "1000.MP3")
    assert sorted(many) == many
    assert usb.track_names(1000)[-1] == "999.MP3"


# --- what is there already ------------------------------------------------------------------


def test_an_earlier_stick_is_replaced_and_what_is_not_ours_stays(
    blog: Path, tmp_path: Path
) -> None:
    write(blog, tmp_path)
    (tmp_path / "003.MP3").write_bytes(b"mine")
    (tmp_path / "Holiday.mp3").write_bytes(b"mine too")
    before = names(tmp_path)
    write(blog, tmp_path)

    assert names(tmp_path) == before
    assert (tmp_path / "003.MP3").read_bytes() == b"mine"


def test_tracks_of_posts_that_are_gone_are_removed(blog: Path, tmp_path: Path) -> None:
    write(blog, tmp_path)
    listed = (tmp_path / "ALLWAYS.TXT").read_bytes()
    (tmp_path / "ALLWAYS.TXT").write_bytes(listed + b"003.MP3\t4\tGone\r\n")
    (tmp_path / "003.MP3").write_bytes(b"gone")
    write(blog, tmp_path)

    assert "003.MP3" not in names(tmp_path)


def _in_the_way(folder: Path, what: str) -> None:
    """Something that is not ours, under a name that we want."""
    match what:
        case "a file":
            (folder / "001.MP3").write_bytes(b"mine")
        case "a folder":
            (folder / "PLAY.M3U").mkdir()
        case "a link":
            (folder / "002.MP3").symlink_to(folder / "nowhere")
        case _:
            (folder / "ALLWAYS.TXT").write_text("000.MP3\t9999999\tmine\r\n")


@pytest.mark.parametrize("what", ["a file", "a folder", "a link", "a list"])
def test_a_name_that_somebody_else_uses_stops_it_before_anything_is_written(
    blog: Path, tmp_path: Path, what: str
) -> None:
    _in_the_way(tmp_path, what)
    before = names(tmp_path)

    with pytest.raises(SettingsError, match="not from Allways"):
        write(blog, tmp_path)
    assert names(tmp_path) == before


def test_a_file_that_was_put_in_place_of_ours_is_not_removed(blog: Path, tmp_path: Path) -> None:
    write(blog, tmp_path)
    (tmp_path / "001.MP3").write_bytes(bytes(10_000_000))

    with pytest.raises(SettingsError, match=r"001\.MP3 is there"):
        write(blog, tmp_path)
    assert (tmp_path / "001.MP3").stat().st_size == 10_000_000


def test_a_copy_that_broke_off_is_written_again(blog: Path, tmp_path: Path) -> None:
    write(blog, tmp_path)
    whole = (tmp_path / "001.MP3").read_bytes()
    (tmp_path / "001.MP3").write_bytes(whole[:100])
    (tmp_path / "002.MP3").unlink()
    write(blog, tmp_path)

    assert (tmp_path / "001.MP3").read_bytes() == whole
    assert "002.MP3" in names(tmp_path)


@pytest.mark.parametrize("name", ["../out.MP3", "/etc/passwd", "x.MP3", "..", "000.MP3/../y"])
def test_a_list_that_names_other_files_removes_none(blog: Path, tmp_path: Path, name: str) -> None:
    stick = tmp_path / "stick"
    write(blog, stick)
    (tmp_path / "out.MP3").write_bytes(b"mine")
    (stick / "x.MP3").write_bytes(b"mine")
    with (stick / "ALLWAYS.TXT").open("a") as listed:
        listed.write(f"{name}\t99999\tx\r\n")
    write(blog, stick)

    assert (tmp_path / "out.MP3").exists()
    assert (stick / "x.MP3").exists()


def test_a_narration_that_is_damaged_is_not_put_on_a_stick(blog: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="First run: make publish"):
        usb.write(blog / "posts", tmp_path / "empty", blog / "cache", tmp_path / "stick")
    assert not (tmp_path / "stick").exists()
