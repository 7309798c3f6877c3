"""A Word document as a package of parts, built with python-docx.

python-docx knows parts, relations, content types and properties. Its own template is set aside:
it has 160 styles, in other letters and sizes.
"""

import io
from datetime import UTC
from functools import cache

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from formats.markup import legal
from formats.model import Edition
from formats.word.pictures import KINDS, Raster, raster
from formats.word.styles import W, numbering, styles
from formats.zipped import again

_KEPT = frozenset(
    {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS, RELATIONSHIP_TYPE.NUMBERING}
)
_SETTINGS = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="850"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)

# The number of the page, at the size of the text (G003).
_FOOTER = (
    f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)

_LONGEST = 255
"""Characters of a property: Word takes no more."""


@cache
def _template() -> bytes:
    """An empty document without python-docx's own styles, pictures and settings."""
    document = Document()
    for key, relation in list(document.part.rels.items()):
        if relation.reltype not in _KEPT:
            del document.part.rels[key]
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]
    _replace(document.settings.element, _SETTINGS)
    _replace(document.part.numbering_part.element, numbering(()))
    _replace(document.styles.element, styles("en"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _replace(root: BaseOxmlElement, xml: str) -> None:
    """Give a part another content."""
    for child in list(root):
        root.remove(child)
    root.extend(list(parse_xml(xml)))


class WordPackage:
    """The document while its text is written: what the text refers to is noted here.

    Not a value: pictures, links and lists get their numbers in the order in which they are asked.
    """

    def __init__(self, edition: Edition) -> None:
        self._document = Document(io.BytesIO(_template()))
        self._post = edition.post
        self._typeface = edition.publication.typeface
        self._media = {one.path: one for one in edition.media if one.mime in KINDS}
        self._links: dict[str, str] = {}
        self._pictures: dict[str, tuple[str, Raster]] = {}
        self._lists: list[tuple[int, int]] = []
        self._drawn = 0

    def link(self, address: str) -> str:
        """The id of the relation to an address."""
        if address not in self._links:
            part = self._document.part
            kind = RELATIONSHIP_TYPE.HYPERLINK
            self._links[address] = part.relate_to(address, kind, is_external=True)
        return self._links[address]

    def picture(self, path: str) -> tuple[str, Raster] | None:
        """The relation to a picture, and the picture; None where it is not here.

        Raises `FormatError` where it can't be decoded.
        """
        if path not in self._media:
            return None
        if path not in self._pictures:
            picture = raster(self._media[path], self._typeface)
            name = PackURI(f"/word/media/image{len(self._pictures) + 1}.{picture.suffix}")
            part = Part(name, picture.mime, picture.data, self._document.part.package)
            relation = self._document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
            self._pictures[path] = relation, picture
        return self._pictures[path]

    def drawing(self) -> int:
        """A number for the next drawing, from 1."""
        self._drawn += 1
        return self._drawn

    def numbered_list(self, level: int, start: int) -> int:
        """The `numId` of a numbered list of its own, so that it begins at its own number."""
        self._lists.append((level, start))
        return len(self._lists) + 2

    def finished(self, body: str, section: str) -> bytes:
        """The file: the same bytes for the same text.

        `body` is the XML of the blocks, `section` that of the page. Raises `XMLSyntaxError` where
        one is none.
        """
        document = self._document
        footer = Part(PackURI("/word/footer1.xml"), CONTENT_TYPE.WML_FOOTER, _FOOTER.encode())
        relation = document.part.relate_to(footer, RELATIONSHIP_TYPE.FOOTER)
        _replace(document.element.body, body.replace("</w:body>", section.format(relation)))
        _replace(document.part.numbering_part.element, numbering(tuple(self._lists)))
        _replace(document.styles.element, styles(self._post.language))
        self._tell(document.core_properties)
        out = io.BytesIO()
        document.save(out)
        return again(out)

    def _tell(self, properties: CoreProperties) -> None:
        """The properties of the document; its dates are those of the post."""
        post = self._post
        moment = post.dated.astimezone(UTC)
        said = {
            "title": post.title,
            "author": ", ".join(post.authors),
            "language": post.language,
            "subject": post.summary,
            "keywords": ", ".join(post.tags),
            "comments": "",
            "last_modified_by": "",
        }
        for name, value in said.items():
            setattr(properties, name, legal(value)[:_LONGEST])
        properties.created = properties.modified = moment.replace(tzinfo=None, microsecond=0)
