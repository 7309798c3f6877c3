"""What readers asked for: `requests.csv` beside the posts → drafts of replies.

A request is answered once the edition that it asks for is published and judged clean. One for a
format that is not made is answered honestly. A standing need is asked about again each year, as
the NHS Accessible Information Standard (DAPB1605) wants of a record of needs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from formats.model import Offer
from formats.offers import in_words
from formats.slugs import slugify
from formats.words import words
from pipeline import settings as settings_of
from pipeline.errors import ReadError, SettingsError
from pipeline.findings import Finding, Level
from pipeline.requests import editions, letters
from pipeline.requests.editions import PublishedPost
from pipeline.requests.letters import Way
from pipeline.requests.table import (
    ANSWERED,
    FILE,
    REVIEWED,
    Requests,
    Wish,
    calculated,
    read,
)
from pipeline.settings import Settings
from pipeline.source import Refusal, folder_of
from pipeline.source import read as read_file
from pipeline.store.files import digest, write_all

YEAR = timedelta(days=365)
"""After which a standing need is asked about again."""


@dataclass(frozen=True, slots=True)
class Answering:
    """Where requests are answered, when, and who judges the files that are sent."""

    source: Path
    output: Path
    cache: Path
    to: Path
    today: date
    judge: Callable[[Sequence[Path]], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a request: the draft of a reply, or why there is none.

    `name` is that of the draft, and `column` the one of requests.csv in which the day is noted.
    """

    wish: Wish
    message: str
    remedy: str = ""
    name: str = ""
    column: str = ""
    letter: bytes = b""


@dataclass(frozen=True, slots=True)
class Answers:
    """The replies to all requests that waited, the lines that can't be read, and warnings."""

    replies: tuple[Reply, ...]
    errors: tuple[ReadError, ...]
    warnings: tuple[str, ...]


def answer(run: Answering) -> Answers:
    """Draft the replies that can be given, and note the day in requests.csv.

    Raises `SettingsError` and `WriteError`.
    """
    folder = folder_of(run.source)
    chosen = settings_of.load(run.source)
    if chosen.base_url == Settings().base_url:
        raise SettingsError(
            "a reply needs the address of your blog.",
            where=settings_of.FILE,
            remedy='Set it, as in: base_url = "https://example.org/blog/"',
        )
    data = _bytes(folder)
    requests = read(data, chosen.language)
    posts = editions.published(run.output, run.cache)
    waiting = [wish for wish in requests.wishes if _waits(wish, run.today)]
    replies = [_reply(wish, posts, run, chosen) for wish in waiting]
    replies = _judged(replies, posts, run, chosen.large_print.sizes)
    _write(run, folder, data, requests, replies)
    return Answers(tuple(replies), requests.errors, _warnings(requests))


def _bytes(folder: Path) -> bytes:
    data = read_file(folder / FILE, folder)
    if isinstance(data, Refusal):
        first = "date,reader,post,format,note"
        remedy = f"Make it beside your posts, with this as its first line: {first}"
        raise SettingsError(f"this can't be read: {data.why}.", where=FILE, remedy=remedy)
    return data


def _waits(wish: Wish, today: date) -> bool:
    """Whether a request is open, or a standing need was last spoken of a year ago."""
    if wish.answered is None:
        return True
    return wish.standing and today - (wish.reviewed or wish.answered) >= YEAR


def _warnings(requests: Requests) -> tuple[str, ...]:
    return tuple(
        f"{wish.place}: the cell “{cell[:40]}” begins like a formula, which a spreadsheet would"
        " calculate. Write an apostrophe (') before it."
        for wish in requests.wishes
        if (cell := calculated(wish))
    )


# --- one request ------------------------------------------------------------------------


def _reply(wish: Wish, posts: Sequence[PublishedPost], run: Answering, chosen: Settings) -> Reply:
    if wish.answered is not None:
        since = wish.reviewed or wish.answered
        letter = letters.review(wish, since, chosen)
        named = _named(wish, f"review-{run.today.isoformat()}")
        return Reply(wish, "a year has gone by; ask again.", "", named, REVIEWED, letter)
    post = None if wish.standing else editions.named_post(posts, wish.post)
    if not wish.standing and post is None:
        remedy = "Write the post's title, or its address, or “all”."
        return Reply(wish, f"no post “{wish.post}” is published.", remedy)
    offers = editions.offered(wish.format, chosen.large_print.sizes)
    if not offers:
        letter = letters.not_made(wish, _ways(posts, post, chosen), chosen)
        message = f"“{wish.format}” is nothing that Allways makes; the reply says so."
        return Reply(wish, message, "", _named(wish), ANSWERED, letter)
    if editions.is_draft(wish.format):
        remedy = "Check it with the people who need it, then answer this request yourself."
        return Reply(wish, f"“{wish.format}” is a draft that nobody has checked.", remedy)
    return _found(wish, post, offers, (posts, run, chosen))


def _found(
    wish: Wish,
    post: PublishedPost | None,
    offers: Sequence[Offer],
    known: tuple[Sequence[PublishedPost], Answering, Settings],
) -> Reply:
    posts, run, chosen = known
    wanted = [post] if post else posts
    problems = filter(None, (editions.unready(one, offers, run.output) for one in wanted))
    if problem := next(problems, ""):
        return Reply(wish, problem, _remedy(offers))
    if post:
        letter = letters.ready(wish, post.title, _links(post, offers, chosen), chosen)
    else:
        letter = letters.ready(wish, "", [_index(chosen)], chosen)
    return Reply(wish, "the reply is ready.", "", _named(wish), ANSWERED, letter)


def _remedy(offers: Sequence[Offer]) -> str:
    """What to do about files that can't be sent."""
    if editions.needs_people(offers):
        return (
            "It is there once people have checked and signed it (.venv/bin/allways easy-read state"
            " SLUG). Then run make publish, and ask again."
        )
    return "Run make publish with this format, then ask again."


def _links(post: PublishedPost, offers: Sequence[Offer], chosen: Settings) -> list[Way]:
    ours = words(chosen.language)
    return [Way(in_words(o, ours), f"{chosen.base_url}{post.path(o)}") for o in offers]


def _ways(
    posts: Sequence[PublishedPost], post: PublishedPost | None, chosen: Settings
) -> list[Way]:
    """The ways to read a post that are published; of every post, their names, and the index."""
    rows = editions.formats(chosen.large_print.sizes)
    offers = [offer for row in rows if not row.draft for offer in row.offers]
    if post:
        return _links(post, [offer for offer in offers if post.path(offer) in post.files], chosen)
    there = [offer for offer in offers if any(one.path(offer) in one.files for one in posts)]
    names = [Way(in_words(offer, words(chosen.language)), "") for offer in there]
    return [*names, _index(chosen)]


def _index(chosen: Settings) -> Way:
    return Way(chosen.title or chosen.base_url, f"{chosen.base_url}index.html")


def _named(wish: Wish, kind: str = "reply") -> str:
    """A name for a draft without the reader's, and the same for the same request."""
    about = f"{slugify(wish.post)[:40]}-{slugify(wish.format)[:20]}".strip("-")
    own = digest(wish.reader, wish.post, wish.format, wish.note)[:8]
    return f"{wish.asked.isoformat()}-{about}-{own}-{kind}.eml"


# --- judging and writing ----------------------------------------------------------------


def _judged(
    replies: list[Reply], posts: Sequence[PublishedPost], run: Answering, sizes: tuple[int, ...]
) -> list[Reply]:
    """The replies, without those whose files a judge finds a fault in.

    All files are judged at once: to start a browser and a Java machine takes seconds.
    """
    sent = {id(reply): _files(reply, posts, run.output, sizes) for reply in replies}
    files = list(dict.fromkeys(path for paths in sent.values() for path in paths))
    found = [f for f in (run.judge(files) if files else ()) if f.level is Level.ERROR]
    return [_unless(reply, _faults(found, sent[id(reply)], files)) for reply in replies]


def _files(
    reply: Reply, posts: Sequence[PublishedPost], output: Path, sizes: tuple[int, ...]
) -> list[Path]:
    """The files that a reply sends somebody to."""
    wish = reply.wish
    if reply.column != ANSWERED:
        return []
    post = None if wish.standing else editions.named_post(posts, wish.post)
    wanted = [post] if post else posts
    offers = editions.offered(wish.format, sizes)
    return [output / one.path(offer) for one in wanted for offer in offers]


def _faults(found: Sequence[Finding], sent: Sequence[Path], judged: Sequence[Path]) -> list[str]:
    """What judges found in the files that are sent, and what can't be said to be about another."""
    others = [str(path) for path in judged if path not in sent]
    return [str(f.message) for f in found if sent and not f.where.startswith(tuple(others))]


def _unless(reply: Reply, faults: Sequence[str]) -> Reply:
    if not faults:
        return reply
    message = f"a judge found a fault: {faults[0]}"
    return Reply(reply.wish, message, "Run make check, mend it, then ask again.")


def _write(
    run: Answering, folder: Path, before: bytes, requests: Requests, replies: Sequence[Reply]
) -> None:
    """The drafts, and then the file; a run that ends between writes the same drafts again."""
    given = [reply for reply in replies if reply.letter]
    if not given:
        return
    write_all(run.to, [(reply.name, reply.letter) for reply in given])
    marks = {reply.wish.line: {reply.column: run.today} for reply in given}
    if _bytes(folder) != before:
        raise SettingsError(
            "this was changed meanwhile, and was left as it is.",
            where=FILE,
            remedy="Close it in other programs, and ask again.",
        )
    mode = (folder / FILE).stat().st_mode
    write_all(folder, [(FILE, requests.marked(marks))])
    (folder / FILE).chmod(mode)  # it is personal, and may be for the editor's eyes alone
