"""The only list of formats.

It stands apart from the package itself, so that whoever asks for the model alone does not
load every library that a format stands on: an unchanged run takes a fifth of a second so.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from formats import (
    easy_read,
    epub,
    large_print,
    mp3,
    plain_text,
    podcast,
    read_along,
    site,
    transcript,
)
from formats.model import Blog, Edition, OutputFile

Render: TypeAlias = Callable[[Edition], Iterable[OutputFile]]
RenderBlog: TypeAlias = Callable[[Blog], Iterable[OutputFile]]

ALWAYS = ("mp3", "read-along", "index")
"""What is made whatever an editor chooses, since everything else leads to it."""

DRAFTS = ("easy-read",)
"""What nobody has checked yet: made for the editor, and made public only by a setting."""

POST_FORMATS: Mapping[str, Render] = {
    "mp3": mp3.render,
    "epub": epub.render,
    "read-along": read_along.render,
    "easy-read": easy_read.render,
    "large-print": large_print.render,
    "transcript": transcript.render,
    "text": plain_text.render,
}

BLOG_FORMATS: Mapping[str, RenderBlog] = {
    "podcast": podcast.render_blog,
    "index": site.render_blog,
    "book": epub.render_blog,
}
