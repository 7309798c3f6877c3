"""Where a post first appeared: its canonical address, and a link that readers see."""

from urllib.parse import urlsplit

from formats.markup import escape, our_language
from formats.model import Post
from formats.page import canonical_link
from formats.words import Words
from formats.words.about import about


def canonical(post: Post, here: str) -> str:
    """The element that names the first place of a post, or its page here if that is unknown."""
    return canonical_link(post.original or here)


def original_line(post: Post, here: str, ours: Words) -> str:
    """A paragraph with a link to the first place; "" if that is unknown, or is `here`."""
    if post.original in ("", here):
        return ""
    host = urlsplit(post.original).hostname or post.original
    said = escape(about(ours).original.format(host.removeprefix("www.")))
    own = our_language(ours, post.language)
    return f'<p class="quiet"{own}><a href="{escape(post.original)}">{said}</a></p>\n'
