"""Workers of a Dask cluster: the same bytes, whoever is lost; and plain words where it can't be.

Clusters of processes start slowly: the tests that need one share it.
"""

import json
import logging
import os
import signal
import socket
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from pipeline.errors import AllwaysError, FaultError, ReadError, SettingsError
from pipeline.narrate.jingle import Beds
from pipeline.narrate.narration import ClipScript, key_of, load, open_voice, speak, speak_line
from pipeline.publish.cluster import Cluster, _unfit
from pipeline.publish.progress import Quiet
from pipeline.publish.request import Request
from pipeline.script.lines import Part, plain
from pipeline.settings import VoiceSettings
from pipeline.store import fingerprint
from tests.pipeline.publish.test_workers import deadly, double, late_or_early, odd
from tests.pipeline.publish.two_posts import run, tree

pytestmark = [
    pytest.mark.xdist_group("cluster"),
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),  # Dask's own
]

# A program that speaks, and at the word "fog" kills the process that asks, once for each marker.
PROGRAM = """\
import io, os, signal, sys, wave
from pathlib import Path
words = sys.stdin.buffer.read().decode()
marker = Path(__file__).with_name("marker")
if "fog" in words and marker.exists():
    marker.unlink()
    os.kill(os.getppid(), signal.SIGKILL)
    sys.exit(1)
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


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The cache of the workers, which is not ours."""
    folder = tmp_path_factory.mktemp("elsewhere")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ALLWAYS_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="module")
def two(elsewhere: Path) -> Iterator[Cluster]:
    """Two workers that know no cache but their own."""
    assert elsewhere.is_dir()
    with Cluster("local:2", Quiet()) as cluster:
        yield cluster


def there(threads: int) -> LocalCluster:
    """A cluster of Dask's own in this process, with a worker of so many threads."""
    return LocalCluster(
        n_workers=1,
        threads_per_worker=threads,
        processes=False,
        protocol="tcp",
        dashboard_address="127.0.0.1:0",
        scheduler_kwargs={"dashboard": False},
        silence_logs=logging.CRITICAL,
    )


@pytest.fixture
def threads() -> Iterator[LocalCluster]:
    with there(2) as cluster:
        yield cluster


def cache_of(voice: VoiceSettings) -> Path:
    return voice.cache


def unheard() -> set[signal.Signals]:
    """The signals that do not reach this process."""
    return {signal.Signals(one) for one in signal.pthread_sigmask(signal.SIG_BLOCK, ())}


def clip(voice: VoiceSettings) -> ClipScript:
    part = Part((plain("s1", "The sea was calm.", "en-GB", 200),))
    return ClipScript(part, key_of(part, open_voice(voice)), voice)


def refused(address: str, patience: float = 0.5) -> str:
    """What is said of a cluster that can't be used."""
    with pytest.raises(SettingsError) as refusal, Cluster(address, Quiet(), patience):
        pass
    return str(refusal.value)


# --- the same bytes -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Request:
    """A run without a cluster, which has been made: posts, and the program that speaks them."""
    place = tmp_path_factory.mktemp("alone")
    posts = place / "posts"
    posts.mkdir()
    for name in ("sea", "fog"):
        lines = "\n\n".join(f"The {name} came in {n} times." for n in range(3))
        (posts / f"{name}.md").write_text(f"# {name.title()}\n\n{lines}\n")
    (place / "speak.py").write_text(PROGRAM)
    command = json.dumps([sys.executable, "-S", str(place / "speak.py")])
    (posts / "publication.toml").write_text(f'[voice]\nengine = "command"\ncommand = {command}\n')
    formats = ("mp3", "transcript", "read-along")
    request = Request(posts, place / "out", place / "cache", formats=formats, jobs=1)
    assert run(request).clean
    return request


@pytest.mark.parametrize("count", [2, 4])
def test_a_run_whose_worker_is_killed_gives_the_same_bytes(
    alone: Request, tmp_path: Path, count: int
) -> None:
    marker = alone.source.with_name("marker")
    marker.touch()

    shared = replace(
        alone, output=tmp_path / "out", cache=tmp_path / "cache", cluster=f"local:{count}"
    )
    report = run(shared)

    assert report.clean
    assert not marker.exists()
    assert tree(shared.output) == tree(alone.output)


@pytest.mark.parametrize("engine", ["espeak", "silence"])
def test_a_clip_and_a_line_are_the_same_as_here(two: Cluster, engine: str, tmp_path: Path) -> None:
    spoken = clip(VoiceSettings(engine=engine, cache=tmp_path))
    line = spoken.part.lines[0]

    assert two.each("narrate", speak, [(spoken, Beds())]) == [speak(spoken, Beds())]
    (heard,) = two.each("narrate", speak_line, [(line, spoken.voice)])
    here = speak_line(line, spoken.voice)
    assert not isinstance(heard, AllwaysError)
    assert (heard.samples.tobytes(), heard.words) == (here.samples.tobytes(), here.words)


def test_results_come_in_order_whoever_is_done_first(two: Cluster, tmp_path: Path) -> None:
    assert two.jobs == 2
    assert two.each("step", late_or_early, [(n, tmp_path / "m") for n in range(3)]) == [0, 1, 2]


def test_more_pieces_than_a_cluster_is_given_at_once_are_all_done(two: Cluster) -> None:
    assert two.each("step", double, [(n,) for n in range(700)]) == list(range(0, 1400, 2))


def test_a_piece_that_fails_is_an_error_for_itself_alone(two: Cluster) -> None:
    results = two.each("step", odd, [(n,) for n in range(5)], list("abcde"))

    assert [results[n] for n in (0, 2, 4)] == [0, 2, 4]
    assert isinstance(results[1], ReadError)
    assert isinstance(results[3], FaultError)
    assert results[3].where == "d"
    assert "too deep" in results[3].trace


# --- on another machine ---------------------------------------------------------------------


def test_a_worker_looks_for_voices_in_its_own_cache(two: Cluster, elsewhere: Path) -> None:
    assert two.each("step", cache_of, [(VoiceSettings(cache=Path("/ours")),)]) == [elsewhere]


def test_a_voice_that_a_worker_lacks_stops_the_run_and_names_the_worker(two: Cluster) -> None:
    with pytest.raises(SettingsError) as refusal:
        two.each("step", load, [(VoiceSettings(engine="piper", name="nobody"),)])

    assert refusal.value.where.startswith("tls://127.0.0.1:")
    assert refusal.value.message == 'the Piper voice "nobody" is not on this machine.'
    assert refusal.value.remedy.startswith("On that machine: Get it with: make voice NAME=nobody")


def test_a_clip_that_would_sound_otherwise_there_stops_the_run(two: Cluster) -> None:
    other = replace(clip(VoiceSettings(engine="silence")), key="that of another voice")

    with pytest.raises(SettingsError, match="the voice there is another one"):
        two.each("step", speak, [(other, Beds())])


def test_workers_leave_ctrl_c_to_the_run(two: Cluster) -> None:
    (unheard_there,) = two.each("step", unheard, [()])
    assert not isinstance(unheard_there, AllwaysError)
    assert {signal.SIGINT, signal.SIGHUP} <= unheard_there
    assert signal.SIGINT not in unheard()


# --- what can't be used ---------------------------------------------------------------------


def test_an_address_where_nobody_answers_is_told_at_once() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    said = refused(f"tcp://127.0.0.1:{port}")

    assert said.startswith(f"tcp://127.0.0.1:{port}: this cluster can't be used: ")
    assert "Connection refused" in said  # and not that all of our patience was in vain


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("local:0", "this cluster can't be used"),
        ("nonsense", "missing port number"),
        ("http://127.0.0.1:80", "an address is written as tcp://name:8786"),
        ("tls://127.0.0.1:9", "no certificates set here for TLS"),
    ],
)
def test_an_address_that_is_none_is_told(address: str, why: str) -> None:
    assert why in refused(address)


def test_a_worker_with_several_threads_is_refused(threads: LocalCluster) -> None:
    said = refused(threads.scheduler_address, 30)
    assert "does several things at once" in said
    assert "docs/scaling.md" in said


def test_a_worker_with_another_program_is_refused(threads: LocalCluster) -> None:
    (worker,) = threads.workers.values()
    assert "another version of Allways" in _unfit("another", worker)
    assert "another version" not in _unfit(fingerprint.program(), worker)


def test_a_cluster_without_workers_is_refused(threads: LocalCluster) -> None:
    threads.scale(0)
    assert "workers arrived" in refused(threads.scheduler_address)


# --- what is lost ---------------------------------------------------------------------------


def test_a_cluster_that_loses_all_its_workers_ends_the_run() -> None:
    with (
        there(1) as dasks,
        Cluster(dasks.scheduler_address, Quiet(), 0.5) as cluster,
        pytest.raises(AllwaysError, match="it has no worker any more"),
    ):
        cluster.each("step", double, [(n,) for n in range(600)], arrived=lambda *_: dasks.scale(0))


def test_a_scheduler_that_is_lost_ends_the_run() -> None:
    with (
        there(1) as dasks,
        Cluster(dasks.scheduler_address, Quiet(), 0.5) as cluster,
        pytest.raises(AllwaysError, match="scheduler can't be reached any more"),
    ):
        cluster.each("step", double, [(n,) for n in range(600)], arrived=lambda *_: dasks.close())


def test_a_piece_that_kills_every_worker_is_an_error_for_itself_alone(tmp_path: Path) -> None:
    """Dask's own setting says how many: here one."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        Cluster("local:1", Quiet()) as cluster,
    ):
        (lost,) = cluster.each("step", deadly, [(1, tmp_path / "marker")], ["a.md"])
        assert isinstance(lost, AllwaysError)
        assert str(lost).startswith("a.md: every worker of the cluster that worked on this")
        assert cluster.each("step", double, [(2,)]) == [4]


def test_a_single_worker_works_there_and_not_here() -> None:
    with Cluster("local:1", Quiet()) as cluster:
        assert cluster.each("step", os.getpid, [()]) != [os.getpid()]
