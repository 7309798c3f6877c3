"""The apps that a link can tell to subscribe to a feed, as their makers describe the links.

Nothing is fetched from them: an address of ours is handed to an app on the reader's device.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class App:
    """A podcast app, and where it runs: names, the same in every language."""

    name: str
    runs_on: str
    link: Callable[[str], str]


def _whole(before: str) -> Callable[[str], str]:
    """The whole address, as a value in a link."""
    return lambda feed: before + quote(feed, safe="")


def _bare(before: str) -> Callable[[str], str]:
    """The address in place of what follows the scheme of a link."""
    return lambda feed: before + feed.partition("://")[2]


APPS = (
    App("Apple Podcasts", "iPhone, iPad, Mac", _bare("podcast://")),
    App("AntennaPod", "Android", _whole("https://antennapod.org/deeplink/subscribe?url=")),
    App("Pocket Casts", "Android, iPhone", _bare("pktc://subscribe/")),
    App("Overcast", "iPhone, iPad", _whole("overcast://x-callback-url/add?url=")),
    App("Podcast Addict", "Android", _whole("https://podcastaddict.com/feed/")),
    App("Castro", "iPhone", _bare("castro://subscribe/")),
    App("gPodder", "Linux, Windows, Mac", _bare("gpodder://")),
)
