"""The script for the blog itself knows each post by its address, however that is written."""

import dataclasses
import json
import re

import pytest

from formats.listen.script import key, script
from formats.model import Episode
from tests.formats.builders import blog_of, edition_of, episode_of, post_of


def posts() -> tuple[Episode, ...]:
    return tuple(
        episode_of(edition_of(post_of(slug=slug, original=original, language=language)))
        for slug, original, language in (
            ("tide", "https://www.blog.example/2026/Die-Flut%C3%BCber/", "de"),
            ("moon", "", "en-GB"),
        )
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://blog.example/a",
        "https://www.blog.example/a/",
        "https://BLOG.example/a?from=feed#top",
        "https://blog.example/a/index.html",
    ],
)
def test_ways_to_write_one_address_have_one_key(address: str) -> None:
    assert key(address) == "blog.example/a"


def test_other_addresses_have_other_keys() -> None:
    assert key("https://blog.example/b") != key("https://blog.example/a")
    assert key("https://blog.example/A") != key("https://blog.example/a")
    assert key("https://blog.example:81/a") != key("https://blog.example/a")


def test_the_script_knows_the_posts_and_fetches_no_list_of_them() -> None:
    blog = dataclasses.replace(blog_of(), episodes=posts())
    made = script(blog)
    (found,) = re.findall(r"const posts = (\{.*?\});", made)

    assert json.loads(found) == {
        "tide": ["blog.example/2026/Die-Flutüber", "de"],
        "moon": ["", "en"],
    }
    assert "fetch(" not in made
    assert "cookie" not in re.sub(r"/\*.*?\*/", "", made, flags=re.DOTALL)
