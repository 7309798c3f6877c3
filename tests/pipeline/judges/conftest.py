"""What tests of the judges share: a whole output, and copies of it to break."""

import shutil
from pathlib import Path

import pytest

from tests.pipeline.judges.published import published


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run with one post of several blocks."""
    return published(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def output(whole: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may break."""
    return Path(shutil.copytree(whole, tmp_path / "output"))
