"""The pictures on buttons are well-formed, and say nothing."""

from lxml import etree

from formats.read_along.icons import icon


def test_a_picture_is_hidden_from_screen_readers_and_takes_the_colour_of_the_text() -> None:
    """The button has a name; a colour of its own would be lost where colours are forced."""
    for name in ("play", "back-15", "search-button"):
        drawn = etree.fromstring(icon(name))
        assert drawn.get("aria-hidden") == "true"
        assert not [e for e in drawn.iter() if {"fill", "stroke", "style"} & set(e.attrib)]
