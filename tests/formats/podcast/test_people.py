"""Who wrote and who speaks are told apart."""

from lxml import etree

from formats.podcast.people import write_people
from formats.words import words
from tests.formats.builders import (
    post_of,
)
from tests.formats.podcast.feeds import NS, episode, feed_of


def test_who_wrote_and_who_speaks_are_told_apart() -> None:
    item = etree.fromstring(feed_of(episode(post_of()))).find("channel/item")
    assert item is not None
    found = [(p.get("group"), p.get("role"), p.text) for p in item.findall("podcast:person", NS)]
    assert found == [
        ("writing", "author", "Ada Shore"),
        ("cast", "narrator", "a test voice (synthetic voice)"),
    ]
    assert item.findtext("podcast:txt[@purpose='ai-content']", "", NS) == "true"


def test_a_name_too_long_for_players_is_shortened() -> None:
    parent = etree.Element("item")

    write_people(parent, ["A" * 200], [], words("en"))

    (person,) = parent
    assert person.text == "A" * 127 + "…"
