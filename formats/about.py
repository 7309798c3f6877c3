"""Links from the index to what is about the blog: the statement and the catalogs."""

from formats.markup import escape
from formats.model import Publication
from formats.names import STATEMENT
from formats.words import Words
from formats.words.about import about
from formats.words.lists import list_words

CATALOG = "opds.xml"
CATALOG_JSON = "opds.json"

ATOM = "application/atom+xml;profile=opds-catalog;kind=acquisition"
"""The media type of a catalog (OPDS 1.2, 2.3)."""

JSON = "application/opds+json"
"""The media type of a catalog (OPDS 2.0, "Overview")."""


def about_links(ours: Words, publication: Publication, root: str) -> str:
    """A list of links for the foot of a list of posts; "" if nothing of it is made.

    `root` leads from the page to the root of the output.
    """
    said = about(ours)
    known = (("statement", STATEMENT, said.statement), ("catalog", CATALOG, said.catalog))
    items = "\n".join(
        f'<li><a href="{escape(root + path)}">{escape(words)}</a></li>'
        for name, path, words in known
        if publication.makes(name)
    )
    return f'<ul class="offers">\n{items}\n</ul>\n' if items else ""


def ways_to_ask(ours: Words, publication: Publication) -> str:
    """A list of the ways to reach the people of the blog; "" if the settings name none."""
    said = list_words(ours)
    email, telephone = escape(publication.email), escape(publication.telephone)
    dialled = "".join(ch for ch in telephone if ch in "+0123456789")
    lines = "<br/>".join(map(escape, publication.address.splitlines()))
    ways = (
        (email, said.email, f'<a href="mailto:{email}">{email}</a>'),
        (telephone, said.telephone, f'<a href="tel:{dialled}">{telephone}</a>'),
        (lines, said.post, f"<address>{lines}</address>"),
    )
    known = [f"<div><dt>{name}</dt><dd>{way}</dd></div>" for given, name, way in ways if given]
    items = "\n".join(known)
    return f'<dl class="ask">\n{items}\n</dl>\n' if known else ""


def ways_on_paper(ours: Words, publication: Publication) -> list[str]:
    """The same ways as lines: telephone, e-mail, post."""
    said = list_words(ours)
    known = (
        (said.telephone, publication.telephone),
        (said.email, publication.email),
        (said.post, ", ".join(publication.address.splitlines())),
    )
    return [f"{name}: {way}" for name, way in known if way]


def catalog_links(publication: Publication) -> str:
    """The elements by which programs for reading find the catalogs (OPDS 1.2, 7)."""
    if not publication.makes("catalog"):
        return ""
    title = escape(publication.title)
    kinds = ((ATOM, CATALOG), (JSON, CATALOG_JSON))
    return "".join(
        f'<link rel="related" type="{kind}" href="{path}" title="{title}"/>\n'
        for kind, path in kinds
    )
