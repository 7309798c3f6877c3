"""A post that first appeared elsewhere says so, to people and to search engines."""

import pytest

from formats import large_print, read_along
from formats.original import canonical, original_line
from formats.words import words
from tests.formats.builders import edition, paragraph, post_of

FIRST = "https://www.blog.example/2020/a-post/?a=1&b=2"
HERE = "https://example.org/posts/a-post/index.html"


def test_the_canonical_address_is_the_first_one_or_else_the_page() -> None:
    there = post_of(paragraph("Sea."), original=FIRST)

    assert canonical(there, HERE) == (
        '<link rel="canonical" href="https://www.blog.example/2020/a-post/?a=1&amp;b=2"/>\n'
    )
    assert canonical(post_of(paragraph("Sea.")), HERE) == f'<link rel="canonical" href="{HERE}"/>\n'


def test_the_link_to_the_first_place_names_its_host() -> None:
    line = original_line(post_of(paragraph("Sea."), original=FIRST), HERE, words("en-GB"))

    assert ">This post first appeared at blog.example</a>" in line
    assert 'href="https://www.blog.example/2020/a-post/?a=1&amp;b=2"' in line


@pytest.mark.parametrize("original", ["", HERE])
def test_a_post_that_has_no_other_place_has_no_link_to_one(original: str) -> None:
    assert original_line(post_of(paragraph("Sea."), original=original), HERE, words("en")) == ""


def test_our_words_in_a_post_of_another_language_are_marked_as_english() -> None:
    post = post_of(paragraph("Море."), original=FIRST, language="uk")

    assert '<p class="quiet" lang="en"' in original_line(post, HERE, words("uk"))


@pytest.mark.parametrize("page", ["index.html", "large-print.html"])
def test_the_pages_of_a_post_show_its_first_place_and_carry_it(page: str) -> None:
    whole = edition(paragraph("Sea."), original=FIRST)
    files = [*read_along.render(whole), *large_print.render(whole)]
    text = next(file.data.decode() for file in files if file.path == page)

    assert '<link rel="canonical" href="https://www.blog.example/' in text
    assert "This post first appeared at blog.example" in text
