"""The pieces of a format come back for the same program and blog, and no others."""

from pathlib import Path

from pipeline.publish import pieces


def _saved(cache: Path, output: Path) -> None:
    made = pieces.load(cache, output, "feed", "shared")
    made.keep(("digest",), "item")
    pieces.save(cache, output, "feed", "shared", made)


def test_pieces_come_back(tmp_path: Path) -> None:
    _saved(tmp_path, tmp_path / "out")

    known = pieces.load(tmp_path, tmp_path / "out", "feed", "shared").known

    assert dict(known) == {("digest",): "item"}
    assert known.get(("other",)) is None


def test_what_was_made_for_another_blog_format_or_folder_does_not(tmp_path: Path) -> None:
    _saved(tmp_path, tmp_path / "out")

    others = (("out", "feed", "other"), ("out", "index", "shared"), ("else", "feed", "shared"))

    assert [
        dict(pieces.load(tmp_path, tmp_path / folder, name, shared).known)
        for folder, name, shared in others
    ] == [{}, {}, {}]


def test_a_piece_that_was_used_again_stays_and_one_that_was_not_goes(tmp_path: Path) -> None:
    _saved(tmp_path, tmp_path)
    again = pieces.load(tmp_path, tmp_path, "feed", "shared")
    again.of(("digest",), lambda: "never")
    again.keep(("new",), "item 2")
    pieces.save(tmp_path, tmp_path, "feed", "shared", again)
    third = pieces.load(tmp_path, tmp_path, "feed", "shared")

    assert dict(third.known) == {("digest",): "item", ("new",): "item 2"}

    third.of(("new",), lambda: "never")
    pieces.save(tmp_path, tmp_path, "feed", "shared", third)
    assert dict(pieces.load(tmp_path, tmp_path, "feed", "shared").known) == {("new",): "item 2"}


def test_a_damaged_file_of_pieces_is_none(tmp_path: Path) -> None:
    _saved(tmp_path, tmp_path)
    (path,) = (path for path in (tmp_path / "kept").rglob("*") if path.is_file())
    path.write_bytes(path.read_bytes()[:-1] + b"x")

    assert dict(pieces.load(tmp_path, tmp_path, "feed", "shared").known) == {}


def test_a_file_of_the_earlier_run_is_opened_and_a_folder_or_nothing_is_empty(
    tmp_path: Path,
) -> None:
    (tmp_path / "book.epub").write_bytes(b"book")
    (tmp_path / "folder").mkdir()
    known = pieces.load(tmp_path, tmp_path, "book", "shared")

    read = []
    for name in ("book.epub", "folder", "gone"):
        with known.earlier(name) as file:
            read.append(file.read())

    assert read == [b"book", b"", b""]
