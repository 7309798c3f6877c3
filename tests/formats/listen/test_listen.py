"""The narration can stand on the blog itself, in three ways."""

import dataclasses

from formats import listen
from tests.formats.builders import blog_of
from tests.formats.listen.test_script import posts


def test_every_post_has_a_page_and_a_text_to_paste_and_the_blog_a_script() -> None:
    blog = dataclasses.replace(blog_of(), episodes=posts())

    assert [file.path for file in listen.render_blog(blog)] == [
        "listen/tide.html",
        "listen/tide.txt",
        "listen/moon.html",
        "listen/moon.txt",
        "listen.js",
    ]
