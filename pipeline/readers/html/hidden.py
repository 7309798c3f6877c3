"""What stands in a page and is not content: hidden text, page numbers of print, and controls.

It is taken out of the tree before anything is made of it. Words among it are told.
"""

import re
from collections.abc import Callable, Iterable

from bs4 import Tag
from bs4.element import Comment, NavigableString

from pipeline.readers.html.classes import class_names, elements, is_gone
from pipeline.readers.html.page_styles import PageStyles
from pipeline.readers.html.picture_address import address, is_pixel, is_placeholder
from pipeline.readers.shared.chars import one_line

_UNSEEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)",
    re.IGNORECASE,
)
_SHOWN_AGAIN = re.compile(r"(?:^|;)\s*display\s*:\s*(?!none)", re.IGNORECASE)

# Classes of text for screen readers alone: WordPress, Bootstrap, GOV.UK, Tailwind and others.
_FOR_SCREEN_READERS = frozenset({
    "screen-reader-text", "screen-reader-only", "screenreader", "sr-only", "sr_only", "sronly",
    "visually-hidden", "visuallyhidden", "visually_hidden", "govuk-visually-hidden", "a11y-hidden",
    "u-visually-hidden", "element-invisible", "assistive-text", "screen-reader-shortcut",
    "skip-link", "skip-to-content", "skiplink", "govuk-skip-link", "hidden-visually",
})  # fmt: skip
# What such text says where it belongs to the page and not to the post.
_OF_PAGE = re.compile(
    r"\W*(?:skip to|jump to|opens? in|(?:an? )?external|share|posted|published|search|menu|"
    r"(?:main |post |site |page )?navigation|toggle|close|previous|next|loading|leave a|comment|"
    r"advert|continue reading|read more|permalink|link to|copy|expand|collapse|show|hide|tags?|"
    r"categor|back to|by\b|author|follow|subscribe|breadcrumb|home|icon|image)",
    re.IGNORECASE,
)

_PAGE_BREAKS = frozenset({"doc-pagebreak", "pagebreak"})
_PAGE_NUMBERS = frozenset({"pagenum", "pageno", "page-number", "pagebreak", "pagenumber", "pgnum"})
_LONGEST_PAGE_NUMBER = 16  # signs: "[Page xxviii]"

_ICONS = frozenset({"material-icons", "material-symbols-outlined", "material-icons-outlined",
                    "dashicons", "octicon", "icon"})  # fmt: skip
_PERMALINKS = frozenset({"headerlink", "header-anchor", "heading-anchor", "anchorjs-link",
                         "heading-link", "permalink", "hash-link", "anchor"})  # fmt: skip
_NO_WORDS = re.compile(r"[\W_]*")
_CONTROLS = frozenset({"button", "input", "select", "textarea", "output", "progress", "meter",
                       "datalist", "optgroup"})  # fmt: skip
_LONGEST_BUTTON = 15  # words; more are text that opens something
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"]

_PROSE = ["p", "li", "blockquote", "td"]
_LONGEST_FORM = 80  # words in paragraphs; a form with more is around a text

_MOST_CHECKS = 50


def clear(root: Tag) -> tuple[str, ...]:
    """Take out what is not content, and return the words that this has left out."""
    return _Clearing(root).all()


class _Clearing:
    """One tree that is being cleared: its style sheets, and the words left out so far."""

    def __init__(self, root: Tag) -> None:
        self._root = root
        self._styles = PageStyles(style.get_text() for style in root.find_all("style"))
        self._words: list[str] = []
        self._checks = 0

    def all(self) -> tuple[str, ...]:
        for tag in elements(self._root):
            if is_gone(tag) or tag.parent is None:
                continue
            if self._is_hidden(tag):
                self._leave_out(tag)
            else:
                self._unhidden(tag)
        return tuple(filter(None, self._words))

    def _leave_out(self, tag: Tag) -> None:
        self._words.append(one_line(tag.get_text(" ")))
        tag.decompose()

    def _unhidden(self, tag: Tag) -> None:
        """What is shown, and still no content: no word of it is anybody's."""
        if tag.name == "form":
            self._form(tag)
        elif tag.name in _CLEARED:
            _CLEARED[tag.name](tag)
        marked = tag.attrs or tag.name in _CONTROLS
        if marked and not is_gone(tag) and any(test(tag) for test in _SILENT):
            tag.decompose()

    def _form(self, tag: Tag) -> None:
        """A form is left out, unless it is around a whole page, or around much text."""
        prose = sum(len(part.get_text().split()) for part in tag.find_all(_PROSE))
        if prose < _LONGEST_FORM and not self._is_the_post(tag):
            self._leave_out(tag)
            return
        for label in tag.find_all("label", attrs={"for": True}):
            label.decompose()
        tag.name = "div"

    def _is_hidden(self, tag: Tag) -> bool:
        return self._says_hidden(tag) and not self._is_the_post(tag)

    def _says_hidden(self, tag: Tag) -> bool:
        if tag.name in {"html", "head", "body"}:
            return False
        if not tag.attrs:
            return tag.name == "dialog" or self._styles.hides(tag)
        style = str(tag.get("style", ""))
        if tag.get("hidden", "until-found") != "until-found" or _UNSEEN.search(style):
            return True
        if tag.name == "dialog" and tag.get("open") is None:
            return True
        if _is_for_screen_readers(tag):
            return True
        return not _SHOWN_AGAIN.search(style) and self._styles.hides(tag)

    def _is_the_post(self, tag: Tag) -> bool:
        """Whether most words are in it: then a script shows them in the end."""
        self._checks += 1
        if self._checks > _MOST_CHECKS:
            return False
        return 2 * _size(tag) > _size(self._root) and tag.find(["p", "h1", "article"]) is not None


def _size(tag: Tag) -> int:
    """How many letters an element shows."""
    return sum(
        len(text.strip())
        for text in tag.find_all(string=True)
        if not isinstance(text, Comment)
        and text.parent is not None
        and text.parent.name not in {"script", "style"}
    )


def _is_for_screen_readers(tag: Tag) -> bool:
    """Text that nobody sees, and that listeners do not need either.

    It names controls, or says again what is shown beside it. Other such text ("Question:",
    "Warning") is for listeners, and so for ours.
    """
    if _FOR_SCREEN_READERS.isdisjoint(class_names(tag)):
        return False
    if tag.name in {"a", "button"} or tag.find_parent(["a", "button"]) is not None:
        return True
    beside = (tag.find_previous_sibling(), tag.find_next_sibling())
    again = any(isinstance(near, Tag) and near.get("aria-hidden") == "true" for near in beside)
    return again or _OF_PAGE.match(tag.get_text()) is not None


# --- shown, and no content -----------------------------------------------------------------


def _is_page_number(tag: Tag) -> bool:
    """The number of a page in print, which stands in the middle of sentences."""
    said = {str(tag.get("role", "")), *str(tag.get("epub:type", "")).split()}
    named = not _PAGE_NUMBERS.isdisjoint(class_names(tag))
    return bool(said & _PAGE_BREAKS or named) and len(tag.get_text()) <= _LONGEST_PAGE_NUMBER


def _is_icon(tag: Tag) -> bool:
    """A sign that only decorates: one without words that is not for listeners, or a ligature."""
    names = set(class_names(tag))
    if names & _ICONS and tag.name in {"i", "span", "em"}:
        return " " not in tag.get_text().strip()
    if tag.get("aria-hidden") != "true" or tag.find(["img", "math"]) is not None:
        return False
    return (
        tag.name not in {"img", "svg", "math"} and _NO_WORDS.fullmatch(tag.get_text()) is not None
    )


def _is_permalink(tag: Tag) -> bool:
    """The link of a heading to itself: "#", "¶", or nothing."""
    if tag.name != "a" or not _NO_WORDS.fullmatch(tag.get_text()):
        return False
    named = not _PERMALINKS.isdisjoint(class_names(tag))
    alone = str(tag.get("href", "")).startswith("#") and tag.get_text().strip() in {"#", "¶", "§"}
    return tag.find("img") is None and (named or alone)


def _is_control(tag: Tag) -> bool:
    if tag.name not in _CONTROLS or tag.get("type") == "checkbox":
        return False
    if tag.name != "button":
        return True
    return tag.find_parent(_HEADINGS) is None and len(tag.get_text().split()) <= _LONGEST_BUTTON


_SILENT: tuple[Callable[[Tag], bool], ...] = (
    _is_page_number,
    _is_icon,
    _is_permalink,
    _is_control,
    is_pixel,
)


# --- shown in another way ------------------------------------------------------------------


def _without_scripts(tag: Tag) -> None:
    """`<noscript>` is for browsers without scripts; the real picture may only be in there."""
    pictures = [img for img in tag.find_all("img") if not is_pixel(img)]
    before = tag.find_previous_sibling()
    if pictures and isinstance(before, Tag):
        _drop_placeholder(before, pictures)
    for picture in pictures:
        tag.insert_before(picture.extract())
    tag.decompose()


def _drop_placeholder(before: Tag, pictures: Iterable[Tag]) -> None:
    """Remove the picture beside a `<noscript>` that a script would fill in."""
    holder = before if before.name == "img" else before.find("img")
    if not isinstance(holder, Tag) or before.get_text().strip():
        return
    shown = address(holder)
    if is_placeholder(shown) or shown in {address(picture) for picture in pictures}:
        before.decompose()


def _drawing(tag: Tag) -> None:
    """A drawing in the page itself: its name where it is a picture, or its words, or nothing."""
    titles = [one_line(title.get_text()) for title in tag.find_all("title")]
    name = one_line(str(tag.get("aria-label", ""))) or next(iter(titles), "")
    for part in tag.find_all(["title", "desc", "metadata", "style", "script"]):
        part.decompose()
    if tag.get("role") == "img" and len(name.split()) > 2 and tag.get("aria-hidden") != "true":
        tag.replace_with(NavigableString(f" {name} "))
    elif not tag.get_text().strip():
        tag.decompose()


def _ruby(tag: Tag) -> None:
    """The reading of a word above it: the word alone is shown and heard."""
    for part in tag.find_all(["rt", "rp", "rtc"]):
        part.decompose()


def _emoji(tag: Tag) -> None:
    """A picture of an emoji is that emoji."""
    names = set(class_names(tag))
    words = one_line(str(tag.get("alt", "")))
    if words and names & {"emoji", "wp-smiley", "emojione", "twemoji"}:
        tag.replace_with(NavigableString(words))


_CLEARED: dict[str, Callable[[Tag], None]] = {
    "noscript": _without_scripts,
    "ruby": _ruby,
    "img": _emoji,
    "svg": _drawing,
}
