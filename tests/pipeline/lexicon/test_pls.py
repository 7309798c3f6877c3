"""W3C lexicons as other programs write them; nothing outside them is read."""

from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.lexicon import Entry, pls
from tests.pipeline.lexicon.files import OPEN


def lexemes(inside: str) -> tuple[Entry, ...]:
    """The entries of a file with these lexemes, the first on line 4."""
    return pls.parse(f"{OPEN}{inside}</lexicon>".encode(), "names.pls")


def test_a_lexeme_is_an_entry_for_each_way_to_write_it() -> None:
    found = lexemes(
        "<lexeme><grapheme>Leach</grapheme><grapheme> Lea\n ch </grapheme><!-- the potter -->"
        "<phoneme>/liːtʃ/</phoneme><phoneme>x</phoneme></lexeme>"
        "<lexeme role='a'><grapheme>PF</grapheme><alias>no</alias><alias prefer='true'>People First"
        "</alias></lexeme>"
    )

    assert found == (
        Entry("Leach", "leech", "liːtʃ", "en-GB", "names.pls:4"),
        Entry("Lea ch", "leech", "liːtʃ", "en-GB", "names.pls:4"),
        Entry("PF", "People First", "", "en-GB", "names.pls:5"),
    )


LEXEME = "<lexeme><grapheme>a</grapheme>{}</lexeme>"


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (LEXEME.format('<phoneme alphabet="x-sampa">li:tS</phoneme>'), "x-sampa"),
        (LEXEME.format("<phoneme>l!</phoneme>"), '"!"'),
        (LEXEME.format("<alias> </alias>"), "a lexeme needs"),
        ("<lexeme><alias>b</alias></lexeme>", "a lexeme needs"),
        ("<lexeme>", "not XML"),
    ],
)
def test_a_lexeme_that_can_not_be_used_is_named(inside: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        lexemes(inside)

    assert caught.value.where == "names.pls:4"
    assert caught.value.remedy


def test_xml_that_is_no_lexicon_is_told() -> None:
    with pytest.raises(SettingsError, match="not a W3C"):
        pls.parse(b"<lexicon/>", "names.pls")


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY a SYSTEM "{}">', '<!ENTITY b "bbbbbbbb"><!ENTITY a "&b;&b;&b;&b;&b;&b;">'],
)
def test_no_entity_is_opened(tmp_path: Path, entity: str) -> None:
    """Neither another file nor a billion of laughs comes in."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    kind = f"<!DOCTYPE lexicon [{entity.format(secret.as_uri())}]>"
    data = OPEN.replace("?>\n", f"?>{kind}\n", 1) + LEXEME.format("<alias>&a;</alias>")

    with pytest.raises(SettingsError, match="not looked up"):
        pls.parse(f"{data}</lexicon>".encode(), "names.pls")
