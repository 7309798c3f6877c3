"""The text of a Word document, made ready for mammoth.

mammoth knows styles by one name each, and drops silently what it does not know: fields of the
short kind, equations, ruby, text boxes of newer files. So each paragraph gets a style that says
what it is, each run its own properties, and what would be lost becomes text that is kept.
"""

import re
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from pipeline.readers.documents import equations
from pipeline.readers.documents.marks import DECORATION, mark, strange, unmarked
from pipeline.readers.documents.word_lists import Numbering
from pipeline.readers.documents.word_runs import EAST_ASIAN, join_runs, text_of
from pipeline.readers.documents.word_styles import Styles, W, is_on, outline, value
from pipeline.readers.documents.word_words import choose, keep_ruby, text_element, text_run
from pipeline.readers.documents.xml_trees import (
    drop_attribute,
    parent_name,
    remove,
    replace,
    unwrap,
)

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

_DROPPED = [
    *(f"{W}{name}" for name in ("moveFrom", "proofErr", "bookmarkStart", "bookmarkEnd")),
    *(f"{W}{name}" for name in ("commentReference", "annotationRef", "delText", "permStart")),
    *(f"{W}{name}" for name in ("permEnd", "lastRenderedPageBreak", "sectPr", "pgNum")),
    *(f"{W}{name}Change" for name in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "numPr")),
    *(f"{W}{name}" for name in ("tblPrExChange", "tblGridChange", "numberingChange")),
]
_UNWRAPPED = [f"{W}{n}" for n in ("fldSimple", "smartTag", "customXml", "dir", "bdo", "ins",
                                  "moveTo")]  # fmt: skip
_CONTENTS = "the table of contents"
_FLAGS = ("b", "i", "strike", "dstrike")
_LETTER = re.compile(r"[^\W\d_]")


class WordText:
    """The parts of one document, prepared one after the other with one count of their lists.

    `lost` names what could not be kept; `equations` holds the MathML that marks stand for.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.equations: list[str] = []
        self.lost: list[str] = []
        self._language = ""
        self._styles = styles
        self._numbering = numbering

    def most_spoken(self, roots: Iterable[etree._Element]) -> str:
        """The language that has the most letters, or ""."""
        letters: Counter[str] = Counter()
        for run in (run for root in roots for run in root.iter(f"{W}r")):
            text = text_of(run)
            letters[self._spoken(run, text)] += len(_LETTER.findall(text))
        del letters[""]
        return letters.most_common(1)[0][0] if letters else ""

    def prepare(self, root: etree._Element, language: str) -> None:
        """Prepare a part in place: the body, the footnotes or the endnotes.

        `language` is the document's; words in another get a mark.
        """
        self._language = language
        for element in root.iter(f"{W}t"):
            if element.text and strange(element.text):
                element.text = unmarked(element.text)
        choose(root)
        self._tell(root)
        self._drop(root)
        self._keep_equations(root)
        keep_ruby(root)
        for line_end in root.iter(f"{W}cr"):
            line_end.tag = f"{W}br"
        for drawing in list(root.iter(f"{_WP}docPr")):
            self._describe(drawing)
        for shape in root.iter(f"{_VML}imagedata"):
            drop_attribute(shape, f"{_OFFICE}title")  # the name of the file, as Word writes it
        for run in list(root.iter(f"{W}r")):
            self._run(run)
        for paragraph in list(root.iter(f"{W}p")):
            self._paragraph(paragraph)
        for table in root.iter(f"{W}tbl"):
            self._header(table)

    # --- what is left out ---------------------------------------------------------------

    def _drop(self, root: etree._Element) -> None:
        for row in [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is not None]:
            remove(row)
        for element in list(root.iter(*_DROPPED)):
            remove(element)
        for element in list(root.iter(f"{W}del")):
            if parent_name(element) != f"{W}rPr":  # there it marks the end of a paragraph
                remove(element)
        for element in list(root.iter(*_UNWRAPPED)):
            unwrap(element)
        join_runs(root)
        for run in list(root.iter(f"{W}r")):
            if self._is_hidden(run):
                remove(run)

    def _tell(self, root: etree._Element) -> None:
        """Take out what a post can't have, and name it."""
        for element in list(root.iter(f"{W}sdt")):
            gallery = value(element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"))
            if gallery == "Table of Contents":
                self.lost.append(_CONTENTS)
                remove(element)
        for element in list(root.iter(f"{W}altChunk")):
            self.lost.append("a document inside the document")
            remove(element)

    def _is_hidden(self, run: etree._Element) -> bool:
        hidden = self._property(run, "vanish")
        return is_on(hidden) or is_on(run.find(f"{W}rPr/{W}webHidden"))

    def _property(self, run: etree._Element, name: str) -> etree._Element | None:
        """A property of a run: its own, or that of its style or its paragraph's style."""
        own = run.find(f"{W}rPr/{W}{name}")
        if own is not None:
            return own
        path = f"{W}rPr/{W}{name}"
        named = self._styles.first(value(run.find(f"{W}rPr/{W}rStyle")), path)
        return named if named is not None else self._styles.first(_style_around(run), path)

    # --- what becomes text --------------------------------------------------------------

    def _keep_equations(self, root: etree._Element) -> None:
        for element in list(root.iter(f"{equations.M}oMathPara")):
            unwrap(element)
        for element in list(root.iter(f"{equations.M}oMath")):
            text = mark("equation", str(len(self.equations)))
            self.equations.append(equations.mathml(element))
            replace(element, text_run(text))

    def _describe(self, properties: etree._Element) -> None:
        """Tidy the alternative text of a drawing, and keep that of one without a picture."""
        words = properties.get("descr", "") or properties.get("title", "")
        if any(is_decorative(element) for element in properties.iter(_DECORATIVE)):
            words = DECORATION
        properties.set("descr", words)
        drop_attribute(properties, "title")
        drawing = properties.getparent()
        if drawing is not None and next(drawing.iter(f"{_A}blip"), None) is None:
            shown = "" if words == DECORATION else words
            self.lost.append(f"a drawing or chart (“{shown}”)" if shown else "a drawing or chart")

    def _run(self, run: etree._Element) -> None:
        """Give a run the properties that it has by its style, and a mark of its language."""
        text = text_of(run)
        style = value(run.find(f"{W}rPr/{W}rStyle"))
        language = self._spoken(run, text)
        old = run.find(f"{W}rPr")
        new = etree.Element(f"{W}rPr")
        if self._styles.is_code(style):
            etree.SubElement(new, f"{W}rStyle").set(f"{W}val", "code")
        for flag in _FLAGS:
            found = self._own(run, style, flag)
            if is_on(found):
                etree.SubElement(new, f"{W}{flag.removeprefix('d')}")
        raised = value(self._own(run, style, "vertAlign"))
        is_note = run.find(f"{W}footnoteReference") is not None
        is_note = is_note or run.find(f"{W}endnoteReference") is not None
        for written in run.findall(f"{W}t") if is_note else ():  # a sign in place of its number
            run.remove(written)
        if raised and not is_note:
            etree.SubElement(new, f"{W}vertAlign").set(f"{W}val", raised)
        if old is not None:
            run.remove(old)
        if _differs(language, self._language) and _LETTER.search(text):
            run.insert(0, text_element(mark("lang", language)))
            run.append(text_element(mark("endlang")))
        if len(new):
            run.insert(0, new)

    def _own(self, run: etree._Element, style: str, name: str) -> etree._Element | None:
        """A property of a run or its character style; a heading is not bold for being one."""
        own = run.find(f"{W}rPr/{W}{name}")
        return own if own is not None else self._styles.first(style, f"{W}rPr/{W}{name}")

    def _spoken(self, run: etree._Element, text: str) -> str:
        """The language of a run, by the script that it is in (17.3.2.20)."""
        kind = "val"
        if is_on(run.find(f"{W}rPr/{W}rtl")):
            kind = "bidi"
        elif EAST_ASIAN.search(text):
            kind = "eastAsia"
        lang = self._property(run, "lang")
        said = lang.get(f"{W}{kind}", "") if lang is not None else ""
        if not said and self._styles.default is not None:
            default = self._styles.default.find(f"{W}lang")
            said = default.get(f"{W}{kind}", "") if default is not None else ""
        return "" if said.lower() in {"x-none", "zxx"} else said

    # --- what a paragraph is ------------------------------------------------------------

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = _properties(paragraph)
        style = _style_of(paragraph)
        role = self._styles.role(style) or outline(properties)
        if role == "contents":
            self.lost.append(_CONTENTS)
            remove(paragraph)
            return
        item = None if role else self._numbering.place(properties, style)
        deleted = properties.find(f"{W}rPr/{W}del") if properties is not None else None
        if properties is not None:
            paragraph.remove(properties)
        new = etree.Element(f"{W}pPr")
        if role:
            etree.SubElement(new, f"{W}pStyle").set(f"{W}val", role)
        if deleted is not None:
            etree.SubElement(new, f"{W}rPr").append(deleted)
        if item is not None:
            number = "" if item.number is None else str(item.number)
            paragraph.insert(0, text_run(mark("item", f"{item.level}:{number}")))
        paragraph.insert(0, new)

    def _header(self, table: etree._Element) -> None:
        """Mark a first row that is drawn as a header as one."""
        row = table.find(f"{W}tr")
        if row is None or table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None:
            return
        if self._draws_header(table):
            properties = row.find(f"{W}trPr")
            if properties is None:
                properties = etree.Element(f"{W}trPr")
                row.insert(0, properties)
            etree.SubElement(properties, f"{W}tblHeader")

    def _draws_header(self, table: etree._Element) -> bool:
        look = table.find(f"{W}tblPr/{W}tblLook")
        if look is None:
            return False
        first = look.get(f"{W}firstRow")
        flags = look.get(f"{W}val", "0")
        on = first in {"1", "true", "on"} if first else _has_flag(flags, 0x0020)
        return on and self._styles.has_header_row(value(table.find(f"{W}tblPr/{W}tblStyle")))


def is_decorative(element: etree._Element) -> bool:
    """Whether a drawing is said to be only decoration."""
    return element.get("val", "1").lower() in {"1", "true"}


def _has_flag(flags: str, flag: int) -> bool:
    try:
        return bool(int(flags, 16) & flag)
    except ValueError:
        return False


def _differs(language: str, other: str) -> bool:
    """Whether two tags are of different languages; Word itself marks words as American."""
    one, two = (tag.lower().partition("-")[0] for tag in (language, other))
    return bool(one and two) and one != two


def _properties(paragraph: etree._Element) -> etree._Element | None:
    """The properties of a paragraph, which are the first in it; it may have many runs."""
    first = next(iter(paragraph), None)  # `len` would count them all
    return first if first is not None and first.tag == f"{W}pPr" else None


def _style_of(paragraph: etree._Element) -> str:
    properties = _properties(paragraph)
    return "" if properties is None else value(properties.find(f"{W}pStyle"))


def _style_around(run: etree._Element) -> str:
    paragraph = next(run.iterancestors(f"{W}p"), None)
    return "" if paragraph is None else _style_of(paragraph)
