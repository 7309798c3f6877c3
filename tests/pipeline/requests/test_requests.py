"""Requests from the file to the drafts, with real files and a judge that says what it is told."""

import json
from collections.abc import Sequence
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.findings import Finding, Level
from pipeline.requests import Answering, Answers, answer

TODAY = date(2026, 6, 3)
HEADER = "date,reader,post,format,note\n"


def nothing(_files: Sequence[Path]) -> Sequence[Finding]:
    """A judge that finds nothing."""
    return ()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Posts with settings, and an output folder with two posts as sound."""
    (tmp_path / "posts").mkdir()
    settings = 'title = "Tide & Time"\nbase_url = "https://example.org/"\n'
    (tmp_path / "posts" / "publication.toml").write_text(settings)
    posts = []
    for slug in ("tides", "moons"):
        path = tmp_path / "output" / "posts" / slug / f"{slug}.mp3"
        path.parent.mkdir(parents=True)
        path.write_bytes(b"sound")
        card = {"path": f"posts/{slug}/{slug}.mp3", "size": 5, "outdated": False}
        title = slug.capitalize()
        posts.append({"slug": slug, "title": title, "source": f"{slug}.md", "files": [card]})
    value = {"posts": posts, "errors": [], "findings": []}
    (tmp_path / "output" / "report.json").write_text(json.dumps(value))
    return tmp_path


def ask(home: Path, lines: str, today: date = TODAY) -> Answers:
    """Write the requests, unless they stand there already, and answer them."""
    if lines:
        (home / "posts" / "requests.csv").write_text(HEADER + lines)
    return answer(_answering(home, today))


def _answering(home: Path, today: date = TODAY) -> Answering:
    return Answering(
        home / "posts", home / "output", home / "cache", home / "requests", today, nothing
    )


def letters(home: Path) -> list[str]:
    """The texts of all drafts."""
    found = (message_from_bytes(p.read_bytes(), policy=default) for p in home.glob("requests/*"))
    return [letter.get_content() for letter in found]


def table(home: Path) -> str:
    """The requests as they stand in the file."""
    return (home / "posts" / "requests.csv").read_text()


def test_a_published_edition_is_answered_once_with_its_exact_address(home: Path) -> None:
    first = ask(home, "2026-06-01,a@b.org,Tides,MP3,\n")
    (text,) = letters(home)

    assert [bool(reply.letter) for reply in first.replies] == [True]
    assert "https://example.org/posts/tides/tides.mp3" in text
    assert table(home).endswith("Tides,MP3,,2026-06-03\n")
    assert ask(home, "").replies == ()


def test_an_edition_that_is_not_published_leaves_the_request_open(home: Path) -> None:
    (reply,) = ask(home, "2026-06-01,a@b.org,Tides,EPUB,\n").replies

    assert reply.letter == b""
    assert "tides.epub is not published" in reply.message
    assert table(home) == HEADER + "2026-06-01,a@b.org,Tides,EPUB,\n"
    assert not (home / "requests").exists()


def test_what_is_not_made_is_answered_honestly_with_what_is(home: Path) -> None:
    ask(home, "2026-06-01,a@b.org,Tides,Moon,\n")
    (text,) = letters(home)

    assert "We do not make it" in text
    assert "https://example.org/posts/tides/tides.mp3" in text


def test_a_file_with_a_fault_is_not_sent(home: Path) -> None:
    """And the fault of one file keeps no other back."""
    lines = "2026-06-01,a@b.org,Tides,MP3,\n2026-06-01,a@b.org,Moons,MP3,\n"
    (home / "posts" / "requests.csv").write_text(HEADER + lines)
    judged: list[Path] = []

    def judge(files: Sequence[Path]) -> Sequence[Finding]:
        judged.extend(files)
        return [Finding(Level.ERROR, "bad", f"{files[0]}:3", "it is silent")]

    run = _answering(home)
    run = Answering(run.source, run.output, run.cache, run.to, TODAY, judge)
    tides, moons = answer(run).replies

    assert [path.name for path in judged] == ["tides.mp3", "moons.mp3"]
    assert "it is silent" in tides.message
    assert (tides.letter, bool(moons.letter)) == (b"", True)


def test_a_standing_need_is_answered_when_every_post_has_it(home: Path) -> None:
    (reply,) = ask(home, "2026-06-01,a@b.org,all,audio,\n").replies
    (text,) = letters(home)

    assert reply.letter
    assert "https://example.org/index.html" in text


def test_a_standing_need_waits_for_a_post_that_lacks_it(home: Path) -> None:
    (home / "output" / "posts" / "moons" / "moons.mp3").unlink()
    (reply,) = ask(home, "2026-06-01,a@b.org,all,audio,\n").replies

    assert "moons.mp3 is missing" in reply.message


def test_a_standing_need_is_asked_about_each_year(home: Path) -> None:
    ask(home, "2026-06-01,a@b.org,all,audio,\n")
    early = ask(home, "", date(2027, 6, 2))
    due = ask(home, "", date(2027, 6, 3))
    again = ask(home, "", date(2028, 6, 1))

    assert early.replies == again.replies == ()
    assert [reply.column for reply in due.replies] == ["reviewed"]
    assert any("Is that still right for you?" in text for text in letters(home))
    assert table(home).endswith(",2026-06-03,2027-06-03\n")


def test_one_post_is_not_asked_about_again(home: Path) -> None:
    ask(home, "2026-06-01,a@b.org,Tides,MP3,\n")

    assert ask(home, "", date(2030, 1, 1)).replies == ()


def test_a_draft_is_left_to_people(home: Path) -> None:
    (reply,) = ask(home, "2026-06-01,a@b.org,Tides,simpler version,\n").replies

    assert "nobody has checked" in reply.message
    assert reply.letter == b""


def test_an_easy_read_text_that_nobody_has_signed_is_left_to_people(home: Path) -> None:
    """Making it again would bring none."""
    for format_name in ("easy read", "listen to the easy read"):
        (reply,) = ask(home, f"2026-06-01,a@b.org,Tides,{format_name},\n").replies

        assert "is not published" in reply.message
        assert "once people have checked and signed it" in reply.remedy
        assert reply.letter == b""


def test_a_post_that_is_not_there_is_told_with_what_to_write(home: Path) -> None:
    (reply,) = ask(home, "2026-06-01,a@b.org,Suns,MP3,\n").replies

    assert reply.message == "no post “Suns” is published."
    assert reply.remedy


def test_the_name_of_a_draft_has_no_readers_name_and_no_path(home: Path) -> None:
    ask(home, "2026-06-01,Maya ../../x <maya@b.org>,Tides,../../Moon,\n")
    (path,) = home.glob("requests/*")

    assert path.name.startswith("2026-06-01-tides-moon-")
    assert "maya" not in path.name.lower()


def test_the_file_stays_for_the_editors_eyes_alone(home: Path) -> None:
    path = home / "posts" / "requests.csv"
    path.write_text(HEADER + "2026-06-01,a@b.org,Tides,MP3,\n")
    path.chmod(0o600)
    ask(home, "")

    assert "2026-06-03" in table(home)
    assert path.stat().st_mode & 0o777 == 0o600


def test_without_the_address_of_the_blog_no_reply_is_written(home: Path) -> None:
    (home / "posts" / "publication.toml").write_text('title = "Tide & Time"\n')

    with pytest.raises(SettingsError, match="base_url"):
        ask(home, "2026-06-01,a@b.org,Tides,MP3,\n")


def test_without_a_file_one_is_told_how_to_begin(home: Path) -> None:
    with pytest.raises(SettingsError, match="date,reader,post,format,note"):
        ask(home, "")
