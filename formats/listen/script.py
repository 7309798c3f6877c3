"""`listen.js`: one line in the template of a blog puts the narration into each of its posts.

The script knows the posts by the addresses at which they first appeared.
"""

import json
import re
from importlib.resources import files
from urllib.parse import unquote, urlsplit

from formats.model import Blog, Post
from formats.words import added, words
from formats.words.listening import listening

_SCRIPT = (files("formats.scripts") / "listen.js").read_text("utf-8")


def script(blog: Blog) -> str:
    """The script, with the address and language of each post in it, and our words for them."""
    posts = [episode.post for episode in blog.episodes]
    listed = {post.slug: (key(post.original), _language(post)) for post in posts}
    said = {language: _said(language) for language in sorted(set(map(_language, posts)))}
    known = _SCRIPT.replace("const posts = {};", f"const posts = {_json(listed)};")
    return known.replace("const said = {};", f"const said = {_json(said)};")


def key(address: str) -> str:
    """What two ways to write one address share: no scheme, no "www.", no closing slash."""
    if not address:
        return ""
    parts = urlsplit(address)
    path = re.sub(r"/index\.html?$", "", unquote(parts.path)).rstrip("/")
    return parts.netloc.lower().removeprefix("www.") + path


def _language(post: Post) -> str:
    return words(added(post.language)).language


def _said(language: str) -> tuple[str, str, str]:
    ours = words(language)
    return listening(ours).listen, ours.read_by, listening(ours).more


def _json(value: object) -> str:
    """JSON that is JavaScript as well, in ASCII; the order is that of the posts."""
    return json.dumps(value, separators=(",", ":"))
