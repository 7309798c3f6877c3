"""What is found of the whole post before it is set: addresses, levels, notes, the line."""

import pytest

from formats.large_print.setting import first_id, setting
from formats.model import Link, Note, Notes, Text
from tests.formats.builders import edition, heading, paragraph, sentence


def test_the_page_of_the_post_and_its_addresses_are_known() -> None:
    there = Link("../a/", (Text("x"),))

    found = setting(edition(paragraph(sentence(there))), 18)

    assert found.page == "https://example.org/posts/a-post/"
    assert found.numbers == {"https://example.org/posts/a/": 1}


def test_levels_begin_at_one_and_skip_none() -> None:
    found = setting(edition(heading(2, "a"), heading(4, "b"), heading(3, "c"), heading(2, "d")), 18)

    assert list(found.levels.values()) == [1, 2, 2, 1]


def test_a_line_has_fewer_letters_the_larger_they_are() -> None:
    large, giant = (setting(edition(paragraph("Sea.")), points) for points in (18, 24))

    assert large.line == pytest.approx(160 / 25.4 * 72 / 18)
    assert giant.line == pytest.approx(large.line * 18 / 24)


def test_the_notes_that_there_are_and_the_first_id_of_a_block() -> None:
    (post,) = edition(paragraph("Sea.")).post.blocks
    notes = Notes((Note("n1", "1", (paragraph("A source."),)),))

    assert setting(edition(notes), 18).notes == {"n1"}
    assert first_id(post.sentences) == "s1"  # type: ignore[union-attr] # it is a paragraph
    assert first_id(()) == ""
