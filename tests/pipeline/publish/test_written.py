"""What is written has a card, and what is there already is left alone."""

from hashlib import sha256
from pathlib import Path

from formats.model import FileCard, OutputFile
from pipeline.publish.written import WrittenFile, place, write, written
from pipeline.store.files import PartFiles
from tests.pipeline.publish.two_posts import tree


def test_what_is_written_has_a_card_with_its_size_and_digest(tmp_path: Path) -> None:
    files = [OutputFile("a.txt", "text/plain", b"tide"), OutputFile("b/c.css", "text/css", b"")]

    cards = write(tmp_path, files, "text", {})

    assert tree(tmp_path) == {"a.txt": b"tide", "b/c.css": b""}
    digests = [sha256(data).hexdigest() for data in (b"tide", b"")]
    assert cards == (
        FileCard("a.txt", "text/plain", 4, digests[0], "text"),
        FileCard("b/c.css", "text/css", 0, digests[1], "text"),
    )


def test_a_file_that_is_there_with_the_same_bytes_is_not_written_again(tmp_path: Path) -> None:
    files = [OutputFile(name, "text/plain", name.encode()) for name in ("a.txt", "b.txt")]
    cards = write(tmp_path, files, "text", {})
    before = {path: path.stat().st_ino for path in tmp_path.iterdir()}
    changed = [files[0], OutputFile("b.txt", "text/plain", b"tide!")]

    again = write(tmp_path, changed, "text", {card.path: card for card in cards})

    assert again[0] == cards[0]
    assert [card.path for card in again] == ["a.txt", "b.txt"]
    assert tree(tmp_path) == {"a.txt": b"a.txt", "b.txt": b"tide!"}
    same = [path.name for path, number in before.items() if path.stat().st_ino == number]
    assert same == ["a.txt"]


def test_of_the_files_of_a_post_only_those_of_other_bytes_take_their_places(tmp_path: Path) -> None:
    def placed(name: str, *contents: bytes, there: tuple[FileCard, ...] = ()) -> list[FileCard]:
        files = [OutputFile(f"{n}.txt", "text/plain", data) for n, data in enumerate(contents)]
        known = {card.path: card for card in there}
        with PartFiles(tmp_path) as parts:
            return list(place(parts, "tide/", {name: written(parts, files)}, known))

    cards = placed("text", b"low", b"high")
    before = {path.name: path.stat().st_ino for path in (tmp_path / "tide").iterdir()}

    assert placed("text", b"low", b"ebb", there=tuple(cards))[0] == cards[0]

    assert tree(tmp_path) == {"tide/0.txt": b"low", "tide/1.txt": b"ebb"}
    assert (tmp_path / "tide/0.txt").stat().st_ino == before["0.txt"]
    assert (tmp_path / "tide/1.txt").stat().st_ino != before["1.txt"]


def test_a_file_that_stands_from_an_earlier_run_keeps_its_card_and_its_place(
    tmp_path: Path,
) -> None:
    path = tmp_path / "tide" / "a.txt"
    path.parent.mkdir()
    path.write_bytes(b"low")
    card = FileCard("tide/a.txt", "text/plain", 3, sha256(b"low").hexdigest(), "text")
    stands = WrittenFile("a.txt", "text/plain", path, card)

    with PartFiles(tmp_path) as parts:
        assert place(parts, "tide/", {"text": (stands,)}, {card.path: card}) == (card,)

    assert tree(tmp_path) == {"tide/a.txt": b"low"}
