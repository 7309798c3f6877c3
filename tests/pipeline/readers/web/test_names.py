"""The classes and ids of themes say what a part of a page is."""

import pytest

from pipeline.readers.web.names import is_byline, is_content, is_furniture, is_lead
from tests.pipeline.readers.html.trees import first


@pytest.mark.parametrize(
    "mark",
    [
        '<div id="comments">', '<ol class="comment-list">', '<div class="sharedaddy sd-sharing">',
        '<div class="jp-relatedposts">', '<div class="wp-block-post-navigation-link">',
        '<div class="gem-c-cookie-banner">', '<div class="subscription-widget-wrap">',
        '<div data-hook="recent-posts">', '<section id="comments">', '<div class="toc">',
    ],
)  # fmt: skip
def test_what_stands_around_posts_is_known_by_name(mark: str) -> None:
    name = mark[1:].partition(" ")[0]
    assert is_furniture(first(mark, name))


@pytest.mark.parametrize(
    "mark",
    [
        '<div class="post category-share tag-comments">', '<section id="share-your-work">',
        '<h2 id="comments">', '<p class="sharecropper">', '<div class="navy">', '<p>',
    ],
)  # fmt: skip
def test_names_made_of_the_words_of_a_post_are_not(mark: str) -> None:
    name = mark[1:].rstrip(">").partition(" ")[0]
    assert not is_furniture(first(mark, name))


def test_bylines_text_and_lead_have_names_too() -> None:
    assert is_byline(first('<p class="entry-meta">', "p"))
    assert is_byline(first('<span data-testid="authorName">', "span"))
    assert not is_byline(first('<p class="metaphor">', "p"))
    assert is_content(first('<div class="entry-content wp-block-post-content">', "div"))
    assert is_content(first('<div itemprop="articleBody">', "div"))
    assert not is_content(first('<div class="content-area">', "div"))
    assert is_lead(first('<h3 class="subtitle">', "h3"))
    assert not is_lead(first('<h3 class="leader">', "h3"))
