"""Fonts say the alphabet of bytes, and styles what a paragraph is."""

from pipeline.readers.documents.rtf_tables import RtfTables


def tables() -> RtfTables:
    made = RtfTables()
    for font, charset in ((1, 204), (2, 2), (3, 0)):
        made.describe("fonts", "f", font)
        made.describe("fonts", "fcharset", charset)
    return made


def test_bytes_are_letters_of_the_alphabet_of_their_font() -> None:
    made = tables()

    assert made.decoded(b"\xcf", 1) == "П"
    assert (made.decoded(b"\xb7", 2), made.decoded(b"\x41", 2)) == ("•", "")
    assert made.decoded(b"\xe9", 3) == "é"


def test_the_file_says_the_alphabet_where_the_font_does_not() -> None:
    made = tables()
    made.alphabet("mac", 0)
    assert made.decoded(b"\x8e", 9) == "é"
    made.alphabet("ansicpg", 99999)
    assert made.decoded(b"\xe9", 9) == "é"


def test_a_style_means_what_it_is_based_on() -> None:
    made = tables()
    made.describe("styles", "s", 1)
    made.name_style("heading 1;")
    made.describe("styles", "s", 2)
    made.describe("styles", "sbasedon", 1)
    made.name_style("Own;")
    made.describe("styles", "cs", 1)
    made.name_style("HTML Code;")

    assert (made.role(2), made.role(7)) == ("h1", "")
    assert made.is_code(1)
