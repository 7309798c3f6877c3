"""Where the real input is that tests read: posts, exports and feeds that nobody here wrote."""

import os
from pathlib import Path

import pytest

ROOT = Path(os.environ.get("ALLWAYS_CORPUS", Path(__file__).parents[2] / "shared" / "corpus"))


def corpus_path(name: str) -> Path:
    """A file or folder of the corpus; the test is skipped, with the reason, where it is absent."""
    path = ROOT / name
    if not path.exists():
        pytest.skip(f"no corpus here: {name} (set ALLWAYS_CORPUS)")
    return path
