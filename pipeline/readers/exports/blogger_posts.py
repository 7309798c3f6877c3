"""Posts as Blogger's programming interface gives them: a list, or a page of a list."""

import html

from pipeline import dates
from pipeline.readers.exports import texts, told
from pipeline.readers.exports.captions import figures
from pipeline.readers.exports.data import Json, Row, line, row, rows, string, strings
from pipeline.readers.exports.posts import ExportContents
from pipeline.readers.shared import links
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.reading import Article, Defaults, File, Meta

_LIVE = {"", "LIVE"}


def find(value: Json, file: File, defaults: Defaults) -> ExportContents | None:
    """The posts of Blogger in a value; None where there are none."""
    given = [row(value)] if string(row(value), "kind").startswith("blogger#") else rows(value)
    listed = [one for of in given for one in (rows(of.get("items")) or [of])]
    kinds = [string(one, "kind") for one in listed]
    if not any(kind.startswith("blogger#") for kind in kinds):
        return None
    wanted = {"blogger#post"} | ({"blogger#page"} if defaults.pages else set())
    posts = [one for one, kind in zip(listed, kinds, strict=True) if kind in wanted]
    findings = (
        *told.comments(kinds.count("blogger#comment"), file.name),
        *told.pages(0 if defaults.pages else kinds.count("blogger#page"), file.name),
    )
    return ExportContents(tuple(map(_article, posts)), findings)


def _article(post: Row) -> Article:
    link = string(post, "url")
    meta = Meta(
        title=line(post, "title"),
        slug=texts.slug_of(link),
        authors=tuple(filter(None, [_name(row(post.get("author")))])),
        published=dates.parse(string(post, "published")),
        updated=dates.parse(string(post, "updated")),
        tags=tuple(html.unescape(tag) for tag in strings(post.get("labels"))),
        withheld="" if string(post, "status") in _LIVE else "is not published",
        original=links.web_address(link),
    )
    return Article(meta, figures(texts.paragraphs(string(post, "content"))), base=link)


def _name(author: Row) -> str:
    return one_line(html.unescape(string(author, "displayName")))
