"""An edition → the input of the Typst template, as plain JSON values."""

import re

from formats import walk
from formats.about import ways_on_paper
from formats.large_print.blocks import blocks
from formats.large_print.letters import ems, legal, pieces, printable
from formats.large_print.running_text import Node, inlines, words
from formats.large_print.setting import Setting, setting
from formats.model import Edition, Heading, Notes
from formats.offers import GIANT
from formats.typesetting import language
from formats.words import Words, added

_SIGNED = re.compile(r"[^?&=#._~%-]+|[?&=#._~%-]+[^?&=#._~%-]*")

_PAPERS = {"white": "#ffffff", "cream": "#fff8e1", "yellow": "#fff3a8"}
"""Colours of paper: black on each has a contrast of more than 18:1 (RNIB; WCAG 2.2, 1.4.6)."""


def document(edition: Edition, points: int) -> dict[str, object]:
    """The post in letters of this size: header, body, notes, addresses."""
    post, here = edition.post, setting(edition, points)
    body = [block for block in post.blocks if not isinstance(block, Notes)]
    notes = [block for block in post.blocks if isinstance(block, Notes)]
    return {
        "points": points,
        "paper": _PAPERS[edition.publication.large_print.paper],
        "family": edition.publication.print_typeface.family,
        "title": printable(post.title, here.typeface),
        "authors": [legal(author) for author in post.authors],
        "keywords": [legal(tag) for tag in post.tags],
        **language(post.language),
        "about": _about(edition, here),
        "ours": _ours(here.ours, post.language),
        "size": _size(here),
        "page": _address(here.page, here.line),
        "ways": [words(way, here) for way in ways_on_paper(here.ours, edition.publication)],
        "headings": sum(isinstance(block, Heading) for block in walk.blocks(post.blocks)),
        "body": blocks(body, here),
        "notes": blocks(notes, here),
        "addresses": _addresses(here),
    }


def _ours(ours: Words, own: str) -> dict[str, object]:
    """Our own words around the post, and the language they are in."""
    return {
        "others": ours.large_print.others,
        "notes": ours.page.notes,
        "addresses": ours.large_print.addresses,
        **language(added(own)),
    }


def _size(here: Setting) -> str:
    """The sentence with the size of the letters; `{typeface}` is filled in later."""
    ours = here.ours.large_print
    sentence = ours.about_large if here.points < GIANT else ours.about_giant
    return sentence.replace("{points}", str(here.points))


def _about(edition: Edition, here: Setting) -> list[list[Node]]:
    return [inlines(sentence.inlines, here) for sentence in edition.about]


def _addresses(here: Setting) -> list[dict[str, object]]:
    return [_address(to, here.line - 3.5) for to in here.numbers]  # the number is before it


def _address(to: str, line: float) -> dict[str, object]:
    """An address, split where it may break: after "/", and where it is wider than a line.

    A wide part breaks before a sign, so that no sign at the end of a line looks like a hyphen.
    """
    shown = to.removeprefix("mailto:").removeprefix("tel:")
    parts = re.findall(r"[a-z]+://[^/]*/?|[^/]*/+|[^/]+", shown)
    fine = [p for part in parts for p in ([part] if ems(part) <= line else _SIGNED.findall(part))]
    return {"to": to, "pieces": [piece for part in fine for piece in pieces(part, line)]}
