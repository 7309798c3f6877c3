"""Each app gets the feed's address in the form that its makers ask for."""

import pytest

from formats.podcast.apps import APPS, is_public

FEED = "https://example.org/a%20b/feed.xml"
ENCODED = "https%3A%2F%2Fexample.org%2Fa%2520b%2Ffeed.xml"


def test_every_app_is_handed_the_whole_address_or_what_follows_its_scheme() -> None:
    assert {app.name: app.link(FEED) for app in APPS} == {
        "Apple Podcasts": "podcast://example.org/a%20b/feed.xml",
        "AntennaPod": f"https://antennapod.org/deeplink/subscribe?url={ENCODED}",
        "Pocket Casts": "pktc://subscribe/example.org/a%20b/feed.xml",
        "Overcast": f"overcast://x-callback-url/add?url={ENCODED}",
        "Podcast Addict": f"https://podcastaddict.com/feed/{ENCODED}",
        "Castro": "castro://subscribe/example.org/a%20b/feed.xml",
        "gPodder": "gpodder://example.org/a%20b/feed.xml",
    }


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("https://example.org/", True),
        ("https://localhost.example.org/", True),
        ("http://localhost:8000/", False),
        ("http://LOCALHOST/", False),
        ("http://127.0.0.1:8000/blog/", False),
        ("http://[::1]:8000/", False),
    ],
)
def test_only_a_public_address_is_for_apps(address: str, *, public: bool) -> None:
    assert is_public(address) is public
