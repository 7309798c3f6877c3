"""What was made of the same is not made again."""

from formats.model import Pieces


def _fail() -> str:
    raise AssertionError("it was made again")


def test_a_piece_is_made_once_and_kept_for_the_next_run() -> None:
    first = Pieces()

    assert first.of(("digest", "x"), lambda: "made") == "made"
    assert first.of(("digest", "x"), _fail) == "made"
    assert Pieces(first.used).of(("digest", "x"), _fail) == "made"


def test_a_piece_of_something_else_is_made() -> None:
    known = Pieces({("digest", "x"): "made"})

    assert known.of(("digest", "y"), lambda: "other") == "other"
    assert known.used == {("digest", "y"): "other"}


def test_a_piece_of_a_post_without_a_digest_is_not_kept() -> None:
    pieces = Pieces()

    assert pieces.of(("", "x"), lambda: "a") == "a"
    assert pieces.of(("", "x"), lambda: "b") == "b"
    assert pieces.used == {}


def test_what_is_no_longer_asked_for_is_not_kept_on() -> None:
    pieces = Pieces({("old",): "piece", ("new",): "piece"})

    pieces.of(("new",), _fail)

    assert set(pieces.used) == {("new",)}


def test_without_an_earlier_run_there_is_an_empty_file() -> None:
    with Pieces().earlier("book.epub") as file:
        assert file.read() == b""
