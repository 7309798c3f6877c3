"""The typeface of web pages: the letters of Latin scripts as WOFF, about 20 kB a weight.

They are a part of Source Sans Pro under another name. To make them takes a second, so they are
files of the program; `tests/webfonts.py` makes them.
"""

from importlib.resources import files


def web_fonts() -> tuple[bytes, bytes]:
    """The regular and the bold."""
    folder = files("formats") / "webfonts"
    return (folder / "regular.woff").read_bytes(), (folder / "bold.woff").read_bytes()
