"""A post of Medium's export: a page of its own under posts/, with a footer that says who and when.

The export has other pages, too: the profile, lists of claps and bookmarks, and under posts/ what
its owner answered to others. None of these is a post, and each is told.
"""

import re
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from bs4 import Tag

from pipeline import dates
from pipeline.readers.html.document import draft, parse
from pipeline.readers.shared import links
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.files import beginning, decode
from pipeline.readers.shared.reading import (
    Defaults,
    Draft,
    File,
    FileContents,
    Meta,
    note,
)

_POST = re.compile(r"class=[\"']h-entry[\"']")
_BODY = re.compile(r"class=[\"'](?:p-name|e-content)[\"']|data-field=[\"'](?:subtitle|body)[\"']")
_PROFILE = re.compile(r"<section class=[\"']h-card[\"']>.*Medium", re.DOTALL)
_LISTS = re.compile(
    r"(?:bookmarks|claps|highlights|interests|ips|lists|sessions|blocks|(?:pubs|users|topics)"
    r"-following)-\d{4}\.html?"
)
_IDENTITY = re.compile(r"-[0-9a-f]{8,12}\Z")  # of a post, at the end of its address
_NAME = re.compile(r"(?:\d{4}-\d\d-\d\d|draft)_-*(.*?)-*[0-9a-f]{8,12}")


def claims(name: str, head: bytes) -> bool:
    """A page marked as Medium marks its posts, or another page of its export."""
    if not name.lower().endswith((".html", ".htm")):
        return False
    text = beginning(head)
    return bool(
        (_POST.search(text) and len(set(_BODY.findall(text))) > 1)
        or _PROFILE.search(text)
        or (_LISTS.fullmatch(name.lower()) and "<html" in text.lower())
    )


def read(file: File, defaults: Defaults) -> FileContents:
    """The post in a page of the export; a note where the page is no post."""
    source = decode(file)
    soup = parse(source.text)
    entry = soup.select_one(".h-entry")
    body = entry.select_one(".e-content") if entry else None
    if entry is None or body is None:
        return _no_post(file, "a page of Medium's export, about you or about what others wrote")
    meta = _meta(entry, file)
    if meta.withheld:
        return FileContents((Draft(meta, (), file.name),))
    if _is_response(entry, body, meta.title):
        return _no_post(file, "most likely a response to somebody else's post")
    _clear(body)
    source = replace(source, base=_address(entry))
    return draft(body, meta, source, defaults.language)


def _no_post(file: File, what: str) -> FileContents:
    message = f"This is {what}, and was left out."
    remedy = "If it is a post, give it a title on Medium, and export again."
    return FileContents(findings=(note("medium-left-out", file.name, message, remedy),))


def _meta(entry: Tag, file: File) -> Meta:
    moment = entry.select_one(".dt-published")
    said = str(moment.get("datetime") or moment.get_text()) if moment else ""
    held = file.path.name.startswith("draft_")
    return Meta(
        title=_words(entry, ".p-name") or ("A draft without a title" if held else ""),
        slug=_slug(entry, file),
        authors=tuple(dict.fromkeys(_all_words(entry, "footer .p-author"))),
        published=dates.parse(said),
        summary=_words(entry, ".p-summary"),
        tags=tuple(dict.fromkeys(_all_words(entry, ".p-tags a"))),
        withheld="is a draft" if held else "",
        original=links.web_address(_address(entry)),
    )


def _address(entry: Tag) -> str:
    """Where the post is on Medium, or where its author says it first was."""
    link = entry.select_one(".p-canonical")
    return str(link.get("href", "")) if link else ""


def _slug(entry: Tag, file: File) -> str:
    """The name in the address on Medium without its number; or that in the file's name."""
    last = unquote(urlsplit(_address(entry)).path.rpartition("/")[2])
    named = _NAME.fullmatch(file.path.stem)
    from_file = named[1] if named else file.path.stem
    return _IDENTITY.sub("", last) if _IDENTITY.search(last) else from_file


def _words(root: Tag, selector: str) -> str:
    return next(iter(_all_words(root, selector)), "")


def _all_words(root: Tag, selector: str) -> list[str]:
    return [said for tag in root.select(selector) if (said := one_line(tag.get_text()))]


def _is_response(entry: Tag, body: Tag, title: str) -> bool:
    """Whether a text has no title of its own: Medium then calls it by its first words."""
    if body.select_one(".graf--title") or _words(entry, ".p-summary"):
        return False
    first = _words(body, ".graf")
    return bool(first) and first.startswith(title.rstrip("….")[:_COMPARED])


_COMPARED = 60  # characters


def _clear(body: Tag) -> None:
    """Make plain what Medium has for its own pages only."""
    rule = body.select_one("hr.section-divider")
    if rule and rule.find_previous(class_="graf") is None:  # the one above the text
        rule.decompose()
    for subtitle in body.select("h4.graf--subtitle"):
        subtitle.name = "p"
    for end in body.select("pre br"):
        end.replace_with("\n")
    for image in body.select(".mixtapeImage"):
        image.decompose()
    for about in body.select(".graf--mixtapeEmbed em"):
        about.insert_after(" ")
