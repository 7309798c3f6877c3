"""Replies to readers as e-mail drafts, in the words of the blog's language.

A draft has no date and no message id, so the same reply has the same bytes; the program that
sends it adds both.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from formats.words import phrases, words
from formats.words.take_away import take_away
from pipeline.requests.table import Wish
from pipeline.settings import Settings

# Letters of an address in an e-mail's header (RFC 5322, "dot-atom"), without quoted ones.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_ADDRESS = re.compile(rf"(?P<user>{_ATOM})@(?P<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read something: what it is, and its address, if it is one file."""

    what: str
    address: str


def ready(wish: Wish, title: str, ways: Sequence[Way], settings: Settings) -> bytes:
    """The reply with the addresses of what was asked for; `title` is "" for every post."""
    ours = take_away(settings.language)
    pattern = ours.ready if title else ours.all_ready
    first = pattern.format(title=_line(title), format=_line(wish.format))
    return _letter(wish, [first, *_listed(ways), ours.answer], settings)


def not_made(wish: Wish, ways: Sequence[Way], settings: Settings) -> bytes:
    """The reply that what was asked for is not made, with what is."""
    ours = take_away(settings.language)
    first = ours.not_made.format(format=_line(wish.format))
    return _letter(wish, [first, ours.instead, *_listed(ways), ours.answer], settings)


def review(wish: Wish, since: date, settings: Settings) -> bytes:
    """The question whether a standing need is still right."""
    ours = take_away(settings.language)
    day = phrases.day(datetime(since.year, since.month, since.day, tzinfo=UTC),
                      words(settings.language))  # fmt: skip
    first = ours.review.format(date=day, format=_line(wish.format))
    return _letter(wish, [first, ours.answer], settings)


def _listed(ways: Sequence[Way]) -> list[str]:
    return [f"{way.what}:\n{way.address}" if way.address else f"- {way.what}" for way in ways]


def _letter(wish: Wish, paragraphs: Sequence[str], settings: Settings) -> bytes:
    signed = _line(settings.author or settings.title)
    letter = EmailMessage(policy=SMTP)
    if sender := address(settings.email, signed):
        letter["From"] = sender
    if reader := address(wish.reader):
        letter["To"] = reader
    subject = take_away(settings.language).subject.format(format=_line(wish.format))
    letter["Subject"] = subject
    letter["X-Unsent"] = "1"  # Outlook opens it to be written on
    body = "\n\n".join(filter(None, [*paragraphs, signed])) + "\n"
    letter.set_content(body, charset="utf-8", cte="quoted-printable")
    letter["Content-Language"] = settings.language  # after the content, which drops it
    return letter.as_bytes()


def address(text: str, name: str = "") -> Address | None:
    """The one e-mail address in a text, with the name beside it; None if there is not just one."""
    found = list(_ADDRESS.finditer(text))
    if len(found) != 1 or len(found[0][0]) > 254:
        return None
    beside = _line(text[: found[0].start()].strip(" <\"'"))
    return Address(name or beside, found[0]["user"], found[0]["host"])


def _line(text: str) -> str:
    """Text for one line: nothing in it can begin another header or paragraph."""
    return " ".join(_CONTROLS.sub(" ", text).split())[:300]
