"""Paragraphs that only say how deep in a list they are → lists inside lists.

Word and Google Docs write each item of a list as a paragraph beside the others.
"""

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

LEVEL, NUMBER = "data-level", "data-number"
"""What the paragraph of an item says: its depth from 0, and its number, "" for a bullet."""

_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class _Open:
    """A list that may get further items, with the number and the element of its last one."""

    level: int
    number: int | None
    element: Tag
    last: Tag


def flatten(root: Tag) -> None:
    """Turn lists into such paragraphs, in place, where a program has divided one into several.

    LibreOffice closes a list before an inner one, and opens another after it.
    """
    for top in root.find_all(["ul", "ol"]):
        if top.find_parent(["ul", "ol"]) is None and top.parent is not None:
            for item in _items(top, 0):
                top.insert_before(item)
            top.extract()


def _items(listed: Tag, level: int) -> list[Tag]:
    """The items of a list and those of the lists in it, each saying its level and number."""
    found: list[Tag] = []
    number = _decimal(listed.get("start"), 1)
    for child in listed.find_all(["li", "ul", "ol"], recursive=False):
        if child.name != "li":
            found += _items(child, level + 1)
            continue
        number = _decimal(child.get("value"), number)
        inner = [one for nested in child.find_all(["ul", "ol"], recursive=False)
                 for one in _items(nested.extract(), level + 1)]  # fmt: skip
        child.name = "div"
        child[LEVEL], child[NUMBER] = str(level), str(number) if listed.name == "ol" else ""
        number += 1
        found += [child, *inner]
    return found


def _decimal(said: object, instead: int) -> int:
    text = str(said)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else instead


def nest(root: Tag) -> None:
    """Put the paragraphs with a level into lists, in place; anything between them ends a list."""
    items = root.find_all(lambda tag: tag.has_attr(LEVEL))
    for parent in {id(item.parent): item.parent for item in items}.values():
        assert parent is not None
        _nest_children(parent)


def _nest_children(parent: Tag) -> None:
    open_lists: list[_Open] = []
    maker = BeautifulSoup("", "lxml")
    for node in list(parent.children):
        if isinstance(node, Tag) and node.has_attr(LEVEL):
            _add(node, open_lists, maker)
        elif isinstance(node, Tag) or str(node).strip():
            open_lists = []


def _add(item: Tag, open_lists: list[_Open], maker: BeautifulSoup) -> None:
    """Move an item into the list that it belongs to, which may be a new one."""
    level, said = min(int(str(item[LEVEL])), _DEEPEST), str(item[NUMBER])
    number = int(said) if said else None
    while open_lists and open_lists[-1].level > level:
        open_lists.pop()
    last = open_lists.pop() if open_lists and open_lists[-1].level == level else None
    if last and _goes_on(last, number):
        element = last.element
    else:
        element = _new_list(number, maker)
        if open_lists:
            open_lists[-1].last.append(element)
        else:
            item.insert_before(element)
    entry = maker.new_tag("li")
    element.append(entry)
    entry.append(item.extract())
    del item[LEVEL], item[NUMBER]
    open_lists.append(_Open(level, number, element, entry))


def _goes_on(last: _Open, number: int | None) -> bool:
    """Whether an item is the next of a list: a further bullet, or the number after the last."""
    return number == (None if last.number is None else last.number + 1)


def _new_list(number: int | None, maker: BeautifulSoup) -> Tag:
    element = maker.new_tag("ul" if number is None else "ol")
    if number is not None and number != 1:
        element["start"] = str(number)
    return element


def number_of(sign: str, following: int) -> int | None:
    """The number that a sign says, the next one for a letter, or None for a bullet."""
    bare = sign.strip("().[] \xa0").rpartition(".")[2]
    if bare.isascii() and bare.isdecimal() and len(bare) < 6:
        return int(bare)
    ordered = bare.isalpha() and (sign[-1:] in ".)" or sign[:1] == "(")
    return following if ordered else None
