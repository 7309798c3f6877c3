"""What `publish` makes of real posts, before every judge: this is what a reader is given."""

from pathlib import Path

import pytest

from pipeline.findings import Level
from pipeline.judges.check import JUDGES
from pipeline.publish import progress
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish
from tests.corpus import corpus_path
from tests.judging import BROWSER, JAVA, judged

OWN_POSTS = Path(__file__).parents[1] / "source_posts"

GROUPS = {"ace": BROWSER, "axe": BROWSER, "audio": BROWSER}
"""The judges that wait for other programs; the rest share the Java machine's process.

Two groups of about the same cost: each makes the posts once.
"""


@pytest.fixture(scope="session")
def own_posts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The posts of this project, published with the usual voices."""
    return _published(OWN_POSTS, tmp_path_factory.mktemp("own"), "")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real blog's archive page, published with the quickest voice."""
    source = corpus_path("coproduction-archive")
    return _published(source, tmp_path_factory.mktemp("archive"), "espeak")


def _published(source: Path, folder: Path, engine: str) -> Path:
    formats = ("all", "daisy202", "daisy3")  # talking books are made only where they are named
    request = Request(source, folder / "output", folder / "cache", formats=formats, engine=engine)
    report = publish(request, progress.Quiet())
    assert report.errors == ()
    assert report.episodes
    return folder / "output"


def _faults(name: str, output: Path) -> list[str]:
    paths = sorted(path for path in output.rglob("*") if JUDGES[name].wants(path))
    assert paths
    findings = [f for f in judged(name, *paths) if f.level is Level.ERROR]
    return [f"{f.code} {f.where}: {f.message}" for f in findings]


every_judge = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=GROUPS.get(name, JAVA)) for name in JUDGES]
)


@every_judge
def test_the_judge_finds_no_fault_in_our_own_posts(name: str, own_posts: Path) -> None:
    faults = _faults(name, own_posts)

    assert not faults, "\n".join(faults)


@every_judge
def test_the_judge_finds_no_fault_in_a_real_archive(name: str, archive: Path) -> None:
    faults = _faults(name, archive)

    assert not faults, "\n".join(faults)
