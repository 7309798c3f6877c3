"""The lines before a Markdown post: what the post says about itself."""

import html
import json
import re
from datetime import datetime, time

from formats.model import Figure, Picture, Post
from pipeline import dates
from pipeline.readers.html.document import plain

# Words that YAML has for no value.
_NOTHING = {"null", "~"}


def lines(post: Post, language: str) -> str:
    """The front matter of a post in a blog of some language; `slug` keeps its address."""
    rows = [f"title: {_quoted(_marked(post.title))}"]
    if post.published:
        rows.append(f"date: {_moment(post.published)}")
    if post.updated:
        rows.append(f"updated: {_moment(post.updated)}")
    match post.authors:
        case ():
            pass
        case (name,):
            rows.append(f"author: {_quoted(name)}")
        case names:
            rows.append(f"authors: {_listed(names)}")
    if post.language != language:
        rows.append(f"language: {_quoted(post.language)}")
    if post.summary:
        rows.append(f"summary: {_quoted(_marked(post.summary))}")
    if post.tags:
        rows.append(f"tags: {_listed(post.tags)}")
    if post.original:
        rows.append(f"original: {_quoted(post.original)}")
    rows += _picture(post.picture)
    rows.append(f"slug: {_quoted(post.slug)}")
    return "\n".join(["---", *rows, "---", "", ""])


def shows_picture(post: Post) -> bool:
    """Whether the first block is the picture that the front matter puts there by itself."""
    first = post.blocks[0] if post.blocks else None
    own = isinstance(first, Figure) and first.picture == post.picture and not first.caption
    return own and first is not None and post.picture is not None and post.picture.alt != ""


def _picture(picture: Picture | None) -> list[str]:
    if picture is None:
        return []
    alt = [f"image_alt: {_quoted(picture.alt)}"] if picture.alt else []
    return [f"image: {_quoted(picture.src)}", *alt]


def _quoted(text: str) -> str:
    """A value in quotation marks, in which nothing can be taken for YAML."""
    return json.dumps(text, ensure_ascii=False)


def _listed(names: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_quoted, names))}]"


def _marked(text: str) -> str:
    """Plain text for a line whose marks and elements are removed when it is read."""
    if text in _NOTHING:
        return f"&#{ord(text[0])};{text[1:]}"
    if plain(text) == text:
        return text
    return re.sub(r"[`*_]", lambda sign: f"&#{ord(sign[0])};", html.escape(text, quote=False))


def _moment(moment: datetime) -> str:
    """A day alone where it says as much as the moment, in the form that is read as the same."""
    day = moment.date().isoformat()
    return day if moment.time() == time() and dates.parse(day) == moment else moment.isoformat()
