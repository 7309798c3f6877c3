"""What the web pages share: their scripts, once for the whole blog.

They are files, because a page that lets scripts stand in it lets those run that a post smuggled
in. A page that is taken away from them is still the whole post.
"""

from collections.abc import Iterator
from importlib.resources import files

from formats.model import OutputFile

FOLDER = "reader/"
"""Where they are in the output."""

_SCRIPTS = ("read_along.js",)


def shared_files() -> Iterator[OutputFile]:
    """The files, by their paths in the output."""
    for name in _SCRIPTS:
        text = (files("formats.scripts") / name).read_bytes()
        yield OutputFile(f"{FOLDER}{name}", "text/javascript", text)


def script_element(name: str, root: str) -> str:
    """The element that loads a script once the page is there; `root` as in `Page`."""
    return f'<script src="{root}{FOLDER}{name}" defer=""></script>\n'
