"""The HTML of a Substack post without its boxes for subscribing, sharing and commenting."""

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag

from pipeline.readers.exports.data import Row, line, loads, row
from pipeline.readers.html.document import tree

# For readers of the site: forms, buttons, polls and chats.
_BOXES = [
    "subscription-widget-wrap", "subscription-widget-wrap-editor", "subscription-widget",
    "subscribe-widget", "subscribe-footer", "captioned-button-wrap", "paywall-jump", "paywall",
    "poll-embed", "community-chat", "directMessage", "install-substack-app-embed",
    "embedded-publication-wrap", "comments-cta", "share-dialog", "sponsorship-campaign-embed",
]  # fmt: skip
_RECORDINGS = ["native-video-embed", "native-audio-embed"]
_BUTTON = re.compile(r"%%|/subscribe|action=share|/comments|/share\b|/gift|giftSub|/refer|/chat\b")


def cleaned(text: str) -> tuple[str, int, bool]:
    """The HTML of a post, how many boxes were left out, and whether it has a recording."""
    root = tree(text)
    boxes = _removed(root.find_all(class_=_BOXES))
    boxes += _removed(filter(_is_for_readers, root.find_all(class_="button-wrapper")))
    _removed(root.find_all(["svg", "form", "input"]))
    _removed(root.find_all(class_="image-link-expand"))
    _removed(label for box in root.find_all(class_="preformatted-block") for label in box("label"))
    recorded = _removed(root.find_all(class_=_RECORDINGS))
    for embed in root.find_all("div", attrs={"data-attrs": True}):
        _embed(embed)
    _footnotes(root)
    return root.decode_contents(), boxes, bool(recorded)


def _removed(parts: Iterable[Tag]) -> int:
    """How many parts were removed; one inside another is one of that."""
    number = 0
    for part in parts:
        number += not part.decomposed
        part.decompose()
    return number


def _is_for_readers(button: Tag) -> bool:
    """Whether a button is for subscribing and the like, and not a link of the author's."""
    link = button.find("a", href=True)
    return link is None or bool(_BUTTON.search(str(link["href"])))


# --- what others wrote -------------------------------------------------------------------


def _embed(box: Tag) -> None:
    """A box whose content is only in its data: a tweet, another post, a video, a formula."""
    said = row(loads(str(box["data-attrs"])))
    classes = set(box.get_attribute_list("class"))
    if classes & {"tweet", "twitter-embed"}:
        _fill(box, "blockquote", (line(said, "full_text"), ""), (_name(said), line(said, "url")))
    elif classes & {"digest-post-embed", "embedded-post-wrap"}:
        _fill(box, "div", (line(said, "title"), _address(said)), (line(said, "subtitle"), ""))
    elif "latex-rendered" in classes:
        _fill(box, "p", (line(said, "persistentExpression"), ""))
    elif "youtube-wrap" in classes and not box.find("iframe"):
        video = line(said, "videoId")
        box.append(_new("iframe", src=f"https://www.youtube.com/embed/{video}"))


def _name(said: Row) -> str:
    return line(said, "name", "username")


def _address(said: Row) -> str:
    return line(said, "canonical_url", "post_url", "url")


def _fill(box: Tag, name: str, *lines: tuple[str, str]) -> None:
    """Put lines in place of a box, each a text and the address that it leads to."""
    box.clear()
    box.name = name
    for said, address in lines:
        if not said:
            continue
        inner = _new("a", href=address) if address else _new("span")
        inner.string = said
        paragraph = _new("p") if name != "p" else _new("span")
        paragraph.append(inner)
        box.append(paragraph)


def _new(name: str, **attributes: str) -> Tag:
    return BeautifulSoup("", "lxml").new_tag(name, attrs=attributes)


# --- notes --------------------------------------------------------------------------------


def _footnotes(root: Tag) -> None:
    """Notes as a list, in the shape in which other editors write them."""
    notes = _outermost(root.find_all("div", class_="footnote"))
    if not notes:
        return
    made = _new("ol", **{"class": "footnotes"})
    notes[0].insert_before(made)
    for count, note in enumerate(notes, 1):
        number, inner = note.find(class_="footnote-number"), note.find(class_="footnote-content")
        said = str(number.get("id", "")) if number else ""
        item = _new("li", id=said or f"footnote-{count}")
        if number:
            number.decompose()
        for child in list((inner or note).children):
            item.append(child.extract())
        note.decompose()
        made.append(item)


def _outermost(notes: Iterable[Tag]) -> list[Tag]:
    """The notes that are in no other note."""
    found: list[Tag] = []
    inside: set[int] = set()
    for note in notes:
        if id(note) not in inside:
            found.append(note)
            inside.update(id(inner) for inner in note.find_all("div", class_="footnote"))
    return found
