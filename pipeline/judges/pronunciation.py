"""The words of a blog that a voice most likely mispronounces, read from its pages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import html

from pipeline.judges.judge import BROKEN
from pipeline.lexicon import Entry, Lexicon
from pipeline.script.suspects import Suspect, suspects
from pipeline.store.report import FILE, parsed

_UNIT = re.compile(r"s[1-9]\d*|title|byline")  # the other words of a frame are ours
_UNREAD = ("code", "pre", "script", "style")


def likely_wrong(output: Path) -> tuple[Suspect, ...]:
    """The words of all posts of an output folder, the most frequent first.

    Empty where the report or a page is missing or broken, which `proof.completeness` reports.
    """
    texts: dict[str, list[str]] = defaultdict(list)
    try:
        report = parsed((output / FILE).read_bytes())
        words = _known(report)
        for post in report["posts"]:
            page = output / "posts" / post["slug"] / "index.html"
            for text, language in _units(html.fromstring(page.read_bytes())):
                texts[language].append(text)
    except BROKEN:
        return ()
    found = [s for language in texts for s in suspects(texts[language], words, language)]
    return tuple(sorted(found, key=lambda suspect: (-suspect.count, suspect.word)))


def _known(report: Mapping[str, Any]) -> Lexicon:
    """The words of the editor's lexicon, from the report; not how they are said."""
    return Lexicon(
        tuple(Entry(written, "", "", language) for written, language in report["lexicon"])
    )


def _units(page: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The words of each unit, with the language that they are in."""
    for element in page.iter("*"):
        if _UNIT.fullmatch(element.get("id", "")):
            yield from _words(element, _language(element))


def _words(element: html.HtmlElement, language: str) -> Iterator[tuple[str, str]]:
    """An element's own words, and those of its children, which may be in another language."""
    if element.tag in _UNREAD:
        return
    texts = [element.get("alt", ""), element.text or ""]
    for child in element:
        spoken_in = child.get("lang", language)
        if spoken_in == language and isinstance(child.tag, str) and child.tag not in _UNREAD:
            texts += [text for text, _ in _words(child, language)]
        elif isinstance(child.tag, str):
            yield from _words(child, spoken_in)
        texts += [" " if child.tag == "br" else "", child.tail or ""]
    yield "".join(texts), language


def _language(element: html.HtmlElement) -> str:
    """The language tag of the nearest element around it that has one."""
    return next((e.get("lang") for e in (element, *element.iterancestors()) if e.get("lang")), "")
