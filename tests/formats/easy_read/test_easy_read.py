"""One post has either an easy-read edition that people signed, or a draft of one, or none."""

from dataclasses import replace

from formats import easy_read
from formats.model import Edition
from formats.registry import POST_FORMATS
from tests.formats.easy_read.texts import of, signed, text


def _made(whole: Edition) -> list[str]:
    """The formats of an easy-read text that are made of a post."""
    rows = (POST_FORMATS[name] for name in ("easy-read", "easy-read-draft"))
    return [row.format.name for row in rows if row.when(whole)]


def test_a_text_is_either_signed_or_a_draft() -> None:
    assert _made(of(text())) == ["easy-read-draft"]
    assert _made(of(signed(text()))) == ["easy-read"]


def test_a_post_without_a_text_has_neither_and_nothing_is_made() -> None:
    whole = replace(of(text()), easy=None)
    assert _made(whole) == []
    assert list(easy_read.render(whole)) == []
