"""A catalog is cut into pages, of which each leads to its neighbours."""

import pytest

from formats.opds import listed
from formats.opds.pages import SIZE, pages
from tests.formats.opds.catalogs import many


@pytest.mark.parametrize(
    ("posts", "sizes"), [(0, [0]), (1, [1]), (SIZE, [SIZE]), (SIZE + 1, [SIZE, 1])]
)
def test_each_entry_is_on_one_page(posts: int, sizes: list[int]) -> None:
    every = listed(many(posts))
    made = pages(every, "x{}.xml")

    assert [len(page.entries) for page in made] == sizes
    assert [entry for page in made for entry in page.entries] == every


def test_pages_are_numbered_from_the_second_and_lead_to_their_neighbours() -> None:
    first, second, third = pages(listed(many(SIZE * 2 + 1)), "x{}.xml")

    assert [first.name, second.name, third.name] == ["x.xml", "x-2.xml", "x-3.xml"]
    assert dict(first.others()) == {"first": "x.xml", "last": "x-3.xml", "next": "x-2.xml"}
    assert dict(second.others())["previous"] == "x.xml"
    assert "next" not in dict(third.others())


def test_a_single_page_leads_nowhere() -> None:
    (page,) = pages(listed(many(1)), "x{}.xml")

    assert page.others() == []
