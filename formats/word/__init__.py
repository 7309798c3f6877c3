"""Large print as a Word document, which readers can change: other letters, sizes and colours.

Everything in it has the style that Word knows it by, so that a screen reader says what it is.
Notes stand at the end, pictures have their alternative texts, and each word is there once.
"""

from collections.abc import Iterator

from formats import walk
from formats.errors import FormatError
from formats.languages import direction
from formats.model import Edition, Notes, OutputFile
from formats.offers import WORD
from formats.word.blocks import blocks
from formats.word.opening import opening
from formats.word.package import WordPackage
from formats.word.running_text import Here
from formats.words import words

MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{name}"'
    for prefix, name in (
        ("w", "wordprocessingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("wp", "drawingml/2006/wordprocessingDrawing"),
        ("a", "drawingml/2006/main"),
        ("pic", "drawingml/2006/picture"),
    )
)

# A4, with margins of 25 mm; in twentieths of a point.
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="{}"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1701" '
    'w:left="1417" w:header="709" w:footer="709" w:gutter="0"/>'
)


def render(edition: Edition) -> Iterator[OutputFile]:
    """The document.

    Raises `FormatError` where the post has no language, or a picture can't be decoded.
    """
    post = edition.post
    if not post.language:
        raise FormatError(
            "the Word file can't be made: the post does not say its language",
            "Set `language` in the post or in publication.toml.",
        )
    here = _start(edition)
    inner = opening(edition, here) + blocks(post.blocks, here)
    right = "<w:bidi/>" if direction(post.language) == "rtl" else ""
    section = f"{_SECTION}{right}</w:sectPr></w:body>"
    body = f"<w:body {_NAMESPACES}>{inner}</w:body>"
    yield OutputFile(WORD, MIME, here.package.finished(body, section))


def _start(edition: Edition) -> Here:
    post = edition.post
    found = (block for block in walk.blocks(post.blocks) if isinstance(block, Notes))
    notes = [note.id for block in found for note in block.notes]
    return Here(
        package=WordPackage(edition),
        ours=words(post.language),
        main=post.language,
        language=post.language,
        page=f"{edition.publication.base_url}posts/{post.slug}/",
        notes={note: number for number, note in enumerate(notes, 1)},
        levels=walk.levels(post),
    )
