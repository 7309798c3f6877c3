"""What is kept comes back as it was, or not at all, and runs nothing."""

import os
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from formats.memo import memoised
from formats.model import Picture, Style, Styled, Text
from pipeline.errors import ReadError
from pipeline.script.lines import Run
from pipeline.script.normalise.origins import Change
from pipeline.settings import VoiceSettings
from pipeline.store import kept
from pipeline.store.files import Store
from tests.pipeline.publish.two_posts import flip

VALUES = [
    Styled(Style.EMPHASIS, (Text("tide"), Picture("a.png", None))),
    (Run("one", "en", changes=(Change(0, 3, "1"),)), datetime(2026, 1, 5, tzinfo=UTC)),
    VoiceSettings(price=Decimal("0.1"), cache=Path("x")),
    {"day": date(2026, 1, 5), "data": b"\0"},
]


@pytest.mark.parametrize("value", VALUES)
def test_a_value_comes_back_as_it_was(tmp_path: Path, value: object) -> None:
    store = Store(tmp_path)
    kept.save(store, "key", value)

    back = kept.load(store, "key")

    assert back == value
    assert repr(back) == repr(value)  # what is compared by digest


def test_what_said_it_in_other_words_is_kept_too(tmp_path: Path) -> None:
    """Where two runs are equal, their changes may differ."""
    store = Store(tmp_path)
    kept.save(store, "key", Run("one", "en", changes=(Change(0, 3, "1"),)))

    assert kept.load(store, "key").changes == (Change(0, 3, "1"),)


def test_nothing_comes_back_where_nothing_was_kept_or_it_was_damaged(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept.save(store, "key", VALUES[0])
    (path,) = (path for path in tmp_path.rglob("key") if path.is_file())
    path.write_bytes(path.read_bytes()[:-1])

    assert kept.load(store, "key") is None
    assert kept.load(store, "other") is None


def test_a_value_that_is_nested_too_deeply_is_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    deep: tuple[object, ...] = ()
    for _ in range(100_000):
        deep = (deep,)
    kept.save(store, "key", deep)

    assert kept.load(store, "key") is None


class _Runs:
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("ran",)


def test_a_file_that_somebody_put_there_runs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = Store(tmp_path)
    store.put("runs", pickle.dumps(_Runs()))
    store.put("calls", b"cpipeline.store.files\nremove\n.")
    store.put("nothing", b"no pickle")

    assert [kept.load(store, key) for key in ("runs", "calls", "nothing")] == [None] * 3
    assert not (tmp_path / "ran").exists()


def test_an_error_is_met_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept.save(store, "key", (ReadError("no title", where="a.md"),))

    assert kept.load(store, "key") is None


def test_another_part_is_another_key() -> None:
    keys = {kept.key("ready", "a", "b"), kept.key("ready", "ab"), kept.key("contents", "a", "b")}

    assert len(keys) == 3


@memoised
def _spelled(word: str) -> tuple[str, ...]:
    asked.append(word)
    return tuple(word)


asked: list[str] = []


def _asked_in(store: Store, *words: str, of: str = "post") -> list[str]:
    """What had to be worked out in a run that needs these words."""
    asked.clear()
    with kept.results(store, of):
        assert [_spelled(word) for word in words] == [tuple(word) for word in words]
    return list(asked)


def test_a_run_knows_what_the_one_before_worked_out(tmp_path: Path) -> None:
    store = Store(tmp_path)

    assert _asked_in(store, "sea", "tide") == ["sea", "tide"]
    assert _asked_in(store, "ebb", "tide") == ["ebb"]
    assert _asked_in(store, "ebb", "tide") == []
    assert _asked_in(store, "sea") == ["sea"]


def test_a_run_of_something_else_knows_nothing_of_it(tmp_path: Path) -> None:
    _asked_in(Store(tmp_path), "sea")

    assert _asked_in(Store(tmp_path), "sea", of="another") == ["sea"]


def test_what_a_run_worked_out_and_was_damaged_is_worked_out_again(tmp_path: Path) -> None:
    _asked_in(Store(tmp_path), "sea")
    (path,) = (path for path in tmp_path.rglob("*") if path.is_file())
    flip(path)

    assert _asked_in(Store(tmp_path), "sea") == ["sea"]
    assert _asked_in(Store(tmp_path), "sea") == []


def _failing(store: Store, word: str) -> None:
    with kept.results(store, "post"):
        _spelled(word)
        raise ReadError("no title", where="a.md")


def test_a_run_that_failed_keeps_nothing(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        _failing(Store(tmp_path), "sea")

    assert _asked_in(Store(tmp_path), "sea") == ["sea"]
