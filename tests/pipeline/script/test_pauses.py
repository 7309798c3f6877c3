"""A chapter is parted from what stands around it by more than a heading inside it is."""

from pipeline.script import pauses


def test_a_chapter_has_a_longer_pause_on_both_sides_than_a_heading_in_it() -> None:
    assert pauses.heading(2) > pauses.heading(3) == pauses.heading(6)
    assert pauses.before_heading(2) > pauses.before_heading(3) == pauses.before_heading(6)
