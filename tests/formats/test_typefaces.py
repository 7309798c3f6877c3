"""Which typeface has a letter: the character maps are believed, so Typst is asked too."""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest
import typst
import unicodedata2 as unicodedata

from formats import typefaces
from formats.large_print.document import document
from formats.large_print.typeset import typeset
from tests.formats.builders import edition, paragraph, typeface

FACE = typeface()


def characters(*ranges: tuple[int, int]) -> Iterator[str]:
    """All characters of some ranges that may stand in a text."""
    for first, last in ranges:
        for number in range(first, last + 1):
            if unicodedata.category(chr(number)) not in {"Cc", "Cs", "Co"}:
                yield chr(number)


def is_set(text: str, families: list[str], *folders: str) -> bool:
    """Whether Typst prints a text with nothing but these typefaces."""
    template = (
        b'#set document(title: "t")\n#set text(font: json(bytes(sys.inputs.families)),'
        b' lang: "en", fallback: false)\n#text(sys.inputs.text)'
    )
    given = {"families": json.dumps(families), "text": text}
    try:
        typst.compile(
            template, font_paths=typefaces.fonts(folders), pdf_standards=["ua-1"], sys_inputs=given
        )
    except typst.TypstError:
        return False
    return True


def test_what_is_taken_for_granted_the_typeface_of_print_has() -> None:
    """The shortcut for plain posts asks no character map."""
    text = "".join(sorted(typefaces.COMMON))
    assert is_set(text, [FACE.family], FACE.folder)
    assert typefaces.needed(text, FACE) == ()
    assert not is_set("茶", [FACE.family], FACE.folder)


def test_the_typeface_inside_typst_has_the_signs_that_are_its() -> None:
    assert is_set("".join(sorted(typefaces.SIGNS)), [typefaces.MONO.family])
    assert not is_set("\u218a", [typefaces.MONO.family])


def test_each_typeface_is_there_under_its_name() -> None:
    """Typst passes over a typeface whose name it does not know, without a word."""
    there = typefaces.fonts(typefaces.folders(FACE, FACE.others)).families()
    assert {FACE.family, *(face.family for face in FACE.others)} <= set(there)


def test_the_regions_have_the_same_characters() -> None:
    """So it is enough to read one of them."""
    regions = [face for face in FACE.others if face.region]
    maps = {frozenset(typefaces.characters(face.path, face.number)) for face in regions}
    assert [face.region for face in regions] == ["JP", "KR", "SC", "TC", "HK"]
    assert len(maps) == 1


def test_no_typeface_of_the_machine_is_asked() -> None:
    """Each comes from a package, or from inside Typst."""
    folders = typefaces.folders(FACE, FACE.others)
    for found in typefaces.fonts(folders).fonts():
        assert found.path is None or str(PurePosixPath(found.path).parent) in folders


@pytest.mark.parametrize(
    "ranges",
    [
        ((0x20, 0x8FF),),
        ((0x900, 0x17FF),),
        ((0x1800, 0x33FF),),
        ((0x4DB0, 0x4E20), (0x9FF0, 0xACFF), (0xD700, 0xD7FF), (0xF900, 0xFFFF)),
        ((0x10000, 0x10FFF), (0x1D000, 0x1DFFF), (0x1F000, 0x20040), (0xE0000, 0xE01FF)),
    ],
)
def test_typst_prints_every_character_or_it_is_named(ranges: tuple[tuple[int, int], ...]) -> None:
    """Each alone and between letters; a refused one would take large print from the reader."""
    every = list(characters(*ranges))
    for start in range(0, len(every), 1500):
        some = every[start : start + 1500]
        whole = edition(paragraph(" ".join(some)), paragraph(" ".join(f"a{c}b" for c in some)))
        assert typeset(document(whole, 18), whole).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "shown", "missing"),
    [
        ("茶", "茶", ""),
        ("𓀀", "", "𓀀"),
        ("a𓀀b", "ab", "𓀀"),
        ("x\u0331\u030c", "x\u0331\u030c", ""),  # one of the others has letter and marks
        ("茶\u05b8", "茶", "\u05b8"),  # two typefaces have them, and none both
        ("か\u3099", "か\u3099", ""),  # composed, it is one letter
        ("می\u200cخواهم", "می\u200cخواهم", ""),
    ],
)
def test_a_letter_is_shown_with_its_marks_or_they_are_missing(
    text: str, shown: str, missing: str
) -> None:
    parts = list(typefaces.parts(text, FACE))
    assert "".join(part.shown for part in parts) == shown
    assert "".join(part.missing for part in parts) == missing


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Tide & time", []),
        ("A → B ☯", []),
        ("ꚁ", ["Noto Sans"]),
        ("Ḁ", []),  # the typeface of print has the letter and the ring, and not the two as one
        ("चाय and شاي", ["Noto Sans Arabic", "Noto Sans Devanagari"]),
        ("茶", ["Noto Sans CJK SC"]),
    ],
)
def test_only_what_a_text_needs_is_opened(text: str, families: list[str]) -> None:
    assert [face.family for face in typefaces.needed(text, FACE)] == families


@pytest.mark.parametrize(
    ("language", "region"),
    [
        ("ja", "JP"),
        ("ko-KR", "KR"),
        ("zh", "SC"),
        ("zh-Hans-TW", "TC"),
        ("zh-Hant", "TC"),
        ("zh-Hant-HK", "HK"),
        ("en", "SC"),
        ("", "SC"),
    ],
)
def test_a_language_asks_for_the_shapes_of_its_region(language: str, region: str) -> None:
    assert typefaces.region(language) == region
