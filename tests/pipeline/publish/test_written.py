"""What is written has a card, and what is there already is left alone."""

from hashlib import sha256
from pathlib import Path

from formats.model import FileCard, OutputFile
from pipeline.publish.written import write
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
