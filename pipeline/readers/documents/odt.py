"""A text of LibreOffice or OpenOffice (.odt): one file, one post."""

from pathlib import PurePath

from bs4 import Tag
from lxml import etree

from pipeline.errors import ReadError
from pipeline.readers.documents import properties
from pipeline.readers.documents.flat_lists import nest
from pipeline.readers.documents.odt_styles import OdtStyles
from pipeline.readers.documents.odt_text import OFFICE, OdtText
from pipeline.readers.documents.one_post import DocumentPage, bare, one_post
from pipeline.readers.documents.packages import Package, path_from
from pipeline.readers.documents.saved_page import drop_same_languages, most_spoken
from pipeline.readers.documents.xml_trees import text_of
from pipeline.readers.html.document import tree
from pipeline.readers.shared.reading import Defaults, File, FileContents, Meta

_KINDS = (".odt", ".ott")
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_SAYS = b"mimetypeapplication/vnd.oasis.opendocument.text"
_MATH = "{http://www.w3.org/1998/Math/MathML}math"


def claims(name: str, head: bytes) -> bool:
    """A packed file named as an OpenDocument text, or one that says inside that it is."""
    named = PurePath(name).suffix.lower() in _KINDS
    return (named and not head) or (head.startswith(b"PK") and (named or _SAYS in head[:200]))


def read(file: File, defaults: Defaults) -> FileContents:
    """The post in an OpenDocument text; `ReadError` where there is none."""
    package = Package(file)
    _refuse_locked(package, file.name)
    content = package.xml("content.xml")
    roots = [package.xml(name) for name in ("styles.xml",) if name in package]
    styles = OdtStyles([*roots, content])
    text = OdtText(styles, lambda address: _formula(package, address))
    found = content.find(f"{OFFICE}body/{OFFICE}text")
    body = tree("" if found is None else text.html(found))
    nest(body)
    about = package.xml("meta.xml") if "meta.xml" in package else None
    language = properties.language(about) or most_spoken(body, styles.default_language())
    drop_same_languages(body, language or defaults.language)
    meta = Meta(
        title=properties.title(next(iter(properties.named(about, "title")), "")),
        language=properties.language_unless_unchosen(language, about, defaults.language),
        authors=_authors(about),
    )
    return one_post(
        DocumentPage(body, meta, _pictures(body, package), text.lost), bare(file), defaults
    )


def _refuse_locked(package: Package, where: str) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in package and b"encryption-data" in package.read(manifest):
        raise ReadError(
            "The document is protected by a password.",
            where=where,
            remedy="In LibreOffice, choose File, Save As, and untick “Save with password”.",
        )


def _formula(package: Package, address: str) -> str:
    """The MathML of a formula, which is a document of its own inside; or ""."""
    name = f"{path_from('content.xml', address)}/content.xml"
    if name not in package:
        return ""
    root = package.xml(name)
    if root.tag != _MATH:
        return ""
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode", with_tail=False))


def _authors(about: etree._Element | None) -> tuple[str, ...]:
    """Who began the document, or else who last changed it."""
    first = [] if about is None else [text_of(e) for e in about.iter(f"{_META}initial-creator")]
    return properties.people(first) or properties.people(properties.named(about, "creator"))


def _pictures(body: Tag, package: Package) -> dict[str, bytes]:
    """The pictures that are in the file, by the addresses that the text has for them."""
    found = {str(image["src"]): "" for image in body.find_all("img", src=True)}
    names = {address: path_from("content.xml", address) for address in found}
    return {address: package.read(name) for address, name in names.items() if name in package}
