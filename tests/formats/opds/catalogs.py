"""Blogs for catalogs: posts whose files are there, and catalogs read again."""

import dataclasses
import json
from typing import Any

from lxml import etree

from formats.model import Blog, Episode, FileCard, Post
from formats.opds import render_blog
from tests.formats.builders import blog_of, edition_of, paragraph, post_of


def offered(post: Post, *kinds: str) -> Episode:
    """A post with its book, its sound or its cover written."""
    mimes = {"epub": "application/epub+zip", "mp3": "audio/mpeg", "jpg": "image/jpeg"}
    stems = {"jpg": "cover"}
    cards = tuple(
        FileCard(f"posts/{post.slug}/{stems.get(kind, post.slug)}.{kind}", mimes[kind], 1001, "0")
        for kind in kinds
    )
    whole = blog_of(edition_of(post)).episodes[0]
    return dataclasses.replace(whole, files=cards)


def many(count: int) -> Blog:
    """A blog of some posts, each with a book and sound."""
    posts = [post_of(paragraph("Sea."), slug=f"post-{n}") for n in range(count)]
    blog = blog_of()
    return dataclasses.replace(blog, episodes=tuple(offered(p, "epub", "mp3") for p in posts))


def blog(*episodes: Episode) -> Blog:
    """A blog of some posts."""
    return dataclasses.replace(blog_of(), episodes=episodes)


def files(of: Blog) -> dict[str, bytes]:
    """The catalog's files by name."""
    return {file.path: file.data for file in render_blog(of)}


def atom(of: Blog, name: str = "opds.xml") -> etree._Element:
    """A page of the catalog in Atom."""
    return etree.fromstring(files(of)[name])


def publications(of: Blog, name: str = "opds.json") -> Any:
    """A page of the catalog in JSON."""
    return json.loads(files(of)[name])
