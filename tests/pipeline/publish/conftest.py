"""What every test of a run begins with."""

from pathlib import Path

import pytest

from pipeline.publish.request import Request
from tests.pipeline.publish.two_posts import FIRST, SECOND


@pytest.fixture
def two_posts(tmp_path: Path) -> Request:
    """Two posts, the silent voice, one process."""
    posts = tmp_path / "posts"
    posts.mkdir()
    (posts / "first.md").write_text(FIRST)
    (posts / "second.md").write_text(SECOND)
    return Request(posts, tmp_path / "out", tmp_path / "cache", engine="silence", jobs=1)
