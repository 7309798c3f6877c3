"""Where the cache is, by the environment."""

from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.store.cache import cache_folder


def test_a_relative_cache_is_that_of_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLWAYS_CACHE", "cache")

    assert cache_folder() == tmp_path / "cache"


def test_a_relative_folder_for_all_caches_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The XDG Base Directory Specification says so."""
    monkeypatch.delenv("ALLWAYS_CACHE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")

    assert cache_folder() == tmp_path / ".cache/allways"


def test_in_a_folder_that_is_gone_a_relative_cache_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALLWAYS_CACHE", "cache")
    monkeypatch.chdir(tmp_path)
    tmp_path.rmdir()

    with pytest.raises(SettingsError, match="ALLWAYS_CACHE"):
        cache_folder()


def test_the_cache_is_where_it_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/shared")
    monkeypatch.delenv("ALLWAYS_CACHE", raising=False)
    assert cache_folder() == Path("/shared/allways")

    monkeypatch.setenv("ALLWAYS_CACHE", "/own")

    assert cache_folder() == Path("/own")
