"""Every file that an editor gives is opened safely, and what is wrong with it is said."""

import io
import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of
from hypothesis import strategies as st
from PIL import Image

from pipeline import lexicon, settings
from pipeline.errors import FaultError, SettingsError
from pipeline.narrate import jingle
from pipeline.publish import progress, publication
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish
from pipeline.settings import Settings
from pipeline.store.files import Store
from pipeline.store.report import Report
from tests.coming import coming_and_going
from tests.unprivileged import public_folder, unprivileged

COVER = settings.parse(b'cover = "cover.jpg"', settings.FILE)
JINGLE = settings.parse(b'[jingle]\nopening = "jingle.mp3"', settings.FILE)
QUICK = 'formats = ["mp3", "text"]\n[voice]\nengine = "silence"\n'

LOADERS: dict[str, Callable[[Path], object]] = {
    "publication.toml": settings.load,
    "lexicon.csv": lexicon.load,
    "names.pls": lexicon.load,
    "cover.jpg": lambda folder: publication.make(COVER, folder, "", Store(folder / ".cache")),
    "jingle.mp3": lambda folder: jingle.load(JINGLE.jingle, folder),
}
PUT: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a link out": lambda path: path.symlink_to("/etc/passwd"),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to nothing": lambda path: path.symlink_to("none"),
    "a link to itself": lambda path: path.symlink_to(path.name),
}


@pytest.mark.parametrize("put", PUT.values(), ids=PUT)
@pytest.mark.parametrize("name", LOADERS)
def test_what_is_no_file_of_the_folder_is_refused_by_its_name(
    tmp_path: Path, name: str, put: Callable[[Path], object]
) -> None:
    put(tmp_path / name)

    with pytest.raises(SettingsError) as caught:
        LOADERS[name](tmp_path)
    assert name in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("name", ["publication.toml", "lexicon.csv", "cover.jpg", "jingle.mp3"])
def test_a_folder_in_the_place_of_a_file_is_refused_by_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()

    with pytest.raises(SettingsError, match="not a file but a folder") as caught:
        LOADERS[name](tmp_path)
    assert name in str(caught.value)


@pytest.mark.parametrize("name", ["publication.toml", "lexicon.csv", "names.pls", "jingle.mp3"])
def test_a_file_that_may_not_be_read_is_refused_by_its_name(name: str) -> None:
    with public_folder() as folder:
        (folder / name).touch(mode=0)
        with unprivileged(), pytest.raises(SettingsError, match="Permission denied") as caught:
            LOADERS[name](folder)
    assert name in str(caught.value)


@pytest.mark.parametrize("name", ["publication.toml", "lexicon.csv"])
def test_a_file_may_be_a_link_inside_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "own").mkdir()
    texts = {"publication.toml": 'title = "T"', "lexicon.csv": "written,spoken\nUsk,Isk\n"}
    (tmp_path / "own" / name).write_text(texts[name])
    (tmp_path / name).symlink_to(f"own/{name}")

    assert LOADERS[name](tmp_path) not in (Settings(), lexicon.Lexicon())


def test_a_lexicon_may_come_and_go_while_it_is_read(tmp_path: Path) -> None:
    text = '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"/>'
    with coming_and_going({tmp_path / "names.pls": text, tmp_path / "lexicon.csv": "written,ipa"}):
        assert all(lexicon.load(tmp_path) == lexicon.Lexicon() for _ in range(300))


def test_a_cover_too_large_to_be_opened_is_refused_by_its_name(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("L", (1, 1)).save(data, "GIF")
    huge = data.getvalue()[:6] + b"\xff" * 4 + data.getvalue()[10:]  # says 65,535 pixels square
    (tmp_path / "cover.jpg").write_bytes(huge)

    with pytest.raises(SettingsError, match=r"cover\.jpg"):
        LOADERS["cover.jpg"](tmp_path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"x = {'[' * 3000}{']' * 3000}", "nested too deep"),
        (f"[voice]\nnames = {{{'a.' * 3000}b = 1}}", "nested too deep"),
        (f"title = {'1' * 5000}", "number too long"),
        (f"title = 0x{'1' * 5000}", "number too long"),
        ("[dates]\na = 9999-12-31T23:00:00-05:00", "not a date"),
        ("[dates]\na = 0001-01-01", "not a date"),
        (f'title = "{"T" * 1001}"', "1,000 characters"),
    ],
)
def test_settings_that_no_machine_can_hold_are_refused(
    tmp_path: Path, text: str, reason: str
) -> None:
    (tmp_path / "publication.toml").write_text(text)

    with pytest.raises(SettingsError, match=reason) as caught:
        settings.load(tmp_path)
    assert caught.value.where.startswith("publication.toml")
    assert len(str(caught.value)) < 500


JUNK = st.lists(
    st.one_of(
        st.sampled_from(
            [*"=[]{}'\"\n,;/<>&", "written,spoken\n", "[dates]\n", "title = ", "1" * 5000]
        ),
        st.text(max_size=5),
    ),
    max_size=20,
).map(lambda parts: "".join(parts).encode(errors="replace"))


@pytest.mark.parametrize("name", ["publication.toml", "lexicon.csv", "names.pls"])
@given(data=st.one_of(st.binary(max_size=100), JUNK))
@settings_of(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None
)
def test_any_bytes_at_all_are_taken_or_refused(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    with suppress(SettingsError):
        assert LOADERS[name](tmp_path) is not None


# --- a whole run over everything at once ------------------------------------------------


def _put_everything(folder: Path) -> None:
    folder.mkdir()
    for name, text in {
        "good.md": "---\ntitle: Good\ndate: 2026-01-05\n---\nA good post.",
        "far.md": "---\ntitle: Far\ndate: 9999-12-31T23:00:00-05:00\n---\nFar off.",
        "deep.md": f"+++\nx = {'[' * 3000}\n+++\nText.",
        os.fsdecode(b"caf\xe9.md"): "# Café\n\nText.",
        os.fsdecode(b"caf\xe9.tex"): "Café",
    }.items():
        (folder / name).write_text(text, "utf-8")
    for name, put in PUT.items():
        put(folder / f"{name}.md")


def _published(folder: Path, posts: Path) -> Report:
    (posts / "publication.toml").write_text(QUICK)
    request = Request(posts, folder / "output", folder / "cache", jobs=1)
    return publish(request, progress.Quiet())


def test_whatever_lies_in_the_folder_the_other_posts_are_published(tmp_path: Path) -> None:
    _put_everything(tmp_path / "posts")
    report = _published(tmp_path, tmp_path / "posts")

    assert {"good", "far", "caf"} == set(report.made)
    assert {error.where.partition(":")[0] for error in report.errors} == {
        "deep.md",
        *(f"{name}.md" for name in PUT),
    }
    assert not any(isinstance(error, FaultError) for error in report.errors)
    written = json.loads((tmp_path / "output" / "report.json").read_bytes())
    assert "caf�.tex" in {finding["where"] for finding in written["findings"]}


def test_a_folder_whose_name_is_not_utf8_gives_its_name_as_a_title(tmp_path: Path) -> None:
    posts = tmp_path / os.fsdecode(b"caf\xe9")
    posts.mkdir()
    (posts / "a.md").write_text("# A\n\nText.")
    report = _published(tmp_path, posts)

    assert report.made == ("a",)
    written = json.loads((tmp_path / "output" / "report.json").read_bytes())
    assert written["publication"]["title"] == "Caf�"
