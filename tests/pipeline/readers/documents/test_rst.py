"""reStructuredText is read with what Pelican, Nikola and Sphinx add to it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from formats import walk
from formats.model import CodeBlock, Figure, Heading, Link, Listing, NoteRef, Notes, Post, Table
from pipeline.readers.documents.rst import claims
from tests.pipeline.readers.documents.pages import text
from tests.pipeline.readers.reading import codes, only_post, reading, words

HEAD = """
A walk
######

:date: 2020-01-01 10:00
:modified: 2020-02-03
:tags: canals, birds
:slug: my-walk
:author: Ann Example; Bob
:lang: cy
:summary: Short.
"""


def made(folder: Path, body: str) -> Post:
    return only_post(reading(folder, {"a.rst": f"A walk\n======\n\n{body}\n"}))


def test_the_fields_of_pelican_say_what_the_post_is(tmp_path: Path) -> None:
    post = only_post(reading(tmp_path, {"a.rst": f"{HEAD}\nText.\n"}))

    assert (post.title, post.slug, post.language) == ("A walk", "my-walk", "cy")
    assert (post.authors, post.tags, post.summary) == (
        ("Ann Example", "Bob"), ("canals", "birds"), "Short.",
    )  # fmt: skip
    assert post.published == datetime(2020, 1, 1, 10, tzinfo=UTC)
    assert post.updated == datetime(2020, 2, 3, tzinfo=UTC)
    assert words(post) == ["Text."]


def test_the_comments_of_nikola_say_it_too(tmp_path: Path) -> None:
    page = ".. title: A walk\n.. slug: w\n.. date: 2020-01-01\n.. tags: a, b\n\nText.\n"
    post = only_post(reading(tmp_path, {"a.rst": page}))

    assert (post.title, post.slug, post.tags) == ("A walk", "w", ("a", "b"))


@pytest.mark.parametrize("status", ["draft", "hidden", "skip"])
def test_a_post_that_is_withheld_is_left_out(tmp_path: Path, status: str) -> None:
    found = reading(tmp_path, {"a.rst": f"T\n=\n\n:status: {status}\n\nText.\n"})

    assert (found.posts, codes(found)) == ((), ["draft"])


def test_blocks_are_what_they_are(tmp_path: Path) -> None:
    table = "+---+---+\n| A | B |\n+===+===+\n| 1 | 2 |\n+---+---+\n"
    figure = ".. figure:: a.png\n   :alt: Ducks\n\n   In May\n"
    head, numbers, grid, shown = made(
        tmp_path, f"One\n---\n\n3. c\n4. d\n\n{table}\n{figure}"
    ).blocks

    assert isinstance(head, Heading)
    assert isinstance(numbers, Listing)
    assert (numbers.start, len(numbers.items)) == (3, 2)
    assert isinstance(grid, Table)
    assert [cell.header for row in grid.rows for cell in row.cells] == [True, True, False, False]
    assert isinstance(shown, Figure)
    assert (shown.picture.alt, walk.text(shown.caption)) == ("Ducks", "In May")


def test_footnotes_and_citations_are_notes(tmp_path: Path) -> None:
    body = "It rose [1]_ and fell [CIT]_.\n\n.. [1] In 2020.\n.. [CIT] A book."
    first, notes = made(tmp_path, body).blocks

    marks = [part for part in walk.block_inlines((first,)) if isinstance(part, NoteRef)]
    assert (text(first), len(marks)) == ("It rose and fell.", 2)
    assert isinstance(notes, Notes)
    assert text(notes) == "In 2020. A book."


def test_the_heading_of_notes_goes_with_them_and_so_do_their_links_back(tmp_path: Path) -> None:
    body = "It rose [1]_ and fell [1]_.\n\nNotes\n-----\n\n.. [1] In 2020.\n.. _a: https://a.org"
    first, notes = made(tmp_path, body).blocks

    assert text(first) == "It rose and fell."
    assert isinstance(notes, Notes)
    assert text(notes) == "In 2020."


@pytest.mark.parametrize("name", ["code-block", "code", "sourcecode"])
def test_program_text_has_its_language_and_any_option(tmp_path: Path, name: str) -> None:
    body = f".. {name}:: python\n   :linenos:\n   :hl_lines: 2\n\n   if x:\n       y()\n"
    (code,) = made(tmp_path, body).blocks

    assert isinstance(code, CodeBlock)
    assert (code.text, code.language) == ("if x:\n    y()", "python")


@pytest.mark.parametrize(
    ("body", "heard"),
    [
        ("Press :kbd:`Ctrl` now.", "Press Ctrl now."),
        ("See :ref:`that part <x>` now.", "See that part now."),
        ("See :doc:`/other` now.", "See /other now."),
        (".. versionadded:: in May\n\n   It is *new*.", "in May It is new."),
        ("An :del:`old` word.", "An old word."),
    ],
)
def test_what_only_another_program_knows_is_told_once_and_its_words_are_kept(
    tmp_path: Path, body: str, heard: str
) -> None:
    found = reading(tmp_path, {"a.rst": f"T\n=\n\n{body}\n\n{body}\n"})

    assert " ".join(words(only_post(found))) == f"{heard} {heard}"
    assert codes(found) == ["template-tag"]


def test_a_role_that_the_file_makes_itself_is_known(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.rst": "T\n=\n\n.. role:: fine\n\nA :fine:`word`.\n"})

    assert (words(only_post(found)), codes(found)) == (["A", "word."], [])


def test_no_other_file_is_read_and_the_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    body = ".. include:: secret.txt\n\n.. raw:: html\n   :file: secret.txt\n\nText."
    found = reading(tmp_path / "posts", {"a.rst": f"T\n=\n\n{body}\n"})

    assert words(only_post(found)) == ["Text."]
    assert "template-tag" in codes(found)


def test_html_in_the_text_is_as_untrusted_as_that_of_a_page(tmp_path: Path) -> None:
    body = ".. raw:: html\n\n   <script>x()</script><p>Kept.</p>\n"
    found = reading(tmp_path, {"a.rst": f"T\n=\n\n{body}"})

    assert (words(only_post(found)), codes(found)) == (["Kept."], ["active-content"])


def test_a_video_is_a_link_and_a_table_of_contents_is_nothing(tmp_path: Path) -> None:
    post = made(tmp_path, ".. contents::\n\n.. youtube:: abc\n\nOne\n---\n\nText.")
    links = [part.href for part in walk.block_inlines(post.blocks) if isinstance(part, Link)]

    assert links == ["https://www.youtube.com/watch?v=abc"]
    assert "Contents" not in words(post)


def test_a_broken_table_is_told_with_its_line_and_its_words_are_kept(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.rst": "T\n=\n\n+---+---+\n| A | B\n+===+===+\n\nText.\n"})

    assert "A" in words(only_post(found))
    broken = [one.where for one in found.findings if one.code == "markup-broken"]
    assert broken == ["a.rst:6"]


def test_a_reference_to_nothing_keeps_its_words(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.rst": "T\n=\n\nSee `that`_ now.\n"})

    assert words(only_post(found)) == ["See", "that", "now."]
    assert codes(found) == ["markup-broken"]


def test_pictures_of_pelican_are_found_from_the_top_folder(tmp_path: Path) -> None:
    body = ".. image:: {static}/images/a.png\n   :alt: Ducks\n"
    found = reading(tmp_path, {"a.rst": f"T\n=\n\nText.\n\n{body}"})

    (missing,) = [one for one in found.findings if one.code == "picture-missing"]
    assert "at /images/a.png" in missing.message


def test_a_text_without_a_title_is_an_error(tmp_path: Path) -> None:
    (error,) = reading(tmp_path, {"a.rst": "Text alone.\n"}).errors

    assert (error.where, bool(error.remedy)) == ("a.rst", True)


def test_it_is_claimed_by_its_name() -> None:
    assert claims("a.RST", b"")
    assert not claims("a.txt", b"Title\n=====")
