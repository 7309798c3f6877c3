"""The post as a web page to read along: player, text, the spoken sentence highlighted.

Without JavaScript it is the whole post with the browser's own player. It works from a folder as
well as from a server.
"""

import json
from collections.abc import Iterable
from importlib.resources import files

from formats.chapters import chapters
from formats.clock import milliseconds, short
from formats.markup import Dialect, blocks_html, escape, our_language, sentences_html, web_page
from formats.model import Chapter, Edition, OutputFile, Sentences
from formats.offers import section
from formats.original import canonical, original_line
from formats.page import Page, feed_link, write
from formats.reader import script_element
from formats.words import Words, phrases, words

_STYLE = (files("formats.styles") / "read_along.css").read_text("utf-8")

NAME = "index.html"
ROOT = "../../"

_SPEEDS = ("0.75", "1", "1.25", "1.5", "1.75", "2")


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
        + feed_link("../../feed.xml", blog)
        + script_element("read_along.js", ROOT),
        style=_STYLE,
        root=ROOT,
    )


def _here(edition: Edition) -> str:
    return f"{edition.publication.base_url}posts/{edition.post.slug}/{NAME}"


def _body(edition: Edition) -> str:
    ours = words(edition.post.language)
    own = our_language(ours, edition.post.language)
    return f"""<a class="skip" href="#page-post"{own}>{ours.page.to_post}</a>
<header class="site-header"{own}>
<a href="../../index.html">{escape(ours.page.all_posts.format(edition.publication.title))}</a>
</header>
<main>
<article>
{_opening(edition.opening, web_page(edition))}
{_player(edition, ours)}
<div id="page-post">
{blocks_html(edition.body, web_page(edition))}
</div>
<p class="quiet">{sentences_html(edition.closing, web_page(edition))}</p>
{original_line(edition.post, _here(edition), ours)}</article>
{section(edition, NAME, ours.page.other_ways)}
</main>
<script type="application/json" id="page-cues">{_cues(edition)}</script>"""


def _opening(opening: Sentences, dialect: Dialect) -> str:
    """The opening as it is spoken: the title as the page's heading, then the other sentences."""
    title, rest = opening[:1], opening[1:]
    return (
        f"<h1>{sentences_html(title, dialect).strip()}</h1>\n"
        f'<p class="byline">{sentences_html(rest, dialect)}</p>'
    )


# --- the player -------------------------------------------------------------------------


def _player(edition: Edition, ours: Words) -> str:
    own, page = our_language(ours, edition.post.language), ours.page
    source = escape(f"{edition.post.slug}.mp3")
    return f"""<section class="player" aria-label="{page.listen}"{own}>
<audio controls="" preload="metadata" src="{source}">{_fallback(source, page.listen)}</audio>
<div class="controls" id="page-controls" hidden="">
<button type="button" id="page-back">{page.back}</button>
<button type="button" id="page-on">{page.on}</button>
<label>{page.speed} <select id="page-speed">
{_speeds(ours)}
</select></label>
<label><input type="checkbox" id="page-follow" checked=""/> {page.follow}</label>
</div>
{_chapters(chapters(edition), edition.post.language, ours)}</section>"""


def _fallback(source: str, listen: str) -> str:
    """Shown by a browser that has no player."""
    return f'<a href="{source}">{listen} (MP3)</a>'


def _speeds(ours: Words) -> str:
    chosen = ' selected=""'
    return "\n".join(
        f'<option value="{value}"{chosen if value == "1" else ""}>{shown} ×</option>'
        for value, shown in ((speed, phrases.decimal(speed, ours)) for speed in _SPEEDS)
    )


def _chapters(parts: tuple[Chapter, ...], language: str, ours: Words) -> str:
    """Links to the chapters, with their times; none if there is only one."""
    if len(parts) < 2:
        return ""
    links = "\n".join(_chapter(part, language) for part in parts)
    summary = f"<summary>{ours.page.parts.format(len(parts))}</summary>"
    return f'<details class="chapters">\n{summary}\n<ol>\n{links}\n</ol>\n</details>\n'


def _chapter(part: Chapter, language: str) -> str:
    title = f'<span lang="{escape(part.language or language)}">{escape(part.title)}</span>'
    time = f'<span class="time">{short(part.begin)}</span>'
    return f'<li><a href="#{escape(part.id)}">{title} {time}</a></li>'


def _cues(edition: Edition) -> str:
    """[id, milliseconds] of each cue; "<" is escaped so that nothing can end the element."""
    rate = edition.narration.rate
    cues = [[cue.id, milliseconds(cue.begin, rate)] for cue in edition.narration.cues]
    return json.dumps(cues, separators=(",", ":")).replace("<", "\\u003c")
