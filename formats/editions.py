"""The editions of a post in a person's words, in the order in which they are offered."""

from dataclasses import dataclass

from formats.clock import spoken_length
from formats.model import FileCard, Publication


@dataclass(frozen=True, slots=True)
class Offer:
    """One edition: its file's name in the post's folder, what it is, and its format.

    `made_by` is the name of the format in the registry that makes it.
    """

    made_by: str
    name: str
    what: str
    format: str


def offers(slug: str, publication: Publication) -> tuple[Offer, ...]:
    """What is offered of a post, in order; files for programs alone are not among it."""
    return tuple(offer for offer in _all(slug) if publication.makes(offer.made_by))


def _all(slug: str) -> tuple[Offer, ...]:
    return (
        Offer("read-along", "index.html", "Read along in your browser", "web page with sound"),
        Offer("mp3", f"{slug}.mp3", "Listen", "MP3"),
        Offer("epub", f"{slug}.epub", "Book that speaks and highlights", "EPUB"),
        Offer("easy-read", "easy-read.html", "Simpler version (draft)", "web page"),
        Offer("large-print", "large-print.pdf", "Large print", "PDF, 18 point"),
        Offer("large-print", "giant-print.pdf", "Giant print", "PDF, 24 point"),
        Offer("large-print", "large-print.html", "Large print on screen", "web page"),
        Offer("text", f"{slug}.txt", "Plain text", "text"),
        Offer("transcript", "transcript.vtt", "Transcript with times", "WebVTT"),
        Offer("transcript", "transcript.srt", "Transcript with times, for older players", "SubRip"),
    )


def details(offer: Offer, card: FileCard, duration: int) -> str:
    """Format, and of what is downloaded its length and size: "MP3, 7 minutes, 3.2 MB"."""
    if offer.name.endswith(".html"):
        return offer.format
    heard = [spoken_length(duration)] if offer.format in ("MP3", "EPUB") else []
    return ", ".join([offer.format, *heard, size(card.size)])


def size(octets: int) -> str:
    """A file's size in decimal units, as file managers show it; no line breaks inside it."""
    if octets < 1000:
        return f"{octets}\u00a0bytes"
    if octets < 999_500:
        return f"{round(octets / 1000)}\u00a0kB"
    return f"{octets / 1_000_000:.1f}\u00a0MB"
