"""The index page: every post and every way to read it, in a person's words."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from importlib.resources import files

from formats.clock import spoken_length
from formats.languages import primary
from formats.markup import escape, language_attributes
from formats.model import Blog, Episode, FileCard, Offer, OutputFile, Post, Publication
from formats.offers import in_detail, offers
from formats.page import Page, canonical_link, feed_link, write
from formats.words.en import EN

_STYLE = (files("formats.styles") / "site.css").read_text("utf-8")


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """`index.html` at the root of the output; its own words are English."""
    yield OutputFile("index.html", "text/html", write(_page(blog)))


def _page(blog: Blog) -> Page:
    publication = blog.publication
    own = publication.language
    return Page(
        title=publication.title,
        language=own if primary(own) == "en" else "en",
        description=publication.description,
        body=_body(blog),
        head=canonical_link(publication.base_url) + feed_link("feed.xml", publication),
        style=_STYLE,
    )


def _body(blog: Blog) -> str:
    publication = blog.publication
    language = language_attributes(publication.language, xhtml=False)
    about = f"<p{language}>{escape(publication.description)}</p>\n"
    posts = "\n".join(_post(episode, publication) for episode in blog.episodes)
    return f"""<a class="skip" href="#page-posts">Go to the posts</a>
<main>
<h1{language}>{escape(publication.title)}</h1>
{about if publication.description else ""}{_whole(publication)}
<section aria-labelledby="page-posts">
<h2 id="page-posts">{_count(blog.episodes)}</h2>
{posts}
</section>
</main>
{_footer(publication)}"""


def _count(episodes: Sequence[Episode]) -> str:
    """How many there are; which came first is only said where every post has a date."""
    count = f"{len(episodes)} post{'' if len(episodes) == 1 else 's'}"
    dated = all(episode.post.published for episode in episodes)
    return f"{count}, newest first" if dated and len(episodes) > 1 else count


def _whole(publication: Publication) -> str:
    """What holds the whole blog: the podcast and the book, as far as they are made."""
    parts = (_podcast(publication), _book(publication))
    inner = "\n".join(filter(None, parts))
    if not inner:
        return ""
    return f"""<section class="whole" aria-labelledby="page-whole">
<h2 id="page-whole">The whole blog</h2>
{inner}
</section>"""


def _podcast(publication: Publication) -> str:
    if not publication.makes("podcast"):
        return ""
    feed = escape(f"{publication.base_url}feed.xml")
    return f"""<h3>As a podcast</h3>
<p>In your podcast app, choose “add by address” or “add by URL” and paste this address:</p>
<p><a href="feed.xml">{feed}</a></p>"""


def _book(publication: Publication) -> str:
    if not publication.makes("book"):
        return ""
    book = escape(f"{publication.slug}.epub")
    return f"""<h3>As one book</h3>
<p><a href="{book}">Every post in one book that speaks and highlights (EPUB)</a></p>"""


def _footer(publication: Publication) -> str:
    author = f"<p>By {escape(publication.author)}.</p>\n" if publication.author else ""
    licence = f"<p>Licence: {escape(publication.licence)}.</p>\n" if publication.licence else ""
    email = escape(publication.email)
    ask = f'<p>Ask us: <a href="mailto:{email}">{email}</a></p>\n' if email else ""
    inner = author + licence + ask
    return f'<footer class="site-footer">\n{inner}</footer>' if inner else ""


# --- posts ------------------------------------------------------------------------------


def _post(episode: Episode, publication: Publication) -> str:
    post = episode.post
    name = f"post-{escape(post.slug)}"
    language = language_attributes(post.language, xhtml=False)
    summary = f"<p{language}>{escape(post.summary)}</p>\n" if post.summary else ""
    return f"""<article aria-labelledby="{name}">
<h3 id="{name}"{language}>{escape(post.title)}</h3>
<p class="quiet">{_facts(episode)}</p>
{summary}{_offers(episode, publication)}</article>"""


def _facts(episode: Episode) -> str:
    """Who, when and how long; what is not known is not said."""
    post = episode.post
    facts = [f"{spoken_length(episode.duration)} to listen to"]
    if post.authors:
        facts.insert(0, f"By {escape(_names(post))}")
    if post.published:
        facts.insert(-1, _time(post.published))
    return " · ".join(facts)


def _names(post: Post) -> str:
    *first, last = post.authors
    return f"{', '.join(first)} and {last}" if first else last


def _time(moment: datetime) -> str:
    day = f"{moment.day} {EN.months[moment.month - 1]} {moment.year}"
    return f'<time datetime="{moment.date().isoformat()}">{day}</time>'


def _offers(episode: Episode, publication: Publication) -> str:
    """What was made; the post's title in each link makes its purpose clear alone.

    WCAG 2.4.9: a hundred links that say "Listen" are no help in a list of links.
    """
    folder = f"posts/{episode.post.slug}/"
    cards = {card.path: card for card in episode.files}
    lines = "\n".join(
        _offer(offer, card, episode)
        for path, offer in offers(episode.post.slug, publication).items()
        if (card := cards.get(folder + path))
    )
    return f'<ul class="offers">\n{lines}\n</ul>\n' if lines else ""


def _offer(offer: Offer, card: FileCard, episode: Episode) -> str:
    title = f'<span class="hidden">: {escape(episode.post.title)}</span>'
    what = escape(in_detail(offer, card, episode.duration))
    return f'<li><a href="{escape(card.path)}">{what}{title}</a></li>'
