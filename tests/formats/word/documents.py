"""Documents opened with python-docx and by their XML."""

import io

from docx import Document
from docx.document import Document as Opened
from lxml import etree

from formats.model import Edition
from formats.word import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(edition: Edition) -> Opened:
    """The document of an edition, opened again."""
    (file,) = render(edition)
    return Document(io.BytesIO(file.data))


def styled(document: Opened) -> list[tuple[str, str]]:
    """The style and the words of each paragraph that has words, outside tables."""
    return [(str(p.style.name if p.style else ""), p.text) for p in document.paragraphs if p.text]


def xml(document: Opened) -> etree._Element:
    """The text of a document."""
    return etree.fromstring(etree.tostring(document.element))


def values(document: Opened, name: str) -> list[str]:
    """The values of all elements of this name in the text, in order."""
    return [str(e.get(f"{W}val", "")) for e in xml(document).iter(f"{W}{name}")]
