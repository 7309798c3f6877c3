"""What stands around a post in a web page, and is left out of it, with its words returned."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from bs4 import Tag

from pipeline.readers.html.classes import elements, is_gone, short_text, within
from pipeline.readers.shared.chars import one_line
from pipeline.readers.web.names import is_byline, is_furniture, is_lead, names
from pipeline.readers.web.place import words

_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog",
                    "menu", "menubar", "toolbar", "tablist"})  # fmt: skip
_QUOTES = ["blockquote", "figure", "pre", "table"]
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
# Only blocks are lines: "by email" may be a link in the middle of a sentence.
_LINES = ["p", "div", "li", "ul", *_HEADINGS]

_LEFT = 15  # words: a part that is most of a page, and leaves less of it, is no furniture
_SMALL = 120  # words; a longer part is no byline, whatever its name
_LEAD = 80  # words between a title and a text, at most
_LINE = 120  # signs of a line that is known by what it says
_SHORT = 14  # words of a line that is known by what it says
_ASIDE = 6  # words; a shorter aside is the heading of a list

_SHARES = re.compile(
    r"(?:share (?:this|on|via|with)\b.{0,60}|share:?|click to (?:share|email|print)\b.*|"
    r"like this:?|"
    r"like loading.*|loading\W*|tweet|pin it|related:?|related (?:posts|articles|stories):?|"
    r"share(?: this)?:?(?: (?:on )?(?:x|twitter|facebook|linkedin|whatsapp|e-?mail|reddit|"
    r"pinterest|telegram|mastodon|bluesky|tumblr|pocket|copy link|print)\b[,|·]?){1,12}|"
    r"print this (?:page|post)|follow (?:us|me) on .{1,40}|advertisements?)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:you (?:may|might) also (?:like|enjoy).{0,40}|leave a (?:reply|comment).{0,40}|"
    r"post navigation|(?:previous|next|older|newer) (?:post|article|story|entry)s?\b.{0,80}|"
    r"(?:\d+|one|no) (?:comments?|responses?|replies|thoughts?)(?: (?:to|on) .{1,80})?:?|"
    r"commentaires|laisser un commentaire|kommentare|schreibe einen kommentar|comentarios|"
    r"deja un comentario|sylwadau|\W*articles? (?:précédent|suivant)s?.{0,80}|"
    r"\W*(?:vorheriger|nächster) beitrag.{0,80}|"
    r"filed under:?.{0,60}|tagged(?: with)?:?.{0,60}|tags?:.{0,80}|posted in:?.{0,60}|"
    r"categor(?:y|ies):.{0,60}|(?:\d+ )?min(?:ute)?s? read|\d+ views?|skip to .{0,30}content|"
    r"(?:proudly )?powered by .{1,40}|(?:©|copyright ).{0,60}|all rights reserved\W*|permalink|"
    r"(?:back|return) to (?:the )?(?:top|home|blog|index|my home ?page|main page).{0,30})",
    re.IGNORECASE,
)
# A sentence that begins with "By" is none: it goes on in small letters, or ends in a stop.
_BYLINE = re.compile(
    r"(?:(?i:written|posted|published|(?:last )?updated)(?: (?:by|on|in|at)\b|:| (?=[A-Z]?\w* ?\d))"
    r".{1,90}|(?i:by|par|von|gan|por)[ :]+[^\W\d_a-z].{1,70}[^.!?…]|"
    r"(?:\d+ )?[Mm]in(?:ute)?s? read)"
)
_DATE = re.compile(
    r"\d{1,2}(?:st|nd|rd|th|er|\.)?(?: of| de)? [^\W\d]{3,12}\.?,? (?:de )?\d{4}|"
    r"[^\W\d]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d\d-\d\d"
)
# What a byline has beside a date: a name, a separator.
_DATED = re.compile(r"[\s·•|,–—-]*(?:(?:[^\W\d_a-z][\w.’'-]*\s*){1,4})?[\s·•|,–—-]*")
_PERSON = re.compile(
    r"[\s·•|,–—-]*([^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,3})[\s·•|,–—-]*"
)
_COUNTED = re.compile(
    r"(?:\d+|one|no) (?:comments?|responses?|replies|commentaires?|kommentare?|comentarios?)\b"
    r".{0,90}|"
    r"(?:comments?|replies|responses) \(\d+\)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:written|posted|published|updated)\b.{0,50}?\b)?(?:by|By|BY|par|Par|von|Von|gan|Gan|por|Por)"
    r"[ :]+((?=[^\W\d_a-z]).{2,60}?)(?=\s*[,|•·–—(]|\s+(?:on|in|at|am|le)\s|\s*\d|$)",
)
_FIRST_LINES = 8


class Furniture:
    """What is left out of one page: its words, and the names and dates of bylines among them."""

    def __init__(self) -> None:
        self._left: list[str] = []
        self.lines: list[str] = []

    @property
    def left_out(self) -> tuple[str, ...]:
        """The words of each part that was left out, in the order of the page."""
        return tuple(dict.fromkeys(filter(None, self._left)))

    def remove(self, tag: Tag) -> None:
        """Take a part out of the page."""
        text = one_line(tag.get_text(" "))
        self._left.append(text)
        if len(text) < 200:
            self.lines.append(text)
        tag.decompose()

    def around(self, root: Tag, box: Tag) -> None:
        """Leave out all of an article but the box of its text, its lead, its picture and notes."""
        before, after = _kept(root, box)
        for tag in before:
            tag.extract()
        for tag in after:
            tag.extract()
        step = box
        while step is not root and step.parent is not None:
            for other in list(step.parent.find_all(name=True, recursive=False)):
                if other is not step:
                    self.remove(other)
            step = step.parent
        for tag in reversed(before):
            if tag.name in _HEADINGS:
                tag.name = "p"  # a second title, which has no text of its own below it
            box.insert(0, tag)
        for tag in after:
            box.append(tag)

    def inside(self, root: Tag, *, named: bool) -> None:
        """Leave out what is no text inside an article; bylines too, unless its text is `named`."""
        left = words(root)
        for tag in elements(root):
            if is_gone(tag) or not self._is_out(tag, named=named) or _is_kept(tag):
                continue
            size = words(tag)
            if (left - size < _LEFT and 2 * size > left) or tag.find("h1") is not None:
                continue
            left -= size
            self.remove(tag)
        self._lines_out(root, _SHARES if named else _ALL_LINES)
        if not named:
            self._comments_out(root)
            self._bylines_out(root)

    def _is_out(self, tag: Tag, *, named: bool) -> bool:
        if tag.name == "nav" or tag.get("role") in _ROLES or is_furniture(tag):
            return True
        if tag.name == "aside":
            return _is_list_of_links(tag) or (words(tag) < _ASIDE and not _is_quoted(tag))
        if named:
            return False
        if tag.name == "footer":
            return True
        return is_byline(tag) and words(tag) < _SMALL and not is_lead(tag)

    def _lines_out(self, root: Tag, known: re.Pattern[str]) -> None:
        """Leave out lines that say by their words that they are of the page."""
        for tag in elements(root):
            if is_gone(tag) or tag.parent is None or tag.name not in _LINES:
                continue
            text = short_text(tag, _LINE)
            if not text or not known.fullmatch(text) or tag.find_parent(_QUOTES) is not None:
                continue
            if tag.name not in _HEADINGS or _opens_furniture(tag):
                self.remove(tag)

    def _bylines_out(self, root: Tag) -> None:
        """Leave out the lines between the title and the text that say who wrote it and when."""
        for tag in list(_first_lines(root)):
            text = short_text(tag, _LINE)
            if text is None or len(text.split()) > _SHORT or tag.name in _HEADINGS:
                return
            rest = re.sub(r"[\W_]+", "", _DATE.sub("", text))
            dated = _DATE.search(text) and (len(rest) < 4 or _DATED.fullmatch(_DATE.sub("", text)))
            if _BYLINE.fullmatch(text) or dated:
                self.remove(tag)

    def before_title(self, root: Tag) -> None:
        """Leave out what a page without names has above its title: the site's name, its menu."""
        step = root.find("h1")
        while step is not None and step is not root:
            for other in step.find_previous_siblings():
                if words(other) < _SHORT or _is_list_of_links(other):
                    self.remove(other)
            step = step.parent

    def _comments_out(self, root: Tag) -> None:
        """Leave out a heading that counts comments, and all that follows it in its box."""
        for heading in root.find_all(_HEADINGS):
            text = "" if is_gone(heading) else short_text(heading, _LINE) or ""
            if _COUNTED.fullmatch(text):
                for other in (*heading.find_next_siblings(), heading):
                    self.remove(other)


_ALL_LINES = re.compile(f"{_SHARES.pattern}|{_FURNITURE.pattern}", re.IGNORECASE)


def name_in(lines: Sequence[str]) -> str:
    """The author's name in the bylines that were left out, or ""."""
    short = [line for line in lines if line and len(line) <= _LINE]
    named = (_NAME.match(line[0].lower() + line[1:]) for line in short)
    dated = (_PERSON.fullmatch(_DATE.sub("", line)) for line in short if _DATE.search(line))
    found = next(filter(None, (*named, *dated)), None)
    return found[1].strip(" .") if found else ""


def date_in(lines: Sequence[str]) -> str:
    """The first date in the bylines that were left out, as it is written, or ""."""
    found = (_DATE.search(line) for line in lines if len(line) < 120)
    return next((match[0] for match in found if match), "")


def _is_kept(tag: Tag) -> bool:
    """Whether a part is in a quotation, a figure or a table, or has notes, and so is text."""
    if _is_notes(tag) or tag.find(_is_notes) is not None:
        return True
    return tag.find_parent(_QUOTES) is not None


def _is_notes(tag: Tag) -> bool:
    said = (
        f"{tag.get('role', '')} {tag.get('epub:type', '')} {tag.get('class', '')} {tag.get('id')}"
    )
    return re.search(r"foot-?note|end-?note|doc-note|rearnote", said) is not None


def _is_list_of_links(tag: Tag) -> bool:
    """Whether nearly all words of a part are links, as in a list of other posts."""
    linked = sum(words(link) for link in tag.find_all("a"))
    return 10 * linked > 6 * words(tag)


def _is_quoted(tag: Tag) -> bool:
    """Whether a box repeats words of the post in large letters."""
    named = any("pull" in name or "quote" in name for name in names(tag))
    return named or tag.find("blockquote") is not None


def _opens_furniture(heading: Tag) -> bool:
    """Whether a heading has no text below it, or only links."""
    after = heading.find_next_sibling()
    if not isinstance(after, Tag) or after.name in _HEADINGS:
        return True
    return _is_list_of_links(after) or is_furniture(after) or words(after) == 0


def _first_lines(root: Tag) -> Iterator[Tag]:
    """The first lines of a post, below its title if that is a heading."""
    start = root.find("h1")
    after = start.next_elements if start is not None else root.descendants
    found = (tag for tag in after if isinstance(tag, Tag) and tag.name in _LINES)
    lines = (tag for tag in found if _is_innermost(tag))
    yield from islice(lines, _FIRST_LINES)


def _is_innermost(tag: Tag) -> bool:
    return not any(isinstance(node, Tag) and node.name in _LINES for node in within(tag))


def _kept(root: Tag, box: Tag) -> tuple[list[Tag], list[Tag]]:
    """What belongs to a post and is outside its box: before it, and after."""
    order = {id(tag): n for n, tag in enumerate(elements(root))}
    here = order.get(id(box), 0)
    around = {id(tag) for tag in (box, *box.parents)}
    inside = {id(tag) for tag in elements(box)}
    own = around | inside
    free = [tag for tag in elements(root) if id(tag) not in own]
    before: list[Tag] = []
    after: list[Tag] = []
    for tag in free:
        taken = {id(kept) for kept in (*before, *after)}
        if any(
            id(parent) in taken or is_furniture(parent)
            for parent in tag.parents
            if parent is not root
        ):
            continue
        if order[id(tag)] < here and _is_before(tag):
            before.append(tag)
        elif order[id(tag)] > here and _is_notes(tag) and tag.name not in {"a", "sup"}:
            after.append(tag)
    return before, after


def _is_before(tag: Tag) -> bool:
    """Whether a part is the lead of a post, or its own picture."""
    if is_furniture(tag) or any(map(is_byline, (tag, *list(tag.parents)[:4]))):
        return False
    if tag.name == "figure":
        return True
    if tag.name not in {"p", "div", "h2", "h3", "section"} or not is_lead(tag):
        return False
    return 0 < words(tag) <= _LEAD and tag.find("h1") is None
