"""liblouis, where a test needs it: without it, the test is skipped with the reason."""

import pytest

from pipeline.braille.louis import Louis, installed


@pytest.fixture(scope="session")
def louis() -> Louis:
    """The liblouis of this machine."""
    found = installed()
    if isinstance(found, str):
        pytest.skip(f"no braille translator here: {found}")
    return found
