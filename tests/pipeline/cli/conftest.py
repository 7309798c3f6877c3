"""What tests of the command line begin with."""

from pathlib import Path

import pytest

POST = "# {0}\n\nThe sea was calm.\n"


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One post with letters that ASCII has not, and a cache."""
    monkeypatch.setenv("ALLWAYS_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "publication.toml").write_text('[voice]\nengine = "silence"\n')
    (folder / "tŷ.md").write_text(POST.format("Tŷ") + "\n![](tŷ.png)\n", "utf-8")
    return folder
