"""A link that leads nowhere is refused."""

from pathlib import Path

import pytest

from tests.judging import codes, judged
from tests.pipeline.judges.pages import page


@pytest.mark.parametrize(
    "address", ["#here", "other.html#there", "other.html", "https://example.org/#x", "mailto:a@b.c"]
)
def test_a_link_that_leads_somewhere_passes(tmp_path: Path, address: str) -> None:
    (tmp_path / "other.html").write_text('<p id="there">There</p>', "utf-8")
    path = page(tmp_path, f'<p id="here"><a href="{address}">Go</a></p>')

    assert judged("links", path) == ()


@pytest.mark.parametrize("address", ["#nowhere", "gone.html", "index.html#nowhere", "a%20b.mp3"])
def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path, address: str) -> None:
    path = page(tmp_path, f'<p><a href="{address}">Go</a></p>')

    assert codes(judged("links", path)) == {"link-broken"}


def test_a_picture_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = page(tmp_path, '<p><img src="pictures/gone.jpg" alt="Gone"/></p>')

    assert codes(judged("links", path)) == {"link-broken"}
