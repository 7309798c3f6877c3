"""What our pages, covers, books and print look like: colours, the wave, and the typeface's name.

All of it is values, so that what is no web page has the same look. The look is a sheet of warm
paper, ink, and the marker of the sentence that is heard; and each title has a wave of its own,
the same one wherever the title stands.
"""

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

import unicodedata2 as unicodedata

FAMILY = "Allways Sans"
"""The typeface of pages: letters of Source Sans Pro, whose licence keeps that name for itself."""

BARS = 31
"""The bars of a wave."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of a page, each by what it is for; in style sheets `spoken_ink` is --spoken-ink.

    `accent` is for marks that are no text. `action` is the ground of a main action, with its
    words in `action_ink`. `line` and `focus` have a contrast of at least 3:1 to both grounds,
    all others of at least 7:1 (WCAG 1.4.6 and 1.4.11); a test computes it.
    """

    page: str
    panel: str
    ink: str
    quiet: str
    line: str
    accent: str
    link: str
    visited: str
    action: str
    action_ink: str
    spoken: str
    spoken_ink: str
    focus: str


LIGHT = Tokens(
    page="#fcf7ed",
    panel="#f4ebda",
    ink="#221a16",
    quiet="#4d4037",
    line="#857362",
    accent="#b4531f",
    link="#11464d",
    visited="#5d2a5c",
    action="#14505a",
    action_ink="#ffffff",
    spoken="#ffdc73",
    spoken_ink="#221a16",
    focus="#11464d",
)

DARK = Tokens(
    page="#191512",
    panel="#27211c",
    ink="#f7f0e4",
    quiet="#d8ccbb",
    line="#9a8b7a",
    accent="#f0a35e",
    link="#a3dbe0",
    visited="#e6c1e4",
    action="#a3dbe0",
    action_ink="#10272a",
    spoken="#ffdc73",
    spoken_ink="#221a16",
    focus="#ffdc73",
)

LIGHT_MORE = replace(
    LIGHT,
    page="#ffffff",
    panel="#ffffff",
    ink="#000000",
    quiet="#000000",
    line="#000000",
    accent="#000000",
    link="#002f38",
    action="#002f38",
)
"""For readers whose system asks for more contrast."""

DARK_MORE = replace(
    DARK,
    page="#000000",
    panel="#000000",
    ink="#ffffff",
    quiet="#ffffff",
    line="#ffffff",
    accent="#ffffff",
    link="#c9f3f6",
    action="#c9f3f6",
    action_ink="#000000",
)

_SCHEMES: Mapping[str, Tokens] = {
    "": LIGHT,
    "(prefers-color-scheme: dark)": DARK,
    "(prefers-contrast: more)": LIGHT_MORE,
    "(prefers-contrast: more) and (prefers-color-scheme: dark)": DARK_MORE,
}


def style(schemes: Mapping[str, Tokens] = _SCHEMES) -> str:
    """The colours as custom properties of a style sheet, for each scheme that a reader can ask."""
    blocks = ((query, ":root {\n" + _properties(tokens) + "}") for query, tokens in schemes.items())
    return "".join(
        f"@media {query} {{\n{block}\n}}\n" if query else f"{block}\n" for query, block in blocks
    )


def _properties(tokens: Tokens) -> str:
    names = (field.name for field in fields(tokens))
    return "".join(f"  --{name.replace('_', '-')}: {getattr(tokens, name)};\n" for name in names)


# --- the wave of a title ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Duo:
    """The ground of a title's wave, ink on it with a contrast of at least 7:1, and the bars."""

    ground: str
    ink: str
    bars: str


DUOS = (
    Duo("#123f47", "#fcf7ed", "#f2b950"),
    Duo("#4a2140", "#fcf1e6", "#f3a588"),
    Duo("#23402d", "#f8f4e4", "#bcd58d"),
    Duo("#24304f", "#fbf6ec", "#f0c66b"),
    Duo("#692a1b", "#fff3e6", "#fbc48d"),
    Duo("#37305c", "#f8f3fb", "#cdbdf3"),
)


def duo(title: str) -> Duo:
    """The colours of a title's wave: always the same ones."""
    return DUOS[_seed(title)[0] % len(DUOS)]


def wave(title: str) -> tuple[float, ...]:
    """The heights of the bars of a title's wave, from 0 to 1, tall in the middle."""
    seed = _seed(title)
    return tuple(
        math.sin(math.pi * (bar + 1) / (BARS + 1)) * (0.25 + 0.75 * seed[bar + 1] / 255)
        for bar in range(BARS)
    )


def _seed(title: str) -> bytes:
    plain = " ".join(unicodedata.normalize("NFC", title).split())
    return hashlib.sha256(plain.encode(errors="replace")).digest()
