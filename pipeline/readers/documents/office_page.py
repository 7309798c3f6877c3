"""A web page that LibreOffice or OpenOffice saved."""

import re

from bs4 import Tag

from pipeline.readers.documents import properties
from pipeline.readers.documents.flat_lists import flatten, nest
from pipeline.readers.documents.one_post import DocumentPage, one_post
from pipeline.readers.documents.saved_page import (
    drop_same_languages,
    gather_notes,
    language_of,
    named_as_page,
)
from pipeline.readers.html.document import parse
from pipeline.readers.shared.files import beginning, decode
from pipeline.readers.shared.reading import Defaults, File, FileContents, Meta

_OFFICE = re.compile(
    r"<meta[^>]+generator[^>]+(?:LibreOffice|OpenOffice|StarOffice)", re.IGNORECASE
)


def claims(name: str, head: bytes) -> bool:
    """A page that says that LibreOffice made it."""
    return named_as_page(name) and bool(_OFFICE.search(beginning(head)))


def read(file: File, defaults: Defaults) -> FileContents:
    """The post in a page saved by LibreOffice; `ReadError` where there is none."""
    source = decode(file)
    soup = parse(source.text)
    author = soup.find("meta", attrs={"name": "author"})
    meta = Meta(
        title=properties.title(soup.title.get_text()) if soup.title else "",
        language=language_of(soup),
        authors=properties.people([str(author.get("content", ""))] if author else ()),
    )
    body = soup.body or soup
    lost = _clear(body)
    drop_same_languages(body, meta.language or defaults.language)
    flatten(body)
    nest(body)
    gather_notes(body)
    return one_post(DocumentPage(body, meta, lost=lost), source, defaults)


def _clear(body: Tag) -> tuple[str, ...]:
    """Leave out the table of contents, and the head and foot of each printed page."""
    contents = body.find_all("div", id=re.compile(r"^Table of Contents"))
    for tag in [*contents, *body.find_all("div", title=["header", "footer"])]:
        tag.decompose()
    for comment in body.find_all("a", class_="comment-anchor"):
        comment.decompose()
    return ("the table of contents",) if contents else ()
