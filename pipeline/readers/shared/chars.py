"""Characters that are removed from a post before anything else is done with it."""

import re

# What XML 1.0 (section 2.2) does not allow, the C1 controls that HTML warns of, Unicode's
# noncharacters (23.7), which no typeface has, and two that only control line breaks: the soft
# hyphen and the zero width no-break space. The zero width joiners stay: Persian, Hindi and
# emoji need them.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(n | 0xFFFE)}{chr(n | 0xFFFF)}" for n in range(0, 0x110000, 0x10000)
)
_DROPPED = re.compile(
    f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\ufeff\ud800-\udfff{_NONCHARACTERS}]"
)
_LINES = re.compile("\r\n?|\x85|\u2028|\u2029")
_SPACES = re.compile("[\x0b\x0c\x1c-\x1f]")
_WHITE = re.compile("[ \t\n]+")


def clean(text: str) -> str:
    """Text with plain line ends, and without characters that some format can't contain."""
    return _DROPPED.sub("", _SPACES.sub(" ", _LINES.sub("\n", text)))


def collapse(text: str) -> str:
    """White space collapsed as in HTML; no-break spaces stay."""
    return _WHITE.sub(" ", clean(text))


def one_line(text: str) -> str:
    """Plain text on one line, as for a title: every run of white space becomes one space."""
    return " ".join(clean(text).split())
