"""The files offered of a post, in the words that every page uses for them."""

from dataclasses import replace

from formats.markup import escape, our_language
from formats.model import Edition, Episode, FileCard, Offer, Publication
from formats.words import Words, phrases, words

COVER = "cover.jpg"
"""The file of a cover: the blog's in the output folder, a post's in the folder of the post."""


_PRINTS = {18: "large-print.pdf", 24: "giant-print.pdf"}

GIANT = 24
"""Points from which large print is giant print (RNIB)."""


def print_path(points: int) -> str:
    """The file of the large print at a size in points, in the folder of a post."""
    kind = "giant" if points >= GIANT else "large"
    return _PRINTS.get(points, f"{kind}-print-{points}.pdf")


WORD = "large-print.docx"
"""The file of the large print that readers can change."""

PRINT_PAGE = "large-print.html"
"""The page in large letters, in the folder of a post."""

BRF, PEF, EBRAILLE = "braille.brf", "braille.pef", "braille.ebrl"
"""The files of braille in the folder of a post."""

DAISY_202, DAISY_3 = "-daisy202.zip", "-daisy3.zip"
"""How the names of talking books end, after the slug of the post or of the blog."""

LISTEN_SCRIPT, LISTEN_PAGE, LISTEN_SNIPPET = "listen.js", "listen/{slug}.html", "listen/{slug}.txt"
"""The files with which the blog itself offers the sound: the script, and two of each post."""

EASY_READ = "easy-read.html"
"""The page of the easy-read text in the folder of a post."""

EASY_READ_SUFFIX = "-easy-read"
"""How the names of its sound and its book end, after the slug of the post."""


def offers(slug: str, publication: Publication) -> dict[str, Offer]:
    """The offers of a post, in order, by their paths in the post's folder."""
    made = ((row, offer) for row in publication.formats for offer in row.offers)
    return {offer.path.format(slug=slug): _marked(offer, row.outdated) for row, offer in made}


def _marked(offer: Offer, outdated: bool) -> Offer:  # noqa: FBT001 (the one fact of a mark)
    """The offer, as outdated or not; most are what they were: a list has twenty for each post."""
    return offer if offer.outdated == outdated else replace(offer, outdated=outdated)


def in_words(offer: Offer, ours: Words) -> str:
    """An offer with its kind: "Large print (PDF, 18 point)"."""
    return _with(offer, ours, _kind(offer, ours))


def in_detail(offer: Offer, card: FileCard, duration: int, ours: Words) -> str:
    """The same with the length and size of a download: "Listen (MP3, 7 minutes, 3 MB)"."""
    if card.path.endswith(".html"):
        return in_words(_marked(offer, card.outdated), ours)
    length = [phrases.length(duration, ours)] if offer.heard else []
    facts = [*_kind(offer, ours), *length, phrases.size(card.size, ours)]
    return _with(_marked(offer, card.outdated), ours, facts)


def _with(offer: Offer, ours: Words, facts: list[str]) -> str:
    told = [*facts, ours.page.outdated] if offer.outdated else facts
    return f"{word(offer.what, ours)} ({ours.comma.join(told)})"


def _kind(offer: Offer, ours: Words) -> list[str]:
    points = [ours.page.points.format(offer.points)] if offer.points else []
    return [offer.kind if offer.kind[0].isupper() else word(offer.kind, ours), *points]


def word(name: str, ours: Words) -> str:
    """One of the words for pages, by the name of its field."""
    return str(getattr(ours.page, name))


def section(edition: Edition, page: str, heading: str) -> str:
    """The section of a page with links to all other offers of its post."""
    language = edition.post.language
    ours = words(language)
    items = "\n".join(
        f'<li><a href="{escape(path)}">{escape(in_words(offer, ours))}</a></li>'
        for path, offer in offers(edition.post.slug, edition.publication).items()
        if path != page
    )
    return f"""<section aria-labelledby="page-offers"{our_language(ours, language)}>
<h2 id="page-offers">{heading}</h2>
<ul class="offers">
{items}
</ul>
</section>"""


def own_cover(episode: Episode) -> FileCard | None:
    """The file of a post's cover: square, with its title, for its episode and shared links."""
    path = f"posts/{episode.post.slug}/{COVER}"
    return next((card for card in episode.files if card.path == path), None)


def own_picture(episode: Episode) -> FileCard | None:
    """The file of the picture that stands for a post, if it was written."""
    picture = episode.post.picture
    path = f"posts/{episode.post.slug}/{picture.src}" if picture else ""
    return next((card for card in episode.files if path and card.path == path), None)
