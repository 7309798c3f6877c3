"""An easy-read text as values."""

from formats.model import EasyPart, Stage
from tests.formats.easy_read.texts import row, signed, text


def test_its_rows_are_in_reading_order_with_the_main_points_first() -> None:
    made = text(main_points=(row("One.", 1),), parts=(EasyPart(None, (row("Two.", 2),)),))
    assert [one.sentence.id for one in made.rows] == ["e1", "e2"]


def test_only_a_signed_text_is_signed() -> None:
    assert signed(text()).is_signed
    assert not any(text(stage=stage).is_signed for stage in Stage if stage is not Stage.SIGNED)


def test_its_word_list_is_in_alphabetical_order_whatever_the_capitals() -> None:
    made = text(meanings=(("tide", "a"), ("Boat", "b"), ("anchor", "c")))
    assert [word for word, _ in made.word_list] == ["anchor", "Boat", "tide"]
