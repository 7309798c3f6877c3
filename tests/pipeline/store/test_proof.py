"""A voice that stutters is caught when a post is published, and stays caught until it is mended."""

import json
import sys
from pathlib import Path

import pytest

from pipeline.findings import Level
from pipeline.narrate.narration import open_voice
from pipeline.publish import progress
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish
from pipeline.store import ledger
from pipeline.store.report import Report
from tests.pipeline.judges.published import WORDS, post, proof
from tests.voices import say_it

STUTTER = f"""import sys
sys.path.insert(0, {str(Path(say_it.__file__).parent)!r})
from say_it import wav
text = sys.stdin.buffer.read().decode()
times = 12 if "Two boats" in text else 1
sys.stdout.buffer.write(wav(text * times))
"""


@pytest.fixture
def stuttered(tmp_path: Path) -> Request:
    """A post, and a program that says one sentence of it twelve times."""
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "tide.md").write_text(WORDS, "utf-8")
    (posts / "other.md").write_text("---\ntitle: Other\n---\nAnother post.\n", "utf-8")
    (tmp_path / "voice.py").write_text(STUTTER, "utf-8")
    command = [sys.executable, "-I", "-S", str(tmp_path / "voice.py")]
    (posts / "publication.toml").write_text(
        f'[voice]\nengine = "command"\ncommand = {json.dumps(command)}\n', "utf-8"
    )
    return Request(posts, tmp_path / "output", tmp_path / "cache", jobs=1)


def run(request: Request) -> Report:
    return publish(request, progress.Quiet())


def errors(report: Report) -> list[tuple[str, str]]:
    return [(f.code, f.where) for f in report.findings if f.level is Level.ERROR]


def test_a_sentence_said_twelve_times_is_an_error_of_the_run(stuttered: Request) -> None:
    report = run(stuttered)

    assert errors(report) == [("proof-pace", "tide.md")]
    assert not report.clean
    assert proof(stuttered.output)["pace"]
    assert (post(stuttered.output) / "tide.mp3").is_file()


def test_the_error_stays_until_the_post_is_whole(stuttered: Request) -> None:
    """Nothing changed, then another post: it is told each time."""
    run(stuttered)
    assert errors(run(stuttered)) == [("proof-pace", "tide.md")]
    (stuttered.source / "other.md").write_text("---\ntitle: Other\n---\nNew words.\n", "utf-8")

    again = run(stuttered)

    assert errors(again) == [("proof-pace", "tide.md")]
    assert again.spoken == 1
    told = ledger.why(ledger.load(stuttered.cache, stuttered.output), "tide")
    assert told is not None
    assert "because an error was found in it" in told


def test_mended_it_is_clean(stuttered: Request, tmp_path: Path) -> None:
    run(stuttered)
    (tmp_path / "voice.py").write_text(STUTTER.replace("12 if", "1 if"), "utf-8")
    open_voice.cache_clear()  # as in a run of its own

    assert run(stuttered).clean
