"""Each app gets the feed's address in the form that its makers ask for."""

from formats.podcast.apps import APPS

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
