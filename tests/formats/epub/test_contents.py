"""The lines of the table of contents, with their sound."""

from formats.epub.contents import PostPlace, toc_lines
from formats.smil.clips import clips
from tests.formats.builders import edition, heading, paragraph


def test_a_post_and_its_headings_are_lines_that_lead_to_their_places() -> None:
    made = edition(heading(2, "A"), paragraph("Sea."), title="T", slug="tide")

    first, second = toc_lines(made, PostPlace("posts/tide/", "post.xhtml", {}))

    assert (first.level, first.label, first.href) == (1, "T", "posts/tide/post.xhtml#title")
    assert (second.level, second.label, second.clip) == (2, "A", None)
    assert second.id == f"toc-tide-{second.href.rpartition('#')[2]}"


def test_the_sound_of_a_line_is_named_from_the_book() -> None:
    made = edition(heading(2, "A"), title="T", slug="tide")
    heard = clips(made.narration, "post.mp3")

    first, _ = toc_lines(made, PostPlace("posts/tide/", "post.xhtml", heard))

    assert first.clip is not None
    assert first.clip.sound == "posts/tide/post.mp3"
    assert first.clip.begin == heard["title"].begin
