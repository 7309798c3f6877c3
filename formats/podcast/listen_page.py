"""`listen.html`: how to subscribe, for people who have never done it, and for those who have.

It stands in for a style sheet (XSLT) on the feed itself, which browsers are giving up.
"""

from collections.abc import Sequence
from importlib.resources import files

from formats.markup import escape, language_attributes
from formats.model import Publication
from formats.page import Page, canonical_link, feed_link, write
from formats.podcast.apps import APPS, App
from formats.podcast.elements import address
from formats.podcast.feed import WHOLE, Feed, parts
from formats.words import Words, added, words
from formats.words.listening import ListeningWords, listening

PAGE = "listen.html"

_STYLE = (files("formats.styles") / "listen_page.css").read_text("utf-8")


def listen_page(blog: Publication, feeds: Sequence[Feed]) -> bytes:
    """The page, in the blog's language where we have its words."""
    ours = words(added(blog.language))
    page = Page(
        title=listening(ours).heading.format(blog.title),
        language=added(blog.language),
        description=listening(ours).about,
        body=_body(blog, feeds, ours),
        head=canonical_link(address(blog.base_url, PAGE)) + feed_link(WHOLE, blog),
        style=_STYLE,
    )
    return write(page)


def _body(blog: Publication, feeds: Sequence[Feed], ours: Words) -> str:
    said = listening(ours)
    name = f"<span{language_attributes(blog.language, xhtml=False)}>{escape(blog.title)}</span>"
    small = f"<p>{said.less_data}</p>\n" if blog.makes("low-data") else ""
    back = escape(ours.page.all_posts.format(blog.title))
    return f"""<header class="site-header"><a href="index.html">{back}</a></header>
<main>
<h1>{said.heading.format(name)}</h1>
<p>{said.about} {said.synthetic}</p>
<h2>{said.any_app}</h2>
<p>{ours.site.add_podcast}</p>
{_address(blog, WHOLE)}
{_apps(blog, said)}{_parts(blog, feeds, said)}{small}</main>"""


def _address(blog: Publication, path: str) -> str:
    """A feed's address in full, to be copied; as a link, too, for who copies links."""
    return f'<p class="address"><a href="{path}">{escape(address(blog.base_url, path))}</a></p>'


def _apps(blog: Publication, said: ListeningWords) -> str:
    """A link for each app; on the editor's own computer, what is missing for them."""
    if not blog.is_public:
        return f'<p class="editor">{said.only_here}</p>\n'
    feed = address(blog.base_url, WHOLE)
    links = "\n".join(_app(app, feed) for app in APPS)
    return f"""<h2>{said.apps}</h2>
<ul class="apps">
{links}
</ul>
<p>{said.nothing}</p>
"""


def _app(app: App, feed: str) -> str:
    href = escape(app.link(feed))
    return f'<li><a href="{href}">{app.name} <span class="quiet">{app.runs_on}</span></a></li>'


def _parts(blog: Publication, feeds: Sequence[Feed], said: ListeningWords) -> str:
    """The feeds of subjects and authors, each with its own address to copy."""
    rows = "\n".join(
        f"<dt{_language(feed, blog)}>{escape(feed.part)}</dt><dd>{_address(blog, feed.path)}</dd>"
        for feed in parts(feeds)
    )
    return f"<h2>{said.part}</h2>\n<dl>\n{rows}\n</dl>\n" if rows else ""


def _language(feed: Feed, blog: Publication) -> str:
    return language_attributes(feed.language or blog.language, xhtml=False)
