"""The HTML that Ghost makes of a post, without what its cards have for the eye and the mouse."""

import re

from bs4 import BeautifulSoup, Tag

from pipeline.readers.html.document import tree

# Parts of cards that are buttons, players, icons, or forms for readers to sign up.
_DROPPED = [
    "kg-audio-player", "kg-audio-thumbnail", "kg-video-overlay", "kg-video-player-container",
    "kg-video-large-play-icon", "kg-bookmark-icon", "kg-bookmark-thumbnail",
    "kg-bookmark-metadata", "kg-file-card-icon", "kg-toggle-card-icon", "kg-callout-emoji",
    "kg-product-card-rating", "kg-signup-card", "kg-email-card", "kg-email-cta-card",
    "kg-cta-sponsor-label-wrapper",
]  # fmt: skip
_GATED = re.compile(
    r"<!--\s*kg-gated-block:begin\s([^<>]{0,200})-->(.*?)<!--\s*kg-gated-block:end\s*-->", re.DOTALL
)


def cleaned(text: str) -> str:
    """The HTML of a post with its cards as plain parts of a text."""
    text = _GATED.sub(_for_everyone, text) if "kg-gated-block" in text else text
    if "kg-" not in text:
        return text
    root = tree(text)
    for part in root.find_all(class_=_DROPPED):
        part.decompose()
    for card in root.find_all(class_=["kg-bookmark-card", "kg-file-card"]):
        _link(card)
    for title in root.find_all(class_="kg-toggle-heading-text"):
        _bold(title)
    for card in root.find_all(class_="kg-audio-card"):
        _recording(card)
    return root.decode_contents()


def _for_everyone(found: re.Match[str]) -> str:
    """A part for readers of some kinds only: kept if everybody on the web sees it."""
    return found[2] if "nonmember:true" in found[1].lower().replace(" ", "") else ""


def _link(card: Tag) -> None:
    """A box that leads somewhere, as a link with its title, and its description below."""
    kind = "bookmark" if card.select_one(".kg-bookmark-container") else "file-card"
    link = card.find("a", href=True)
    title, about = card.select_one(f".kg-{kind}-title"), card.select_one(f".kg-{kind}-description")
    about = about or card.select_one(f".kg-{kind}-caption")
    caption = card.find("figcaption")
    card.name = "div"
    new = BeautifulSoup("", "lxml")
    paragraph = new.new_tag("p")
    if link:
        anchor = new.new_tag("a", href=str(link["href"]))
        anchor.string = (title or link).get_text(" ", strip=True) or str(link["href"])
        paragraph.append(anchor)
    parts = [paragraph, *(part.extract() for part in (about, caption) if part)]
    card.clear()
    for part in parts:
        part.name = "p"
        card.append(part)


def _bold(title: Tag) -> None:
    """The line above a part that opens, as bold text: it is no heading of the post."""
    title.name = "strong"
    title.wrap(BeautifulSoup("", "lxml").new_tag("p"))


def _recording(card: Tag) -> None:
    """A player, named by its title."""
    title, player = card.select_one(".kg-audio-title"), card.find("audio")
    if title and player:
        player["title"] = title.extract().get_text(" ", strip=True)
