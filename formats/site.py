"""The index page: every post and every way to read it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from importlib.resources import files

from formats.markup import escape, language_attributes
from formats.model import Blog, Episode, FileCard, OutputFile, Publication
from formats.offers import in_detail, offers, own_picture
from formats.page import Page, canonical_link, feed_link, write
from formats.reader import shared_files
from formats.words import SiteWords, Words, added, phrases, words

_STYLE = (files("formats.styles") / "site.css").read_text("utf-8")


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """`index.html` at the root of the output, in the blog's language where we have its words.

    With it come the files that all pages share.
    """
    yield OutputFile("index.html", "text/html", write(_page(blog)))
    yield from shared_files()


def _page(blog: Blog) -> Page:
    publication = blog.publication
    return Page(
        title=publication.title,
        language=added(publication.language),
        description=publication.description,
        body=_body(blog),
        head=canonical_link(publication.base_url) + feed_link("feed.xml", publication),
        style=_STYLE,
    )


def _body(blog: Blog) -> str:
    publication = blog.publication
    ours = words(added(publication.language))
    language = language_attributes(publication.language, xhtml=False)
    about = f"<p{language}>{escape(publication.description)}</p>\n"
    posts = "\n".join(_post(episode, publication, ours) for episode in blog.episodes)
    return f"""<a class="skip" href="#page-posts">{ours.site.to_posts}</a>
<main>
<h1{language}>{escape(publication.title)}</h1>
{about if publication.description else ""}{_whole(publication, ours)}
<section aria-labelledby="page-posts">
<h2 id="page-posts">{_count(blog.episodes, ours.site)}</h2>
{posts}
</section>
</main>
{_footer(publication, ours)}"""


def _count(episodes: Sequence[Episode], ours: SiteWords) -> str:
    """The number of posts; "newest first" only if every post has a date."""
    count = ours.post if len(episodes) == 1 else ours.posts.format(len(episodes))
    dated = all(episode.post.published for episode in episodes)
    return ours.newest_first.format(count) if dated and len(episodes) > 1 else count


def _whole(publication: Publication, ours: Words) -> str:
    """The formats of the whole blog, if they are made: the podcast, the book and the file."""
    parts = (_podcast(publication, ours.site), _book(publication, ours), _file(publication, ours))
    inner = "\n".join(filter(None, parts))
    if not inner:
        return ""
    return f"""<section class="whole" aria-labelledby="page-whole">
<h2 id="page-whole">{ours.site.whole_blog}</h2>
{inner}
</section>"""


def _podcast(publication: Publication, ours: SiteWords) -> str:
    if not publication.makes("podcast"):
        return ""
    feed = escape(f"{publication.base_url}feed.xml")
    return f"""<h3>{ours.as_podcast}</h3>
<p>{ours.add_podcast}</p>
<p><a href="feed.xml">{feed}</a></p>"""


def _book(publication: Publication, ours: Words) -> str:
    if not publication.makes("book"):
        return ""
    book = escape(f"{publication.slug}.epub")
    earlier = f" ({ours.page.outdated})" if publication.has_outdated("book") else ""
    return f"""<h3>{ours.site.as_book}</h3>
<p><a href="{book}">{ours.site.whole_book}{earlier}</a></p>"""


def _file(publication: Publication, ours: Words) -> str:
    if not publication.makes("blog-zip"):
        return ""
    file = escape(f"{publication.slug}.zip")
    earlier = f" ({ours.page.outdated})" if publication.has_outdated("blog-zip") else ""
    return f"""<h3>{ours.site.as_file}</h3>
<p><a href="{file}">{ours.site.whole_file}{earlier}</a></p>"""


def _footer(publication: Publication, ours: Words) -> str:
    author = f"<p>{ours.by.format(escape(publication.author))}</p>\n" if publication.author else ""
    licence = ours.site.licence.format(escape(publication.licence))
    terms = f"<p>{licence}</p>\n" if publication.licence else ""
    email = escape(publication.email)
    ask = f'<p>{ours.site.ask_us} <a href="mailto:{email}">{email}</a></p>\n' if email else ""
    inner = author + terms + ask
    return f'<footer class="site-footer">\n{inner}</footer>' if inner else ""


# --- posts ------------------------------------------------------------------------------


def _post(episode: Episode, publication: Publication, ours: Words) -> str:
    post = episode.post
    name = f"post-{escape(post.slug)}"
    language = language_attributes(post.language, xhtml=False)
    summary = f"<p{language}>{escape(post.summary)}</p>\n" if post.summary else ""
    return f"""<article aria-labelledby="{name}">
<h3 id="{name}"{language}>{escape(post.title)}</h3>
<p class="quiet">{_facts(episode, ours)}</p>
{_picture(episode, ours)}{summary}{_offers(episode, publication, ours)}</article>"""


def _picture(episode: Episode, ours: Words) -> str:
    """The picture that stands for a post, if it was written; its description is the post's."""
    post = episode.post
    card = own_picture(episode)
    if post.picture is None or card is None:
        return ""
    if post.picture.alt is None:
        alt, language = ours.page.undescribed, ""
    else:
        alt, language = post.picture.alt, language_attributes(post.language, xhtml=False)
    src = f'src="{escape(card.path)}" loading="lazy"'
    return f'<img class="picture" {src} alt="{escape(alt)}"{language}>\n'


def _facts(episode: Episode, ours: Words) -> str:
    """Author, date and length; unknown facts are left out."""
    post = episode.post
    facts = [ours.site.to_listen.format(phrases.length(episode.duration, ours))]
    if post.authors:
        facts.insert(0, ours.site.by.format(escape(phrases.names(post.authors, ours))))
    if post.published:
        facts.insert(-1, _time(post.published, ours))
    return " · ".join(facts)


def _time(moment: datetime, ours: Words) -> str:
    written = phrases.day(moment, ours)
    return f'<time datetime="{moment.date().isoformat()}">{written}</time>'


def _offers(episode: Episode, publication: Publication, ours: Words) -> str:
    """The offers that were made; each link has the post's title, so that it is clear alone.

    WCAG 2.4.9: a hundred links that say "Listen" are no help in a list of links.
    """
    folder = f"posts/{episode.post.slug}/"
    cards = {card.path: card for card in episode.files}
    lines = "\n".join(
        _offer(card, episode, in_detail(offer, card, episode.duration, ours))
        for path, offer in offers(episode.post.slug, publication).items()
        if (card := cards.get(folder + path))
    )
    return f'<ul class="offers">\n{lines}\n</ul>\n' if lines else ""


def _offer(card: FileCard, episode: Episode, what: str) -> str:
    title = f'<span class="hidden">: {escape(episode.post.title)}</span>'
    return f'<li><a href="{escape(card.path)}">{escape(what)}{title}</a></li>'
