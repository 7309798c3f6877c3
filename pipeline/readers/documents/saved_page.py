"""What the pages have in common that Word, LibreOffice and Google Docs save of a document."""

import re
from collections import Counter
from collections.abc import Mapping
from itertools import chain

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from pipeline.readers.html.classes import class_names
from pipeline.readers.shared import languages

_MARK = re.compile(r"\W*[\w*†‡§]{1,6}\W*")
_ENDINGS = (".html", ".htm", ".xhtml", ".doc")


def named_as_page(name: str) -> bool:
    """Whether a file is named as a page; Word also opens pages that are named as its own."""
    return name.lower().endswith(_ENDINGS)


def css(tag: Tag) -> Mapping[str, str]:
    """The properties in the style attribute of an element, in lower case."""
    return declarations(str(tag.get("style", "")))


def declarations(text: str) -> Mapping[str, str]:
    """The properties in the body of a rule of CSS, in lower case."""
    pairs = (part.partition(":") for part in text.lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if name.strip()}


def has_class(tag: Tag, *beginnings: str) -> bool:
    """Whether an element has a class that begins with one of some words."""
    return any(name.startswith(beginnings) for name in class_names(tag))


def language_of(soup: BeautifulSoup) -> str:
    """The language that a page says on its body or its root, or ""."""
    said = (
        str(tag.get("lang") or tag.get("xml:lang") or "") for tag in (soup.body, soup.html) if tag
    )
    return next(filter(None, map(languages.tag, said)), "") or ""


def most_spoken(body: Tag, default: str) -> str:
    """The language with the most letters."""
    letters: Counter[str] = Counter()
    for words in body.find_all(string=True):
        around = words.find_parent(lang=True)
        said = default if around is None else str(around["lang"])
        letters[said] += sum(map(str.isalpha, words))
    return letters.most_common(1)[0][0] if letters else default


def drop_same_languages(body: Tag, language: str) -> None:
    """Take the language off words that are in that of the page.

    Word marks words of one language as American and British by chance.
    """
    own = language.lower().partition("-")[0]
    for tag in body.find_all(lang=True):
        if str(tag["lang"]).lower().partition("-")[0] in {own, "x", "zxx", ""}:
            del tag["lang"]


def gather_notes(body: Tag) -> None:
    """Move the notes of a page into one list at its end: a mark and its note link to each other."""
    maker = BeautifulSoup("", "lxml")
    ordered = maker.new_tag("ol")
    ordered["class"] = "footnotes"
    pairs = _pairs(body)
    around = Counter(id(box) for link in chain(*pairs) for box in link.find_parents("div"))
    for mark, note in pairs:
        block = _block_of(note, around)
        if block is None or block.parent is None:
            continue
        entry = maker.new_tag("li")
        entry["id"] = _name(note)
        _drop_rule(block)
        _drop_sign(note)
        entry.append(block.extract())
        ordered.append(entry)
        mark["href"] = f"#{entry['id']}"
    if ordered.contents:
        body.append(ordered)


def _pairs(body: Tag) -> list[tuple[Tag, Tag]]:
    """Each mark of a note with the link back to it, in the order of the text."""
    links = [link for link in body.find_all("a", href=True) if _MARK.fullmatch(link.get_text())]
    named = {_name(link): link for link in reversed(links)}
    seen: set[int] = set()
    found = []
    for link in links:
        other = named.get(str(link["href"])[1:])
        if other is None or other is link or id(link) in seen:
            continue
        if _name(link) and other["href"] == f"#{_name(link)}":
            found.append((link, other))
            seen |= {id(link), id(other)}
    return found


def _name(link: Tag) -> str:
    return str(link.get("id") or link.get("name") or "")


def _block_of(note: Tag, around: Mapping[int, int]) -> Tag | None:
    """The element that is the whole note: a box with no other mark in it, or a paragraph."""
    box = note.find_parent("div")
    if box is not None and around[id(box)] == 1:
        return box
    return note.find_parent(["p", "li", "dd"])


def _drop_sign(note: Tag) -> None:
    """Remove the number of a note, and the space after it."""
    after = note.find_next(string=True)
    while after is not None and after.find_parent("a") is note:
        after = after.find_next(string=True)
    note.extract()
    if after is not None:
        after.replace_with(NavigableString(after.lstrip()))


def _drop_rule(block: Tag) -> None:
    """Remove the line that separates notes from the text."""
    before = block.find_previous_sibling()
    if before is not None and before.name == "hr":
        before.extract()
