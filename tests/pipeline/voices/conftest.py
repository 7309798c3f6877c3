"""What tests of the voices of servers share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from espeakng_loader import get_data_path, get_library_path

from pipeline.voices.espeak_process import Speaker
from tests.voices import servers, tiny_piper
from tests.voices.servers import Server
from tests.voices.shop import Shop, fill, opened


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


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A server of two Piper voices."""
    fill(tmp_path / "shop")
    with opened(tmp_path / "shop") as running:
        yield running


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache with one fetched voice."""
    tiny_piper.build(tmp_path / "voices")
    return tmp_path


@pytest.fixture
def speaker() -> Iterator[Speaker]:
    """A speaking process of its own."""
    made = Speaker(Path(get_library_path()), Path(get_data_path()))
    yield made
    made.close()
