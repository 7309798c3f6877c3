"""The title is taken out, and heading levels begin at two and skip none."""

from pathlib import Path

from formats.model import (
    Heading,
    Paragraph,
)
from tests.pipeline.readers.reading import markdown_blocks, only_post, reading, words


def test_headings_begin_at_two_and_skip_no_level(tmp_path: Path) -> None:
    blocks = markdown_blocks(tmp_path, "# A\n\nx\n\n### B\n\nx\n\n### C\n\nx\n\n## D\n\nx")
    assert [b.level for b in blocks if isinstance(b, Heading)] == [2, 3, 3, 3]


def test_a_first_heading_that_repeats_the_title_is_the_title(tmp_path: Path) -> None:
    blocks = markdown_blocks(tmp_path, "# T\n\nText.")
    assert [type(block) for block in blocks] == [Paragraph]


def test_without_front_matter_the_first_heading_is_the_title(tmp_path: Path) -> None:
    post = only_post(reading(tmp_path, {"a.md": "Hello.\n\n# My *title*\n\nText."}))
    assert post.title == "My title"
    assert words(post) == ["Hello.", "Text."]


def test_a_smaller_heading_above_it_is_not_the_title(tmp_path: Path) -> None:
    post = only_post(reading(tmp_path, {"a.md": "## Before\n\n# My title\n\nText."}))
    assert post.title == "My title"
    assert words(post) == ["Before", "Text."]


def test_a_heading_in_a_quote_opens_no_level_outside_it(tmp_path: Path) -> None:
    blocks = markdown_blocks(tmp_path, "> # In\n\n## Out\n\nx")
    assert [b.level for b in blocks if isinstance(b, Heading)] == [2]
