"""The post for a newsletter: HTML that e-mail programs keep, and text; ways to read it first.

Many programs drop `<style>`, so each element has its style itself. No colours are set, so that a
reader's own stay. All addresses are absolute, and nothing tells who has opened it. The layout has
no tables; those of the post stay.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from urllib.parse import urljoin

from lxml import etree

from formats.languages import direction
from formats.markup import blocks_html, escape, our_language, sentences_html, web_page
from formats.model import Edition, Offer, OutputFile
from formats.offers import in_words, offers
from formats.texts import post_text
from formats.words import words
from formats.words.take_away import take_away

LARGEST = 100_000
"""In bytes: Gmail cuts off what is over 102 kB."""

_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none';"
    " img-src https: http: file:; style-src 'unsafe-inline'"
)
"""Where a browser opens it: styles on its elements, and pictures by their whole addresses."""

_WIDEST = 600
"""In pixels: Outlook knows no `max-width`, and its window for reading is about as wide."""

_STYLES: Mapping[str, str] = MappingProxyType(
    {
        "main": "max-width:40em;margin:0 auto;padding:0 1em;font-family:Arial,Helvetica,sans-serif;"
        "font-size:1.125em;line-height:1.5;overflow-wrap:break-word",
        "h1": "font-size:1.6em;line-height:1.25",
        "h2": "font-size:1.3em;line-height:1.25",
        "h3": "font-size:1.15em;line-height:1.25",
        "img": "max-width:100%;height:auto",
        "figure": "margin:1em 0",
        "blockquote": "margin:1em 0;padding:0 1em;border-left:4px solid",
        "pre": "white-space:pre-wrap;overflow-wrap:anywhere",
        "table": "border-collapse:collapse",
        ".table": "overflow-x:auto",
        "caption": "text-align:start",
        "th": "border:1px solid;padding:.25em .5em;text-align:start;vertical-align:top",
        "td": "border:1px solid;padding:.25em .5em;text-align:start;vertical-align:top",
        "li": "margin:.25em 0",
    }
)
_ALWAYS = 4  # title, ways to read, author and date, and the link to the rest


def render(edition: Edition) -> Iterable[OutputFile]:
    """`email.html` and `email.txt`, to be pasted into the program that sends them."""
    yield OutputFile("email.html", "text/html", _page(edition).encode())
    yield OutputFile("email.txt", "text/plain", _text(edition).encode())


def _ways(edition: Edition) -> list[tuple[str, str]]:
    """What there is to read the post with, and its address; drafts are not for a newsletter."""
    post, publication = edition.post, edition.publication
    drafts = {offer.what for row in publication.formats if row.draft for offer in row.offers}
    found: dict[str, Offer] = offers(post.slug, publication)
    return [
        (in_words(offer, words(post.language)), f"{_folder(edition)}{path}")
        for path, offer in found.items()
        if offer.what not in drafts
    ]


def _folder(edition: Edition) -> str:
    return f"{edition.publication.base_url}posts/{edition.post.slug}/"


def _text(edition: Edition) -> str:
    ours = words(edition.post.language)
    ways = "\n".join(f"- {what}:\n  {address}" for what, address in _ways(edition))
    return f"{ours.page.other_ways}:\n\n{ways}\n\n\n{post_text(edition)}"


# --- HTML -------------------------------------------------------------------------------


def _page(edition: Edition) -> str:
    """The whole page, at most `LARGEST` bytes."""
    post = edition.post
    language = escape(post.language)
    address = escape(f"{_folder(edition)}index.html")
    head = f"""<!DOCTYPE html>
<html lang="{language}" dir="{direction(post.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="canonical" href="{address}">
<title>{escape(post.title)}</title>
</head>
<body>
"""
    foot = "\n</body>\n</html>\n"
    return f"{head}{_fitting(edition, LARGEST - len(f'{head}{foot}'.encode()))}{foot}"


def _fitting(edition: Edition, room: int) -> str:
    """The mail; blocks at the end that do not fit give way to a link to the page."""
    mail = _mail(edition)
    if len((written := _written(mail)).encode()) <= room:
        return written
    rest = take_away(edition.post.language).rest
    own = our_language(words(edition.post.language), edition.post.language)
    link = f'<p><a href="{escape(_folder(edition))}index.html"{own}>{escape(rest)}</a></p>'
    mail.append(etree.fromstring(link))
    sizes = [len(_written(block).encode()) for block in mail]
    over = len(_written(mail).encode()) - room
    while over > 0 and len(mail) > _ALWAYS:
        over -= sizes.pop(-2)
        mail.remove(mail[-2])
    return _written(mail)


def _written(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", method="html")


def _mail(edition: Edition) -> etree._Element:
    """Title, ways to read it, author and date, then the post: with styles and whole addresses."""
    dialect = web_page(edition)
    ours = words(edition.post.language)
    own = our_language(ours, edition.post.language)
    items = "\n".join(
        f'<li><a href="{escape(address)}">{escape(what)}</a></li>'
        for what, address in _ways(edition)
    )
    title = sentences_html(edition.opening[:1], dialect).strip()
    about = sentences_html(edition.about, dialect)
    mail = etree.fromstring(
        f"""<main lang="{escape(edition.post.language)}" dir="{direction(edition.post.language)}">
<h1>{title}</h1>
<div{own}>
<p>{escape(ours.page.other_ways)}:</p>
<ul>
{items}
</ul>
</div>
<p>{about}</p>
{blocks_html(edition.post.blocks, dialect)}
</main>""",
        etree.XMLParser(resolve_entities=False, huge_tree=True),
    )
    _prepare(mail, edition)
    return mail


def _prepare(mail: etree._Element, edition: Edition) -> None:
    """Give each element its style and whole addresses; links back to the text lead nowhere here."""
    for link in [a for a in mail.iter("a") if a.get("role") == "doc-backlink"]:
        paragraph = link.getparent()
        note = None if paragraph is None else paragraph.getparent()
        if note is not None and paragraph is not None:
            note.remove(paragraph)
    widths = {media.path: media.width for media in edition.media}
    for element in mail.iter("*"):
        if style := _STYLES.get(_kind(element)):
            element.set("style", style)
        if width := widths.get(element.get("src", "")):
            element.set("width", str(min(width, _WIDEST)))
        for name in ("href", "src"):
            if address := element.get(name):
                element.set(name, _whole(address, _folder(edition)))


def _kind(element: etree._Element) -> str:
    """What an element's style goes by: its name, or the class of the box around a table."""
    return ".table" if element.get("class") == "table" else str(element.tag)


def _whole(address: str, folder: str) -> str:
    """An address from anywhere; a place in the post is that place on its page."""
    return urljoin(f"{folder}index.html", address)
