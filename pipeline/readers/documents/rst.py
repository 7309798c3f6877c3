"""reStructuredText (.rst), as Pelican, Nikola and Sphinx have it: one file, one post."""

import re
from dataclasses import replace
from pathlib import PurePath

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from pipeline.findings import Finding
from pipeline.readers.html.classes import class_names
from pipeline.readers.html.document import draft, tree
from pipeline.readers.shared import values
from pipeline.readers.shared.files import decode
from pipeline.readers.shared.reading import (
    Defaults,
    Draft,
    File,
    FileContents,
    Meta,
    TextFile,
    warning,
)
from pipeline.readers.shared.values import Fields, Value

_NIKOLA = re.compile(r"\.\. (\w+):[ \t]*(.*)")
_SAME = {"modified": "updated", "lang": "language", "categories": "category", "keywords": "tags"}
_KEYS = {"title", "slug", "date", "updated", "authors", "summary", "description", "tags",
         "category", "language", "draft", "image", "image_alt"}  # fmt: skip
_PLACE = re.compile(r"\{(?:static|attach|filename|photo)\}|\|(?:static|filename)\|")
_HIDDEN = {"draft": "is a draft", "hidden": "is hidden", "skip": "is skipped",
           "private": "is private"}  # fmt: skip


def claims(name: str, _head: bytes) -> bool:
    """It can only be recognised by its name, because its bytes are plain text."""
    return PurePath(name).suffix.lower() in {".rst", ".rest"}


def read(file: File, defaults: Defaults) -> FileContents:
    """The post in a text; `ReadError` where it has no title or no text."""
    from pipeline.readers.documents import rst_page  # noqa: PLC0415 (docutils takes 0.15 s to load)

    source = decode(file)
    page = rst_page.page(source.text, source.name)
    said = {**_comments(source.text), **dict(page.fields)}
    meta, unclear = _meta(said, source)
    meta = replace(meta, title=meta.title or page.title)
    if meta.withheld:  # it may still lack a title or text, and is left out in any case
        unfinished = replace(meta, title=meta.title or source.path.stem)
        return FileContents((Draft(unfinished, (), source.name),), unclear)
    body = tree(page.html)
    _tidy(body)
    found = draft(body, meta, source, defaults.language)
    told = (*unclear, *_told(page.unknown, page.broken, source))
    return replace(found, findings=(*told, *found.findings))


# --- what the post says about itself -----------------------------------------------------


def _comments(text: str) -> dict[str, str]:
    """The fields that Nikola has in comments at the top."""
    found: dict[str, str] = {}
    for line in text.lstrip().split("\n"):
        said = _NIKOLA.fullmatch(line.rstrip())
        if not said:
            break
        found[said[1].lower()] = said[2]
    return found


def _meta(said: dict[str, str], source: TextFile) -> tuple[Meta, tuple[Finding, ...]]:
    fields: dict[str, Value] = {_SAME.get(key, key): value for key, value in said.items()}
    status = str(fields.pop("status", "")).lower()
    people = str(fields.pop("authors", "") or fields.get("author", ""))
    fields["authors"] = [name.strip() for name in re.split(r"[;\n]", people) if name.strip()]
    known = {key: value for key, value in fields.items() if key in _KEYS}
    lines = {key: _line(source.text, key) for key in known}
    meta, findings = values.meta(Fields(source.name, known, lines))
    return replace(meta, withheld=meta.withheld or _HIDDEN.get(status, "")), findings


def _line(text: str, key: str) -> int:
    names = "|".join([key, *(old for old, new in _SAME.items() if new == key)])
    found = re.search(rf"^(?::|\.\. )(?:{names}):", text, re.MULTILINE | re.IGNORECASE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _told(
    unknown: tuple[str, ...], broken: tuple[tuple[int, str], ...], source: TextFile
) -> tuple[Finding, ...]:
    """A warning for all that only another program understands, and one for each broken part."""
    strange = [
        warning(
            "template-tag",
            source.place(name),
            f"“{name}” names another file, which was not read."
            if "include::" in name
            else f"“{name}” means nothing to Allways; the words in it were kept.",
            "Check how that part reads.",
        )
        for name in unknown
    ]
    wrong = [
        warning(
            "markup-broken",
            source.line(line) if line else source.name,
            f"The text is not as reStructuredText needs it: {what}",
            "Correct it. Its words are read as they are.",
        )
        for line, what in broken
    ]
    return (*strange, *wrong)


# --- the page ---------------------------------------------------------------------------


def _tidy(body: Tag) -> None:
    """Turn what docutils writes into the HTML that every reader of posts knows."""
    for contents in body.find_all("nav", role="doc-toc"):
        contents.decompose()
    for literal in body.find_all("span", class_="literal"):
        literal.name = "code"
    for code in body.find_all("pre", class_="code"):
        names = [name for name in class_names(code) if name not in {"code", "literal-block"}]
        (code.find("code") or code)["class"] = f"language-{names[0]}" if names else ""
        for number in code.find_all(["small", "span"], class_="ln"):
            number.decompose()
    for title in body.find_all("p", class_="admonition-title"):
        title.name = "summary"  # which is bold
    _straighten(body)
    _name_notes(body)


def _straighten(body: Tag) -> None:
    """Addresses as Pelican writes them, from the folder of posts."""
    for tag in body.find_all(["img", "a"]):
        key = "src" if tag.name == "img" else "href"
        address = str(tag.get(key, ""))
        if _PLACE.match(address):
            tag[key] = _PLACE.sub("", address, count=1)
            if tag.name == "a":
                del tag["href"]  # another post, whose address is not known


def _name_notes(body: Tag) -> None:
    """Make one list of all notes, where the last one stands, so that its heading goes with it."""
    for mark in body.find_all("a", role=["doc-noteref", "doc-biblioref"]):
        mark["role"] = "doc-noteref"
        before = mark.previous_sibling
        if isinstance(before, NavigableString):
            before.replace_with(NavigableString(before.rstrip()))
    notes = body.find_all(role=["doc-footnote", "doc-biblioentry"])
    if not notes:
        return
    maker = BeautifulSoup("", "lxml")
    ordered = maker.new_tag("ol")
    ordered["class"] = "footnotes"
    notes[-1].insert_before(ordered)
    for note in notes:
        for furniture in note.find_all("span", class_=["label", "backrefs"]):
            furniture.decompose()
        entry = maker.new_tag("li", id=str(note.get("id", "")))
        entry.extend(list(note.contents))
        ordered.append(entry)
        note.decompose()
