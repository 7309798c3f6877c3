"""Where the post is in a web page: the smallest element that holds all of it.

The words are always taken from the page itself. A library only says, where nothing in the page
does, which part of it is the text: libraries lose list items, captions and short lines.
"""

import re

from bs4 import BeautifulSoup, Tag

from pipeline.readers.html.classes import elements, short_text
from pipeline.readers.web.names import is_content, is_furniture

_LEAST = 25  # words of a box of text that is taken for a post by its name
_FULL = 60  # words of each post of a page with several
_OUTSIDE = 0.3  # of a post's words, at most, may stand in paragraphs outside its box
_LETTERS_OF_WORDS = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_BOXES = {"div", "section", "article", "span"}
_PROSE = ["p", "li", "blockquote", "pre", "td", "dd"]
_LINES = {*_PROSE, "h2", "h3"}
_LONGEST = 3000  # signs of a line that is looked for
_PARAGRAPH = 15  # words that make a paragraph prose, and no line of a menu
_LEAST_FOUND = 0.6  # of the page's prose, at least, must be in what a library finds


def article(soup: BeautifulSoup) -> Tag:
    """The element of the page that holds the post, with its title and all that belongs to it."""
    articles = posts(soup)
    if len(articles) == 1:
        return articles[0]
    headed = [tag for tag in articles if tag.find("h1") is not None]
    if len(headed) == 1:
        return headed[0]
    main = soup.find("main") or soup.find(role="main")
    if main is not None:
        return main
    return soup.body or soup


def posts(soup: BeautifulSoup) -> list[Tag]:
    """The articles of a page that are no comments, no teasers of other posts, and not nested."""
    found = soup.find_all("article") or [
        tag for tag in soup.find_all(class_="hentry") if tag.name == "div"
    ]
    free = [tag for tag in found if not any(map(_is_aside, (tag, *tag.parents)))]
    taken = {id(tag) for tag in free}
    outer = [tag for tag in free if not any(id(parent) in taken for parent in tag.parents)]
    return [_innermost(tag) for tag in outer]


def _innermost(tag: Tag) -> Tag:
    """The article inside an article that is only a frame, as in Squarespace."""
    inner = [one for one in tag.find_all("article") if not any(map(_is_aside, (one,)))]
    long = [one for one in inner if words(one) >= _FULL]
    return long[0] if len(long) == 1 and tag.find("h1") is not None and long[0].find("h1") else tag


def _is_aside(tag: Tag) -> bool:
    """Whether what is in an element is no post of its own: a comment, a teaser."""
    return (
        tag.name not in {"html", "body", "main", "article"}
        and (tag.name == "aside" or is_furniture(tag))
        and tag.find("h1") is None
    )


def several(soup: BeautifulSoup) -> list[Tag]:
    """The posts of a page that has several in full, as the front page of a blog; or []."""
    found = posts(soup)
    headed = [tag for tag in found if tag.find(["h1", "h2", "h3"]) is not None]
    if sum(tag.find("h1") is not None for tag in found) == 1:
        return []  # one post, and beginnings of others
    full = [tag for tag in headed if words(tag) >= _FULL]
    return full if len(full) > 1 and len(full) == len(found) else []


def content(root: Tag) -> Tag | None:
    """The box of the text inside an article, where the page names it and nothing is outside."""
    named = [tag for tag in elements(root) if tag.name in _BOXES and is_content(tag)]
    sized = [(words(tag), tag) for tag in named if not any(map(_is_aside, tag.parents))]
    if not sized:
        return None
    most, box = max(sized, key=lambda pair: pair[0])
    inside = {id(tag) for tag in box.find_all(_PROSE)}
    outside = sum(
        len(tag.get_text().split())
        for tag in root.find_all("p")
        if id(tag) not in inside and _is_outside(tag, box)
    )
    return box if most >= _LEAST and outside <= _OUTSIDE * most else None


def _is_outside(tag: Tag, box: Tag) -> bool:
    """Whether a paragraph is prose that a reader would miss."""
    if len(tag.get_text().split()) < _PARAGRAPH:
        return False
    return not any(parent is box or _is_aside(parent) for parent in tag.parents)


def words(tag: Tag) -> int:
    """How many words an element shows; two Chinese or Japanese letters make one."""
    text = tag.get_text(" ")
    return len(text.split()) + len(_LETTERS_OF_WORDS.findall(text)) // 2


def found(root: Tag, text: str) -> Tag:
    """The element that holds what a library takes for the text of a page; or `root`."""
    import trafilatura  # noqa: PLC0415 (it takes 0.7 s to load, and few pages need it)

    said = trafilatura.extract(text, favor_recall=True, include_comments=False, fast=True) or ""
    lines = {_letters(line) for line in said.splitlines()} - {""}
    blocks = [tag for tag in elements(root) if tag.name in _LINES and _key(tag) in lines]
    common = _common(blocks, root)
    prose = sum(words(tag) for tag in root.find_all("p"))
    kept = sum(words(tag) for tag in common.find_all("p"))
    return common if kept > _LEAST_FOUND * prose else root


def _key(tag: Tag) -> str:
    """The letters of a line; "" where it is too long for one."""
    return _letters(short_text(tag, _LONGEST) or "")


def _letters(text: str) -> str:
    """The letters of a text, to compare lines of different forms."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _common(tags: list[Tag], root: Tag) -> Tag:
    """The smallest element around all of some, which are in the order of the text."""
    if len(tags) < 2:
        return root
    around = {id(tag) for tag in (tags[-1], *tags[-1].parents)}
    common = next(tag for tag in tags[0].parents if id(tag) in around)
    return common if any(parent is root for parent in common.parents) else root
