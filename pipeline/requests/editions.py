"""Which edition a reader asks for, in the words that people use, and whether it is ready."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from formats.model import Format, Offer
from formats.offers import word
from formats.registry import EASY_READ, EASY_SOUND, POST_FORMATS, chosen
from formats.words import LANGUAGES
from pipeline.errors import SettingsError
from pipeline.findings import Level
from pipeline.store import ledger, report
from pipeline.store.files import read

_ALSO = {
    "audio": "mp3",
    "sound": "mp3",
    "narration": "mp3",
    "e-book": "epub",
    "ebook": "epub",
    "large type": "large-print",
    "subtitles": "transcript",
    "captions": "transcript",
    "plain text": "text",
    "read along": "read-along",
    "simpler version": "easy-read-draft",
}
"""What people say, and the format that they mean."""


@dataclass(frozen=True, slots=True)
class PublishedPost:
    """A post of the last run: its files by path, and what is wrong with all of it, or ""."""

    slug: str
    title: str
    files: Mapping[str, Mapping[str, Any]]
    fault: str = ""

    def path(self, offer: Offer) -> str:
        """Where the file of an offer lies in the output folder."""
        return f"posts/{self.slug}/{offer.path.format(slug=self.slug)}"


def offered(asked: str, sizes: tuple[int, ...] = ()) -> tuple[Offer, ...]:
    """The files that some words ask for; () for what we do not make.

    The words are a format's name, a kind of file, or what a page calls it in any language.
    `sizes` are those of the large print, in points; () for the usual ones.
    """
    return _named(sizes).get(_key(asked), ())


def formats(sizes: tuple[int, ...]) -> tuple[Format, ...]:
    """The formats of a post, with large print at these sizes."""
    return chosen(POST_FORMATS, sizes)[: len(POST_FORMATS)]


def is_draft(asked: str) -> bool:
    """Whether some words ask for a draft that people must check first."""
    drafts = [offer for row in POST_FORMATS.values() if row.format.draft for offer in
              row.format.offers]  # fmt: skip
    found = offered(asked)
    return bool(found) and all(offer in drafts for offer in found)


def needs_people(offers: Sequence[Offer]) -> bool:
    """Whether some files are only there once people have written and signed a text."""
    signed = [o for name in (EASY_READ, EASY_SOUND) for o in POST_FORMATS[name].format.offers]
    return bool(offers) and all(offer in signed for offer in offers)


@cache
def _named(sizes: tuple[int, ...]) -> Mapping[str, tuple[Offer, ...]]:
    rows = formats(sizes)
    named: dict[str, list[Offer]] = {}
    for row in rows:
        for offer in row.offers:
            kinds = [offer.kind] if offer.kind[:1].isupper() else []
            called = [word(offer.what, ours) for ours in LANGUAGES.values()]
            for name in dict.fromkeys(map(_key, (*kinds, *called))):
                named.setdefault(name, []).append(offer)
    exact = {_key(row.name): list(row.offers) for row in rows if row.offers}
    also = {_key(name): exact[_key(meant)] for name, meant in _ALSO.items()}
    return MappingProxyType({name: tuple(row) for name, row in (named | also | exact).items()})


def _key(words: str) -> str:
    """Words without what makes no difference: "Large-Print" is "large print"."""
    return " ".join(words.casefold().replace("-", " ").replace("_", " ").split())


# --- what was published -----------------------------------------------------------------


def published(output: Path, cache_folder: Path) -> tuple[PublishedPost, ...]:
    """The posts of the last run, newest first. Raises `SettingsError` where there is no report."""
    try:
        value = report.parsed(read(output / report.FILE) or b"")
        errors = {str(error["where"]).partition(":")[0] for error in value["errors"]}
        told = {
            str(finding["where"]).partition(":")[0]
            for finding in value["findings"]
            if finding["level"] == Level.ERROR
        }
        known = ledger.load(cache_folder, output).posts
        return tuple(
            PublishedPost(
                str(post["slug"]),
                str(post["title"]),
                {str(card["path"]): card for card in post["files"]},
                _fault(post, errors | told, known),
            )
            for post in value["posts"]
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise SettingsError(
            "nothing was published here yet, or its report is damaged.",
            where=str(output),
            remedy="First run: make publish",
        ) from error


def _fault(
    post: Mapping[str, Any], faulty: set[str], known: Mapping[str, ledger.PostRecord]
) -> str:
    """What the last run found wrong with a post as a whole."""
    record = known.get(post["slug"])
    if {str(post["source"]), str(post["slug"])} & faulty or (record and not record.clean):
        return "the last run found an error in this post."
    return ""


def named_post(posts: Sequence[PublishedPost], asked: str) -> PublishedPost | None:
    """The post of a slug, a title or an address."""
    words = asked.casefold().strip()
    tail = words.split("?")[0].split("#")[0].removesuffix("index.html").rstrip("/")
    tail = tail.rpartition("/")[2]
    return next((p for p in posts if words == _key_title(p.title) or tail == p.slug), None)


def _key_title(title: str) -> str:
    return " ".join(title.casefold().split())


def unready(post: PublishedPost, offers: Sequence[Offer], output: Path) -> str:
    """Why the files of some offers of a post can't be sent, apart from judges; "" if they can."""
    for offer in offers:
        path = post.path(offer)
        card = post.files.get(path)
        if card is None:
            return f"{path} is not published."
        if card.get("outdated"):
            return f"{path} is from an earlier run."
        try:
            whole = (output / path).stat().st_size == card["size"]
        except (OSError, LookupError):
            whole = False
        if not whole:
            return f"{path} is missing or damaged."
    return post.fault
