"""The full addresses of links, for what is read away from the web page."""

from urllib.parse import quote, urljoin, urlsplit

from formats import walk
from formats.model import Link, Post

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"  # RFC 3986: characters that are not percent-encoded


def address(href: str, page: str) -> str | None:
    """The full address of a link, or None for one that is of no use on paper.

    Also None for a scheme that is not for reading: a script in a post never runs.
    """
    try:
        full = urljoin(page, quote(href.strip(), safe=_ADDRESS))
        scheme = urlsplit(full).scheme.lower()
    except ValueError:  # "http://[" is not an address
        return None
    here = href.strip().startswith("#")
    return full if scheme in _SCHEMES and full and not here else None


def numbers(post: Post, page: str) -> dict[str, int]:
    """The number of each address in a list of them, from 1, in the order of the text.

    `page` is that of the post.
    """
    links = (i for i in walk.block_inlines(post.blocks) if isinstance(i, Link))
    found = dict.fromkeys(address(link.href, page) for link in links)
    return {full: number for number, full in enumerate(filter(None, found), 1)}
