"""A post during a run, and what is known of it afterwards: its record, and its episode."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from formats.model import Episode, Post
from pipeline.errors import AllwaysError
from pipeline.publish import parts, prepare, speak
from pipeline.publish.prepare import Sources
from pipeline.publish.ready import ReadyPost
from pipeline.publish.render import Rendered
from pipeline.publish.request import PublishRun
from pipeline.store import ledger
from pipeline.store.files import digest
from pipeline.store.ledger import PostRecord, Stamp
from pipeline.store.report import Report


@dataclass(frozen=True, slots=True)
class PostRun:
    """One post during a run: its inputs, why it must be made, and the results so far.

    `inputs` is a digest for each kind of input, by its name for people; `reasons` is () for a
    post that is up to date; `known` is its record in the ledger. `parts` are the parts of the
    program that have changed, where nothing else has. `spoken` holds the keys of newly spoken
    clips. `error` is set where the post could not be made. `read` is the digest of all that it is
    made ready from: where that is in its record, it is not made ready at all.
    """

    post: Post
    ready: ReadyPost | None
    inputs: Mapping[str, str]
    reasons: tuple[str, ...]
    known: PostRecord | None
    parts: tuple[str, ...] = ()
    spoken: frozenset[str] = frozenset()
    rendered: Rendered | None = None
    error: AllwaysError | None = None
    read: str = ""

    @property
    def slug(self) -> str:
        """The post's name."""
        return self.post.slug

    @property
    def upgraded(self) -> tuple[str, ...]:
        """What it was made anew for, of the program and the voice; each for people."""
        voice = (f"the {speak.VOICE}",) if speak.CHANGED in self.reasons else ()
        return (*map(parts.named, self.parts), *voice)


HEARD = 3
"""How many newly spoken clips `allways why` quotes."""


def records(run: PublishRun, sources: Sources, posts: Sequence[PostRun]) -> dict[str, PostRecord]:
    """The record of each post that is published, by its slug."""
    found = ((post.slug, _record(run, sources, post)) for post in posts)
    return {slug: record for slug, record in found if record}


def _record(run: PublishRun, sources: Sources, post: PostRun) -> PostRecord | None:
    """The new record of a post: of what was made now, or else the one it had.

    A post that failed stays as it was published, if all its files are there.
    """
    known, ready = post.known, post.ready
    if ready and post.rendered:
        return _of_words(_made(post, ready, post.rendered), post, ready, sources)
    if known and ready and not (post.error or post.reasons or run.request.only):
        return _of_words(known, post, ready, sources)  # made ready from other things, to the same
    failed = post.error is not None
    if known and failed and not run.ledger.intact(run.request.output, known.card.files):
        return None
    return known


def _of_words(record: PostRecord, post: PostRun, ready: ReadyPost, sources: Sources) -> PostRecord:
    """A record with what is known of a post's words."""
    used = prepare.used(ready, sources)
    return replace(record, read=post.read, noticed=prepare.noticed(ready), used=used)


def _made(post: PostRun, ready: ReadyPost, rendered: Rendered) -> PostRecord:
    clips = [clip for script in ready.all_scripts for clip in script.clips()]
    anew = [clip.part for clip in clips if clip.key in post.spoken]
    made = ledger.card(rendered.episode)
    return PostRecord(
        inputs=post.inputs,
        reasons=post.reasons,
        spoken=len(anew),
        clips=len(clips),
        heard=tuple(part.lines[0].text for part in anew[:HEARD]),
        card=made,
        proof=rendered.proof,
        missing=tuple(rendered.failed),
        findings=rendered.findings,
        digest=digest(repr(sorted(post.inputs.items())), repr(made)),
    )


def newest_first(
    posts: Sequence[PostRun], records: Mapping[str, PostRecord]
) -> tuple[Episode, ...]:
    """The episodes of the posts that have a record, in the order of the feed."""
    episodes = [_episode(post, records[post.slug]) for post in posts if post.slug in records]
    return tuple(sorted(episodes, key=lambda e: (e.post.placed, e.post.slug), reverse=True))


def _episode(post: PostRun, record: PostRecord) -> Episode:
    """The episode of a post; one that failed is as it was published, in its present words."""
    return record.episode(post.post, "" if post.error else record.digest)


def times(run: PublishRun, records: Mapping[str, PostRecord], whole: Report) -> dict[str, Stamp]:
    """The stamps of all files of a run.

    One that it has just written is not read again, and those of posts that it did not make are
    not looked at again: they were, to find that they need not be made.
    """
    known = run.ledger
    made = [card for slug in whole.made for card in records[slug].card.files]
    made += whole.blog_files
    before = {card.path: card.sha256 for card in known.files()}
    anew = {card.path: ledger.NOW for card in made if before.get(card.path) != card.sha256}
    stamps = {
        card.path: known.times.get(card.path, ledger.GONE)
        for record in records.values()
        for card in record.card.files
    }
    gone = {card.path: ledger.GONE for card in made}
    now = ledger.times(run.request.output, made, {**known.times, **anew})
    return {**stamps, **gone, **now}
