"""Who speaks: the chosen voice, or the one that the editor named to stand in for it."""

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.findings import Level
from pipeline.judges.check import JUDGES
from pipeline.narrate.jingle import Beds
from pipeline.narrate.narration import ClipScript, speak
from pipeline.publish import progress
from pipeline.publish.choices import chosen_settings
from pipeline.publish.prepare import read_sources, ready_post
from pipeline.publish.ready import ReadyPost
from pipeline.publish.request import PublishRun, Request
from pipeline.publish.speak import Spoken, chosen_voices, early, narrate
from pipeline.publish.up_to_date import publish
from pipeline.publish.workers import Workers
from pipeline.settings import load
from pipeline.store.files import Store
from pipeline.store.ledger import Ledger
from pipeline.store.report import Report
from pipeline.voices.hibari_files import package
from tests.judging import judged
from tests.program import ROOT
from tests.voices import require_natural, servers, tiny_kokoro

# A program that speaks, and refuses to say "fog" as long as there is a file "broken" beside it.
PROGRAM = """\
import io, sys, wave
from pathlib import Path
words = sys.stdin.buffer.read().decode()
if "fog" in words and Path(__file__).with_name("broken").exists():
    sys.exit("the fog is too thick")
count = 1200 * len(words)
samples = b"".join(
    int(8000 * (1 if i // 50 % 2 else -1)).to_bytes(2, "little", signed=True) for i in range(count)
)
out = io.BytesIO()
with wave.open(out, "wb") as file:
    file.setparams((1, 2, 22050, count, "NONE", ""))
    file.writeframes(samples)
sys.stdout.buffer.write(out.getvalue())
"""


@pytest.fixture
def sea_and_mist(tmp_path: Path) -> Request:
    """Two posts and a program that can't speak one of them."""
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "sea.md").write_text("# Sea\n\nThe sea was calm.\n")
    (posts / "mist.md").write_text("# Mist\n\nThe fog came in.\n")
    (tmp_path / "speak.py").write_text(PROGRAM)
    (tmp_path / "broken").touch()
    settings(posts, tmp_path / "speak.py", "")
    return Request(
        posts, tmp_path / "out", tmp_path / "cache", formats=("mp3", "transcript"), jobs=1
    )


def settings(posts: Path, program: Path, more: str) -> None:
    command = json.dumps([sys.executable, str(program)])
    (posts / "publication.toml").write_text(
        f'[voice]\nengine = "command"\ncommand = {command}\n{more}'
    )


def allow(request: Request) -> None:
    settings(request.source, request.source.parent / "speak.py", 'fallback = "silence"\n')


def run(request: Request) -> Report:
    return publish(request, progress.Quiet())


def voices(request: Request) -> dict[str, str]:
    report = json.loads((request.output / "report.json").read_text())
    return {post["slug"]: post["voices"][0] for post in report["posts"]}


def warned(report: Report) -> list[str]:
    return [finding.where for finding in report.findings if finding.code == "voice-fallback"]


def test_a_published_post_that_the_voice_fails_on_stays_as_it_was_published(
    sea_and_mist: Request,
) -> None:
    request = replace(sea_and_mist, formats=("mp3", "transcript", "epub", "podcast", "book"))
    sea_and_mist.source.with_name("broken").unlink()
    before = run(request)
    sea_and_mist.source.with_name("broken").touch()
    (request.source / "mist.md").write_text("# Mist\n\nThe fog came in today.\n")

    report = run(request)

    assert [error.where for error in report.errors] == ["mist.md"]
    assert {e.post.slug for e in report.episodes} == {"sea", "mist"}
    assert (request.output / "feed.xml").read_text().count("<item>") == 2
    old, new = ({f.path: f for e in r.episodes for f in e.files} for r in (before, report))
    assert old == new
    for name in ("overlays", "links", "feed"):
        wanted = [path for path in request.output.rglob("*") if JUDGES[name].wants(path)]
        assert wanted
        assert not [f for f in judged(name, *wanted) if f.level is Level.ERROR]
    assert run(request).errors  # it is tried again each time


def test_a_published_post_that_cant_be_read_now_is_told_of(sea_and_mist: Request) -> None:
    sea_and_mist.source.with_name("broken").unlink()
    run(sea_and_mist)
    (sea_and_mist.source / "mist.md").write_bytes(b"")

    report = run(sea_and_mist)

    assert [f.message for f in report.findings if f.code == "left-out"] == [
        "“mist” was published before, but is no longer in the feed and the index."
    ]
    (sea_and_mist.source / "mist.md").unlink()
    assert not [f for f in run(sea_and_mist).findings if f.code == "left-out"]


def test_a_post_that_the_voice_fails_on_stops_alone_and_says_why(sea_and_mist: Request) -> None:
    report = run(sea_and_mist)

    assert report.made == ("sea",)
    (error,) = report.errors
    assert error.where == "mist.md"
    assert "the fog is too thick" in error.message
    assert not (sea_and_mist.output / "posts/mist").exists()


def test_a_voice_that_stands_in_speaks_the_whole_post_and_is_named_in_it(
    sea_and_mist: Request,
) -> None:
    allow(sea_and_mist)

    report = run(sea_and_mist)

    assert report.clean
    assert warned(report) == ["mist.md"]
    assert voices(sea_and_mist)["mist"] == "silence"
    assert voices(sea_and_mist)["sea"] != "silence"
    assert (
        "synthetic voice: silence"
        in (sea_and_mist.output / "posts/mist/transcript.vtt").read_text()
    )


def test_each_publish_tries_the_chosen_voice_again(sea_and_mist: Request) -> None:
    allow(sea_and_mist)
    run(sea_and_mist)
    (sea_and_mist.source.parent / "broken").unlink()

    report = run(sea_and_mist)

    assert report.made == ("mist",)
    assert warned(report) == []
    assert "silence" not in voices(sea_and_mist).values()
    assert run(sea_and_mist).made == ()


def test_a_post_that_a_stand_in_spoke_is_kept_while_another_is_made(sea_and_mist: Request) -> None:
    allow(sea_and_mist)
    everything = replace(sea_and_mist, formats=("mp3", "book"))
    run(everything)
    (sea_and_mist.source / "sea.md").write_text("# Sea\n\nThe sea was rough.\n")

    report = run(replace(everything, only="sea"))

    assert (report.made, report.errors) == (("sea",), ())
    assert voices(sea_and_mist)["mist"] == "silence"


def test_a_voice_that_can_not_be_had_at_all_stops_the_run_or_is_stood_in_for(
    sea_and_mist: Request,
) -> None:
    missing = sea_and_mist.source.parent / "nobody"
    line = f'[voice]\nengine = "command"\ncommand = ["{missing}"]\n'
    (sea_and_mist.source / "publication.toml").write_text(line)
    with pytest.raises(SettingsError, match="nobody"):
        run(sea_and_mist)
    (sea_and_mist.source / "publication.toml").write_text(f'{line}fallback = "silence"\n')

    report = run(sea_and_mist)

    assert warned(report) == ["publication.toml"]
    assert set(voices(sea_and_mist).values()) == {"silence"}


def test_a_server_is_asked_by_this_process_alone(sea_and_mist: Request) -> None:
    """Only one that asks all can keep to the pace that the editor set."""
    with servers.openai() as server:
        text = f'engine = "openai"\naddress = "{server.address}"\nrequests_per_minute = 6000\n'
        posts = sea_and_mist.source
        (posts / "publication.toml").write_text(f"[voice]\n{text}")
        run = PublishRun(sea_and_mist, load(posts), Ledger(), "")
        run = replace(run, settings=chosen_settings(run))
        sources = read_sources(run)
        voices, _ = chosen_voices(run, ["en-GB"])
        ready = [ready_post(p, sources, voices[p.language]) for p in sources.reading.posts]

        with Workers(2, progress.Quiet()) as workers:
            spoken = narrate(sources, ready, workers)
            assert multiprocessing.active_children() == []

        assert not spoken.failed
        assert "The sea was calm." in server.texts


def test_a_stand_in_that_is_no_engine_is_refused(sea_and_mist: Request) -> None:
    settings(sea_and_mist.source, Path("speak.py"), 'fallback = "nobody"\n')

    with pytest.raises(SettingsError, match="nobody"):
        run(sea_and_mist)


# --- the usual voices -----------------------------------------------------------------------

ENGLISH = "eSpeak NG English (Great Britain)"


@pytest.fixture
def two_languages(tmp_path: Path) -> Request:
    """Two posts in two languages, and no settings."""
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "sea.md").write_text("# Sea\n\nThe sea was calm.\n")
    (posts / "mor.md").write_text("---\ntitle: Môr\nlanguage: cy\n---\n\nMôr tawel.\n")
    return Request(posts, tmp_path / "out", tmp_path / "cache", formats=("mp3",), jobs=1)


def without_the_package(request: Request, *asked: str, altered: bool = False) -> tuple[int, str]:
    """A publish where the natural voice is missing, or has one byte more; and what it says."""
    hides = request.source.with_name("packages")
    hides.mkdir()
    if altered:
        require_natural()
        shutil.copytree(package(), hides / "hibari")
        with (hides / "hibari/assets/hibari.onnx").open("ab") as model:
            model.write(b"x")
    else:
        (hides / "hibari.py").touch()
    words = [str(request.source), "--output", str(request.output), "--formats", "mp3", *asked]
    found = {"PYTHONPATH": f"{hides}:{ROOT}", "ALLWAYS_CACHE": str(request.cache)}
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "publish", "--jobs", "1", *words],
        env={**os.environ, **found},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_where_no_engine_is_named_english_is_read_naturally_and_the_rest_by_espeak(
    two_languages: Request,
) -> None:
    require_natural()
    report = run(two_languages)

    assert voices(two_languages) == {"sea": "hibari Heart", "mor": "eSpeak NG Welsh"}
    assert not warned(report)


def test_one_line_brings_the_plain_voice_back(two_languages: Request) -> None:
    (two_languages.source / "publication.toml").write_text('[voice]\nengine = "espeak"\n')

    run(two_languages)

    assert voices(two_languages) == {"sea": ENGLISH, "mor": "eSpeak NG Welsh"}


@pytest.mark.parametrize(("altered", "why"), [(False, "not installed"), (True, "not those of")])
def test_without_the_natural_voice_espeak_reads_and_a_finding_says_why(
    two_languages: Request, *, altered: bool, why: str
) -> None:
    code, told = without_the_package(two_languages, altered=altered)

    assert code == 0
    assert voices(two_languages) == {"sea": ENGLISH, "mor": "eSpeak NG Welsh"}
    assert told.count("[voice-fallback]") == 1
    assert why in told
    assert "Get it with: make natural" in told


def test_without_the_natural_voice_nothing_is_said_where_nobody_needs_it(
    two_languages: Request,
) -> None:
    (two_languages.source / "sea.md").unlink()

    code, told = without_the_package(two_languages)

    assert code == 0
    assert "hibari" not in told


def test_the_natural_voice_that_is_named_and_missing_is_an_error(two_languages: Request) -> None:
    code, told = without_the_package(two_languages, "--engine", "hibari")

    assert code == 2
    assert "hibari, is not installed. Get it with: make natural" in told
    assert not (two_languages.output / "posts").exists()


# --- lines that are shared out --------------------------------------------------------------


class Totals:
    """Progress that keeps how many pieces each step has."""

    def __init__(self) -> None:
        self.of: dict[str, int] = {}

    def begin(self, step: str, total: int) -> None:
        self.of[step] = total

    def advance(self) -> None:
        """Nothing."""


def slowly(request: Request, most: int = 10_000) -> tuple[Spoken, int, list[ClipScript]]:
    """Narrate with a slow voice; also the pieces of work that it took, and the clips."""
    tiny_kokoro.build(request.cache, most=most)
    (request.source / "publication.toml").write_text('[voice]\nengine = "kokoro"\n')
    run = PublishRun(request, load(request.source), Ledger(), "")
    run = replace(run, settings=chosen_settings(run))
    sources = read_sources(run)
    voices, _ = chosen_voices(run, ["en-GB"])
    ready = [ready_post(post, sources, voices["en-GB"]) for post in sources.reading.posts]
    totals = Totals()
    with Workers(1, totals) as workers:
        spoken = narrate(sources, ready, workers)
    clips = [clip for post in ready for script in post.scripts for clip in script.clips()]
    return spoken, totals.of["narrate"], clips


def test_the_lines_of_a_few_slow_clips_are_shared_out_and_give_the_same_bytes(
    sea_and_mist: Request,
) -> None:
    """As many pieces of work as there are lines; and each clip as if it was spoken whole."""
    (sea_and_mist.source / "mist.md").unlink()
    (sea_and_mist.source / "sea.md").write_text("# Sea\n\nIt was calm. Then it rose. We left.\n")

    spoken, pieces, clips = slowly(sea_and_mist)

    assert not spoken.failed
    assert pieces == sum(len(clip.part.lines) for clip in clips) > len(clips)
    assert all(Store(sea_and_mist.cache).get(c.key) == speak(c, Beds()) for c in clips)


def test_many_slow_clips_are_spoken_whole(sea_and_mist: Request) -> None:
    """They keep every process busy, and their samples need not be held here."""
    blocks = (f"\nIt was calm. Then {name} rose.\n" for name in "ABCDEFGHIJ")
    (sea_and_mist.source / "sea.md").write_text("# Sea\n" + "".join(blocks))

    _, pieces, clips = slowly(sea_and_mist)

    assert pieces == len({clip.key for clip in clips})


def test_a_line_that_can_not_be_spoken_fails_its_clip_alone(sea_and_mist: Request) -> None:
    """By a model that breaks down with as many sounds as the longest line has."""
    long = "It was calm until the tide came in over the sand and the old stones of the harbour wall"
    (sea_and_mist.source / "mist.md").unlink()
    (sea_and_mist.source / "sea.md").write_text(f"# Sea\n\nIt was calm.\n\nIt rose. {long}.\n")

    spoken, _, clips = slowly(sea_and_mist, most=80)

    (error,) = spoken.failed.values()
    assert "Kokoro broke down" in error.message
    assert len(spoken.keys) == len(clips) - 1


class Noted(Workers):
    """Workers that note what they are to load early, and load nothing."""

    def __init__(self) -> None:
        super().__init__(2, progress.Quiet())
        self.woken: list[tuple[object, ...]] = []

    def wake(self, _load: object, *arguments: object, pieces: int) -> None:
        assert pieces
        self.woken.append(arguments)


def both(request: Request) -> list[ReadyPost]:
    """The two posts of a request, ready to be spoken."""
    chosen = PublishRun(request, load(request.source), Ledger(), "")
    run = replace(chosen, settings=chosen_settings(chosen))
    sources = read_sources(run)
    return [ready_post(post, sources, run.settings.voice) for post in sources.reading.posts]


def test_a_voice_is_loaded_once_as_soon_as_a_post_needs_it(sea_and_mist: Request) -> None:
    workers = Noted()
    told = early(workers)
    posts = both(sea_and_mist)

    for ready in posts:
        told(ready)

    assert workers.woken == [(posts[0].voice,)]


def test_no_voice_is_loaded_for_clips_that_are_kept(sea_and_mist: Request) -> None:
    workers = Noted()
    posts = both(sea_and_mist)
    for ready in posts:
        for key in ready.keys:
            Store(ready.voice.cache).put(key, b"kept")
        early(workers)(ready)

    assert workers.woken == []


def test_a_voice_on_a_server_is_not_loaded_in_workers(sea_and_mist: Request) -> None:
    (sea_and_mist.source / "publication.toml").write_text(
        '[voice]\nengine = "openai"\nname = "ada"\nmodel = "small"\n'
        'address = "http://127.0.0.1:9/"\n'
    )
    workers = Noted()
    for ready in both(sea_and_mist):
        early(workers)(ready)

    assert workers.woken == []
