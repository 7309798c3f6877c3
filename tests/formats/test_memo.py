"""What a function gave is known where it is asked the same again, and nowhere else."""

from concurrent.futures import ThreadPoolExecutor

from formats.memo import Memo, memoised, opened, recalled

asked: list[str] = []


@memoised
def _shout(word: str, times: int = 1) -> str:
    asked.append(word)
    return word.upper() * times


def _asked_of(memo: Memo, *words: str) -> list[str]:
    """What the function was asked while a memo was open."""
    asked.clear()
    with opened(memo):
        assert [_shout(word) for word in words] == [word.upper() for word in words]
    return list(asked)


def test_a_function_is_asked_once_for_the_same() -> None:
    assert _asked_of(Memo({}), "sea", "tide", "sea") == ["sea", "tide"]


def test_what_is_known_is_not_asked_for_again() -> None:
    first = Memo({})
    _asked_of(first, "sea", "tide")

    assert _asked_of(Memo(first.table), "tide", "ebb") == ["ebb"]


def test_what_is_not_used_again_is_forgotten() -> None:
    first = Memo({})
    _asked_of(first, "sea", "tide")
    second = Memo(first.table)
    _asked_of(second, "tide")

    assert second.has_changed
    assert _asked_of(Memo(second.table), "sea") == ["sea"]


def test_a_function_that_nobody_asked_keeps_what_it_gave() -> None:
    """Of words that come back, all that was joined from them may be known."""
    first = Memo({})
    _asked_of(first, "sea")
    second = Memo(first.table)
    with opened(second):
        recalled("depth", ("sea",), lambda: "deep")

    assert _asked_of(Memo(second.table), "sea") == []


def test_a_memo_has_not_changed_where_all_was_known_and_used() -> None:
    first = Memo({})
    _asked_of(first, "sea", "tide")
    second = Memo(first.table)
    _asked_of(second, "tide", "sea")

    assert first.has_changed
    assert not second.has_changed


def test_nothing_is_known_where_no_memo_is_open() -> None:
    asked.clear()

    assert [_shout("sea"), _shout("sea")] == ["SEA", "SEA"]
    assert asked == ["sea", "sea"]


def test_other_arguments_and_another_name_are_something_else() -> None:
    with opened(Memo({})):
        assert (_shout("sea", 2), _shout("sea"), _shout("sea", times=3)) == (
            "SEASEA",
            "SEA",
            "SEASEASEA",
        )
        assert recalled("depth", ("sea",), lambda: "deep") == "deep"
        assert recalled("colour", ("sea",), lambda: "green") == "green"
        assert recalled("depth", ("sea",), lambda: "shallow") == "deep"


def test_of_two_memos_the_one_opened_last_is_used() -> None:
    outer, inner = Memo({}), Memo({})
    with opened(outer):
        _asked_of(inner, "sea")
        _shout("tide")

    assert [list(memo.used.values()) for memo in (outer, inner)] == [
        [{("tide",): "TIDE"}],
        [{("sea",): "SEA"}],
    ]


def test_a_memo_is_not_used_by_another_thread() -> None:
    memo = Memo({})
    with opened(memo), ThreadPoolExecutor(1) as other:
        assert other.submit(_shout, "sea").result() == "SEA"

    assert not memo.used
