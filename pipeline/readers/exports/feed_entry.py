"""One entry of a feed: what it says about itself, and which of its texts is the post."""

import html
import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from lxml import etree

from formats.model import Picture
from pipeline.readers.exports import elements, texts
from pipeline.readers.exports.elements import Children, attribute
from pipeline.readers.exports.feed_dates import parse as date
from pipeline.readers.shared import links
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.reading import Meta

_FULL = ("content:encoded", "content", "xhtml:body", "body", "xhtml:div", "fullitem")
_BEGINNINGS = ("description", "summary", "abstract", "dcterms:abstract", "dc:description",
               "media:description", "itunes:summary", "itunes:subtitle", "tagline")  # fmt: skip
_PUBLISHED = ("published", "issued", "pubdate", "dcterms:issued", "dc:date", "dcterms:created",
              "created", "blogger:created")  # fmt: skip
_UPDATED = ("updated", "modified", "dcterms:modified", "lastmod", "lastbuilddate")

_MAIL = r"[^\s()<>@]+@[^\s()<>@]+"
_MAIL_FIRST = re.compile(rf"(?:mailto:)?{_MAIL}\s*\((.+)\)")
_MAIL_LAST = re.compile(rf"(.+?)\s*[(<]\s*(?:mailto:)?{_MAIL}\s*[)>]")
_ONLY_MAIL = re.compile(rf"\W*{_MAIL}\W*")

# Addresses of comments: WordPress ("#comment-12") and Blogger ("#c1234567890123456789").
_COMMENT = re.compile(r"comment-\d+|c\d{10,}")
_KIND = "http://schemas.google.com/g/2005#kind"
_RECORDING = re.compile(r"(?:audio|video)/|\S+\.(?:mp3|m4a|ogg|opus|mp4|m4v|mov)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FeedHead:
    """What a feed says of all its entries; "" and () where it says nothing."""

    title: str
    link: str
    language: str
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry as it was found. `kind` is "post", "page", "comment" or another of Blogger's.

    `beginning` says that its text may be only the beginning of the post, `recording` that sound
    or film belongs to it.
    """

    meta: Meta
    html: str
    base: str
    line: int
    kind: str
    beginning: bool
    recording: bool


def feed(root: etree._Element) -> FeedHead:
    """What the head of a feed says."""
    heads = [child for child in root if elements.name(child) == "channel"]
    fields = Children(heads[0] if heads else root)
    return FeedHead(
        title=_title(fields),
        link=_link(fields),
        language=elements.language(fields.element) or fields.text("language", "dc:language"),
        authors=_authors(fields, "author", "managingeditor", "dc:creator", "itunes:author"),
    )


def entry(element: etree._Element, around: FeedHead, language: str) -> FeedEntry:
    """One entry; `language` is that of the publication."""
    fields = Children(element)
    link = _link(fields)
    text, body, whole = _text(fields)
    said = elements.language(body) or fields.text("dc:language", "language") or around.language
    published, updated = _date(fields, _PUBLISHED), _date(fields, _UPDATED)
    meta = Meta(
        title=_title(fields),
        slug=_slug(fields, link),
        language=texts.language_of(said, language),
        authors=_authors(fields, "author", "dc:creator", "itunes:author") or around.authors,
        published=published or updated,
        updated=updated,
        summary=_summary(fields) if whole else "",
        tags=_tags(fields),
        picture=None if "<img" in text else _picture(fields),
        withheld=_withheld(fields),
        original=links.web_address(link),
    )
    return FeedEntry(
        meta=meta,
        html=text,
        base=_base(body, link or around.link, around.link),
        line=body.sourceline if isinstance(body.sourceline, int) else 0,
        kind=_kind(fields, link),
        beginning=not whole,
        recording=any(_RECORDING.match(of) for one in _attached(fields) for of in one[:2]),
    )


# --- text ---------------------------------------------------------------------------------


def _text(fields: Children) -> tuple[str, etree._Element, bool]:
    """The HTML of an entry, the element that it is in, and whether it is the whole post."""
    for names, whole in ((_FULL, True), (_BEGINNINGS, False)):
        for body in fields.all(*names):
            outside = attribute(body, "src") or attribute(body, "url")
            text = "" if outside else texts.paragraphs(elements.markup(body)).strip()
            if text and not texts.is_empty(text):
                return text, body, whole
    return "", fields.element, True


def _base(body: etree._Element, link: str, home: str) -> str:
    """The address that relative links in a text start from: as the XML says, or the post's."""
    inner = [child.base for child in body if isinstance(child.tag, str) and child.base]
    said = (inner[0] if len(inner) == 1 else None) or body.base
    try:
        return urljoin(urljoin(home, link), said or "")
    except ValueError:
        return ""


def _title(fields: Children) -> str:
    """The title, as HTML in which only its own words are left."""
    for element in fields.all("title", "dc:title", "itunes:title", "media:title"):
        said = elements.markup(element)
        if elements.is_text(element):
            title = one_line(said)
        elif attribute(element, "type") or attribute(element, "mode") or len(element):
            title = html.escape(texts.words(said), quote=False)
        else:  # RSS does not say whether "<T>" is markup or a word
            title = one_line(texts.without_active(said))
        if title:
            return title
    return ""


def _summary(fields: Children) -> str:
    """A summary in words; "" where it is the text itself, or breaks off."""
    for element in fields.all("summary", "description", "itunes:summary", "dc:description"):
        said = texts.words(elements.markup(element))
        if said and len(said) <= _LONGEST_SUMMARY and not _BROKEN_OFF.search(said):
            return html.escape(said, quote=False)
    return ""


_LONGEST_SUMMARY = 400  # characters
_BROKEN_OFF = re.compile(r"\[(?:…|\.\.\.)\]|(?:…|\.\.\.|→|»)\Z")


# --- what it says about itself ---------------------------------------------------------------


def _link(fields: Children) -> str:
    """The address of the page that an entry or a feed is about."""
    listed = fields.all("feedburner:origlink", "link")
    pages = [one for one in listed if attribute(one, "rel").lower() in {"", "alternate"}]
    pages.sort(key=lambda one: attribute(one, "type").lower() not in {"", "text/html"})
    said = [attribute(one, "href") or elements.text(one) for one in pages]
    said += [elements.text(one) for one in fields.all("guid", "id") if _is_address(one)]
    said.append(attribute(fields.element, "href"))
    return next((_joined(fields.element, address) for address in said if address), "")


def _joined(element: etree._Element, address: str) -> str:
    try:
        return urljoin(element.base or "", address.strip())
    except ValueError:
        return ""


def _is_address(element: etree._Element) -> bool:
    lasting = attribute(element, "ispermalink").lower() != "false"
    return lasting and elements.text(element).startswith(("http://", "https://"))


def _slug(fields: Children, link: str) -> str:
    named = fields.text("blogger:filename")
    if named:
        return texts.slug_of(f"https://blog.invalid{named}")
    lasting = [elements.text(one) for one in fields.all("guid") if _is_address(one)]
    return next(filter(None, map(texts.slug_of, (*lasting, link))), "")


def _authors(fields: Children, *names: str) -> tuple[str, ...]:
    """The names of people; an e-mail address is no name."""
    for name in names:
        people = [_person(element) for element in fields.all(name)]
        found = tuple(dict.fromkeys(filter(None, people)))
        if found:
            return found
    return ()


def _person(element: etree._Element) -> str:
    said = Children(element).text("name") if len(element) else elements.text(element)
    found = _MAIL_FIRST.fullmatch(said) or _MAIL_LAST.fullmatch(said)
    said = found[1] if found else said
    return "" if _ONLY_MAIL.fullmatch(said) else one_line(html.unescape(said))


def _date(fields: Children, names: tuple[str, ...]) -> datetime | None:
    return next((found for said in fields.texts(*names) if (found := date(said))), None)


def _tags(fields: Children) -> tuple[str, ...]:
    said = [
        attribute(one, "label") or attribute(one, "term") or elements.text(one)
        for one in fields.all("category", "dc:subject")
        if attribute(one, "scheme") != _KIND
    ]
    tags = (one_line(html.unescape(tag)) for tag in said)
    return tuple(dict.fromkeys(tag for tag in tags if tag and tag != "Uncategorized"))


# --- what kind it is ---------------------------------------------------------------------


def _kind(fields: Children, link: str) -> str:
    """What an entry is: in Blogger's own exports, everything of a blog is one."""
    kinds = [
        attribute(one, "term").rpartition("#")[2]
        for one in fields.all("category")
        if attribute(one, "scheme") == _KIND
    ]
    said = (fields.text("blogger:type") or (kinds[0] if kinds else "")).lower()
    ids = (link, fields.text("guid", "id"))
    if fields.all("thr:in-reply-to") or any(_COMMENT.fullmatch(_fragment(one)) for one in ids):
        return "comment"
    return said or "post"


def _fragment(address: str) -> str:
    try:
        return urlsplit(address).fragment
    except ValueError:
        return ""


def _withheld(fields: Children) -> str:
    """Why an entry must not be published; "" if it may be."""
    drafts = [Children(control).text("app:draft", "draft") for control in fields.all("app:control")]
    status = fields.text("blogger:status").upper()
    if "yes" in {draft.lower() for draft in drafts} or status == "DRAFT":
        return "is a draft"
    if "TRASH" in status or fields.text("blogger:trashed"):
        return "is in the bin"
    return "is not published yet" if status not in {"", "LIVE"} else ""


# --- pictures and recordings ---------------------------------------------------------------


def _attached(fields: Children) -> list[tuple[str, str, etree._Element]]:
    """Type, address and element of each file that belongs to an entry."""
    enclosed = [one for one in fields.all("link") if attribute(one, "rel").lower() == "enclosure"]
    return [
        (
            attribute(one, "type") or f"{attribute(one, 'medium') or 'unknown'}/",
            attribute(one, "url") or attribute(one, "href"),
            one,
        )
        for one in (*fields.all("enclosure", "media:content"), *enclosed)
    ]


def _picture(fields: Children) -> Picture | None:
    """The first picture that belongs to an entry, with its description if it has one."""
    for kind, address, element in _attached(fields):
        if kind.lower().startswith("image/") and address:
            said = Children(element).text("media:description", "media:title")
            return Picture(address, said or attribute(element, "title") or None)
    return None
