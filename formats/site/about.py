"""What stands around a list of posts: the blog as a whole, and how to ask for another format."""

from formats.about import about_links, ways_to_ask
from formats.markup import escape
from formats.model import Publication
from formats.site.entries import Front
from formats.words import Words
from formats.words.book import book
from formats.words.listening import listening
from formats.words.talking_book import talking_book


def whole(publication: Publication, ours: Words) -> str:
    """The formats of the whole blog, if they are made: the podcast, the book and the file."""
    parts = (_podcast(publication, ours), _book(publication, ours), _file(publication, ours))
    inner = "\n".join(filter(None, parts))
    if not inner:
        return ""
    return f"""<section class="whole" aria-labelledby="page-whole">
<h2 id="page-whole">{ours.site.whole_blog}</h2>
{inner}
</section>"""


def _podcast(publication: Publication, ours: Words) -> str:
    if not publication.makes("podcast"):
        return ""
    feed = escape(f"{publication.base_url}feed.xml")
    subscribe = listening(ours).heading.format(publication.title)
    return f"""<h3>{ours.site.as_podcast}</h3>
<p>{ours.site.add_podcast}</p>
<p><a href="feed.xml">{feed}</a></p>
<p><a href="listen.html">{escape(subscribe)}</a></p>"""


def _book(publication: Publication, ours: Words) -> str:
    kinds = (
        ("book", f"{publication.slug}.epub", ours.site.whole_book),
        ("text-book", f"{publication.slug}-text.epub", book(ours).text),
        *(
            (
                f"blog-{name}",
                f"{publication.slug}-{name}.zip",
                talking_book(ours).every.format(kind),
            )
            for name, kind in (("daisy202", "DAISY 2.02"), ("daisy3", "DAISY 3"))
        ),
    )
    links = [
        f'<p><a href="{escape(path)}">{words}{_earlier(name, publication, ours)}</a></p>'
        for name, path, words in kinds
        if publication.makes(name)
    ]
    return "\n".join([f"<h3>{ours.site.as_book}</h3>", *links]) if links else ""


def _earlier(name: str, publication: Publication, ours: Words) -> str:
    return f" ({ours.page.outdated})" if publication.has_outdated(name) else ""


def _file(publication: Publication, ours: Words) -> str:
    if not publication.makes("blog-zip"):
        return ""
    file = escape(f"{publication.slug}.zip")
    earlier = f" ({ours.page.outdated})" if publication.has_outdated("blog-zip") else ""
    return f"""<h3>{ours.site.as_file}</h3>
<p><a href="{file}">{ours.site.whole_file}{earlier}</a></p>"""


def footer(site: Front, root: str) -> str:
    """How to ask for another format, whose blog it is, and what readers may do with it.

    `root` leads from the page to the root of the output.
    """
    publication, ours = site.publication, site.ours
    author = f"<p>{ours.by.format(escape(publication.author))}</p>\n" if publication.author else ""
    licence = ours.site.licence.format(escape(publication.licence))
    terms = f"<p>{licence}</p>\n" if publication.licence else ""
    inner = _ask(site) + author + terms + about_links(ours, publication, root)
    return f'<footer class="site-footer">\n{inner}</footer>' if inner else ""


def _ask(site: Front) -> str:
    """Each way to reach the people of the blog that the settings name."""
    ways = ways_to_ask(site.ours, site.publication)
    if not ways:
        return ""
    return f"""<h2 id="page-ask">{site.said.ask}</h2>
<p>{site.said.ask_why}</p>
{ways}"""
