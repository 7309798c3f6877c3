"""`make clean` removes what was made, and nothing that people wrote."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.disturbed import set_up
from tests.pipeline.publish.two_posts import tree

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what an editor has: the Makefile, posts, an output folder that was made."""
    project = tmp_path / "project"
    project.mkdir()
    shutil.copy(ROOT / "Makefile", project)
    place = set_up(tmp_path)
    place.made()
    shutil.move(place.posts, project / "source_posts")
    shutil.move(place.out, project / "output")
    shutil.copy(ROOT / "output/README.md", project / "output")
    (project / "source_posts/page.html").write_text("<h1>A page</h1>")
    (project / "say.mp3").write_bytes(b"")
    return project


def clean(project: Path, *words: str) -> None:
    environment = {name: value for name, value in os.environ.items() if "MAKE" not in name}
    subprocess.run(["make", "clean", *words], cwd=project, check=True, env=environment)


def test_what_was_made_goes_and_what_was_written_stays(project: Path) -> None:
    written = tree(project / "source_posts")
    (project / "output/CNAME").write_text("example.org")

    clean(project)

    assert tree(project / "source_posts") == written
    assert sorted(path.name for path in (project / "output").iterdir()) == ["CNAME", "README.md"]
    assert not (project / "say.mp3").exists()


def test_no_folder_that_is_named_is_removed(project: Path) -> None:
    written = tree(project / "source_posts")

    clean(project, "SOURCE=source_posts", "OUTPUT=source_posts")

    assert tree(project / "source_posts") == written


def test_posts_that_a_link_in_the_output_leads_to_stay(project: Path) -> None:
    written = tree(project / "source_posts")
    shutil.rmtree(project / "output/posts")
    (project / "output/posts").symlink_to(project / "source_posts")

    clean(project)

    assert tree(project / "source_posts") == written
    assert not (project / "output/posts").is_symlink()
