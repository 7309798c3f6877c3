"""The narration of each post for the blog itself: a page for a frame, a text to paste, a script.

None of them tells anybody who listens, and without the script nothing of it needs one.
"""

from collections.abc import Iterable
from functools import partial

from formats.listen.frame import page, snippet
from formats.listen.script import script
from formats.model import Blog, Episode, OutputFile
from formats.offers import LISTEN_PAGE, LISTEN_SCRIPT, LISTEN_SNIPPET


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """For each post `listen/<slug>.html` and `listen/<slug>.txt`; `listen.js` for all of them."""
    for episode in blog.episodes:
        slug = episode.post.slug
        shown, pasted = blog.pieces.of((episode.digest,), partial(_of_post, episode, blog))
        yield OutputFile(LISTEN_PAGE.format(slug=slug), "text/html", shown)
        yield OutputFile(LISTEN_SNIPPET.format(slug=slug), "text/plain", pasted)
    yield OutputFile(LISTEN_SCRIPT, "text/javascript", script(blog).encode())


def _of_post(episode: Episode, blog: Blog) -> tuple[bytes, bytes]:
    """The page and the text of a post."""
    return page(episode, blog.publication), snippet(episode, blog.publication).encode()
