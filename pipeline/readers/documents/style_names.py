"""What the names of paragraph styles mean, in Word, LibreOffice, Google Docs, Pages and Pandoc.

Word keeps the English names of its own styles in a file, whatever language its menus are in.
"""

import re

_ROLES = {
    "title": ("title", "titel"),
    "author": ("author",),
    "date": ("date",),
    "quote": ("quote", "intense quote", "block text", "quotations"),
    "code": (
        *("html preformatted", "preformatted text", "source code", "macro text", "macro"),
        *("code", "code block"),
    ),
    "caption": ("caption", "image caption", "table caption", "figure", "illustration", "table"),
    "contents": (
        *("toc heading", "table of figures", "contents heading"),
        *(f"toc {n}" for n in range(1, 10)),
        *(f"contents {n}" for n in range(1, 11)),
    ),
}
_BY_NAME = {name: role for role, names in _ROLES.items() for name in names}
_HEADING = re.compile(r"heading(?: ([1-9]))?")
_CODE = frozenset(
    (
        *("html code", "source text", "code", "inline code", "verbatim char", "html sample"),
        *("html typewriter", "code char", "html preformatted char", "teletype"),
    )
)


def role(name: str) -> str:
    """What a paragraph style makes of its text: "h1" to "h6", "title", "quote" and so on; or ""."""
    low = name.lower()
    heading = _HEADING.fullmatch(low)
    return f"h{min(int(heading[1] or 1), 6)}" if heading else _BY_NAME.get(low, "")


def is_code(name: str) -> bool:
    """Whether a character style is for program text."""
    return name.lower() in _CODE
