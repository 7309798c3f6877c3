"""A group reads section by section, and each row has one number in the whole pack."""

from formats.easy_read.sections import sections
from formats.model import EasyPart, Sentence, Text
from tests.formats.easy_read.texts import row, text


def test_rows_are_numbered_through_all_sections() -> None:
    boats = EasyPart(Sentence("e3", (Text("Boats"),)), (row("They float.", 4), row("Far.", 5)))
    bare = EasyPart(Sentence("e6", (Text("Nothing"),)), ())
    made = text(
        main_points=(row("It rises."),), parts=(EasyPart(None, (row("A.", 2),)), boats, bare)
    )
    assert [(s.title, [n for n, _ in s.rows]) for s in sections(made)] == [
        ("The main points", [1]),
        ("The whole text", [2]),
        ("Boats", [3, 4]),
    ]
