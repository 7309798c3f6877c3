"""Words of a Word document that mammoth does not find: in text boxes, and with ruby."""

from lxml import etree

from pipeline.readers.documents.marks import mark
from pipeline.readers.documents.word_styles import W
from pipeline.readers.documents.xml_trees import remove, replace, unwrap

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"


def choose(root: etree._Element) -> None:
    """Put the one part of each choice that has words or pictures in its place.

    Newer files have a text box twice: as Word 2010 and later draw it, and as older ones do. Its
    paragraphs are put after the one that it is fixed to.
    """
    for choice in list(root.iter(f"{_MC}AlternateContent")):
        if choice.getparent() is None:
            continue
        parts = [*choice.iterfind(f"{_MC}Choice"), *choice.iterfind(f"{_MC}Fallback")]
        boxed = next((part for part in parts if _boxes(part)), None)
        pictured = [part for part in parts if _is_pictured(part)]
        chosen = boxed if boxed is not None else (pictured or parts or [choice])[0]
        for part in parts:
            if part is not chosen:
                choice.remove(part)
        unwrap(chosen)
        unwrap(choice)
    for box in list(root.iter(f"{W}txbxContent")):
        _move_out(box)


def _is_pictured(part: etree._Element) -> bool:
    return next(part.iter(f"{_A}blip", f"{_VML}imagedata"), None) is not None


def _boxes(part: etree._Element) -> bool:
    return next(part.iter(f"{W}txbxContent"), None) is not None


def _move_out(box: etree._Element) -> None:
    """Move the paragraphs of a text box behind the paragraph that it is fixed to."""
    anchor = next(box.iterancestors(f"{W}p"), None)
    if anchor is None or anchor.getparent() is None:
        return
    for child in reversed(list(box)):
        anchor.addnext(child)
    run = next(box.iterancestors(f"{W}r"), None)
    if run is not None and not _is_pictured(run):
        remove(run)


def keep_ruby(root: etree._Element) -> None:
    """Put words with their reading above them into the text, with marks."""
    for ruby in list(root.iter(f"{W}ruby")):
        base, above = (_all_text(ruby.find(f"{W}{name}")) for name in ("rubyBase", "rt"))
        text = f"{mark('ruby')}{base}{mark('rt')}{above}{mark('endruby')}"
        replace(ruby, text_element(text))


def _all_text(element: etree._Element | None) -> str:
    return "" if element is None else "".join(t.text or "" for t in element.iter(f"{W}t"))


def text_element(text: str) -> etree._Element:
    """Text inside a run."""
    element = etree.Element(f"{W}t")
    element.text = text
    return element


def text_run(text: str) -> etree._Element:
    """Text in a run of its own."""
    run = etree.Element(f"{W}r")
    run.append(text_element(text))
    return run
