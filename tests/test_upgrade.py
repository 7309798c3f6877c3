"""After an upgrade, exactly what it changes is made again, and `allways why` says what it was."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.publish.two_posts import tree
from tests.program import changed, copied, run

CLIPS = 4
"""Of each post."""
ALL = 2 * CLIPS - 1
"""Of both: they end with the same words."""

FORMATS = "mp3,epub,podcast"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The program, and two posts that it has published."""
    folder = copied(tmp_path)
    (folder / "source_posts").mkdir()
    (folder / "source_posts/one.md").write_text("# One\n\nThe sea was calm.\n")
    (folder / "source_posts/two.md").write_text("# Two\n\nThe fog came in.\n")
    assert published(folder)["spoken"] == ALL
    return folder


def published(folder: Path, formats: str = FORMATS) -> dict[str, Any]:
    """The summary of a run."""
    words = ["--engine", "silence", "--jobs", "1", "--formats", formats, "--log-format", "json"]
    done = run(folder, "publish", *words)
    assert done.returncode == 0, done.stderr + done.stdout
    summary: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return summary


def test_another_voice_has_every_clip_spoken_anew_and_says_so(program: Path) -> None:
    changed(
        program, "pipeline/voices/silence.py", 'identity = "silence 1"', 'identity = "silence 2"'
    )

    summary = published(program)

    assert (summary["made"], summary["spoken"]) == (["one", "two"], ALL)
    told = run(program, "why", "one").stdout
    assert "its voice or its pace changed" in told
    assert f"{CLIPS} of its {CLIPS} clips were newly spoken." in told


def test_another_program_has_pages_made_anew_and_no_clip_spoken(program: Path) -> None:
    before = tree(program / "output")
    with (program / "formats/mp3.py").open("a") as file:
        file.write("\n# a later version\n")

    summary = published(program)

    assert (summary["made"], summary["spoken"]) == (["one", "two"], 0)
    assert "one was last made because its program changed." in run(program, "why", "one").stdout
    assert tree(program / "output") == before
    assert published(program)["made"] == []


def test_a_format_that_is_added_is_made_without_a_clip_being_spoken(program: Path) -> None:
    before = tree(program / "output")

    summary = published(program, f"{FORMATS},transcript")

    assert (summary["made"], summary["spoken"]) == (["one", "two"], 0)
    assert "one was last made because its settings changed." in run(program, "why", "one").stdout
    after = tree(program / "output")
    assert "posts/one/transcript.vtt" in after.keys() - before.keys()
    assert after["posts/one/one.mp3"] == before["posts/one/one.mp3"]
