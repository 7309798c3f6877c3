"""The narration of each post for the blog itself: a page for a frame, a text to paste, a script.

None of them tells anybody who listens, and without the script nothing of it needs one.
"""

from collections.abc import Iterable

from formats.listen.frame import page, snippet
from formats.listen.script import script
from formats.model import Blog, OutputFile
from formats.offers import LISTEN_PAGE, LISTEN_SCRIPT, LISTEN_SNIPPET


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """For each post `listen/<slug>.html` and `listen/<slug>.txt`; `listen.js` for all of them."""
    for episode in blog.episodes:
        slug = episode.post.slug
        shown = page(episode, blog.publication)
        yield OutputFile(LISTEN_PAGE.format(slug=slug), "text/html", shown)
        pasted = snippet(episode, blog.publication).encode()
        yield OutputFile(LISTEN_SNIPPET.format(slug=slug), "text/plain", pasted)
    yield OutputFile(LISTEN_SCRIPT, "text/javascript", script(blog).encode())
