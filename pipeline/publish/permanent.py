"""The feed's id stays what it was when it was first published, whatever becomes of its address.

Apps that see another id take every episode for a new one, and fetch all of them again.
"""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from lxml import etree

from formats.model import is_public
from pipeline.findings import Finding, Level
from pipeline.publish.publication import feed_guid
from pipeline.settings import FILE, Settings
from pipeline.store.files import read

_FEED = "feed.xml"
_ATOM = "{http://www.w3.org/2005/Atom}link"
_GUID = "{https://podcastindex.org/namespace/1.0}guid"


def settled(settings: Settings, output: Path) -> Settings:
    """The settings with the id of the feed in the output folder, if they have none of their own.

    A feed with an address of the editor's own computer was never published, and does not count.
    """
    return settings if settings.guid else replace(settings, guid=_published(output))


def _published(output: Path) -> str:
    """The id of a feed that was made for a public address; "" where there is none to be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    head, item, _ = (read(output / _FEED) or b"").partition(b"<item>")  # a thousand take 0.2 s
    try:
        feed = etree.fromstring(head + (b"</channel></rss>" if item else b""), parser)
        address = next(link.get("href", "") for link in feed.iterfind(f"channel/{_ATOM}"))
        guid = str(UUID(feed.findtext(f"channel/{_GUID}", "")))
    except (etree.XMLSyntaxError, StopIteration, ValueError):
        return ""
    return guid if is_public(address) else ""


def told(given: Settings, used: Settings) -> tuple[Finding, ...]:
    """A note that names the id where it is kept in the output folder alone."""
    if given.guid or used.guid in ("", feed_guid(used.base_url + _FEED)):
        return ()
    return (
        Finding(
            Level.NOTE,
            "feed-id-kept",
            FILE,
            "The podcast keeps the identifier of its first address, so that apps do not fetch"
            " every episode again.",
            f'Write guid = "{used.guid}" in {FILE}: then it stays, even if the output folder is'
            " deleted.",
        ),
    )
