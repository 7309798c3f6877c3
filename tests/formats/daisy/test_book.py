"""A talking book is written without ever holding its sound."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from formats.daisy.book import packed, talking_book
from formats.smil.metadata import of_post
from tests.formats.builders import FRAME, edition, heading, paragraph
from tests.formats.daisy.talking_books import daisy202, rich


class Pieces:
    """The sound of a narration, which notes how it is gone through."""

    def __init__(self, count: int) -> None:
        self.count, self.rounds, self.given = count, 0, 0

    def __iter__(self) -> Iterator[bytes]:
        self.rounds += 1
        for _ in range(self.count):
            self.given += 1
            yield FRAME * 25


def test_the_sound_is_gone_through_once_a_piece_at_a_time() -> None:
    made = edition(heading(2, "Ebb"), paragraph("Sea."), heading(2, "Flow"))
    pieces = Pieces(len(made.narration.clips))
    heard = replace(made, narrations=(replace(made.narration, sound=pieces),))
    book = talking_book(of_post(heard), (heard,), ".x", lambda *_: b"", has_posts=False)
    file = io.BytesIO()

    packed(book, [("a.x", b"text")])(file)

    assert (pieces.rounds, pieces.given) == (1, pieces.count)
    with zipfile.ZipFile(file) as archive:
        sounds = [n for n in archive.namelist() if n.endswith(".mp3")]
        assert b"".join(map(archive.read, sounds)) == FRAME * 25 * pieces.count


def test_the_file_by_which_players_know_the_book_is_the_first_and_none_is_in_a_folder() -> None:
    names = daisy202(rich()).names

    assert names[0] == "ncc.html"
    assert not [name for name in names if "/" in name]
