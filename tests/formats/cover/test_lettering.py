"""Words on a cover: whole, as large as they fit, or not there at all."""

import pytest

from formats.cover.lettering import Room, lettering
from formats.look import DUOS
from tests.formats.builders import typeface

ROOM = Room(width=600, height=300, sizes=range(200, 40, -20), whole=80, smaller=range(40, 20, -4))


def size(words: str, language: str = "en") -> tuple[int, int]:
    letters = lettering(words, language, ROOM, DUOS[0], typeface())
    assert letters is not None
    return letters.size


@pytest.mark.parametrize(
    "words", ["Tide", "a" * 500, "Ebb and flow " * 40, "海辺にて" * 40, "שלום"]
)
def test_words_are_as_wide_as_their_room_and_no_higher(words: str) -> None:
    width, height = size(words)
    assert width == ROOM.width
    assert 0 < height <= ROOM.height


def test_a_picture_among_the_words_is_left_out() -> None:
    assert size("Tide 🌊") == size("Tide")


@pytest.mark.parametrize("words", ["", " ", "🌊", "\u200b", "Egypt 𓀀"])
def test_words_that_cannot_be_written_are_not(words: str) -> None:
    assert lettering(words, "en", ROOM, DUOS[0], typeface()) is None


def test_fewer_words_are_larger() -> None:
    def largest(words: str) -> int:
        letters = lettering(words, "en", ROOM, DUOS[0], typeface())
        assert letters is not None
        pixels = letters.convert("L").crop((0, 0, ROOM.width, 40))
        return sum(pixels.histogram()[200:])

    assert largest("I I I") < largest("HHHHH")
