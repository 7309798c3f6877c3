"""What the environment asks for is done, or refused in words."""

from datetime import UTC, datetime, timedelta

import pytest

from pipeline.cli.environment import cache_limit, now
from pipeline.errors import SettingsError


def test_the_moment_that_is_asked_for_counts_as_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")

    assert now() == datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)
    assert now().date().isoformat() == "2001-09-09"


def test_where_none_is_asked_for_it_is_that_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert abs(now() - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("asked", ["yesterday", "1.5", "9" * 30, "2026-01-01"])
def test_a_moment_that_is_no_number_of_seconds_is_refused(
    monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", asked)

    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
        now()


@pytest.mark.parametrize(("asked", "size"), [("", 20e9), ("5", 5e9), ("0.5", 5e8), ("0", 0)])
def test_the_limit_of_the_cache_is_in_gigabytes(
    monkeypatch: pytest.MonkeyPatch, asked: str, size: float
) -> None:
    monkeypatch.setenv("ALLWAYS_CACHE_LIMIT", asked)

    assert cache_limit() == size


@pytest.mark.parametrize("asked", ["5 GB", "-1", "inf", "nan", "much", "9" * 400])
def test_a_limit_that_is_no_size_is_refused(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv("ALLWAYS_CACHE_LIMIT", asked)

    with pytest.raises(SettingsError, match="ALLWAYS_CACHE_LIMIT"):
        cache_limit()
