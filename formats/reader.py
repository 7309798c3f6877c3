"""What the web pages share: their scripts, and a typeface to choose; once for the whole blog.

Scripts are files, because a page that lets scripts stand in it lets those run that a post smuggled
in. A page that is taken away from them is still the whole post.
"""

from collections.abc import Iterator
from importlib.resources import files

from formats.model import OutputFile

FOLDER = "reader/"
"""Where they are in the output."""

_SCRIPTS = ("settings.js", "read_along.js", "site.js")

# Atkinson Hyperlegible, of the Braille Institute of America, for readers with low vision. A page
# loads it only where a reader chooses it. Its licence goes with it.
_TYPEFACE = (
    ("files/AtkinsonHyperlegible-Regular.ttf", "atkinson-hyperlegible-regular.ttf", "font/ttf"),
    ("files/AtkinsonHyperlegible-Bold.ttf", "atkinson-hyperlegible-bold.ttf", "font/ttf"),
    ("LICENSE", "atkinson-hyperlegible-licence.txt", "text/plain"),
)


def _shared() -> Iterator[OutputFile]:
    for name in _SCRIPTS:
        text = (files("formats.scripts") / name).read_bytes()
        yield OutputFile(f"{FOLDER}{name}", "text/javascript", text)
    package = files("fontpkg_atkinson_hyperlegible")
    for path, name, mime in _TYPEFACE:
        yield OutputFile(f"{FOLDER}{name}", mime, package.joinpath(path).read_bytes())


_FILES = tuple(_shared())
"""Read once, with the module: a format reads nothing when it is made."""


def shared_files() -> Iterator[OutputFile]:
    """The files, by their paths in the output."""
    yield from _FILES


def script_element(name: str, root: str, *, early: bool = False) -> str:
    """The element that loads a script: once the page is there, or `early`, before it is shown.

    `root` is as in `Page`.
    """
    when = "" if early else ' defer=""'
    return f'<script src="{root}{FOLDER}{name}"{when}></script>\n'
