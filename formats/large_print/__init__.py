"""Large print: the post as a PDF at each size, 18 and 24 point, and as a page in large letters.

Typography after UKAAF G003, RNIB and ACB 2022: sans serif, left aligned, 1.5 line spacing,
no italics, no underlining, nothing smaller than the text. The PDFs are PDF/UA-1 and PDF/A-2a.
"""

from collections.abc import Iterator, Mapping
from typing import assert_never

from formats import walk
from formats.errors import FormatError
from formats.large_print.blocks import width
from formats.large_print.document import document
from formats.large_print.fitting import fitted
from formats.large_print.lettering import smallest
from formats.large_print.letters import missing
from formats.large_print.page import page
from formats.large_print.typeset import begins, typeset
from formats.model import CodeBlock, Edition, Figure, OutputFile, Sentence
from formats.offers import PRINT_PAGE, print_path
from formats.typefaces import MONO, parts

_LONGEST = 700_000
"""Characters of a post that can be printed large: Typst holds up to 440 bytes for each.

With this a run stays below 500 MB. It is a book of 300 pages.
"""

_EACH = 20
"""Characters for which a sentence or a cell counts beside its own: Typst holds 10 kB for a cell."""


def render(edition: Edition) -> Iterator[OutputFile]:
    """The PDFs, the smallest letters first, and the page.

    Raises `FormatError` where the post has no language or is too long, or a picture can't be
    decoded.
    """
    _check(edition)
    for points in edition.publication.large_print.sizes:
        made = typeset(fitted(document(edition, points), edition), edition)
        yield OutputFile(print_path(points), "application/pdf", made)
    yield OutputFile(PRINT_PAGE, "text/html", page(edition))


def _check(edition: Edition) -> None:
    if not edition.post.language:
        raise FormatError(
            "large print can't be made: the post does not say its language",
            "Set `language` in the post or in publication.toml.",
        )
    if too_long(edition):
        raise FormatError(
            "the post is longer than a book of 300 pages.",
            "Make several posts of it.",
        )


def too_long(edition: Edition) -> bool:
    """Whether a post needs more memory than may be asked for."""
    return sum(len(_words(u)) + _EACH for u in walk.units(edition.post.blocks)) > _LONGEST


def pages(edition: Edition) -> dict[str, int]:
    """The page of the smallest large print on which each unit begins, the first one being 1.

    A heading begins where what is below it does, for no page ends between them. Raises
    `FormatError` where `render` does.
    """
    _check(edition)
    points = edition.publication.large_print.sizes[0]
    known = begins(fitted(document(edition, points), edition), edition)
    page, found = 0, {}
    for unit in reversed(list(walk.units(edition.post.blocks))):
        page = known.get(unit.id, page)
        found[unit.id] = page
    return {unit: page for unit, page in reversed(found.items()) if page}


def unshown(edition: Edition) -> tuple[str, ...]:
    """The characters of an edition that no typeface has: the PDFs show their names in brackets."""
    units = (*edition.about, *walk.units(edition.post.blocks))
    texts = (edition.post.title, *map(_words, units))
    lost = (missing(text, edition.publication.print_typeface) for text in texts)
    return tuple(dict.fromkeys("".join(lost)))


def borrowed(edition: Edition) -> Mapping[str, str]:
    """The letters that the editor's own typeface lacks, by the typeface that they are set in."""
    own = edition.publication.large_print.typeface
    if own is None:
        return {}
    units = walk.units(edition.post.blocks)
    text = "".join((edition.post.title, *map(_words, units)))
    found: dict[str, str] = {}
    for part in parts(text, own):
        if part.face and part.face != MONO and part.shown not in found.get(part.face.family, ""):
            found[part.face.family] = found.get(part.face.family, "") + part.shown
    return found


_LEAST = 16
"""Points: smaller letters are no large print (G003)."""


def lettering(edition: Edition) -> Mapping[str, float]:
    """The drawings whose letters are too small in print, by path, with their size in points."""
    shown = {picture.src for picture in walk.pictures(edition.post.blocks)}
    sizes = {m.path: smallest(m, width(m)) for m in edition.media if m.path in shown}
    return {path: size for path, size in sizes.items() if size is not None and size < _LEAST}


def _words(unit: walk.Unit) -> str:
    match unit:
        case Sentence():
            return walk.plain(unit.inlines)
        case Figure():
            return unit.picture.alt or ""
        case CodeBlock():
            return unit.text
        case _:
            assert_never(unit)
