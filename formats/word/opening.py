"""The first page: what the file is, how to ask for another format, and the headings."""

from dataclasses import replace

from formats import walk
from formats.model import Edition, Heading
from formats.word.blocks import place
from formats.word.paragraphs import ParagraphKind, paragraph
from formats.word.running_text import (
    BREAK,
    Here,
    LetterLook,
    in_ours,
    inlines,
    our_text,
    sentences,
    text,
)
from formats.word.styles import FONT, LEVELS, POINTS, style_id
from formats.words.contents import contents
from formats.words.lists import list_words

_FEW = 4
"""With no more headings there is no list of them."""

_ABOUT = ParagraphKind("About This Edition")


def opening(edition: Edition, here: Here) -> str:
    """The title, the facts about the post, those about the file, and a list of the headings."""
    own = in_ours(here)
    facts = BREAK.join(inlines(s.inlines, here) for s in edition.about)
    return (
        paragraph(text(edition.post.title, here), here, ParagraphKind("Title"))
        + (paragraph(facts, here, _ABOUT) if facts else "")
        + paragraph(_about(edition, own), own, replace(_ABOUT, ruled=True))
        + _contents(edition, here)
    )


def _about(edition: Edition, here: Here) -> str:
    """The size and the font, and where there are other formats: by address, mail, telephone."""
    ours, blog = here.ours, edition.publication
    said = list_words(ours)
    size = ours.large_print.about_large.format(points=POINTS, typeface=FONT)
    ways = [
        our_text(f"{size} {ours.large_print.others} ", here) + _link(here.page, here.page, here)
    ]
    if blog.email:
        way = _link(blog.email, f"mailto:{blog.email}", here)
        ways.append(our_text(f"{said.email}: ", here) + way)
    if blog.telephone:
        ways.append(our_text(f"{said.telephone}: {blog.telephone}", here))
    if blog.address:
        ways.append(our_text(f"{said.post}: {', '.join(blog.address.splitlines())}", here))
    return BREAK.join(ways)


def _link(words: str, address: str, here: Here) -> str:
    shown = text(words, here, LetterLook(style_id("Hyperlink")))
    return f'<w:hyperlink r:id="{here.package.link(address)}">{shown}</w:hyperlink>'


def _contents(edition: Edition, here: Here) -> str:
    """The headings as links. Word's own list would be empty until a reader updates it."""
    found = [
        block
        for block in walk.blocks(edition.post.blocks)
        if isinstance(block, Heading) and walk.text(block.sentences)
    ]
    if len(found) <= _FEW:
        return ""
    title = paragraph(our_text(contents(here.ours), here), here, ParagraphKind("TOC Heading"))
    inner = replace(here, live=False)
    return title + "".join(_entry(one, inner, last=one is found[-1]) for one in found)


def _entry(heading: Heading, here: Here, *, last: bool) -> str:
    first = heading.sentences[0].id
    level = min(here.levels[first], LEVELS)
    words = sentences(heading.sentences, here)
    link = f'<w:hyperlink w:anchor="{place(first)}">{words}</w:hyperlink>'
    return paragraph(link, here, ParagraphKind(f"toc {level}", ruled=last))
