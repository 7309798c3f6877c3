"""What the tests of a run begin with."""

from pathlib import Path

import pytest

from pipeline.publish.request import Request
from tests.pipeline.publish.runs import two_posts


@pytest.fixture
def request_of(tmp_path: Path) -> Request:
    """Two posts, the silent voice, one process."""
    return two_posts(tmp_path)
