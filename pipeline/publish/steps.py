"""Run the steps from read to gather: a list of posts, each with its results so far."""

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import replace
from functools import partial

from formats.model import FileCard, Post
from formats.registry import BLOG_FORMATS, BRAILLE, DRAFTS, POST_FORMATS, chosen
from pipeline.braille import louis
from pipeline.errors import AllwaysError, guarded
from pipeline.findings import Finding, Level
from pipeline.narrate.narration import stand_in
from pipeline.publish import (
    choices,
    gather,
    inputs,
    memory,
    ownership,
    parts,
    pieces,
    prepare,
    print_fonts,
    publication,
    recorded,
    render,
    speak,
)
from pipeline.publish.blog_files import Shown
from pipeline.publish.estimate import Estimate
from pipeline.publish.estimate import estimate as estimate_of
from pipeline.publish.permanent import told
from pipeline.publish.prepare import Sources
from pipeline.publish.ready import ReadyPost
from pipeline.publish.recorded import PostRun
from pipeline.publish.render import Rendered, Target
from pipeline.publish.request import PublishRun
from pipeline.publish.workers import Workers
from pipeline.settings import VoiceSettings
from pipeline.store import fingerprint, ledger, report
from pipeline.store.files import digest, drafts_folder, real, remove, write_all
from pipeline.store.ledger import Ledger, PostRecord, Records
from pipeline.store.report import Report


def run_steps(run: PublishRun, workers: Workers, speakers: Workers) -> Report:
    """Run the steps for all posts, then save the report and the ledger.

    `speakers` are the workers that speak: those of a cluster, or the same as `workers`.
    Raises `SettingsError` and `WriteError`, which stop the run.
    """
    given = run.settings
    run = replace(run, settings=choices.chosen_settings(run))
    sources = prepare.read_sources(run)
    ownership.check(run, sources.reading)
    target = _target(run, sources)
    voices, warnings = speak.chosen_voices(run, _languages(run, sources))
    posts = _prepare(run, sources, target, voices, speak.early(speakers))
    sources.memory.keep()
    ownership.begin(run, [post.slug for post in posts if post.reasons])
    posts, spoken = _narrate(sources, target, posts, speakers)
    posts = _render(run, target, posts, workers)
    records = recorded.records(run, sources, posts)
    episodes = recorded.newest_first(posts, records)
    shown = Shown(_able(posts, sources, voices))
    files, errors = gather.gather(run, target, shown, episodes, workers)
    sources.memory.keep()
    whole = Report(
        episodes=episodes,
        made=tuple(post.slug for post in posts if post.rendered),
        kept=len(episodes) - sum(1 for post in posts if post.rendered),
        spoken=len(spoken.keys),
        blog_files=files,
        findings=(
            *_noticed(run, sources, posts),
            *told(given, run.settings),
            *warnings,
            *spoken.warnings,
            *_left_out(run, sources, records),
            *(finding for record in records.values() for finding in record.findings),
        ),
        errors=(*sources.reading.errors, *_errors(posts), *errors),
        proofs={slug: record.proof for slug, record in records.items()},
        words=tuple((entry.written, entry.language) for entry in sources.lexicon.entries),
        upgraded=Counter(what for post in posts if post.rendered for what in post.upgraded),
    )
    return _close(run, target, whole, records)


def estimate(run: PublishRun) -> Estimate:
    """What `run_steps` would have to speak; no files are made, and no server is asked."""
    run = replace(run, settings=choices.chosen_settings(run))
    sources = prepare.read_sources(run)
    voices, _ = speak.chosen_voices(run, _languages(run, sources))
    posts = _prepare(run, sources, _target(run, sources), voices)
    stale = [post.ready for post in posts if post.ready and post.reasons]
    return estimate_of(len(stale), speak.missing(stale), run.request.jobs)


# --- before the steps -------------------------------------------------------------------


def _target(run: PublishRun, sources: Sources) -> Target:
    """Which formats are published, and which are drafts for the editor only."""
    settings, request = run.settings, run.request
    private = () if settings.easy_read.publish_drafts else DRAFTS
    public = tuple(name for name in settings.formats if name not in private)
    drafts = tuple(name for name in settings.formats if name in private)
    blog = replace(sources.publication, formats=chosen(public, settings.large_print.sizes))
    return Target(
        publication=blog,
        formats=tuple(name for name in POST_FORMATS if name in public),
        drafts=drafts,
        output=request.output,
        cache=request.cache,
        drafts_folder=drafts_folder(request.cache, request.output),
        digest=digest(repr(blog), *drafts),
        braille=digest(louis.identity() if BRAILLE in public else ""),
        parts=parts.of(settings.formats, parts.digests(request.cache)),
    )


def _languages(run: PublishRun, sources: Sources) -> tuple[str, ...]:
    """The language of each post, each once; that of the settings where there are no posts."""
    found = dict.fromkeys(post.language for post in sources.reading.posts)
    return tuple(found) or (run.settings.language,)


def _noticed(run: PublishRun, sources: Sources, posts: Sequence[PostRun]) -> list[Finding]:
    return [
        *publication.unset(run.settings),
        *print_fonts.findings(run.settings.large_print.font, run.request.source, run.request.cache),
        *sources.reading.findings,
        *_of_words(sources, posts),
        *prepare.unknown_dates(run.settings, sources.reading),
        *prepare.without_posts(sources),
    ]


def _of_words(sources: Sources, posts: Sequence[PostRun]) -> Iterator[Finding]:
    """Findings about the words of posts, and about what of the lexicon is in none of them."""
    used: list[tuple[str, str]] = []
    told: list[Finding] = []
    for post in posts:
        if post.ready:
            told += prepare.noticed(post.ready)
            used += prepare.used(post.ready, sources)
        elif post.known and not post.error:
            told += post.known.noticed
            used += post.known.used
    yield from (*sources.lexicon.unused(used), *told, *sources.jingles.findings())


# --- prepare ----------------------------------------------------------------------------


def _prepare(
    run: PublishRun,
    sources: Sources,
    target: Target,
    voices: Mapping[str, VoiceSettings],
    early: Callable[[ReadyPost], None] = lambda _ready: None,
) -> list[PostRun]:
    """Each post, ready to be spoken by the voice for its language, with the reasons to make it.

    `early` is told of each that must be made as soon as it is ready.
    """
    only = run.request.only
    posts = []
    for post in sources.reading.posts:
        prepared = _prepared(run, sources, target, post, voices[post.language])
        if prepared.ready and prepared.reasons and only in ("", post.slug):
            early(prepared.ready)
        posts.append(prepared)
    if only:
        choices.known(only, tuple(post.slug for post in posts), "post")
    return [_kept_by(post, sources) if only not in ("", post.slug) else post for post in posts]


def _prepared(
    run: PublishRun, sources: Sources, target: Target, post: Post, voice: VoiceSettings
) -> PostRun:
    known = run.ledger.posts.get(post.slug)
    read = guarded(post.source, _read, post, sources, target, voice)
    if isinstance(read, AllwaysError):
        return PostRun(post, None, {}, (), known, error=read)
    same = known is not None and known.read == read and not run.request.only
    if (
        known
        and same
        and not ledger.changed(run.ledger, post.slug, known.inputs, run.request.output)
    ):
        return PostRun(post, None, known.inputs, (), known, read=read)
    ready = guarded(post.source, prepare.known_post, post, sources, voice)
    if isinstance(ready, AllwaysError):
        return PostRun(post, None, {}, (), known, error=ready)
    now = inputs.of(ready, target)
    reasons = ledger.changed(run.ledger, post.slug, now, run.request.output)
    changed = parts.changed(run.ledger, post.slug, target.parts)
    alone = () if reasons else changed
    reasons = (*reasons, *(f"{parts.named(part)} changed" for part in changed))
    return PostRun(ready.post, ready, now, reasons, known, parts=alone, read=read)


def _read(post: Post, sources: Sources, target: Target, voice: VoiceSettings) -> str:
    """The digest of all that a post is made ready from, and of what its files are made with."""
    made_from = prepare.made_from(post, sources, voice)
    return digest(fingerprint.program(), target.digest, target.braille, *made_from)


def _kept_by(post: PostRun, sources: Sources) -> PostRun:
    """A post that `--only` leaves out: up to date, and with the clips of the voice it had."""
    other = stand_in(post.ready.voice) if post.ready else None
    by = post.known.inputs.get(speak.VOICE) if post.known else None
    if post.ready and other and by == speak.voice_digest(other):
        return replace(post, reasons=(), ready=prepare.ready_post(post.post, sources, other))
    return replace(post, reasons=())


# --- narrate and render -----------------------------------------------------------------


def _narrate(
    sources: Sources, target: Target, posts: Sequence[PostRun], workers: Workers
) -> tuple[list[PostRun], speak.Spoken]:
    """Speak the posts that must be made, longest first so that no core is idle at the end."""
    stale = [post.ready for post in posts if post.ready and post.reasons]
    stale.sort(key=lambda ready: -len(ready.keys))
    spoken = speak.narrate(sources, stale, workers)
    by_slug = {ready.post.slug: ready for ready in spoken.posts}
    return [
        _spoken(post, by_slug[post.slug], spoken, target) if post.slug in by_slug else post
        for post in posts
    ], spoken


def _spoken(post: PostRun, ready: ReadyPost, spoken: speak.Spoken, target: Target) -> PostRun:
    error = spoken.error(ready)
    if error:
        error = copy(error)
        error.where = post.post.source
    now = post.inputs if ready is post.ready else inputs.of(ready, target)
    return replace(
        post,
        ready=ready,
        inputs=now,
        parts=post.parts if now == post.inputs else (),
        spoken=spoken.keys & set(ready.keys),
        error=error,
        read=post.read if post.ready and post.ready.voice == ready.voice else "",
    )


def _render(
    run: PublishRun, target: Target, posts: Sequence[PostRun], workers: Workers
) -> list[PostRun]:
    """Render each post that must be made and was spoken."""
    able = [post for post in posts if post.ready and post.reasons and not post.error]
    threading.Thread(target=_load_blog_formats, args=(run.settings.formats,), daemon=True).start()
    by_slug: dict[str, Rendered | AllwaysError] = {}
    small, *large = memory.turns([post.ready.size for post in able if post.ready])
    for turn in (small, *large):
        if turn in large:
            workers.end()  # and with them their voices, of up to 200 MB each
        now = [able[number] for number in turn]
        anew = [parts.formats_of(post.parts) for post in now]
        jobs = [(p.ready, target, _earlier(run, p), a) for p, a in zip(now, anew, strict=True)]
        places = [post.post.source for post in now]
        results = workers.each("render", render.render_post, jobs, places)
        by_slug |= {post.slug: result for post, result in zip(now, results, strict=True)}
    return [_with_result(post, by_slug.get(post.slug)) for post in posts]


def _load_blog_formats(names: Sequence[str]) -> None:
    """Load what `gather` will need: this process has nothing else to do while workers render."""
    for name in filter(BLOG_FORMATS.__contains__, names):
        with suppress(Exception):  # `gather` meets it again, and tells it
            BLOG_FORMATS[name].render.load()


def _with_result(post: PostRun, result: Rendered | AllwaysError | None) -> PostRun:
    if isinstance(result, Rendered):
        return replace(post, rendered=result)
    return replace(post, error=result) if result else post


def _earlier(run: PublishRun, post: PostRun) -> tuple[FileCard, ...]:
    """The files of an earlier run that are still there, unchanged."""
    files = post.known.card.files if post.known else ()
    return tuple(card for card in files if run.ledger.intact(run.request.output, [card]))


def _able(
    posts: Sequence[PostRun], sources: Sources, voices: Mapping[str, VoiceSettings]
) -> dict[str, Callable[[], ReadyPost]]:
    """What gives each post that could be made ready; that of most is never asked for."""
    return {post.slug: _giving(post, sources, voices) for post in posts if not post.error}


def _giving(
    post: PostRun, sources: Sources, voices: Mapping[str, VoiceSettings]
) -> Callable[[], ReadyPost]:
    ready = post.ready
    if ready is not None:
        return lambda: ready
    return partial(prepare.known_post, post.post, sources, voices[post.post.language])


def _errors(posts: Iterable[PostRun]) -> list[AllwaysError]:
    """The errors of posts, and of single formats of posts."""
    alone = [post.error for post in posts if post.error]
    formats = [e for post in posts if post.rendered for e in post.rendered.failed.values()]
    return [*alone, *formats]


# --- after the steps --------------------------------------------------------------------


def _left_out(
    run: PublishRun, sources: Sources, records: Mapping[str, PostRecord]
) -> list[Finding]:
    """A warning for each published post that is missing from the feed because of an error."""
    return [
        Finding(
            Level.WARNING,
            "left-out",
            "",
            f"“{slug}” was published before, but is no longer in the feed and the index.",
            "Correct the error and run again, before you put this on the web.",
        )
        for slug in sorted(run.ledger.posts.keys() - records.keys())
        if sources.reading.errors
    ]


def _close(
    run: PublishRun, target: Target, whole: Report, records: Mapping[str, PostRecord]
) -> Report:
    """Remove files that are no longer made, write the report, and save the ledger.

    A run with errors or a fallback voice is not saved as done, so that the next one tries
    again. One with errors removes nothing: a post that can't be read today may have been
    published yesterday. The files it leaves are listed; the next run without errors removes
    them.
    """
    request, known = run.request, run.ledger
    made = [*(card for record in records.values() for card in record.card.files), *whole.blog_files]
    gone = ownership.listed(run) - {card.path for card in made}
    if whole.errors or request.only:
        whole = replace(whole, left=tuple(sorted(gone)))
    else:
        whole = replace(whole, removed=tuple(sorted(gone)))
        remove(request.output, whole.removed)
        remove(target.drafts_folder, render.drafts_of_others(target.drafts_folder, records))
    told = pieces.load(request.cache, request.output, "report", fingerprint.program())
    seconds = request.timings() if request.timings else None
    data = report.to_json(whole, target.publication, told, seconds)
    pieces.save(request.cache, request.output, "report", fingerprint.program(), told)
    write_all(request.output, [(report.FILE, data)])
    again = not whole.clean or any(finding.code == speak.FALLBACK for finding in whole.findings)
    new = Ledger(
        run="" if again else run.digest,
        posts=Records.of(records, known.posts),
        blog_files=whole.blog_files,
        source=real(request.source),
        report=digest(data),
        findings=whole.findings,
        times=recorded.times(run, records, whole),
        left=whole.left,
        read=run.files,
        programs=inputs.programs(known, target, records.values()),
    )
    os.sync()  # the ledger vouches for files: they reach the disk before it (0.1 s for 300 of them)
    ledger.save(request.cache, request.output, new)
    return whole
