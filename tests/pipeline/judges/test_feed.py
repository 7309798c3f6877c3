"""A feed that promises what is not there is refused."""

import hashlib
from base64 import b64encode
from pathlib import Path

import pytest

from tests.formats.builders import FRAME
from tests.judging import codes, judged

SOUND = FRAME * 125  # 3 s
SMALL = b"OggS"
DIGEST = b64encode(hashlib.sha256(SMALL).digest()).decode()

GOOD = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
 xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel>
<title>Tide &amp; Time</title>
<link>https://example.org/blog/</link>
<atom:link rel="self" type="application/rss+xml" href="https://example.org/blog/feed.xml"/>
<itunes:image href="https://example.org/blog/cover.jpg"/>
<item>
<title>The tide</title>
<link>https://example.org/blog/posts/tide/</link>
<enclosure url="https://example.org/blog/posts/tide/tide.mp3" length="{len(SOUND)}"
 type="audio/mpeg"/>
<itunes:duration>3</itunes:duration>
<podcast:alternateEnclosure type="audio/ogg" length="{len(SMALL)}">
<podcast:source uri="https://example.org/blog/posts/tide/tide.opus"/>
<podcast:integrity type="sri" value="sha256-{DIGEST}"/>
</podcast:alternateEnclosure>
</item>
</channel>
</rss>
"""


def _feed(folder: Path, text: str = GOOD, where: str = "feed.xml") -> Path:
    post = folder / "posts" / "tide"
    post.mkdir(parents=True)
    (folder / "cover.jpg").touch()
    (post / "tide.mp3").write_bytes(SOUND)
    (post / "tide.opus").write_bytes(SMALL)
    path = folder / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_feed_of_what_is_there_passes(tmp_path: Path) -> None:
    assert judged("feed", _feed(tmp_path)) == ()


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("feed-length", f'length="{len(SOUND)}"', 'length="1"'),
        ("feed-missing", "tide.mp3", "gone.mp3"),
        ("feed-missing", "cover.jpg", "cover.png"),
        ("feed-duration", ">3<", ">5<"),
        ("feed-duration", ">3<", ">1<"),
        ("feed-duration", ">3<", "><"),
        ("feed-enclosure", "enclosure", "enclosed"),
        ("feed-missing", "tide.opus", "gone.opus"),
        ("feed-length", f'length="{len(SMALL)}"', 'length="5"'),
        ("feed-integrity", DIGEST, DIGEST[::-1]),
        ("feed-integrity", "podcast:integrity", "podcast:trust"),
        ("feed-self", 'rel="self"', 'rel="other"'),
    ],
)
def test_a_broken_feed_is_refused(tmp_path: Path, code: str, before: str, after: str) -> None:
    assert code in codes(judged("feed", _feed(tmp_path, GOOD.replace(before, after))))


INNER = GOOD.replace("blog/feed.xml", "blog/tags/sea/feed.xml")


def test_the_feed_of_a_part_of_the_blog_is_judged_as_the_whole_one_is(tmp_path: Path) -> None:
    assert judged("feed", _feed(tmp_path / "a", INNER, "tags/sea/feed.xml")) == ()

    gone = INNER.replace("tide.mp3", "gone.mp3")
    assert "feed-missing" in codes(judged("feed", _feed(tmp_path / "b", gone, "tags/sea/feed.xml")))
