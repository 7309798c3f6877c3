"""Long lists in pages: nothing lost, nothing twice, and no page too long or too large."""

from formats.site.pager import LARGEST, MOST, in_pages


def test_a_page_has_at_most_thirty_entries_and_none_is_lost() -> None:
    entries = [f"<{n}>" for n in range(95)]
    pages = in_pages(entries)

    assert MOST == 30
    assert [len(page.entries) for page in pages] == [30, 30, 30, 5]
    assert [entry for page in pages for entry in page.entries] == entries
    assert {page.count for page in pages} == {4}


def test_the_first_page_is_that_of_its_folder() -> None:
    assert [page.name for page in in_pages(["a"] * 61)] == [
        "index.html",
        "page-2.html",
        "page-3.html",
    ]


def test_long_entries_make_shorter_pages() -> None:
    pages = in_pages(["海" * (LARGEST // 9)] * 5)
    assert [len(page.entries) for page in pages] == [3, 2]


def test_an_entry_larger_than_a_page_has_one_of_its_own() -> None:
    assert [len(page.entries) for page in in_pages(["x" * (LARGEST + 1)] * 2)] == [1, 1]


def test_an_empty_list_has_a_page() -> None:
    assert [(page.number, page.count, page.entries) for page in in_pages([])] == [(1, 1, ())]
