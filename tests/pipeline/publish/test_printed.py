"""What an editor is told of a post's large print."""

from dataclasses import replace
from pathlib import Path

from formats.model import Edition, Figure, Media, Picture, Typeface
from pipeline.publish import print_fonts
from pipeline.publish.printed import noticed
from tests.formats.builders import edition, edition_of, paragraph, post_of

DRAWN = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"><text>Jan</text></svg>"""
ONLY = ("large-print",)


def with_chart() -> Edition:
    """A post with a drawing whose letters are small."""
    chart = Media("chart.svg", "image/svg+xml", DRAWN, 800, 400)
    return edition_of(post_of(Figure("", Picture("chart.svg", "Rain"), ())), (chart,))


def own(tmp_path: Path) -> Typeface:
    """The typeface of an editor who chose one."""
    found = print_fonts.chosen("Atkinson Hyperlegible", tmp_path, tmp_path).typeface
    assert found
    return found


def test_small_letters_in_a_drawing_are_told_with_their_size() -> None:
    (told,) = noticed(with_chart(), ONLY)

    assert (told.code, "9 point" in told.message) == ("picture-lettering", True)


def test_nothing_is_told_of_what_is_not_made() -> None:
    assert noticed(with_chart(), ("epub",)) == ()


def test_letters_that_the_own_typeface_lacks_are_told(tmp_path: Path) -> None:
    whole = edition(paragraph("The word Ж is Russian."))
    blog = whole.publication
    chosen = replace(blog, large_print=replace(blog.large_print, typeface=own(tmp_path)))

    assert noticed(whole, ONLY) == ()
    (told,) = noticed(replace(whole, publication=chosen), ONLY)
    assert told.code == "letter-borrowed"
    assert "Ж" in told.message
    assert "Noto Sans" in told.message
