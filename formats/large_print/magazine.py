"""A magazine: chosen posts as one PDF in large print, with a cover and contents.

Readers who are posted an issue follow no links. The addresses are numbered through the issue and
listed at its end; the notes of a post stand where the post ends.
"""

from importlib.resources import files

from formats.errors import FormatError
from formats.large_print import too_long
from formats.large_print.document import document
from formats.large_print.joined import joined
from formats.large_print.letters import pieces, printable
from formats.large_print.setting import setting
from formats.large_print.typeset import TEMPLATE, typeset
from formats.model import Edition, Publication
from formats.words import phrases, words
from formats.words.lists import list_words

_DOCUMENT = b"// --- the document ---"
_MAGAZINE = files("formats.large_print").joinpath("magazine.typ").read_bytes()


def magazine(editions: tuple[Edition, ...], publication: Publication, issue: str = "") -> bytes:
    """The PDF of some editions, at least one, in this order.

    `issue` is the title of the issue; where it is "", the dates of the posts stand there. Raises
    `FormatError` where a post has no language, all together are too long, or a picture can't be
    decoded.
    """
    unsaid = [edition.post.title for edition in editions if not edition.post.language]
    if unsaid:
        raise FormatError(
            f"“{unsaid[0]}” does not say its language",
            "Set `language` in the post or in publication.toml.",
        )
    named = issue or _dates(editions, publication)
    title = f"{publication.title}: {named}" if named else publication.title
    whole = joined(editions, publication, title)
    if too_long(whole):
        raise FormatError("it is longer than a book of 300 pages.", "Choose fewer posts.")
    template = TEMPLATE.partition(_DOCUMENT)[0] + _MAGAZINE
    return typeset(_document(whole, named), whole, template)


def _dates(editions: tuple[Edition, ...], publication: Publication) -> str:
    """The days of the oldest and the newest post; "" where none has a date."""
    found = sorted(edition.post.published for edition in editions if edition.post.published)
    ours = words(publication.language)
    days = dict.fromkeys(phrases.day(moment, ours) for moment in (*found[:1], *found[-1:]))
    return " – ".join(days)


def _document(whole: Edition, issue: str) -> dict[str, object]:
    """The posts as the template takes them, with the words on the cover."""
    blog = whole.publication
    points = blog.large_print.sizes[0]
    here = setting(whole, points)
    said = list_words(here.ours)
    # Nobody who holds the paper can open the address of a preview.
    address = pieces(blog.base_url, here.line) if blog.is_public else []
    ways = (
        (said.email, blog.email),
        (said.telephone, blog.telephone),
        (said.post, ", ".join(blog.address.splitlines())),
    )
    return {
        **document(whole, points),
        "blog": printable(blog.title, here.typeface),
        "issue": printable(issue, here.typeface),
        "page": {"to": blog.base_url, "pieces": address},
        "ask": [printable(f"{name}: {way}", here.typeface) for name, way in ways if way],
    }
