"""One item of the feed: a post that can be heard."""

from base64 import b64encode
from datetime import datetime
from uuid import UUID, uuid5

from lxml import etree

from formats.model import Episode, FileCard, Publication
from formats.offers import EASY_READ, own_cover, own_picture
from formats.podcast.elements import add, add_markup, address, rfc2822, shortened
from formats.podcast.notes import Ways, notes, other_ways
from formats.podcast.people import write_people
from formats.words import Words, words

_VALUE = 255
_TITLE = 32  # of an alternate enclosure

# Name in the post's folder, MIME type, and whether players show it in step with the sound.
_TRANSCRIPTS = (
    ("transcript.vtt", "text/vtt", True),
    ("transcript.srt", "application/x-subrip", True),
    ("transcript.json", "application/json", False),
)


def sound_of(episode: Episode) -> FileCard | None:
    """The episode's MP3, if it was made."""
    return _card(episode, f"{episode.post.slug}.mp3")


def _card(episode: Episode, name: str) -> FileCard | None:
    return next((card for card in episode.files if card.path.endswith(f"/{name}")), None)


def guid(blog: Publication, episode: Episode) -> str:
    """The permanent id, made from the feed's id and the slug, never from a title."""
    return str(uuid5(UUID(blog.guid), episode.post.slug))


def write_episode(
    channel: etree._Element, blog: Publication, episode: Episode, day: datetime
) -> None:
    """One `<item>`; `day` is its date in the feed."""
    item = add(channel, "item")
    ways = other_ways(blog, episode)
    _about(item, blog, episode, ways)
    add(item, "pubDate", rfc2822(day))
    _apple(item, blog, episode)
    _podcasting(item, blog, episode)
    for href, label in ways:
        add(item, "podcast:contentLink", label, {"href": href})


def _about(item: etree._Element, blog: Publication, episode: Episode, ways: Ways) -> None:
    """RSS 2.0: title, page, notes, sound."""
    post = episode.post
    add(item, "title", shortened(post.title, _VALUE))
    page = _card(episode, "index.html") or _card(episode, EASY_READ)
    add(item, "link", post.original or address(blog.base_url, page.path if page else ""))
    add(item, "guid", guid(blog, episode), {"isPermaLink": "false"})
    said = notes(blog, episode, ways)
    add_markup(item, "description", said.short)
    add_markup(item, "content:encoded", said.whole)
    sound = sound_of(episode)
    assert sound is not None  # the feed has only posts with sound
    enclosure = {
        "url": address(blog.base_url, sound.path),
        "length": str(sound.size),
        "type": sound.mime,
    }
    add(item, "enclosure", attributes=enclosure)


def _apple(item: etree._Element, blog: Publication, episode: Episode) -> None:
    add(item, "itunes:title", shortened(episode.post.title, _VALUE))
    authors = ", ".join(episode.post.authors) or blog.author
    if authors:
        add(item, "itunes:author", shortened(authors, _VALUE))
    add(item, "itunes:duration", str(max(1, round(episode.duration / 1000))))
    cover = own_cover(episode)
    if cover:
        add(item, "itunes:image", attributes={"href": address(blog.base_url, cover.path)})
    add(item, "itunes:explicit", str(blog.explicit).lower())
    add(item, "itunes:episodeType", "full")


def _podcasting(item: etree._Element, blog: Publication, episode: Episode) -> None:
    """Podcasting 2.0: transcripts, chapters, people."""
    _sounds(item, blog, episode)
    _transcripts(item, blog, episode)
    chapters = _card(episode, "chapters.json")
    if chapters:
        url = address(blog.base_url, chapters.path)
        add(item, "podcast:chapters", "", {"url": url, "type": "application/json+chapters"})
    _cover(item, blog, episode)
    _picture(item, blog, episode)
    write_people(item, episode.post.authors, episode.voices, words(blog.language))
    add(item, "podcast:txt", "true", {"purpose": "ai-content"})


def _sounds(item: etree._Element, blog: Publication, episode: Episode) -> None:
    """The files of the sound, with a digest by which an app can tell that it has all of one.

    The first is that of `<enclosure>` itself; the second is for slow and costly connections.
    """
    ours = words(blog.language)
    whole, small = sound_of(episode), _card(episode, f"{episode.post.slug}.opus")
    if whole:
        about = {"default": "true", "title": ours.page.listen}
        _sound(item, blog, whole, about | {"lang": episode.post.language})
    if small:
        rate = round(small.size * 8000 / max(1, episode.duration))
        about = {"bitrate": str(rate), "codecs": "opus", "title": ours.page.listen_low_data}
        _sound(item, blog, small, about | {"lang": episode.post.language})


def _sound(item: etree._Element, blog: Publication, card: FileCard, about: dict[str, str]) -> None:
    shown = {**about, "title": shortened(about["title"], _TITLE)}
    what = {"type": card.mime, "length": str(card.size), **shown}
    sound = add(item, "podcast:alternateEnclosure", attributes=what)
    add(sound, "podcast:source", attributes={"uri": address(blog.base_url, card.path)})
    digest = b64encode(bytes.fromhex(card.sha256)).decode()
    sri = {"type": "sri", "value": f"sha256-{digest}"}
    add(sound, "podcast:integrity", attributes=sri)


def _cover(item: etree._Element, blog: Publication, episode: Episode) -> None:
    """The square cover with the post's title, and words for who does not see it."""
    card = own_cover(episode)
    if card is None:
        return
    alt = _named(words(blog.language), episode)
    about = {"href": address(blog.base_url, card.path), "alt": alt, "type": card.mime}
    add(item, "podcast:image", "", about | {"aspect-ratio": "1/1", "purpose": "artwork"})


def _named(ours: Words, episode: Episode) -> str:
    return shortened(ours.podcast.cover.format(episode.post.title), _VALUE)


def _picture(item: etree._Element, blog: Publication, episode: Episode) -> None:
    """The post's own picture, with its shape: without one, players take it for a square."""
    card, picture = own_picture(episode), episode.post.picture
    width, height = episode.post.picture_size
    if card is None or picture is None or not (width and height):
        return
    about = {"href": address(blog.base_url, card.path)}
    if picture.alt:
        about["alt"] = shortened(picture.alt, _VALUE)
    shape = {"aspect-ratio": f"{width}/{height}", "width": str(width), "height": str(height)}
    add(item, "podcast:image", "", about | shape | {"type": card.mime})


def _transcripts(item: etree._Element, blog: Publication, episode: Episode) -> None:
    for name, mime, timed in _TRANSCRIPTS:
        card = _card(episode, name)
        if not card:
            continue
        url = address(blog.base_url, card.path)
        about = {"url": url, "type": mime, "language": episode.post.language}
        add(item, "podcast:transcript", "", about | ({"rel": "captions"} if timed else {}))
