"""One post has either an easy-read edition that people signed, or a draft of one, or none."""

from dataclasses import replace

from formats import easy_read
from tests.formats.easy_read.texts import of, signed, text


def test_a_text_is_either_signed_or_a_draft() -> None:
    draft, edition = of(text()), of(signed(text()))
    assert (easy_read.is_signed(draft), easy_read.is_draft(draft)) == (False, True)
    assert (easy_read.is_signed(edition), easy_read.is_draft(edition)) == (True, False)


def test_a_post_without_a_text_has_neither_and_nothing_is_made() -> None:
    whole = replace(of(text()), easy=None)
    assert not easy_read.is_signed(whole)
    assert not easy_read.is_draft(whole)
    assert list(easy_read.render(whole)) == []
