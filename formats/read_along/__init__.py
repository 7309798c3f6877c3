"""The post as a web page to read along: the text, and a player that lights up what is spoken.

Without JavaScript it is the whole post with the browser's own player. It works from a folder as
well as from a server. The text comes first, and the player after it: a screen reader has the post
before anything that is about it.
"""

from collections.abc import Iterable
from importlib.resources import files

from formats.markup import Dialect, blocks_html, escape, our_language, sentences_html, web_page
from formats.model import Edition, OutputFile, Sentences
from formats.offers import section
from formats.original import canonical, original_line
from formats.page import Page, feed_link, write
from formats.read_along.cues import sentence_cues, word_cues
from formats.read_along.player import parts_list, player
from formats.reader import script_element
from formats.share import post_card
from formats.structured import post_data
from formats.words import words

_STYLE = (files("formats.styles") / "read_along.css").read_text("utf-8")

NAME = "index.html"
_ROOT = "../../"


def render(edition: Edition) -> Iterable[OutputFile]:
    """`index.html` in the post's folder."""
    yield OutputFile(NAME, "text/html", write(_page(edition)))


def _page(edition: Edition) -> Page:
    post, blog = edition.post, edition.publication
    return Page(
        title=f"{post.title} – {blog.title}",
        language=post.language,
        description=post.summary,
        body=_body(edition),
        head=canonical(post, _here(edition))
        + feed_link(f"{_ROOT}feed.xml", blog)
        + post_card(edition)
        + post_data(edition)
        + script_element("read_along.js", _ROOT),
        style=_STYLE,
        root=_ROOT,
    )


def _here(edition: Edition) -> str:
    return f"{edition.publication.base_url}posts/{edition.post.slug}/{NAME}"


def _body(edition: Edition) -> str:
    ours = words(edition.post.language)
    own = our_language(ours, edition.post.language)
    return f"""<a class="skip" href="#page-post"{own}>{ours.page.to_post}</a>
<a class="skip" href="#page-player"{own}>{ours.page.listen}</a>
<header class="site-header"{own}>
<a href="{_ROOT}index.html">{escape(ours.page.all_posts.format(edition.publication.title))}</a>
</header>
<main>
<article>
{_opening(edition.opening, web_page(edition))}
<div id="page-post">
{blocks_html(edition.body, web_page(edition))}
</div>
<p class="quiet">{sentences_html(edition.closing, web_page(edition))}</p>
{original_line(edition.post, _here(edition), ours)}</article>
{section(edition, NAME, ours.page.other_ways)}
{parts_list(edition)}</main>
{player(edition)}
<script type="application/json" id="page-cues">{sentence_cues(edition.narration)}</script>
<script type="application/json" id="page-words">{word_cues(edition)}</script>"""


def _opening(opening: Sentences, dialect: Dialect) -> str:
    """The opening as it is spoken: the title as the page's heading, then the other sentences."""
    title, rest = opening[:1], opening[1:]
    return (
        f"<h1>{sentences_html(title, dialect).strip()}</h1>\n"
        f'<p class="byline">{sentences_html(rest, dialect)}</p>'
    )
