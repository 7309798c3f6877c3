"""The art of covers: each motif shows something, stays in its field, and follows the seed."""

import pytest
from PIL import Image, ImageColor, ImageDraw

from formats.cover.art import MOTIFS, Motif, art
from formats.cover.colours import seed_of
from formats.look import DUOS, Duo

SIZE = (1400, 500)


def drawn(motif: Motif, words: str, colours: Duo = DUOS[0]) -> Image.Image:
    image = Image.new("RGB", SIZE, colours.ground)
    motif(ImageDraw.Draw(image), SIZE, seed_of(words), colours)
    return image


@pytest.mark.parametrize("motif", MOTIFS)
@pytest.mark.parametrize("words", ["tide", "ebb", "rain", ""])
def test_a_motif_covers_much_of_its_field_and_not_all_of_it(motif: Motif, words: str) -> None:
    counts = drawn(motif, words).getcolors(256)
    assert counts is not None
    shares = {colour: count / (SIZE[0] * SIZE[1]) for count, colour in counts}
    ground = shares[ImageColor.getrgb(DUOS[0].ground)]
    assert 0.1 < ground < 0.9
    assert len(shares) <= 3


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_motif_is_another_for_other_words(motif: Motif) -> None:
    assert len({drawn(motif, words).tobytes() for words in ("tide", "ebb", "rain")}) == 3


@pytest.mark.parametrize("height", [1, 120, 1400])
@pytest.mark.parametrize("kind", range(len(MOTIFS)))
def test_art_fits_any_field(kind: int, height: int) -> None:
    assert art((1400, height), bytes([kind]) + seed_of("tide")[1:], DUOS[0]).size == (
        1400,
        height,
    )
