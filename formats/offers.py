"""What is offered of a post, in words for people, as every page that offers it says it."""

from formats.clock import spoken_length
from formats.markup import escape
from formats.model import FileCard, Offer, Publication


def offers(slug: str, publication: Publication) -> dict[str, Offer]:
    """What is offered of a post, in order, by its path in the post's folder."""
    made = (offer for row in publication.formats for offer in row.offers)
    return {offer.path.format(slug=slug): offer for offer in made}


def in_words(offer: Offer) -> str:
    """An offer with its kind: "Large print (PDF, 18 point)"."""
    return f"{offer.what} ({', '.join(_kind(offer))})"


def in_detail(offer: Offer, card: FileCard, duration: int) -> str:
    """The same with the length and size of what is downloaded: "Listen (MP3, 7 minutes, 3 MB)"."""
    if card.path.endswith(".html"):
        return in_words(offer)
    length = [spoken_length(duration)] if offer.heard else []
    return f"{offer.what} ({', '.join([*_kind(offer), *length, size(card.size)])})"


def _kind(offer: Offer) -> list[str]:
    return [offer.kind, f"{offer.points} point"] if offer.points else [offer.kind]


def links(slug: str, publication: Publication, page: str) -> str:
    """A list of links to everything that is offered of a post but the page that it stands on."""
    items = "\n".join(
        f'<li><a href="{escape(path)}">{in_words(offer)}</a></li>'
        for path, offer in offers(slug, publication).items()
        if path != page
    )
    return f'<ul class="offers">\n{items}\n</ul>'


def size(octets: int) -> str:
    """A file's size in decimal units, as file managers show it; no line breaks inside it."""
    if octets < 1000:
        return f"{octets}\u00a0bytes"
    if octets < 999_500:
        return f"{round(octets / 1000)}\u00a0kB"
    return f"{octets / 1_000_000:.1f}\u00a0MB"
