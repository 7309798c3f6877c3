"""The rules that the made pages decide: how they look, and what they say of themselves.

Most of them hold because `formats/easy_read` and its style sheet are as they are. They are asked
all the same, of the pages that were made, so that a change of the style shows.
"""

import re
from collections.abc import Iterator

from formats.easy_read.about import about
from formats.look import FAMILY
from formats.model import Stage
from pipeline.easy_read.check.page import MadePage, words_of
from pipeline.easy_read.check.subject import Told, quoted

_REPORT = "This is a fault of the page and not of your text. Please report it."
_SETTINGS = "Write email, telephone or address into publication.toml."
MOST_HEADINGS = 4


def _fault(message: str) -> Told:
    return Told(message, _REPORT)


# --- rows -------------------------------------------------------------------------------


def sentence_alone(page: MadePage) -> Iterator[Told]:
    """Each row is an element of its own, with one sentence or list."""
    for row in page.found("//div[@class='row']"):
        units = row.xpath("./div[@class='words']/p[@id]")
        if not isinstance(units, list) or len(units) != 1:
            yield _fault(f"A row has not one sentence: {quoted(words_of(row))}")


def bold_and_explained(page: MadePage) -> Iterator[Told]:
    """The word of each box is bold in the sentence before the box."""
    for box in page.found("//p[@class='meaning']"):
        word = words_of(next(box.iter("strong"))).lower()
        row = box.getparent()
        sentence = row.find("p[@id]") if row is not None else None
        bold = (
            [words_of(b).lower() for b in sentence.iter("strong")] if sentence is not None else []
        )
        if word not in bold:
            yield _fault(f"{quoted(word)} is explained, but not bold before it.")


def listed_again(page: MadePage) -> Iterator[Told]:
    """The words of the boxes are in the list at the end of the whole text."""
    listed = {words_of(term).lower() for term in page.found("//section[@class='meanings']//dt")}
    for box in page.found("//p[@class='meaning']//strong") if listed or _is_whole(page) else ():
        if words_of(box).lower() not in listed:
            yield _fault(f"{quoted(words_of(box))} is not in the list of hard words.")


def _is_whole(page: MadePage) -> bool:
    text = page.edition.easy
    return text is None or not text.main_points or page.path.endswith("-whole.html")


def picture_or_slot(page: MadePage) -> Iterator[Told]:
    """Each row has a picture, or its empty place."""
    for row in page.found("//div[@class='row']"):
        if row.find("div[@class='picture']") is None:
            yield _fault(f"A row has no place for a picture: {quoted(words_of(row))}")


def picture_first(page: MadePage) -> Iterator[Told]:
    """The picture comes before the words in the page, and stands left of them."""
    for row in page.found("//div[@class='row']"):
        if [child.get("class") for child in row] != ["picture", "words"]:
            yield _fault(f"A row has its picture after its words: {quoted(words_of(row))}")
    columns = page.style_of(".row", "grid-template-columns")
    if page.style_of(".row", "display") != "grid" or len(_columns(columns)) != 2:
        yield _fault("Pictures and words are not in two columns.")


def _columns(value: str) -> list[str]:
    return re.findall(r"minmax\([^)]*\)|\S+", value)


def picture_size(page: MadePage) -> Iterator[Told]:
    """Pictures are at least 120 px wide on screens, and 30 mm on paper."""
    screen = page.style_of(".row", "grid-template-columns")
    paper = page.style_of(".row", "grid-template-columns", "print")
    drawn = page.style_of('.picture img[src$=".svg"]', "width")
    if min(_pixels(screen), _pixels(drawn)) < 120 or _pixels(paper) < 30 * 96 / 25.4 - 0.1:
        yield _fault(f"Pictures are small: {screen}; on paper {paper}.")


_UNITS = {"px": 1.0, "rem": 16.0, "em": 16.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54}


def _pixels(value: str) -> float:
    """The first length of a value in CSS pixels; 0 for none."""
    found = re.search(r"(\d+(?:\.\d+)?)(px|rem|em|pt|mm|cm)\b", value)
    return float(found[1]) * _UNITS[found[2]] if found else 0.0


def alternatives(page: MadePage) -> Iterator[Told]:
    """Each picture has an alternative text, and the drawings have their makers named."""
    for image in page.found("//main//img[not(@alt)]"):
        yield _fault(f"A picture has no alternative text: {image.get('src')}")
    text = page.edition.easy
    said = about(page.edition, text).said.icons if text else ""
    ours = page.found("//main//img[starts-with(@src, 'easy-read/')][contains(@src, '.svg')]")
    if ours and said not in words_of(page.root):
        yield _fault("The page does not say who made the drawings.")


# --- the document -----------------------------------------------------------------------


def contents(page: MadePage) -> Iterator[Told]:
    """A list of contents where there are more than 4 headings; page numbers on paper."""
    headings = page.found("//div[@id='page-post']/h2[@id]")
    if len(headings) > MOST_HEADINGS and not page.found("//nav"):
        yield _fault("There are many headings, and no list of contents.")
    if page.style_of("nav", "display", "print") == "none":
        yield _fault("The list of contents is not printed.")
    if "counter(page)" not in page.style_of("@page @bottom-center", "content"):
        yield _fault("The printed pages have no numbers.")


def ways_out(page: MadePage) -> Iterator[Told]:
    """A title, a link to the post, and somebody to ask."""
    if not words_of(page.found("//h1")[0]):
        yield _fault("The page has no title.")
    if not page.found("//a[@href='index.html']"):
        yield _fault("The page has no link to the whole post.")
    blog = page.edition.publication
    if not (blog.email or blog.telephone or blog.address):
        yield Told("Readers have nobody to ask.", _SETTINGS)


def says_what_it_is(page: MadePage) -> Iterator[Told]:
    """A draft says so first, and is not called Easy Read; a signed text says who checked it."""
    text = page.edition.easy
    if text is None:
        return
    shown = about(page.edition, text)
    name, first = shown.ours.page.easy_read, page.found("//main/*")[0]
    titles = [words_of(e) for e in page.found("//title | //h1")]
    called = any(name.lower() in title.lower() for title in titles)
    if text.is_signed and shown.said.who not in words_of(page.root):
        yield _fault("The page does not say who checked it.")
    if not text.is_signed and first.get("class") != "banner":
        yield _fault("The page does not say first that it is a draft.")
    if not text.is_signed and called and name.lower() not in text.title.lower():
        yield _fault(f"The page is called {quoted(name)}, and nobody has signed it.")
    if text.stage is Stage.DRAFT and shown.said.maker not in words_of(page.root):
        yield _fault("The page does not say what made the draft.")
    if text.model and text.model not in words_of(page.root):
        yield _fault("The page does not say that a language model helped.")
    for image in page.found("//img[contains(@src, 'logo')]"):
        yield _fault(f"There may be a logo: {image.get('src')}")


# --- type and colour --------------------------------------------------------------------


def base_size(page: MadePage) -> Iterator[Told]:
    """Letters of at least 1.25 rem on screens, and 16 pt on paper."""
    screen = _pixels(page.style_of("body", "font-size"))
    paper = _pixels(page.style_of("body", "font-size", "print"))
    if screen < 20 or paper < 16 * 96 / 72:
        yield _fault(f"The letters are small: {screen} px; on paper {paper} px.")


_BANNED = {
    "font-style": r"italic|oblique",
    "text-transform": r"uppercase",
    "font-variant": r"small-caps",
    "font-variant-caps": r"small-caps",
    "text-align": r"justify",
    "hyphens": r"auto",
    "columns": r"\d",
    "column-count": r"[2-9]",
    "text-decoration": r"underline",
}
_ITALIC = ("em", "i", "cite", "q", "dfn", "var", "address")
_LINKS = re.compile(r"a\b|abbr|.*\ba\b")


def plain_letters(page: MadePage) -> Iterator[Told]:
    """Letters without serifs; no italics, underlining, capitals, justifying or hyphenation."""
    for one in page.style:
        banned = _BANNED.get(one.name)
        if banned and re.search(banned, one.value) and not _LINKS.match(one.selector):
            yield _fault(f"The style has {one.name}: {one.value} for {one.selector}.")
    for name in _ITALIC:
        upright = page.style_of(name, "font-style") == "normal"
        if page.found(f"//main//{name}") and not upright:
            yield _fault(f"What is in <{name}> is italic.")
    if page.found("//main//u | //main//ins"):
        yield _fault("Words are underlined.")
    if not page.style_of("@page @bottom-center", "font").endswith("sans-serif"):
        yield _fault("The page numbers on paper may have serifs.")
    family = page.style_of("body", "font-family")
    if not family.startswith(f'"{FAMILY}"') or not family.endswith("sans-serif"):
        yield _fault(f"The letters may have serifs: {family}.")


def lines(page: MadePage) -> Iterator[Told]:
    """Lines at least 1.5 high, and at most 60 letters long."""
    height = float(page.style_of("body", "line-height") or 0)
    longest = re.fullmatch(r"(\d+)ch", page.style_of("p", "max-width"))
    if height < 1.5 or not longest or int(longest[1]) > 60:
        yield _fault(f"Lines are {height} high, and {longest[1] if longest else '?'} letters long.")


_COLOURS = ("--ink", "--quiet", "--link", "--visited")
CONTRAST = 7.0


def contrast(page: MadePage) -> Iterator[Told]:
    """Letters and links with a contrast of at least 7 to 1, in every scheme."""
    schemes = {(one.media, one.selector) for one in page.style if one.name == "--ink"}
    for media, selector in sorted(schemes):
        for name in _COLOURS:
            for ground in ("--page", "--panel"):
                pair = [page.style_of(selector, n, media) for n in (name, ground)]
                if all(re.fullmatch("#[0-9a-f]{6}", c) for c in pair) and _ratio(*pair) < CONTRAST:
                    yield _fault(f"{name} on {ground} has little contrast ({media or 'screen'}).")


def _ratio(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
