"""Whether every link and picture of a page leads to an existing file and place in it."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from lxml import html

from pipeline.findings import Finding
from pipeline.judges.judge import Judge, always, fault, suffix

Places: TypeAlias = Callable[[Path], frozenset[str]]
"""Gives the ids in a page."""

_LINKS = ("href", "src", "poster")


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    places = cache(_ids)  # for this call only: pages may change before the next
    return tuple(finding for path in paths for finding in _findings(path, places))


def _findings(path: Path, places: Places) -> Iterator[Finding]:
    page = html.fromstring(path.read_bytes())
    for element in page.iter("*"):
        for address in filter(None, map(element.get, _LINKS)):
            problem = _problem(path, address, places)
            if problem:
                yield fault("link-broken", f"{path}:{element.sourceline}", f"{address}: {problem}")


def _problem(path: Path, address: str, places: Places) -> str:
    """What is wrong with a link; "" for one that works or leads to another site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    target = path.parent / unquote(parts.path) if parts.path else path
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return "no such file"
    if (
        parts.fragment
        and target.suffix == ".html"
        and unquote(parts.fragment) not in places(target)
    ):
        return "no such place in that page"
    return ""


def _ids(path: Path) -> frozenset[str]:
    page = html.fromstring(path.read_bytes())
    return frozenset(element.get("id", "") for element in page.iter("*"))


LINKS = Judge("links", suffix(".html"), always, _judge)
