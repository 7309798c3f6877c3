"""The HTML of a Substack post without its boxes for subscribing, sharing and commenting."""

import re

from bs4 import BeautifulSoup, Tag

from pipeline.readers.exports.data import Row, line, loads, row
from pipeline.readers.html.document import tree

# For readers of the site: forms, buttons, polls and chats.
_BOXES = (
    ".subscription-widget-wrap", ".subscription-widget-wrap-editor", ".subscription-widget",
    ".subscribe-widget", ".subscribe-footer", ".captioned-button-wrap", ".paywall-jump",
    ".paywall", ".poll-embed", ".community-chat", ".directMessage", ".install-substack-app-embed",
    ".embedded-publication-wrap", ".comments-cta", ".share-dialog", ".sponsorship-campaign-embed",
)  # fmt: skip
_SHAPES = (".image-link-expand", ".preformatted-block label", "svg", "form", "input")
_RECORDINGS = ".native-video-embed, .native-audio-embed"
_BUTTON = re.compile(r"/subscribe|action=share|/comments|/share\b|/gift|giftSub|/refer|/chat\b")


def cleaned(text: str) -> tuple[str, int, bool]:
    """The HTML of a post, how many boxes were left out, and whether it has a recording."""
    root = tree(text)
    boxes = _without_boxes(root)
    recorded = root.select(_RECORDINGS)
    for part in (*recorded, *root.select(", ".join(_SHAPES))):
        part.decompose()
    for embed in root.select("div[data-attrs]"):
        _embed(embed)
    _footnotes(root)
    return root.decode_contents(), boxes, bool(recorded)


def _without_boxes(root: Tag) -> int:
    number = 0
    for box in root.select(", ".join(_BOXES)):
        if not box.decomposed:
            box.decompose()
            number += 1
    for button in root.select(".button-wrapper"):
        link = button.find("a", href=True)
        if link is None or _BUTTON.search(str(link["href"])):
            button.decompose()
            number += 1
    return number


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
    notes = root.select("div.footnote")
    if not notes:
        return
    made = _new("ol", **{"class": "footnotes"})
    notes[0].insert_before(made)
    for note in notes:
        number, inner = note.select_one(".footnote-number"), note.select_one(".footnote-content")
        item = _new("li", id=str(number.get("id", "")) if number else "")
        if number:
            number.decompose()
        for child in list((inner or note).children):
            item.append(child.extract())
        note.decompose()
        made.append(item)
