"""docutils makes a page of a text, and does not stop at what it does not know."""

from pipeline.readers.documents.rst_page import page


def test_title_and_fields_are_no_part_of_the_page() -> None:
    made = page("T\n=\n\n:tags: a\n:author: Ann\n\nText.\n", "a.rst")

    assert (made.title, dict(made.fields)) == ("T", {"tags": "a", "author": "Ann"})
    assert "Ann" not in made.html
    assert "<p>Text.</p>" in made.html


def test_unknown_names_are_returned_as_they_are_written() -> None:
    made = page(":kbd:`x`\n\n.. tabs::\n\n   y\n", "a.rst")

    assert made.unknown == (":kbd:", ".. tabs::")
    assert "y" in made.html


def test_what_is_broken_is_returned_with_its_line() -> None:
    assert [line for line, _ in page("a\n\n`b`_\n", "a.rst").broken] == [3]


def test_the_only_section_is_no_second_title() -> None:
    assert "<h1>S</h1>" in page("T\n=\n\nS\n-\n\nText.\n", "a.rst").html
