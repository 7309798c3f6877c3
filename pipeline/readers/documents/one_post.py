"""A document as a page of HTML → the one post in it: its title, its notes, its captions.

In the page, a paragraph with the class `title`, `author`, `date` or `caption` is one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup, Tag

from pipeline import dates
from pipeline.findings import Finding
from pipeline.readers.documents import properties
from pipeline.readers.html.document import draft
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
_MACHINE_MADE = re.compile(
    r"\s*(?:Description automatically generated.*|AI-generated content may be incorrect\.?)\s*$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document as its reader has it: the page, what its properties say, its pictures.

    `lost` names, for people, what could not be taken over.
    """

    body: Tag
    meta: Meta = field(default_factory=Meta)
    inside: Mapping[str, bytes] = field(default_factory=dict)
    lost: Sequence[str] = ()


def one_post(page: DocumentPage, source: TextFile, defaults: Defaults) -> FileContents:
    """The post in a document; `ReadError` where it has no text."""
    body = page.body
    meta = _said(body, page.meta)
    _join(body)
    _captions(body)
    _describe(body)
    _header_rows(body)
    told = _told(page.lost, source.name)
    if meta.title:
        _drop_repeated(body, meta.title)
    else:
        title, guessed = _first_title(body, source)
        meta, told = replace(meta, title=title), (*told, *guessed)
    found = draft(body, meta, replace(source, inside=page.inside), defaults.language)
    return replace(found, findings=(*told, *found.findings))


def bare(file: File) -> TextFile:
    """The place of a document that is no text: it has no lines."""
    return TextFile(file.root, file.path, file.name, "", first=0)


def _join(body: Tag) -> None:
    """Join quotes, and lines of program text, of which each paragraph is one of its own."""
    for line_end in body.select("pre br"):
        line_end.replace_with("\n")
    for block in body.find_all(["blockquote", "pre"]):
        before = block.find_previous_sibling()
        if before is not None and before.name == block.name and _touches(block, before):
            if block.name == "pre":
                before.append("\n")
            before.extend(list(block.contents))
            block.decompose()


def _touches(block: Tag, before: Tag) -> bool:
    """Whether there is nothing but white space between two elements."""
    between = block.previous_sibling
    while between is not None and between is not before:
        if str(between).strip():
            return False
        between = between.previous_sibling
    return True


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


def _drop_repeated(body: Tag, title: str) -> None:
    """Remove the first line where it says the title once more."""
    first = _first_line(body)
    if first is not None and _words(first).casefold() == title.casefold():
        first.extract()


def _first_line(body: Tag) -> Tag | None:
    lines = body.find_all([*_HEADINGS, "p", "li", "td"])
    return next((line for line in lines if line.get_text().strip()), None)


def _first_title(body: Tag, source: TextFile) -> tuple[str, tuple[Finding, ...]]:
    """The title of a document that says none: its first heading, its first line, or its name."""
    first, heading = _first_line(body), body.find("h1")
    if first is not None and first.name in _HEADINGS:
        return _words(first.extract()), ()
    if heading is not None and _words(heading):
        return _words(heading.extract()), ()
    line = _words(first) if first is not None and first.name == "p" else ""
    if first is not None and 0 < len(line) <= _LONGEST_LINE and line != _words(body):
        first.extract()
        return line, (_guess(line, source.name),)
    name = one_line(source.path.stem.replace("_", " "))
    return name, (_guess(name, source.name),)


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


def _describe(body: Tag) -> None:
    """Leave out what Word says of its own about a picture."""
    for picture in body.find_all("img", alt=True):
        said = str(picture["alt"])
        words = _MACHINE_MADE.sub("", said).strip()
        picture["alt"] = words
        if said.strip() and not words:
            del picture["alt"]


def _header_rows(body: Tag) -> None:
    """Make a first row a header where its words alone are bold, in a table that names none."""
    for table in body.find_all("table"):
        rows = table.find_all("tr", limit=2)
        if len(rows) == 2 and table.find("th") is None and _all_bold(rows[0]):
            cells = rows[0].find_all("td", recursive=False)
            if len(cells) > 1 and not _all_bold(rows[1]):
                for cell in cells:
                    cell.name = "th"


def _all_bold(row: Tag) -> bool:
    """Whether each cell of a row has words, all of them bold."""
    cells = row.find_all("td", recursive=False)
    return bool(cells) and all(
        cell.get_text().strip()
        and all(
            text.find_parent(["strong", "b"]) is not None
            for text in cell.find_all(string=True)
            if text.strip()
        )
        for cell in cells
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
