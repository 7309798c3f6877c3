"""The parts of a Word document, and the copy of them that mammoth reads.

In the copy each picture is a file with its own name in it, so that mammoth never holds one; and
nothing in it leads to a part that is not there, over which mammoth would fail.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from pipeline.errors import ReadError
from pipeline.readers.documents.packages import Package, path_from
from pipeline.readers.documents.word_styles import W

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R = f"{{{_OFFICE}}}"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/{}/2006/main"
_STRICT = (  # the names in documents of the strict kind, and those that this module knows
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _MAIN.format("wordprocessingml")),
    (b"http://purl.oclc.org/ooxml/drawingml/main", _MAIN.format("drawingml")),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _OFFICE),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", f"{_OFFICE[:-13]}math"),
    (b"http://purl.oclc.org/ooxml/drawingml/", "http://schemas.openxmlformats.org/drawingml/2006/"),
)
BODIES = ("document", "footnotes", "endnotes")
"""The parts that have text of the post."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Where an id in a part leads: to another part, or out of the document."""

    kind: str
    target: str
    external: bool


class WordParts:
    """The parts of one document by what they are for."""

    def __init__(self, package: Package, where: str) -> None:
        self.package = package
        top = self._relations("", "_rels/.rels")
        document = _first(top, "officeDocument") or "word/document.xml"
        if document not in package:
            raise ReadError(
                "There is no Word document in this file, whatever its name says.",
                where=where,
                remedy="Open it in Word, choose File, Save As, and Word Document (.docx).",
            )
        inner = self._of(document)
        kinds = ("footnotes", "endnotes", "styles", "numbering", "settings")
        self._paths = {kind: _first(inner, kind) for kind in kinds}
        self._paths |= {"document": document, "core-properties": _first(top, "core-properties")}

    def part(self, kind: str) -> etree._Element | None:
        """The root of a part, or None where the document has none of that kind."""
        path = self._paths[kind]
        if path not in self.package:
            return None
        data = self.package.read(path)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual.encode())
        return self.package.parsed(data, path)

    def copy(self, bodies: Mapping[str, etree._Element]) -> bytes:
        """A document with these bodies, and no other text."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as copy:
            if "[Content_Types].xml" in self.package:
                copy.writestr(
                    "[Content_Types].xml", _bytes(self.package.xml("[Content_Types].xml"))
                )
            written: set[str] = set()
            for kind, root in bodies.items():
                relations = self._of(self._paths[kind])
                kept = {name: way for name, way in relations.items() if self._is_there(way)}
                _drop_leads(root, kept, bodies)
                copy.writestr(f"word/{kind}.xml", _bytes(root))
                copy.writestr(f"word/_rels/{kind}.xml.rels", _relations_xml(kept))
                pictures = {way.target for way in kept.values() if way.kind == "image"}
                for name in sorted(pictures - written):
                    copy.writestr(name, name)
                written |= pictures
        return made.getvalue()

    def _is_there(self, relation: Relation) -> bool:
        if relation.kind == "hyperlink" or (relation.kind == "image" and relation.external):
            return True
        return relation.kind == "image" and relation.target in self.package

    def _of(self, part: str) -> dict[str, Relation]:
        folder, _, name = part.rpartition("/")
        return self._relations(part, f"{folder}/_rels/{name}.rels".lstrip("/"))

    def _relations(self, part: str, name: str) -> dict[str, Relation]:
        if name not in self.package:
            return {}
        return {
            element.get("Id", ""): _relation(part, element)
            for element in self.package.xml(name).iter(f"{{{_PACKAGE}}}Relationship")
        }


def _relation(part: str, element: etree._Element) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target, external = element.get("Target", ""), element.get("TargetMode") == "External"
    inside = not external and kind != "hyperlink"
    return Relation(kind, path_from(part, target) if inside else target, external)


def _first(relations: Mapping[str, Relation], kind: str) -> str:
    return next((way.target for way in relations.values() if way.kind == kind), "")


def _bytes(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _relations_xml(relations: Mapping[str, Relation]) -> bytes:
    root = etree.Element(f"{{{_PACKAGE}}}Relationships", nsmap={"r": _PACKAGE})
    for name, way in relations.items():
        element = etree.SubElement(root, f"{{{_PACKAGE}}}Relationship")
        element.set("Id", name)
        element.set("Type", f"{_OFFICE}/{way.kind}")
        element.set("Target", way.target if way.kind == "hyperlink" or way.external
                    else f"/{way.target}")  # fmt: skip
    return _bytes(root)


def _drop_leads(
    root: etree._Element, kept: Mapping[str, Relation], bodies: Mapping[str, etree._Element]
) -> None:
    """Drop what leads to nothing: the ids of missing parts, the marks of missing notes."""
    for element in root.iter("{*}blip", "{*}imagedata", "{*}hyperlink", "{*}hlinkClick"):
        for name in ("embed", "link", "id"):
            way = kept.get(element.get(f"{_R}{name}", ""))
            fits = way is not None and (name != "embed" or not way.external)
            if not fits and f"{_R}{name}" in element.attrib:
                del element.attrib[f"{_R}{name}"]
    for kind in ("footnote", "endnote"):
        notes = bodies.get(f"{kind}s")
        known = set() if notes is None else {one.get(f"{W}id") for one in notes}
        for mark in list(root.iter(f"{W}{kind}Reference")):
            parent = mark.getparent()
            if mark.get(f"{W}id") not in known and parent is not None:
                parent.remove(mark)
