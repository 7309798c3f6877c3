"""The show notes: what a post is about, its voice, its chapters and other formats."""

from dataclasses import dataclass
from typing import TypeAlias

from formats.clock import short
from formats.markup import escape, our_language
from formats.model import Chapter, Episode, Publication
from formats.offers import in_words, offers
from formats.podcast.elements import address, clean
from formats.words import words

_LIMIT = 4000
_SUMMARY = 1500
_SOUND = (".mp3", ".opus")

Ways: TypeAlias = list[tuple[str, str]]
"""The other ways to read an episode: the address and the name of each."""


@dataclass(frozen=True, slots=True)
class ShowNotes:
    """The notes of an episode as simple markup.

    `short` are at most 4,000 bytes, Apple's limit: as many whole chapters as fit.
    """

    whole: str
    short: str


def notes(blog: Publication, episode: Episode, ways: Ways) -> ShowNotes:
    """The notes, with links to other ways to read."""
    head = "".join(_head(blog, episode, ways))
    listed = episode.chapters
    whole = head + _chapters(listed)
    while listed and _octets(head + _chapters(listed)) > _LIMIT:
        listed = listed[:-1]
    return ShowNotes(whole, head + _chapters(listed))


def cut(text: str, limit: int) -> str:
    """Text of at most `limit` bytes, not cut inside a character; a cut text ends in an ellipsis."""
    text = clean(text)
    if _octets(text) <= limit:
        return text
    room = limit - _octets("…")
    return text.encode()[:room].decode(errors="ignore").rstrip() + "…"


def _octets(text: str) -> int:
    return len(text.encode())


def _head(blog: Publication, episode: Episode, ways: Ways) -> list[str]:
    """Summary, disclosure and links; our words in the language of the feed."""
    ours = words(blog.language)
    own = our_language(ours, episode.post.language)
    voice = escape(clean(", ".join(episode.voices)))
    summary = escape(cut(episode.post.summary, _SUMMARY))
    links = _links(ways)
    return [
        f"<p>{summary}</p>" if summary else "",
        f"<p{own}>{ours.podcast.read_aloud.format(voice)}</p>",
        f"<p{own}>{ours.podcast.other_ways}</p><ul{own}>{links}</ul>" if links else "",
    ]


def _links(ways: Ways) -> str:
    return "".join(f'<li><a href="{escape(href)}">{escape(label)}</a></li>' for href, label in ways)


def other_ways(blog: Publication, episode: Episode) -> Ways:
    """(address, label) of every offer of a post that was made, except its sound."""
    slug, ours = episode.post.slug, words(blog.language)
    made = {card.path for card in episode.files}
    return [
        (address(blog.base_url, path), in_words(offer, ours))
        for name, offer in offers(slug, blog).items()
        if (path := f"posts/{slug}/{name}") in made and not path.endswith(_SOUND)
    ]


def _chapters(chapters: tuple[Chapter, ...]) -> str:
    """Times, which players turn into links; none for a single chapter."""
    if len(chapters) < 2:
        return ""
    lines = (f"<li>{short(c.begin)} {escape(clean(c.title))}</li>" for c in chapters)
    return f"<ul>{''.join(lines)}</ul>"
