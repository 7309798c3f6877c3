"""The post as a web page that is read along: player, text, the sentence being spoken lit up.

Without JavaScript it is the whole post with the browser's own player. Everything is in the
one file but the sound and the pictures, so that it works from a folder as from a host.
"""

import json
from collections.abc import Iterable
from importlib.resources import files

from formats.chapters import chapters
from formats.clock import milliseconds, short
from formats.markup import Dialect, blocks_html, escape, sentences_html
from formats.model import Chapter, Edition, OutputFile, Sentences
from formats.offers import links
from formats.page import Page, canonical_link, feed_link, in_english, write

_STYLE = (files("formats.styles") / "read_along.css").read_text("utf-8")
_SCRIPT = (files("formats.scripts") / "read_along.js").read_text("utf-8")

NAME = "index.html"

_SPEEDS = ("0.75", "1", "1.25", "1.5", "1.75", "2")


def render(edition: Edition) -> Iterable[OutputFile]:
    """`index.html` in the post's folder."""
    yield OutputFile(NAME, "text/html", write(_page(edition)))


def _page(edition: Edition) -> Page:
    post, blog = edition.post, edition.publication
    here = f"{blog.base_url}posts/{post.slug}/index.html"
    return Page(
        title=f"{post.title} – {blog.title}",
        language=post.language,
        description=post.summary,
        body=_body(edition),
        head=canonical_link(here) + feed_link("../../feed.xml", blog),
        style=_STYLE,
    )


def _body(edition: Edition) -> str:
    ours = in_english(edition.post.language)
    return f"""<a class="skip" href="#page-post"{ours}>Go to the post</a>
<header class="site-header"{ours}>
<a href="../../index.html">All posts of {escape(edition.publication.title)}</a>
</header>
<main>
<article>
{_opening(edition.opening, _dialect(edition))}
{_player(edition)}
<div id="page-post">
{blocks_html(edition.post.blocks, _dialect(edition))}
</div>
<p class="quiet">{sentences_html(edition.closing, _dialect(edition))}</p>
</article>
{_offers(edition, ours)}
</main>
<script type="application/json" id="page-cues">{_cues(edition)}</script>
<script type="module">
{_SCRIPT}</script>"""


def _dialect(edition: Edition) -> Dialect:
    there = {media.path for media in edition.media}
    return Dialect(xhtml=False, picture=lambda src: src if src in there else None)


def _opening(opening: Sentences, dialect: Dialect) -> str:
    """The opening as it is spoken: the title as the page's heading, then whose and from when."""
    title, rest = opening[:1], opening[1:]
    return (
        f"<h1>{sentences_html(title, dialect).strip()}</h1>\n"
        f'<p class="byline">{sentences_html(rest, dialect)}</p>'
    )


# --- the player -------------------------------------------------------------------------


def _player(edition: Edition) -> str:
    ours = in_english(edition.post.language)
    source = escape(f"{edition.post.slug}.mp3")
    return f"""<section class="player" aria-label="Listen"{ours}>
<audio controls="" preload="metadata" src="{source}"><a href="{source}">Listen (MP3)</a></audio>
<div class="controls" id="page-controls" hidden="">
<button type="button" id="page-back">Back a sentence</button>
<button type="button" id="page-on">On a sentence</button>
<label>Speed <select id="page-speed">
{_speeds()}
</select></label>
<label><input type="checkbox" id="page-follow" checked=""/> Follow along</label>
</div>
{_chapters(chapters(edition), edition.post.language)}</section>"""


def _speeds() -> str:
    chosen = ' selected=""'
    return "\n".join(
        f'<option value="{speed}"{chosen if speed == "1" else ""}>{speed} ×</option>'
        for speed in _SPEEDS
    )


def _chapters(parts: tuple[Chapter, ...], language: str) -> str:
    """Links to the parts, with when each is heard; none where there is only one."""
    if len(parts) < 2:
        return ""
    links = "\n".join(_chapter(part, language) for part in parts)
    summary = f"<summary>{len(parts)} parts</summary>"
    return f'<details class="chapters">\n{summary}\n<ol>\n{links}\n</ol>\n</details>\n'


def _chapter(part: Chapter, language: str) -> str:
    title = f'<span lang="{escape(language)}">{escape(part.title)}</span>'
    time = f'<span class="time">{short(part.begin)}</span>'
    return f'<li><a href="#{escape(part.id)}">{title} {time}</a></li>'


def _cues(edition: Edition) -> str:
    """[id, milliseconds] of each cue; "<" is escaped so that nothing can end the element."""
    rate = edition.narration.rate
    cues = [[cue.id, milliseconds(cue.begin, rate)] for cue in edition.narration.cues]
    return json.dumps(cues, separators=(",", ":")).replace("<", "\\u003c")


# --- the other formats -----------------------------------------------------------------


def _offers(edition: Edition, ours: str) -> str:
    others = links(edition.post.slug, edition.publication, NAME)
    return f"""<section aria-labelledby="page-offers"{ours}>
<h2 id="page-offers">Other ways to read this post</h2>
{others}
</section>"""
