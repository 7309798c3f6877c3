"""Characters as large print sets them: kept together, broken, or put into words."""

import re

import pytest

from formats.large_print import unshown
from formats.large_print.letters import (
    NO_BREAK,
    ZERO_WIDTH_SPACE,
    breakable,
    emoji_in_words,
    ems,
    legal,
    pieces,
    together,
    unstyled,
)
from formats.model import (
    CodeBlock,
)
from tests.formats.builders import (
    edition,
    paragraph,
)
from tests.formats.large_print.prints import lines, made, poppler, squeezed


def test_emoji_are_printed_in_words() -> None:
    """A coloured picture has no size of letters: its name stands for it."""
    assert emoji_in_words("Up 👍🏽, ❤️ and 🇬🇧!") == (
        "Up (thumbs up sign, emoji modifier fitzpatrick type-4), (heavy black heart) and (flag GB)!"
    )
    assert "(water wave)" in " ".join(lines(made(edition(paragraph("A 🌊.")))["large-print.pdf"]))


def test_emoji_have_their_names_whatever_unicode_the_python_has() -> None:
    """Python 3.11 knows none that is newer than 2021."""
    assert emoji_in_words("\U0001fae8 \U0001fae9") == "(shaking face) (face with bags under eyes)"


def test_arrows_and_letters_are_no_emoji() -> None:
    """What the typefaces can print stays as it is."""
    assert emoji_in_words("→ ✓ © ™ 1 # é") == "→ ✓ © ™ 1 # é"


def test_a_letter_that_no_typeface_has_is_given_by_name() -> None:
    """A box in place of a letter is a word lost."""
    of = edition(
        paragraph("A 𓀀 bird, 𓀀 and x\u05b8."), CodeBlock("", "𓅓 = \u0378", ""), title="The 𓅂"
    )
    found = " ".join(lines(made(of)["large-print.pdf"]))
    assert "A (egyptian hieroglyph a001) bird, (egyptian hieroglyph a001)" in found
    assert "x(hebrew point qamats)." in found
    assert "(egyptian hieroglyph g017) = (symbol 378)" in found
    assert found.startswith("The (egyptian hieroglyph g004)")
    assert unshown(of) == ("𓅂", "𓀀", "\u05b8", "𓅓", "\u0378")


def test_nothing_is_missing_from_the_letters_of_any_living_script() -> None:
    """Nor from emoji, which are named on purpose."""
    assert unshown(edition(paragraph("Tea 茶 شاي चाय ชา תה чай τσάι trà ☕ 🌊 → ♡"))) == ()


def test_letters_of_other_scripts_do_not_run_off_the_page() -> None:
    """They are wider than Latin ones."""
    for long in ("കാലാവസ്ഥ" * 12, "சௌகரியமானது" * 12, "ሰላምታዎች" * 12, "Жизнеописание" * 12):
        boxes = poppler("pdftotext", "-bbox", pdf=made(edition(paragraph(long)))["giant-print.pdf"])
        assert max(float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)) <= 595.3 - 70


def test_a_mark_for_the_order_of_bytes_stops_nothing() -> None:
    """PDF/A refuses it, and it means no more than that no line ends there."""
    assert lines(made(edition(paragraph("ﻢ\ufeffﺽ")))["large-print.pdf"])


def test_a_letter_of_private_use_stops_nothing() -> None:
    """An icon of somebody's own typeface is no word."""
    assert lines(made(edition(paragraph("A \ue123.")))["large-print.pdf"])[-1] == "A \ufffd."


def test_dates_times_and_compounds_stay_on_one_line() -> None:
    """A single piece of information is not split, wherever on the line it falls."""
    for kept in ("25 December 2024", "3 p.m.", "£4 million", "020 7946 0018", "co-production"):
        for before in range(30, 60, 3):
            text = f"{'x' * 9} " * (before // 10) + "y" * (before % 10) + f" {kept} and more"
            found = lines(made(edition(paragraph(text)))["large-print.pdf"])
            assert any(kept in line for line in found), found


def test_a_word_wider_than_the_page_is_broken_and_none_of_it_lost() -> None:
    """Every letter stays inside the margins."""
    long = "Donaudampfschifffahrtsgesellschaft" * 5
    pdf = made(edition(paragraph(f"A {long}."), CodeBlock("", "W" * 300, "")))["giant-print.pdf"]
    assert long in squeezed("".join(lines(pdf)))
    boxes = poppler("pdftotext", "-bbox", pdf=pdf)
    assert max(float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)) <= 595.3 - 70


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("on 25 December 2024 at", "on 25·December·2024 at"),
        ("May 3, 2024 at", "May·3,·2024 at"),
        ("at 3 p.m. on", "at 3·p.m. on"),
        ("£4 million was", "£4·million was"),
        ("call 020 7946 0018 now", "call 020·7946·0018 now"),
        ("see Dr Leach on page 5", "see Dr·Leach on page·5"),
        ("3 boats came", "3 boats came"),
    ],
)
def test_a_single_piece_of_information_is_kept_together(written: str, kept: str) -> None:
    assert together(written) == kept.replace("·", NO_BREAK)


def test_a_word_is_cut_into_parts_that_each_fit_and_lose_nothing() -> None:
    cut = pieces("W" * 10 + "i" * 10, 3.0)

    assert "".join(cut) == "W" * 10 + "i" * 10
    assert all(ems(piece) <= 3.0 for piece in cut)
    assert len(cut) > 3


def test_only_a_word_wider_than_the_line_may_break() -> None:
    assert breakable("short words", 10.0) == "short words"
    assert ZERO_WIDTH_SPACE in breakable("a" * 40, 10.0)
    assert breakable("骨" * 40, 10.0) == "骨" * 40


def test_what_a_pdf_has_no_letters_for_is_replaced_in_sight() -> None:
    assert legal("a\x00b\ue000c\u2028d\ufeffe") == "a\ufffdb\ufffdc\nd\u2060e"


def test_letters_in_another_style_are_printed_as_plain_ones() -> None:
    assert unstyled("𝑻𝒓𝒖𝒔𝒕 𝗙𝗿𝗲𝗲 𝓢𝓪𝓵𝓮 𝟙𝟚 🅢🅐🅛🅔") == "Trust Free Sale 12 SALE"
    assert unstyled("ℝ, x², Ａ and type 🅰") == "ℝ, x², Ａ and type 🅰"
    styled = edition(paragraph("𝑻𝒓𝒖𝒔𝒕 us."))
    assert "Trust us." in " ".join(lines(made(styled)["large-print.pdf"]))
    assert unshown(styled) == ()


def test_a_letter_with_thousands_of_marks_keeps_thirty() -> None:
    """Typst stops the whole program at 32,767 of them."""
    assert legal("a" + "\u0301" * 40_000 + "b") == "a" + "\u0301" * 30 + "b"
    assert legal("e\u0301" * 100) == "e\u0301" * 100
