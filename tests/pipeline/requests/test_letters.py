"""Replies as other programs read them."""

from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from formats.words import LANGUAGES
from pipeline.requests import letters
from pipeline.requests.letters import Way
from pipeline.requests.table import Wish
from pipeline.settings import Settings

SETTINGS = Settings(title="Tide & Time", email="ada@example.org", author="Ada Shore")
WAYS = [Way("Listen (MP3)", "https://example.org/posts/tides/tides.mp3")]


def wish(
    reader: str = "Zoë May <zoe@example.net>", asked: str = "MP3", post: str = "Tides"
) -> Wish:
    """A request."""
    return Wish(2, date(2026, 1, 2), reader, post, asked, "")


def parsed(data: bytes) -> EmailMessage:
    """An e-mail as a program reads it."""
    found = message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


def test_a_reply_has_the_exact_address_and_opens_as_a_draft() -> None:
    letter = parsed(letters.ready(wish(), "Tides", WAYS, SETTINGS))

    assert letter["To"] == "Zoë May <zoe@example.net>"
    assert letter["From"] == "Ada Shore <ada@example.org>"
    assert letter["X-Unsent"] == "1"
    assert letter["Content-Language"] == "en-GB"
    assert "https://example.org/posts/tides/tides.mp3" in letter.get_content().splitlines()
    assert letter["Date"] is letter["Message-ID"] is None


def test_the_same_reply_has_the_same_bytes() -> None:
    one, two = (letters.ready(wish(), "Tides", WAYS, SETTINGS) for _ in range(2))

    assert one == two


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\u2028", "\0"])
def test_nothing_in_a_cell_begins_another_header(end: str) -> None:
    foul = f"x{end}Bcc: all@example.org"
    settings = Settings(email="ada@example.org", author=foul, title=foul)
    letter = parsed(
        letters.not_made(wish(f"{foul} <a@b.org>", asked=foul, post=foul), WAYS, settings)
    )

    assert letter["Bcc"] is None
    assert letter["To"] is None  # two addresses: nobody knows which one is meant
    assert set(letter.keys()) <= {
        *("From", "Subject", "Content-Language", "X-Unsent"),
        *("Content-Type", "Content-Transfer-Encoding", "MIME-Version"),
    }


@pytest.mark.parametrize(
    "text", ["", "by telephone", "a@b", "a@b.org, c@d.org", "a b@", "x" * 300 + "@b.org"]
)
def test_a_reader_without_one_address_gets_a_draft_without_one(text: str) -> None:
    assert letters.address(text) is None
    assert parsed(letters.ready(wish(text), "Tides", WAYS, SETTINGS))["To"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reply_is_whole_in_every_language(language: str) -> None:
    settings = Settings(title="Blog", language=language)
    texts = [
        parsed(made).get_content()
        for made in (
            letters.ready(wish(), "Tides", WAYS, settings),
            letters.ready(wish(), "", WAYS, settings),
            letters.not_made(wish(), WAYS, settings),
            letters.review(wish(), date(2026, 1, 2), settings),
        )
    ]

    assert len(set(texts)) == 4
    assert all("MP3" in text and "{" not in text for text in texts)
    assert "Tides" in texts[0]
    assert "2026" in texts[3]
