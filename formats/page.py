"""The frame of every web page: its styles are inside, its scripts are files of ours.

A page is read from a folder, a memory stick or any web space, so it fetches nothing from elsewhere,
and its content security policy keeps it so: a script or style that a post smuggled in would not
run. Without the files of its typeface it is shown in that of the reader's system.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from importlib.resources import files

from formats import look
from formats.languages import direction
from formats.markup import escape
from formats.model import Publication
from formats.reader import script_element
from formats.words import words

BASE_STYLE = look.style() + (files("formats.styles") / "base.css").read_text("utf-8")
"""Colours, type, focus and print, the same on every page."""

FONTS = ("reader/allways-sans.woff", "reader/allways-sans-bold.woff")
"""The typeface of pages, regular and bold, from the root of the output."""

READER_STYLE = look.themes() + (files("formats.styles") / "reader.css").read_text("utf-8")
"""What readers may set for themselves (`scripts/settings.js`), over the style of the page."""

_DATA = re.compile(r'<script type="application/[^>]*>(.*?)</script>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """A web page. `head` and `body` are markup, `style` comes after the base style.

    `root` is the way from the page to the folder of the output: "" or "../../".
    """

    title: str
    language: str
    description: str
    body: str
    head: str = ""
    style: str = ""
    root: str = ""


def write(page: Page) -> bytes:
    """The page as UTF-8."""
    language = escape(page.language)
    description = escape(page.description)
    about = f'<meta name="description" content="{description}"/>\n' if description else ""
    style = f"{_typeface(page.root)}{BASE_STYLE}{page.style}{READER_STYLE}".strip()
    return f"""<!DOCTYPE html>
<html lang="{language}" dir="{direction(page.language)}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="{_policy(style, page)}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{escape(page.title)}</title>
{about}<meta name="generator" content="Allways"/>
<meta name="color-scheme" content="light dark"/>
<style>{style}</style>
{script_element("settings.js", page.root, early=True)}{page.head}
</head>
<body>
{page.body}
</body>
</html>
""".encode()


def _typeface(root: str) -> str:
    """The style that names the files of the typeface; the text is shown before they are there."""
    return "".join(
        f'@font-face {{ font-family: "{look.FAMILY}"; font-weight: {weight}; font-display: swap;'
        f' src: url("{root}{path}") format("woff"); }}\n'
        for weight, path in zip((400, 700), FONTS, strict=True)
    )


def _policy(style: str, page: Page) -> str:
    """What the page may load and run (CSP level 3): files beside it, and this one style.

    "file:" because Firefox matches nothing with 'self' where a page is opened from a disk. Data
    for programs are named too: browsers let them be, but checkers take them for scripts.
    """
    beside = {f"{kind}-src": "'self' file:" for kind in ("script", "img", "media", "font")}
    data = "".join(f" {digest(found)}" for found in _DATA.findall(page.head + page.body))
    never = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
    allowed = {**never, **beside, "style-src": digest(style)}
    allowed["script-src"] += data
    return "; ".join(f"{kind} {sources}" for kind, sources in allowed.items())


def digest(text: str) -> str:
    """How a policy names a text that stands in the page (CSP level 3, 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def feed_link(address: str, publication: Publication) -> str:
    """The element by which podcast programs find the feed; "" if there is no feed."""
    if not publication.makes("podcast"):
        return ""
    kind = 'rel="alternate" type="application/rss+xml"'
    title = words(publication.language).site.podcast.format(publication.title)
    return f'<link {kind} href="{escape(address)}" title="{escape(title)}"/>\n'


def canonical_link(address: str) -> str:
    """The element that names the one public address of a page."""
    return f'<link rel="canonical" href="{escape(address)}"/>\n'
