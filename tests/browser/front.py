"""A blog for the tests of its lists: posts in four languages, and with hostile names."""

import dataclasses
from pathlib import Path

from formats import site
from formats.model import Blog, Episode, FileCard
from formats.offers import offers
from tests.formats.builders import (
    HOSTILE,
    PUBLICATION,
    edition_of,
    episode_of,
    paragraph,
    post_of,
)

BLOG = dataclasses.replace(
    PUBLICATION, telephone="+44 20 7946 0000", address="12 Cross Street\nLondon"
)
POSTS = (
    post_of(paragraph("The boiler is mended."), title="Winter", slug="winter", tags=("home",)),
    post_of(paragraph("Un café."), title="Au café", slug="cafe", language="fr", tags=("Café",)),
    post_of(paragraph("海辺にて。"), title="海辺", slug="umi", language="ja", tags=("日記",)),
    post_of(paragraph("Nothing."), title="No print of this", slug="bare", tags=("home",)),
    post_of(paragraph("Sea."), title=HOSTILE, slug="hostile", tags=(HOSTILE, "x" * 90)),
    post_of(paragraph("Sea."), title="W" * 200, slug="wide", authors=("Q" * 120,)),
    *(post_of(paragraph("Sea."), title=f"Post {n}", slug=f"p{n}") for n in range(60)),
)
PAGES = (
    "index.html",
    "page-2.html",
    "tags/home/index.html",
    "tags/index.html",
    "authors/ada-shore/index.html",
    "years/2024/index.html",
    "404.html",
)


def _episode(number: int) -> Episode:
    post = POSTS[number]
    paths = [path for path in offers(post.slug, BLOG) if post.slug != "bare" or ".pdf" not in path]
    files = tuple(FileCard(f"posts/{post.slug}/{path}", "x/y", 9000, "0" * 64) for path in paths)
    return dataclasses.replace(episode_of(edition_of(post)), files=files)


def write_lists(root: Path) -> None:
    """The lists of the blog as files, and each sound; 404.html finds its typeface there."""
    blog = dataclasses.replace(BLOG, base_url=f"{root.as_uri()}/")
    for file in site.render_blog(Blog(blog, tuple(map(_episode, range(len(POSTS)))), ())):
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    sound = edition_of(POSTS[0]).narration.frames
    for post in POSTS:
        path = root / f"posts/{post.slug}/{post.slug}.mp3"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sound)
