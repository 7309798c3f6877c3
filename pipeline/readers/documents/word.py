"""A Word document (.docx): one file, one post, through mammoth."""

import io
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import PurePath
from typing import IO, Protocol

from bs4 import Tag

from pipeline.errors import ReadError
from pipeline.readers.documents import properties
from pipeline.readers.documents.flat_lists import nest
from pipeline.readers.documents.marks import replaced
from pipeline.readers.documents.one_post import DocumentPage, bare, one_post
from pipeline.readers.documents.packages import Package
from pipeline.readers.documents.word_lists import Numbering
from pipeline.readers.documents.word_parts import BODIES, WordParts
from pipeline.readers.documents.word_styles import Styles
from pipeline.readers.documents.word_text import WordText
from pipeline.readers.html.document import tree
from pipeline.readers.shared.reading import Defaults, File, FileContents, Meta

_KINDS = (".docx", ".docm", ".dotx", ".dotm")
_HEADINGS = "\n".join(f"p.h{level} => h{level}:fresh" for level in range(1, 7))
_CLASSES = "\n".join(
    f"p.{name} => p.{name}:fresh" for name in ("title", "author", "date", "caption")
)
_STYLES = f"""
{_HEADINGS}
{_CLASSES}
p.quote => blockquote > p:fresh
p.code => pre:separator('\\n')
r.code => code
p => p:fresh
"""
_TOLD = {
    "A w:sym": "a sign of a symbol font",
    "Could not find image": "a picture that is missing in the file",
    "could not open external image": "a picture outside the file",
}


class _Image(Protocol):
    """A picture as mammoth gives it."""

    def open(self) -> AbstractContextManager[IO[bytes]]:
        """Its bytes."""
        ...


def claims(name: str, head: bytes) -> bool:
    """A file named as a document of Word that is packed as one, or empty."""
    named = PurePath(name).suffix.lower() in _KINDS
    return named and (not head or head.startswith(b"PK\x03\x04"))


def read(file: File, defaults: Defaults) -> FileContents:
    """The post in a Word document; `ReadError` where there is none."""
    package = Package(file)
    parts = WordParts(package, file.name)
    known = Styles(parts.part("styles"))
    text = WordText(known, Numbering(parts.part("numbering"), known))
    found = {kind: parts.part(kind) for kind in BODIES}
    bodies = {kind: root for kind, root in found.items() if root is not None}
    core = parts.part("core-properties")
    language = properties.language(core) or text.most_spoken(bodies.values())
    for root in bodies.values():
        text.prepare(root, language or defaults.language)
    html, lost = _converted(parts.copy(bodies), file.name)
    body = tree(replaced(html, text.equations))
    nest(body)
    _name_notes(body)
    meta = Meta(
        title=properties.title(next(iter(properties.named(core, "title")), "")),
        language=properties.language_unless_unchosen(language, core, defaults.language),
        authors=properties.people(properties.named(core, "creator")),
    )
    page = DocumentPage(body, meta, _pictures(body, package), (*text.lost, *lost))
    return one_post(page, bare(file), defaults)


def _converted(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """The page that mammoth makes, and what it could not keep."""
    import mammoth  # noqa: PLC0415 (0.1 s, and most runs need it never)

    try:
        found = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            include_default_style_map=False,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(_named),
        )
    except MemoryError:
        raise
    except Exception as error:  # mammoth does not say which ones a broken document raises
        raise ReadError(
            "The document can't be understood.",
            where=where,
            remedy="Open it in Word, choose File, Save As, and save it as Word Document (.docx).",
        ) from error
    messages = [message.message for message in found.messages]
    told = (_TOLD.get(start) for said in messages for start in _TOLD if said.startswith(start))
    return found.value, tuple(dict.fromkeys(filter(None, told)))


def _named(image: _Image) -> dict[str, str]:
    """A picture's attributes: the copy has the name of each picture in its place."""
    with image.open() as part:
        return {"src": part.read().decode()}


def _name_notes(body: Tag) -> None:
    """Say of the list at the end that it holds the notes."""
    for ordered in reversed(body.find_all("ol", recursive=False)):
        item = ordered.find("li", id=True)
        if item is not None and str(item["id"]).startswith(("footnote-", "endnote-")):
            ordered["class"] = "footnotes"
            return


def _pictures(body: Tag, package: Package) -> Mapping[str, bytes]:
    names = dict.fromkeys(str(image["src"]) for image in body.find_all("img", src=True))
    return {name: package.read(name) for name in names if name in package}
