"""A sentence's inlines → stretches of text to be spoken, each in one language."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, assert_never

from formats import walk
from formats.model import (
    Abbreviation,
    Break,
    Code,
    Foreign,
    Inline,
    Link,
    NoteRef,
    Picture,
    Style,
    Styled,
    Text,
)
from formats.words import Words, added, words
from pipeline.script import formulas
from pipeline.script.editing import stopped
from pipeline.script.naming import has_words, names

# A placeholder for a pause around added words, until the text around it is known: the author's
# own stop is enough, and a sentence neither begins nor ends with one.
_PAUSE = "\ue000"
_PAUSES = re.compile(
    rf"(?P<stop>^|[,.;:!?…。、！？([（][”’\"')\]»」]*)?\s*{_PAUSE}[\s{_PAUSE}]*"
    r"(?P<next>[,.;:!?…。、！？)\]）]|$)?"
)

_CLOSING = frozenset(")]）")

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s/]+\.[^\s/]+(?:/\S*)?", re.IGNORECASE)

# Raised characters that mean a power; "1st" and the French "2e" do not.
_POWER = re.compile(r"[+−-]?(?:\d+|[ijkmnxyz])")

# A raised figure after a year, or a word that is no unit: the mark of a note without its link.
_MARK = re.compile(r"\d{1,3}(?:[,–-] ?\d{1,3})*")
_COUNTED_WITH = re.compile(
    r"(?:^|(?<!\b1[5-9]\d)(?<!\b20\d)\d|\s|[)\]}]|\b[^\W\d_]|"
    r"\b(?:[kcm]m|ft|mc|met(?:re|er)s?|foot|feet|inch(?:es)?|miles?|yards?))$"
)


class Stretch(NamedTuple):
    """Words in one language, as they are shown."""

    text: str
    language: str


class Speech:
    """Puts inlines into words, and remembers which short forms it has expanded.

    One for each post: a short form is expanded where it is first heard.
    """

    def __init__(self, *, brief: bool = False) -> None:
        self._brief = brief
        self._expanded: set[str] = set()

    def sentence(self, inlines: tuple[Inline, ...], language: str) -> list[Stretch]:
        """The words of one sentence; a short form that the sentence explains is not expanded."""
        shown = walk.plain(inlines).casefold()
        shorts = (i for i in walk.inlines(inlines) if isinstance(i, Abbreviation))
        self._expanded.update(s.text for s in shorts if s.expansion.casefold() in shown)
        whole: list[Stretch] = []
        for piece in self._run(inlines, language):
            if whole and whole[-1].language == piece.language:
                whole[-1] = Stretch(whole[-1].text + piece.text, piece.language)
            elif piece.text:
                whole.append(piece)
        coming = [stretch.text for stretch in whole[1:]] + [""]
        return [
            Stretch(_paused(text, words(tag).comma, after), tag)
            if _PAUSE in text
            else Stretch(text, tag)
            for (text, tag), after in zip(whole, coming, strict=False)
        ]

    def _run(self, inlines: Iterable[Inline], language: str) -> Iterator[Stretch]:
        before = ""
        for inline in inlines:
            if not _marks_a_note(inline, before):
                yield from self._said(inline, language)
            before = walk.plain((inline,))

    def _said(self, inline: Inline, language: str) -> Iterator[Stretch]:
        match inline:
            case Text():
                yield Stretch(inline.text, language)
            case Code():
                yield _code(inline.text, language)
            case Break():
                yield Stretch("\n", language)
            case Abbreviation():
                yield Stretch(self._abbreviation(inline), language)
            case Styled():
                yield from self._styled(inline, language)
            case Link():
                yield from self._link(inline, language)
            case Foreign():
                yield from self._run(inline.children, inline.language)
            case Picture():
                yield Stretch(_picture(inline, words(language)), language)
            case NoteRef():
                pass  # the mark of a note is silent
            case _:
                assert_never(inline)

    def _link(self, link: Link, language: str) -> Iterator[Stretch]:
        """The words of a link; the host, where it shows only its address."""
        shown = walk.plain(link.children).strip()
        if _is_address(shown, link.href):
            yield Stretch(_host(shown, words(language)), language)
        else:
            yield from self._run(link.children, language)

    def _abbreviation(self, short: Abbreviation) -> str:
        if not short.expansion or short.text in self._expanded:
            return short.text
        self._expanded.add(short.text)
        return f"{short.text}{_PAUSE}{short.expansion}{_PAUSE}"

    def _styled(self, run: Styled, language: str) -> Iterator[Stretch]:
        inner = self._run(run.children, language)
        known = words(language)
        match run.style:
            case Style.DELETED:
                yield from self._told(inner, known.deleted, known.end_deleted, added(language))
            case Style.INSERTED:
                yield from self._told(inner, known.inserted, known.end_inserted, added(language))
            case Style.SUPERSCRIPT if _POWER.fullmatch(walk.plain(run.children)):
                yield from (Stretch(known.power, language), *inner)
            case _:
                yield from inner

    def _told(
        self, inner: Iterator[Stretch], opening: str, closing: str, language: str
    ) -> Iterator[Stretch]:
        """Deleted or inserted words, announced before, and in full also after them."""
        yield Stretch(f" {opening} ", language)
        yield from inner
        ended = _PAUSE if self._brief else f"{_PAUSE} {closing}{_PAUSE} "
        yield Stretch(ended, language)


def _paused(text: str, comma: str, coming: str) -> str:
    """The text with a comma for each pause that is not already at a stop.

    `coming` is the text that follows in another language.
    """
    if text.rstrip().endswith(_PAUSE) and coming.lstrip()[:1].isalnum():
        before = text.rstrip(f" {_PAUSE}")
        text = before if stopped(before) else before + comma.rstrip()

    def said(found: re.Match[str]) -> str:
        stop, after = found["stop"], found["next"] or ""
        if stop:
            return stop + (after if after in _CLOSING else "") + " "
        return after if stop == "" or found["next"] is not None else comma

    return _PAUSES.sub(said, text)


def _code(text: str, language: str) -> Stretch:
    """A formula in words, signs only by their names; all other code as it is written."""
    if formulas.is_formula(text):
        return Stretch(formulas.said(text, words(language)), language)
    if has_words(text):
        return Stretch(text, language)
    return Stretch(names(text), language if language.startswith("en") else "en")


def _marks_a_note(inline: Inline, before: str) -> bool:
    raised = isinstance(inline, Styled) and inline.style is Style.SUPERSCRIPT
    return (
        raised
        and _MARK.fullmatch(walk.plain((inline,))) is not None
        and not _COUNTED_WITH.search(before)
    )


def _is_address(shown: str, href: str) -> bool:
    """Whether a link shows only an address, cut short or not, which no listener can follow."""
    if _ADDRESS.fullmatch(shown):
        return True
    return href.startswith("http") and _bare(shown) == _bare(href)


def _host(address: str, known: Words) -> str:
    host = re.split(r"[/?#]", _bare(address), maxsplit=1)[0]
    return known.link.format(host.replace(".", known.dot))


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).rstrip("/")


def _picture(picture: Picture, known: Words) -> str:
    """A picture in a sentence: its alternative text; decoration is skipped."""
    match picture.alt:
        case None:
            said = known.undescribed
        case "":
            return ""
        case alt:
            said = known.picture.format(alt.rstrip(" .。"))
    return f" {_PAUSE}{said.rstrip('.。')}{_PAUSE} "
