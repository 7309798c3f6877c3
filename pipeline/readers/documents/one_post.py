"""A document as a page of HTML → the one post in it: its title, its notes, its captions.

In the page, a paragraph with the class `title`, `author`, `date` or `caption` is one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from pipeline.findings import Finding
from pipeline.readers.documents import properties
from pipeline.readers.html.document import draft
from pipeline.readers.shared import dates
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.reading import (
    Defaults,
    File,
    FileContents,
    Meta,
    TextFile,
    note,
    warning,
)

_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_LONGEST_LINE = 200  # characters; a longer first line is no title
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Page:
    """A document as its reader has it: the page, what its properties say, its pictures.

    `lost` names, for people, what could not be taken over.
    """

    body: Tag
    meta: Meta = field(default_factory=Meta)
    inside: Mapping[str, bytes] = field(default_factory=dict)
    lost: Sequence[str] = ()


def one_post(page: Page, file: File, defaults: Defaults) -> FileContents:
    """The post in a document; `ReadError` where it has no text."""
    meta = _said(page.body, page.meta)
    _captions(page.body)
    for line_end in page.body.select("pre br"):
        line_end.replace_with("\n")
    told = list(_told(page.lost, file.name))
    if not meta.title:
        title, guessed = _first_title(page.body, file)
        meta = replace(meta, title=title)
        told += guessed
    source = TextFile(
        file.root, file.path, file.name, page.body.get_text(), first=0, inside=page.inside
    )
    found = draft(page.body, meta, source, defaults.language)
    return replace(found, findings=(*told, *found.findings))


def _said(body: Tag, meta: Meta) -> Meta:
    """What the document says in its text, which counts before its properties."""
    titles, authors, days = (_taken(body, name) for name in ("title", "author", "date"))
    if titles:
        meta = replace(meta, title=one_line(titles[0].extract().get_text(" ")))
    for other in titles[1:]:  # a title further below is that of a part
        other.name = "h1"
    if authors:
        names = properties.people(author.extract().get_text(" ") for author in authors)
        meta = replace(meta, authors=names or meta.authors)
    day = dates.parse(days[0].get_text(" ")) if days else None
    if day:
        days[0].extract()
        meta = replace(meta, published=meta.published or day)
    return meta


def _taken(body: Tag, name: str) -> list[Tag]:
    found = body.find_all("p", class_=name)
    return [tag for tag in found if tag.get_text().strip()]


def _first_title(body: Tag, file: File) -> tuple[str, tuple[Finding, ...]]:
    """The title of a document that says none: its first heading, its first line, or its name."""
    first = next((tag for tag in body.find_all([*_HEADINGS, "p", "li", "td"]) if _words(tag)), None)
    heading = body.find("h1")
    if first is not None and first.name in _HEADINGS:
        return _words(first.extract()), ()
    if heading is not None and _words(heading):
        return _words(heading.extract()), ()
    if first is not None and first.name == "p" and len(_words(first)) <= _LONGEST_LINE:
        rest = body.get_text(" ").strip() != first.get_text(" ").strip()
        title = _words(first.extract() if rest else first)
        return title, (_guess(title, file.name),)
    title = one_line(Path(file.name).stem.replace("_", " "))
    return title, (_guess(title, file.name),)


def _words(tag: Tag) -> str:
    return one_line(tag.get_text(" "))


def _guess(title: str, where: str) -> Finding:
    return note(
        "title-guessed",
        where,
        f"“{title}” was taken for the title of the post; the document does not say what it is.",
        "To choose it, give the first line the style “Title”.",
    )


def _told(lost: Sequence[str], where: str) -> tuple[Finding, ...]:
    """One warning about everything that a document has and a post can't have."""
    named = list(dict.fromkeys(lost))
    if not named:
        return ()
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    return (
        warning(
            "document-part",
            where,
            f"Parts of the document were left out: {', '.join(named[:_MOST_NAMED])}{more}.",
            "If readers need them, describe them in the text, or put them in as pictures.",
        ),
    )


def _captions(body: Tag) -> None:
    """Put each caption into the picture above it, or the table beside it."""
    maker = BeautifulSoup("", "lxml")
    for caption in body.find_all("p", class_="caption"):
        before, after = caption.find_previous_sibling(), caption.find_next_sibling()
        if before is not None and _is_picture(before):
            figure = maker.new_tag("figure")
            before.insert_before(figure)
            figure.append(before.extract())
            caption.name = "figcaption"
            figure.append(caption.extract())
        elif table := next((tag for tag in (after, before) if _free_table(tag)), None):
            caption.name = "caption"
            table.insert(0, caption.extract())


def _is_picture(tag: Tag) -> bool:
    return tag.name == "p" and tag.find("img") is not None and not tag.get_text().strip()


def _free_table(tag: Tag | None) -> bool:
    return tag is not None and tag.name == "table" and tag.find("caption") is None
