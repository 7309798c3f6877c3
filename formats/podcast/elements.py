"""What every element of a feed needs: its namespace, clean text, absolute addresses, dates."""

from datetime import datetime
from urllib.parse import quote

from lxml import etree

# Spelled exactly so: players compare them as strings.
NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}

# RFC 2822 names, whatever the machine's locale.
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


def add(
    parent: etree._Element, name: str, text: str = "", attributes: dict[str, str] | None = None
) -> etree._Element:
    """Add `<prefix:name>` with clean text and attributes at the end of its parent."""
    prefix, _, local = name.rpartition(":")
    tag = f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local
    given = {key: clean(value) for key, value in (attributes or {}).items()}
    element = etree.SubElement(parent, tag, given)
    if text:
        element.text = clean(text)
    return element


def add_markup(parent: etree._Element, name: str, markup: str) -> None:
    """Add an element whose text is markup, as CDATA; escaped markup can't contain its end."""
    add(parent, name).text = etree.CDATA(markup)


def clean(text: str) -> str:
    """Text on one line, without characters that XML forbids."""
    return " ".join(text.translate(_FORBIDDEN).split())


# XML 1.0, 2.2; the noncharacters of other planes are allowed.
_FORBIDDEN = dict.fromkeys(
    [*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
)


def shortened(text: str, limit: int) -> str:
    """Text of at most `limit` characters; a cut text ends in an ellipsis."""
    text = clean(text)
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def address(base_url: str, path: str) -> str:
    """The public address of a file of the output, percent-encoded."""
    return base_url + quote(path, safe="/-._~")


def rfc2822(day: datetime) -> str:
    """A UTC time as feeds write it: "Tue, 05 Mar 2024 09:30:00 +0000"."""
    month = _MONTHS.split()[day.month - 1]
    return f"{_DAYS[day.weekday()]}, {day.day:02} {month} {day.year:04} {day:%H:%M:%S} +0000"
