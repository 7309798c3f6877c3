"""W3C pronunciation lexicons (PLS 1.0), which other programs write → entries."""

from collections.abc import Iterator

from lxml import etree

from pipeline.errors import SettingsError
from pipeline.lexicon.entry import Entry, checked

_SPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
_PLS = f"{{{_SPACE}}}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def parse(data: bytes, name: str) -> tuple[Entry, ...]:
    """The entries of a file, in its order; of two for one word, the first counts.

    Raises `SettingsError` with file, line and remedy.
    """
    root = _root(data, name)
    language = (root.get(_LANGUAGE) or "").strip().replace("_", "-")
    found: dict[str, Entry] = {}
    for lexeme in root.iterchildren(f"{_PLS}lexeme"):
        for entry in _entries(lexeme, language, name):
            found.setdefault(entry.written, entry)
    return tuple(found.values())


def _root(data: bytes, name: str) -> etree._Element:
    # Nothing outside the file is read and no entity is expanded: the file may come from anyone.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SettingsError(
            f"this is not XML ({error.msg}).",
            where=f"{name}:{error.lineno or 1}",
            remedy="Correct the line, or save the file again from the program that made it.",
        ) from error
    if root.tag != f"{_PLS}lexicon":
        raise SettingsError(
            "this is not a W3C pronunciation lexicon.",
            where=f"{name}:{root.sourceline}",
            remedy=f'Its first element must be: <lexicon version="1.0" xmlns="{_SPACE}">',
        )
    for entity in root.iter(etree.Entity):
        raise SettingsError(
            f'"{entity.text}" stands for something else, which is not looked up.',
            where=f"{name}:{entity.sourceline}",
            remedy="Write the word itself.",
        )
    return root


def _entries(lexeme: etree._Element, language: str, name: str) -> Iterator[Entry]:
    """An entry for each way that the word is written."""
    where = f"{name}:{lexeme.sourceline}"
    phoneme = _preferred(lexeme, "phoneme")
    alias = _preferred(lexeme, "alias")
    written = [_text(each) for each in lexeme.iterchildren(f"{_PLS}grapheme")]
    ipa = "" if phoneme is None else _ipa(phoneme, name)
    spoken = "" if alias is None else _text(alias)
    if not any(written) or not (ipa or spoken):
        raise SettingsError(
            "a lexeme needs a grapheme, and a phoneme or an alias.",
            where=where,
            remedy="Add what is missing, or remove the lexeme.",
        )
    for each in filter(None, written):
        yield checked(Entry(each, spoken, ipa, language, where))


def _preferred(lexeme: etree._Element, tag: str) -> etree._Element | None:
    """The one with prefer="true", else the first."""
    found = list(lexeme.iterchildren(f"{_PLS}{tag}"))
    return next((each for each in found if each.get("prefer") == "true"), next(iter(found), None))


def _ipa(phoneme: etree._Element, name: str) -> str:
    lexicon = phoneme.getroottree().getroot()
    alphabet = phoneme.get("alphabet") or lexicon.get("alphabet") or "ipa"
    if alphabet.lower() != "ipa":
        raise SettingsError(
            f'sounds in the alphabet "{alphabet}" are not understood.',
            where=f"{name}:{phoneme.sourceline}",
            remedy='Write them in IPA and say so: alphabet="ipa"; or give an alias.',
        )
    return _text(phoneme).strip("/[]")


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
