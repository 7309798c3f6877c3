"""The front of the blog: lists of its posts by date, subject, author and year, and the search."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from formats import look
from formats.about import catalog_links
from formats.groups import AUTHORS, SUBJECTS, YEARS, Group, groups
from formats.markup import escape, language_attributes
from formats.model import Blog, Episode, OutputFile
from formats.page import FONTS, Page, canonical_link, feed_link, write
from formats.reader import script_element, shared_files
from formats.share import blog_card
from formats.site import browse, search
from formats.site.about import footer, whole
from formats.site.entries import Front, entry, foreign, wave
from formats.site.pager import ListPage, in_pages
from formats.structured import blog_data
from formats.words import Words, added, words
from formats.words.lists import list_words

_STYLE = (files("formats.styles") / "site.css").read_text("utf-8")
_FILLS = ' preserveAspectRatio="none"'
"""A wave as wide as there is room; the style sheet keeps the width of its bars."""

_MOST_NAMES = 400
"""Subjects or authors on a page that lists all of them."""


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """The index, the lists of subjects, authors and years, and what they need.

    `index.html` and its further pages are at the root of the output, in the language of the blog
    where we have its words; each subject, author and year has a folder. `404.html` is for
    addresses that lead nowhere. `reader/` has the typeface, the script, and what it searches.
    """
    ours = words(added(blog.publication.language))
    said, grouped = list_words(ours), groups(blog.episodes)
    site = Front(blog.publication, ours, said, grouped, blog.pieces)
    yield from _index(blog, site)
    for kind in (SUBJECTS, AUTHORS, YEARS):
        for group in site.groups.of(kind):
            yield from _group(group, site)
    yield from _names(SUBJECTS, site.said.all_subjects, site)
    yield from _names(AUTHORS, site.said.all_authors, site)
    yield _html("404.html", _lost(site))
    yield from _assets(blog, site)


def _assets(blog: Blog, site: Front) -> Iterator[OutputFile]:
    yield from shared_files()
    for path, data in zip(FONTS, blog.publication.typeface.web, strict=True):
        yield OutputFile(path, "font/woff", data)
    yield from search.files(blog.episodes, site)


def _html(path: str, page: Page) -> OutputFile:
    return OutputFile(path, "text/html", write(page))


# --- the index --------------------------------------------------------------------------


def _index(blog: Blog, site: Front) -> Iterator[OutputFile]:
    count = _count(blog.episodes, site.ours)
    for page in in_pages(entry(episode, site, "") for episode in blog.episodes):
        yield _html(page.name, _index_page(page, count, blog, site))


def _index_page(page: ListPage, count: str, blog: Blog, site: Front) -> Page:
    publication = blog.publication
    first = page.number == 1
    return Page(
        title=browse.titled(publication.title, page, site),
        language=added(publication.language),
        description=publication.description,
        body=_index_body(page, count, site),
        head=canonical_link(publication.base_url + ("" if first else page.name))
        + feed_link("feed.xml", publication)
        + catalog_links(publication)
        + blog_card(publication)
        + (blog_data(blog, blog.episodes[: len(page.entries)]) if first else "")
        + script_element("site.js", ""),
        style=_style(site),
    )


def _index_body(page: ListPage, count: str, site: Front) -> str:
    publication = site.publication
    language = language_attributes(publication.language, xhtml=False)
    first = page.number == 1
    about = f"<p{language}>{escape(publication.description)}</p>\n" if first else ""
    where = "" if first else f"<p>{site.said.page_of.format(page.number, page.count)}</p>\n"
    return f"""{_skip(site)}
<header class="masthead">
<div>
<h1{language}>{escape(publication.title)}</h1>
{about if publication.description else ""}{where}</div>
{_foot(site, "")}</header>
<main>
{browse.tools(site, "")}
<section class="posts" aria-labelledby="page-posts">
<h2 id="page-posts">{count}</h2>
{"".join(page.entries)}</section>
{browse.pages(page, site)}{_around(site) if first else ""}</main>
{footer(site, "")}"""


def _around(site: Front) -> str:
    """The blog as a whole, and the ways into it, below the newest posts."""
    return f"{whole(site.publication, site.ours)}\n{browse.groups_of(site)}"


def _count(episodes: Sequence[Episode], ours: Words) -> str:
    """The number of posts; "newest first" only if every post has a date."""
    count = ours.site.post if len(episodes) == 1 else ours.site.posts.format(len(episodes))
    dated = all(episode.post.published for episode in episodes)
    return ours.site.newest_first.format(count) if dated and len(episodes) > 1 else count


def _skip(site: Front) -> str:
    return f'<a class="skip" href="#page-posts">{site.ours.site.to_posts}</a>'


def _foot(site: Front, root: str) -> str:
    """The foot of the masthead: the wave of the blog, and links to the ways into its lists."""
    return wave(site.publication.title, _FILLS) + browse.ways(site, root)


def _style(site: Front) -> str:
    """The style of lists; the masthead has the colours of the title's wave, as the cover."""
    duo = look.duo(site.publication.title)
    colours = f"--ground: {duo.ground}; --on-ground: {duo.ink}; --bars: {duo.bars};"
    return f"{_STYLE}.masthead {{ {colours} }}\n"


# --- subjects, authors and years --------------------------------------------------------


def _group(group: Group, site: Front) -> Iterator[OutputFile]:
    said = site.said
    heading = {SUBJECTS: said.about, AUTHORS: said.by, YEARS: said.of_year}[group.kind]
    own = foreign(group.language, site) if group.kind == SUBJECTS else ""
    attributes = language_attributes(own, xhtml=False) if own else ""
    shown = heading.format(f"<bdi{attributes}>{escape(group.name)}</bdi>")
    root, count = "../../", _count(group.episodes, site.ours)
    for page in in_pages(entry(episode, site, root) for episode in group.episodes):
        inner = f"""{browse.tools(site, root)}
<section class="posts" aria-labelledby="page-posts">
<h2 id="page-posts">{count}</h2>
{"".join(page.entries)}</section>
{browse.pages(page, site)}"""
        titles = Titles(heading.format(group.name), shown)
        yield _html(group.folder + page.name, _listed(page, group.folder, titles, inner, site))


@dataclass(frozen=True, slots=True)
class Titles:
    """The title of a page as text, and its heading as markup."""

    text: str
    heading: str


def _listed(page: ListPage, folder: str, titles: Titles, inner: str, site: Front) -> Page:
    """A page below the index, with a way back to it."""
    publication = site.publication
    root = "../" * folder.count("/")
    where = (
        "" if page.number == 1 else f"<p>{site.said.page_of.format(page.number, page.count)}</p>\n"
    )
    back = escape(site.ours.page.all_posts.format(publication.title))
    return Page(
        title=f"{browse.titled(titles.text, page, site)} – {publication.title}",
        language=added(publication.language),
        description="",
        body=f"""{_skip(site)}
<header class="masthead">
<div>
<p><a href="{root}index.html">{back}</a></p>
<h1>{titles.heading}</h1>
{where}</div>
{_foot(site, root)}</header>
<main>
{inner}</main>
{footer(site, root)}""",
        head=canonical_link(f"{publication.base_url}{folder}{page.name}")
        + feed_link(f"{root}feed.xml", publication)
        + script_element("site.js", root),
        style=_style(site),
        root=root,
    )


def _names(kind: str, heading: str, site: Front) -> Iterator[OutputFile]:
    """The list of all subjects or authors."""
    every = site.groups.of(kind)
    if not every:
        return
    for page in in_pages(browse.names(every, site, "../"), _MOST_NAMES):
        inner = f"""<div id="page-posts">
<ul class="subjects">
{"".join(page.entries)}</ul>
</div>
{browse.pages(page, site)}"""
        titles = Titles(heading, heading)
        yield _html(f"{kind}/{page.name}", _listed(page, f"{kind}/", titles, inner, site))


# --- an address that leads nowhere ------------------------------------------------------


def _lost(site: Front) -> Page:
    """The page for addresses that lead nowhere: it may be shown at any depth of folders."""
    publication, said = site.publication, site.said
    home = publication.base_url
    back = escape(site.ours.page.all_posts.format(publication.title))
    return Page(
        title=f"{said.lost} – {publication.title}",
        language=added(publication.language),
        description="",
        body=f"""<main class="lost">
{wave(publication.title, _FILLS)}<h1>{said.lost}</h1>
<p>{said.lost_why}</p>
<p><a class="action" href="{escape(home)}">{back}</a></p>
</main>
{footer(site, home)}""",
        head='<meta name="robots" content="noindex"/>\n',
        style=_style(site),
        root=home,
    )
