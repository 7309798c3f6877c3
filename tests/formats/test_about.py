"""The index leads to what is about the blog, and programs find the catalogs."""

import dataclasses

from formats import site
from formats.about import about_links, catalog_links
from formats.registry import chosen
from formats.words import words
from tests.formats.builders import PUBLICATION, blog_of

NONE = dataclasses.replace(PUBLICATION, formats=())


def test_what_is_made_is_linked_and_what_is_not_is_not() -> None:
    made = dataclasses.replace(PUBLICATION, formats=chosen(("catalog",)))

    assert 'href="opds.xml">Catalogue for reading apps (OPDS)<' in about_links(
        words("en"), made, ""
    )
    assert about_links(words("en"), NONE, "") == ""
    assert catalog_links(NONE) == ""


def test_the_index_has_the_links() -> None:
    page = next(iter(site.render_blog(blog_of()))).data.decode()

    assert about_links(words("en-GB"), PUBLICATION, "") in page
    assert catalog_links(PUBLICATION) in page
