"""The show notes: what a post is about, whose voice reads it, its chapters and other editions."""

from formats.clock import short
from formats.editions import offers
from formats.markup import escape
from formats.model import Chapter, Episode, Publication
from formats.page import in_english
from formats.podcast.elements import address, clean

_LIMIT = 4000
_SUMMARY = 1500


def notes(blog: Publication, episode: Episode) -> str:
    """All of the notes, as simple markup."""
    return "".join([*_head(blog, episode), _chapters(episode.chapters)])


def short_notes(blog: Publication, episode: Episode) -> str:
    """The notes in at most 4,000 bytes, as Apple reads them: whole chapters as far as they go."""
    head = "".join(_head(blog, episode))
    listed = episode.chapters
    while listed and _octets(head + _chapters(listed)) > _LIMIT:
        listed = listed[:-1]
    return head + _chapters(listed)


def cut(text: str, limit: int) -> str:
    """Text of at most `limit` bytes, never cut inside a character; a cut ends in an ellipsis."""
    text = clean(text)
    if _octets(text) <= limit:
        return text
    room = limit - _octets("…")
    return text.encode()[:room].decode(errors="ignore").rstrip() + "…"


def _octets(text: str) -> int:
    return len(text.encode())


def _head(blog: Publication, episode: Episode) -> list[str]:
    """Summary, disclosure and links."""
    ours = in_english(episode.post.language)
    voice = escape(clean(", ".join(episode.voices)))
    summary = escape(cut(episode.post.summary, _SUMMARY))
    links = _links(blog, episode)
    return [
        f"<p>{summary}</p>" if summary else "",
        f"<p{ours}>Read aloud by a synthetic voice: {voice}.</p>",
        f"<p{ours}>Other ways to read this post:</p><ul{ours}>{links}</ul>" if links else "",
    ]


def _links(blog: Publication, episode: Episode) -> str:
    return "".join(
        f'<li><a href="{escape(href)}">{escape(words)}</a></li>'
        for href, words in editions(blog, episode)
    )


def editions(blog: Publication, episode: Episode) -> list[tuple[str, str]]:
    """(address, words) of each edition of a post but its sound, as far as it was made."""
    slug = episode.post.slug
    made = {card.path for card in episode.files}
    return [
        (address(blog.base_url, path), f"{offer.what} ({offer.format})")
        for offer in offers(slug, blog)
        if (path := f"posts/{slug}/{offer.name}") in made and not path.endswith(".mp3")
    ]


def _chapters(chapters: tuple[Chapter, ...]) -> str:
    """Times that players make into links; one chapter alone is no choice."""
    if len(chapters) < 2:
        return ""
    lines = (f"<li>{short(c.begin)} {escape(clean(c.title))}</li>" for c in chapters)
    return f"<ul>{''.join(lines)}</ul>"
