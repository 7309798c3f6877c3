"""Subjects, authors and years: what belongs together, and folders that every system can have."""

import re
from typing import Any

import pytest

from formats.groups import AUTHORS, SUBJECTS, YEARS, groups, key_of
from formats.model import Episode
from tests.formats.builders import HOSTILE, edition_of, episode_of, post_of


def episodes(*posts: dict[str, Any]) -> tuple[Episode, ...]:
    """Posts with some fields, named one after another."""
    made = (post_of(slug=f"p{n}", **fields) for n, fields in enumerate(posts))
    return tuple(episode_of(edition_of(post)) for post in made)


def slugs(*tags: str) -> dict[str, str]:
    """The folder's name of each subject."""
    found = groups(episodes({"tags": tags})).of(SUBJECTS)
    return {group.name: group.slug for group in found}


def test_spellings_of_one_subject_are_one_and_shown_as_most_posts_write_it() -> None:
    tagged = episodes({"tags": ("Easy Read",)}, {"tags": ("easy-read",)}, {"tags": ("Easy Read",)})
    (group,) = groups(tagged).of(SUBJECTS)

    assert (group.name, group.slug, len(group.episodes)) == ("Easy Read", "easy-read", 3)


def test_a_post_with_a_subject_twice_is_in_it_once() -> None:
    (group,) = groups(episodes({"tags": ("Sea", "sea")})).of(SUBJECTS)
    assert len(group.episodes) == 1


def test_subjects_whose_plain_names_are_one_have_folders_of_their_own() -> None:
    found = slugs("C", "C++", "C#")

    assert found["C"] == "c"
    assert len(set(found.values())) == 3


def test_a_new_subject_does_not_move_the_folder_of_a_plain_one() -> None:
    assert slugs("C")["C"] == slugs("C", "C++")["C"]
    assert slugs("C", "C++")["C++"] == slugs("C", "C++", "C#", "c!")["C++"]


@pytest.mark.parametrize("tag", ["con", "NUL", "../..", "日記", "🌊", "a/b", "x" * 400, HOSTILE])
def test_a_folder_is_safe_on_every_system(tag: str) -> None:
    (slug,) = slugs(tag).values()

    assert re.fullmatch("[a-z0-9][a-z0-9-]{0,90}", slug)
    assert slug not in {"con", "nul"}


def test_a_subject_of_spaces_and_signs_that_nobody_sees_is_none() -> None:
    assert slugs(" ", "\u200b", "\u202e") == {}


def test_years_are_from_the_newest_and_a_post_without_a_date_has_none() -> None:
    from datetime import UTC, datetime

    dated = [{"published": datetime(year, 1, 2, tzinfo=UTC)} for year in (2019, 2024)]
    found = groups(episodes(*dated, {"published": None}))

    assert [group.name for group in found.of(YEARS)] == ["2024", "2019"]


def test_authors_stand_in_the_order_of_the_alphabet() -> None:
    found = groups(episodes({"authors": ("Zoe", "ada")})).of(AUTHORS)
    assert [group.name for group in found] == ["ada", "Zoe"]


def test_a_group_has_the_language_that_all_its_posts_share() -> None:
    french = {"tags": ("mer",), "language": "fr"}
    (alike,) = groups(episodes(french, french)).of(SUBJECTS)
    (mixed,) = groups(episodes(french, {"tags": ("mer",)})).of(SUBJECTS)

    assert (alike.language, mixed.language) == ("fr", "")


def test_a_key_is_the_same_for_what_a_reader_takes_for_the_same() -> None:
    assert key_of("Easy  Read") == key_of("easy-read") == key_of("easy_read\u200b")
    assert key_of("cafe") != key_of("café")
