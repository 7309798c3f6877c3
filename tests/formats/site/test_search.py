"""The search: every word of every post can be found, in files that are loaded only when asked."""

import json
from typing import Any

import pytest

from formats.model import Blog, OutputFile, Post
from formats.site import render_blog
from formats.site.search import FOLDER, part_of, words
from tests.formats.builders import (
    HOSTILE,
    PUBLICATION,
    edition_of,
    episode_of,
    paragraph,
    post_of,
    rich_post,
)


def files(*posts: Post) -> dict[str, Any]:
    """What each file of the search of some posts hands over, by its name."""
    episodes = tuple(episode_of(edition_of(post)) for post in posts)
    made = render_blog(Blog(PUBLICATION, episodes, ()))
    return dict(_handed(file) for file in made if file.path.startswith(FOLDER))


def _handed(file: OutputFile) -> tuple[str, Any]:
    text = file.data.decode("ascii")
    assert text.startswith("allwaysSearch(...[")
    name, value = json.loads(text[len("allwaysSearch(...") : -len(");\n")])
    assert file.path == f"{FOLDER}{name}.js"
    return name, value


def test_words_are_those_of_text_title_summary_authors_subjects_and_pictures() -> None:
    found = words(rich_post(summary="Of kelp."))
    assert {"salt", "kelp", "ada", "sea", "noon", "tide", "monte"} <= found


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Café", "cafe"),
        ("ŴYTH", "wyth"),
        ("don’t", "don"),
        ("café-bar", "bar"),
        ("海辺にて", "海辺"),
        ("が", "か"),
        ("Ὀδυσσεύς", "οδυσσευς"),
        ("x" * 90, "x" * 40),
    ],
)
def test_words_are_folded_as_the_script_folds_what_is_typed(written: str, searched: str) -> None:
    assert searched in words(post_of(paragraph(written), title="T"))


def test_each_word_names_its_posts_by_steps_in_base_36() -> None:
    assert files(*_with_sea(41))["words"]["sea"] == "1 1 12"


def test_a_blog_of_many_posts_has_a_file_for_each_first_letter() -> None:
    assert files(*_with_sea(61))["s"]["sea"] == "1 1 12"


def _with_sea(count: int) -> list[Post]:
    """Some posts; three of them have the word "sea"."""
    said = ("Sea." if number in {1, 2, 40} else "Sky." for number in range(count))
    return [post_of(paragraph(word), slug=f"p{number}") for number, word in enumerate(said)]


def test_the_list_of_posts_has_their_titles_their_formats_and_the_names_of_all_files() -> None:
    listed = files(post_of(title="New", slug="new"), post_of(title="Old", slug="old"))
    posts = listed["posts"]

    assert [post[:2] for post in posts["posts"]] == [["new", "New"], ["old", "Old"]]
    assert posts["parts"] == sorted(listed.keys() - {"posts"})
    assert ["large-print.pdf", "Large print (PDF, 18 point)"] in posts["formats"]


def test_hostile_words_stay_words() -> None:
    """A script file holds ASCII and one call, whatever a title says."""
    listed = files(post_of(paragraph(HOSTILE), title=HOSTILE))["posts"]
    assert listed["posts"][0][1] == HOSTILE


def test_the_name_of_a_file_is_ascii_for_every_word() -> None:
    parts = [part_of(word) for word in ("tide", "7th", "海辺", "οδυσσευς")]
    assert parts == ["t", "7", "u6d", "u3"]
