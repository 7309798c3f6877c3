"""What tests of the voices of servers share."""

from collections.abc import Iterator

import pytest

from tests.voices import servers
from tests.voices.servers import Server


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that speaks OpenAI's protocol."""
    with servers.openai() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have one."""
    monkeypatch.delenv("ALLWAYS_VOICE_KEY", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
