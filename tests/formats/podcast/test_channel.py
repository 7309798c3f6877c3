"""The channel says what the podcast is, in words that players know."""

import dataclasses

import pytest
from lxml import etree

from tests.formats.builders import (
    PUBLICATION,
)
from tests.formats.podcast.feeds import NS, feed_of, one


def test_a_long_description_of_the_blog_is_cut_inside_no_character() -> None:
    blog = dataclasses.replace(PUBLICATION, description="€" * 2000)
    text = one(feed_of(publication=blog), "channel/description")
    assert len(text.encode()) <= 4000
    assert set(text) == {"€", "…"}


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("CC BY 4.0", ["CC-BY-4.0"]),
        ("CC BY-SA 4.0", ["CC-BY-SA-4.0"]),
        ("Ask me", []),
        ("", []),
    ],
)
def test_only_a_licence_that_players_know_is_told(licence: str, told: list[str]) -> None:
    blog = dataclasses.replace(PUBLICATION, licence=licence)
    found = etree.fromstring(feed_of(publication=blog)).findall("channel/podcast:license", NS)
    assert [element.text for element in found] == told


@pytest.mark.parametrize(("explicit", "told"), [(True, "true"), (False, "false")])
def test_a_podcast_says_whether_it_is_for_adults(*, explicit: bool, told: str) -> None:
    blog = dataclasses.replace(PUBLICATION, explicit=explicit)
    assert one(feed_of(publication=blog), "channel/itunes:explicit") == told


def test_a_category_holds_its_sub_category() -> None:
    blog = dataclasses.replace(PUBLICATION, categories=("Health & Fitness", "Medicine"))
    path = "channel/itunes:category[@text='Health & Fitness']/itunes:category/@text"
    assert one(feed_of(publication=blog), path) == "Medicine"


def test_a_feed_without_an_address_to_write_to_is_not_locked() -> None:
    data = feed_of(publication=dataclasses.replace(PUBLICATION, email=""))

    assert b"itunes:owner" not in data
    assert b"podcast:locked" not in data
    assert one(feed_of(), "channel/podcast:locked/@owner") == PUBLICATION.email


def test_the_title_stands_for_an_author_who_is_not_named() -> None:
    data = feed_of(publication=dataclasses.replace(PUBLICATION, author=""))

    assert one(data, "channel/itunes:author") == one(data, "channel/copyright") == "Tide & Time"


def test_a_licence_that_is_not_on_the_list_has_the_address_of_its_text() -> None:
    told = "channel/podcast:license/@url"
    alike = dataclasses.replace(PUBLICATION, licence="CC-BY-NC-SA-4.0")
    listed = dataclasses.replace(PUBLICATION, licence="CC-BY-4.0")

    address = "https://creativecommons.org/licenses/by-nc-sa/4.0/"
    assert one(feed_of(publication=alike), told) == address
    assert not etree.fromstring(feed_of(publication=listed)).xpath(told, namespaces=NS)


@pytest.mark.parametrize(
    ("schedule", "rule", "said"),
    [
        ("daily", "FREQ=DAILY", "Every day"),
        ("weekly", "FREQ=WEEKLY", "Every week"),
        ("fortnightly", "FREQ=WEEKLY;INTERVAL=2", "Every two weeks"),
        ("monthly", "FREQ=MONTHLY", "Every month"),
    ],
)
def test_a_planned_schedule_is_told_to_apps_and_to_people(
    schedule: str, rule: str, said: str
) -> None:
    data = feed_of(publication=dataclasses.replace(PUBLICATION, schedule=schedule))

    assert one(data, "channel/podcast:updateFrequency/@rrule") == rule
    assert one(data, "channel/podcast:updateFrequency") == said
    assert b"updateFrequency" not in feed_of()
