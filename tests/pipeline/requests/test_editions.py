"""Which edition is meant, and whether it can be sent."""

import json
from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.requests import editions
from pipeline.requests.editions import PublishedPost, is_draft, named_post, offered, unready


def paths(asked: str) -> list[str]:
    """The files that some words ask for."""
    return [offer.path for offer in offered(asked)]


@pytest.mark.parametrize("asked", ["MP3", "audio", " Mp3 ", "Listen", "Écouter"])
def test_sound_is_asked_for_in_many_words(asked: str) -> None:
    assert paths(asked) == ["{slug}.mp3"]


@pytest.mark.parametrize("asked", ["large print", "Large-Print", "LARGE_PRINT", "large type"])
def test_large_print_is_every_size_that_is_made(asked: str) -> None:
    assert paths(asked) == ["large-print.pdf", "giant-print.pdf", "large-print.html"]


@pytest.mark.parametrize("asked", ["giant print", "Letra muy grande"])
def test_what_a_page_calls_a_file_is_that_file(asked: str) -> None:
    assert paths(asked) == ["giant-print.pdf"]


@pytest.mark.parametrize("asked", ["Moon", "DAISY", "", "web page", "podcast"])
def test_what_is_no_file_of_a_post_is_not_made(asked: str) -> None:
    assert paths(asked) == []


def test_only_a_draft_is_a_draft() -> None:
    assert is_draft("simpler version")
    assert not is_draft("easy read")
    assert not is_draft("MP3")
    assert not is_draft("Moon")


POST = PublishedPost("time-and-tide", "Time  and Tide", {})


@pytest.mark.parametrize(
    "asked",
    [
        "time-and-tide",
        "Time and tide",
        "https://example.org/posts/time-and-tide/",
        "https://example.org/posts/time-and-tide/index.html?x=1#s2",
    ],
)
def test_a_post_is_named_by_slug_title_or_address(asked: str) -> None:
    assert named_post([POST], asked) is POST


@pytest.mark.parametrize("asked", ["tide", "", "https://example.org/"])
def test_a_post_that_is_not_there_is_not_guessed(asked: str) -> None:
    assert named_post([POST], asked) is None


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder with the sound of one post."""
    folder = tmp_path / "posts" / "tides"
    folder.mkdir(parents=True)
    (folder / "tides.mp3").write_bytes(b"sound")
    return tmp_path


def report(output: Path, **changed: object) -> None:
    """Its report, with a card of the sound that may be changed."""
    card = {"path": "posts/tides/tides.mp3", "size": 5, "outdated": False} | changed
    post = {"slug": "tides", "title": "Tides", "source": "tides.md", "files": [card]}
    faults = [{"level": "error", "where": str(changed.get("where", "x:1"))}]
    value = {"posts": [post], "errors": [], "findings": faults}
    (output / "report.json").write_text(json.dumps(value))


def why(output: Path) -> str:
    """Why the sound can't be sent."""
    (post,) = editions.published(output, output / "cache")
    return unready(post, offered("MP3"), output)


def test_a_file_that_is_as_it_was_made_can_be_sent(output: Path) -> None:
    report(output)

    assert why(output) == ""


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"path": "posts/tides/other"}, "is not published"),
        ({"outdated": True}, "from an earlier run"),
        ({"size": 4}, "missing or damaged"),
        ({"where": "tides.md:7"}, "found an error"),
    ],
)
def test_what_is_not_clean_is_not_sent(output: Path, changed: dict[str, object], told: str) -> None:
    report(output, **changed)

    assert told in why(output)


@pytest.mark.parametrize("text", [None, "", "[", "[]", "{}", '{"posts": [1]}'])
def test_without_a_report_nothing_is_said_to_be_published(output: Path, text: str | None) -> None:
    if text is not None:
        (output / "report.json").write_text(text)

    with pytest.raises(SettingsError, match="make publish"):
        editions.published(output, output / "cache")
