"""The pages of an easy-read text: the main points first, the whole text on a page after them."""

import pytest

from formats import easy_read
from formats.model import EasyPart, Sentence, Text
from tests.formats.easy_read.texts import ICON, of, opened, page, row, signed, text, words


def test_the_main_points_are_a_page_of_their_own_that_leads_to_the_whole_text() -> None:
    whole = signed(text(row("All of it.", 2), main_points=(row("The point."),)))
    pages = opened(of(whole))
    assert list(pages) == ["easy-read.html", "easy-read-whole.html"]
    first, second = pages.values()
    assert "The point." in words(first)
    assert "All of it." not in words(first)
    assert "easy-read-whole.html" in [a.get("href") for a in first.iter("a")]
    assert "All of it." in words(second)
    assert "easy-read.html" in [a.get("href") for a in second.iter("a")]


def test_without_main_points_there_is_one_page() -> None:
    assert list(opened(of(signed(text())))) == ["easy-read.html"]


def test_a_draft_has_another_name_and_search_engines_are_asked_to_leave_it_alone() -> None:
    """Who looks for the post should find what its author wrote."""
    (name,) = opened(of(text()))
    assert name == "simpler.html"
    (robots,) = page(of(text())).findall(".//meta[@name='robots']")
    assert robots.get("content") == "noindex"
    assert page(of(signed(text()))).findall(".//meta[@name='robots']") == []


def test_every_row_is_there_once_and_in_order() -> None:
    rows = [row(f"Row {n}.", n) for n in range(1, 30)]
    found = [p.get("id") for p in page(of(text(*rows))).findall(".//div[@class='words']/p")]
    assert found == [f"e{n}" for n in range(1, 30)]


@pytest.mark.parametrize(("headings", "lists"), [(4, 0), (5, 1)])
def test_a_text_with_more_than_four_headings_has_a_list_of_contents(
    headings: int, lists: int
) -> None:
    parts = tuple(
        EasyPart(Sentence(f"e{n}", (Text(f"Part {n}"),)), ()) for n in range(1, headings + 1)
    )
    found = page(of(text(parts=parts))).findall(".//nav")
    assert len(found) == lists
    links = [a.get("href") for nav in found for a in nav.iter("a")]
    assert links == [f"#e{n}" for n in range(1, headings + 1)] * lists


def test_the_page_leads_to_the_full_post() -> None:
    assert "index.html" in [a.get("href") for a in page(of(signed(text()))).iter("a")]


def test_pictures_that_the_post_does_not_have_are_written_beside_the_page() -> None:
    made = of(text(row("We met.", picture=True), media=(ICON,)))
    files = {file.path: file.data for file in easy_read.render(made)}
    assert files[ICON.path] == ICON.data


def test_words_of_other_scripts_and_signs_of_markup_are_words() -> None:
    shown = page(of(text(row("<script>alert(1)</script> & more"))))
    assert "<script>alert(1)</script> & more" in words(shown)
