"""The conductor: the only module that knows all seven steps."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace

from formats.model import Episode, FileCard, OutputFile, Publication
from formats.registry import ALWAYS, BLOG_FORMATS, POST_FORMATS
from pipeline import lexicon, readers, voices
from pipeline.errors import AllwaysError, SettingsError
from pipeline.findings import Finding, Level
from pipeline.narrate import jingle
from pipeline.narrate.narration import Task, open_voice
from pipeline.publish import ownership, publication, speak
from pipeline.publish.estimate import Estimate
from pipeline.publish.estimate import estimate as estimated
from pipeline.publish.prepare import Desk
from pipeline.publish.render import Press, Printed, print_blog, print_post, write
from pipeline.publish.request import Job
from pipeline.publish.speak import Spoken
from pipeline.publish.workers import Crew
from pipeline.readers import Defaults, Reading
from pipeline.settings import FILE as SETTINGS
from pipeline.settings import Settings
from pipeline.store import fingerprint, ledger, report
from pipeline.store.files import Store, digest, real, remove, write_all
from pipeline.store.ledger import Entry, Ledger
from pipeline.store.report import Report

_ALL = (*POST_FORMATS, *BLOG_FORMATS)

HEARD = 3
"""How many of the clips that were spoken anew `allways why` quotes."""


def conduct(job: Job, crew: Crew) -> Report:
    """Go through the seven steps, and keep what is known for the next time.

    Raises `SettingsError` and `WriteError`, which stop the run.
    """
    job = replace(job, settings=_settings(job))
    desk = _desk(job)
    ownership.check(job, desk.reading)
    press = _press(job, desk.publication)
    studio, warnings = speak.studio(job)
    tasks = desk.tasks(studio)
    inputs = _inputs(tasks, press)
    reasons = _stale(job, tasks, inputs)
    ownership.begin(job, reasons)
    spoken = speak.narrate(job, desk, {slug: tasks[slug] for slug in reasons}, crew)
    tasks |= speak.kept(job, desk, tasks.keys() - reasons.keys()) | spoken.tasks
    inputs |= _inputs(spoken.tasks, press)
    printed, errors = _render(spoken, press, crew)
    failed = frozenset(reasons.keys() - printed.keys())
    entries = _standing(job, tasks.keys() - printed.keys(), failed) | {
        slug: _entry(tasks[slug], post, spoken.keys, (inputs[slug], reasons[slug]))
        for slug, post in printed.items()
    }
    episodes = _newest_first(tasks, entries)
    whole_tasks = {slug: task for slug, task in tasks.items() if slug not in failed}
    files, late = _gather(job, whole_tasks, episodes, press, crew)
    findings = [*_noticed(job, desk, tasks), *warnings, *spoken.warnings]
    findings += _left_out(job, desk.reading, entries)
    findings += [finding for post in printed.values() for finding in post.findings]
    whole = Report(
        episodes=episodes,
        made=tuple(printed),
        kept=len(episodes) - len(printed),
        spoken=len(spoken.keys),
        blog_files=files,
        findings=tuple(findings),
        errors=(*desk.reading.errors, *errors, *late),
        proofs={slug: entry.proof for slug, entry in entries.items()},
        words=tuple((entry.written, entry.language) for entry in desk.words.entries),
    )
    _close(job, press, whole, entries)
    return whole


def estimate(job: Job) -> Estimate:
    """What `conduct` would have to speak; nothing is made, and no server is asked."""
    job = replace(job, settings=_settings(job))
    desk = _desk(job)
    studio, _ = speak.studio(job)
    tasks = desk.tasks(studio)
    reasons = _stale(job, tasks, _inputs(tasks, _press(job, desk.publication)))
    parts = [part for part, _, _ in speak.missing([tasks[slug] for slug in reasons])]
    return estimated(len(reasons), parts, open_voice(studio.voice), job.settings)


# --- before the steps -------------------------------------------------------------------


def _settings(job: Job) -> Settings:
    """The settings, with what the command line says instead."""
    chosen, request = job.settings, job.request
    chosen = replace(
        chosen,
        engine=request.voice or chosen.engine,
        editions=request.editions or chosen.editions or _ALL,
    )
    for name in chosen.editions:
        _known(name, _ALL, "edition")
    for engine in filter(None, (chosen.engine, chosen.fallback)):
        voices.check(engine)
    wanted = {*ALWAYS, *chosen.editions}
    return replace(chosen, editions=tuple(name for name in _ALL if name in wanted))


def _known(name: str, names: Sequence[str], kind: str) -> None:
    if name not in names:
        raise SettingsError(f'there is no {kind} "{name}".', remedy=f"Choose: {', '.join(names)}.")


def _desk(job: Job) -> Desk:
    """What was read, and for which blog. Raises `SettingsError` where there are no posts."""
    chosen, request = job.settings, job.request
    defaults = Defaults(chosen.language, chosen.author, chosen.dates)
    reading = readers.read(request.source, defaults)
    if not reading.posts and not reading.errors:
        raise SettingsError(
            "there are no posts here.",
            where=str(request.source),
            remedy="Put Markdown (.md), web pages (.html) or an archive page (.txt) there.",
        )
    store = Store(request.cache)
    blog = publication.make(chosen, request.source, reading.title, store)
    sounds = jingle.load(chosen, request.source)
    return Desk(reading, lexicon.load(request.source), blog, chosen.detail, sounds)


def _press(job: Job, blog: Publication) -> Press:
    names = tuple(name for name in POST_FORMATS if name in job.settings.editions)
    return Press(blog, names, job.request.output)


def _noticed(job: Job, desk: Desk, tasks: Mapping[str, Task]) -> list[Finding]:
    return [
        *publication.unset(job.settings),
        *desk.reading.findings,
        *desk.noticed(tasks.values()),
        *_unknown_dates(job, desk.reading),
    ]


def _unknown_dates(job: Job, reading: Reading) -> list[Finding]:
    """A note for each date in the settings that is no post's."""
    slugs = {post.slug for post in reading.posts}
    return [
        Finding(
            Level.NOTE,
            "date-unused",
            SETTINGS,
            f"There is no post “{slug}” to have the date under [dates].",
            "Look at the name, or take the line out.",
        )
        for slug in job.settings.dates
        if slug not in slugs and not reading.errors
    ]


# --- what is stale ----------------------------------------------------------------------


def _stale(
    job: Job, tasks: Mapping[str, Task], inputs: Mapping[str, Mapping[str, str]]
) -> dict[str, tuple[str, ...]]:
    """The posts that must be made, the longest first so that no core waits; and why."""
    wanted = [slug for slug in tasks if job.request.only in ("", slug)]
    if job.request.only and not wanted:
        _known(job.request.only, tuple(tasks), "post")
    known, output = job.known, job.request.output
    reasons = {slug: ledger.changed(known, slug, inputs[slug], output) for slug in wanted}
    longest = sorted(wanted, key=lambda slug: -len(tasks[slug].parts))
    return {slug: reasons[slug] for slug in longest if reasons[slug]}


def _inputs(tasks: Mapping[str, Task], press: Press) -> dict[str, Mapping[str, str]]:
    """The digest of each kind of input of each post, by its name for people."""
    shared = {
        "settings": digest(repr(press.publication), *press.formats),
        "program": fingerprint.program(),
    }
    return {
        slug: {
            "words": digest(repr(task.post)),
            "pronunciation or wording": digest(repr(task.parts)),
            "jingle": digest(*(key for part in task.parts for key in (part.opening, part.closing))),
            "pictures": digest(*(media.data for media in task.media)),
            speak.VOICE: speak.voice(task.studio),
            **shared,
        }
        for slug, task in tasks.items()
    }


# --- narrate, render, gather ------------------------------------------------------------


def _render(
    spoken: Spoken, press: Press, crew: Crew
) -> tuple[dict[str, Printed], list[AllwaysError]]:
    """Make the files of each post; a post with a clip that failed has an error instead."""
    tasks, failed = spoken.tasks, spoken.failed
    errors = {
        slug: _in_post(next(failed[key] for key in task.keys if key in failed), task)
        for slug, task in tasks.items()
        if any(key in failed for key in task.keys)
    }
    whole = [slug for slug in tasks if slug not in errors]
    jobs = [(tasks[slug], press) for slug in whole]
    results = crew.each("render", print_post, jobs, [tasks[slug].post.source for slug in whole])
    printed = {s: r for s, r in zip(whole, results, strict=True) if isinstance(r, Printed)}
    late = [result for result in results if isinstance(result, AllwaysError)]
    return printed, [*errors.values(), *late]


def _in_post(error: AllwaysError, task: Task) -> AllwaysError:
    placed = copy(error)
    placed.where = task.post.source
    return placed


def _standing(job: Job, slugs: Iterable[str], failed: frozenset[str]) -> dict[str, Entry]:
    """What is known of the posts that were not made now.

    One that failed stays as it was published, if that is all there: no listener loses it.
    """
    known, output = job.known.posts, job.request.output
    return {
        slug: known[slug]
        for slug in slugs
        if slug in known
        and (slug not in failed or job.known.intact(output, known[slug].card.files))
    }


def _left_out(job: Job, reading: Reading, entries: Mapping[str, Entry]) -> list[Finding]:
    """A warning for each post that was published, and is not in the feed for an error."""
    return [
        Finding(
            Level.WARNING,
            "left-out",
            "",
            f"“{slug}” was published before, and is not in the feed and the index now.",
            "Mend the error and run again, before you put this on the web.",
        )
        for slug in sorted(job.known.posts.keys() - entries.keys())
        if reading.errors
    ]


def _gather(
    job: Job, tasks: Mapping[str, Task], episodes: tuple[Episode, ...], press: Press, crew: Crew
) -> tuple[tuple[FileCard, ...], list[AllwaysError]]:
    """Make the files of the whole blog: feed, index, book.

    The feed and the index have every episode; the book has those that there is a task for.
    """
    names = [name for name in BLOG_FORMATS if name in job.settings.editions]
    shown = {e.post.slug: tasks[e.post.slug] for e in episodes if e.post.slug in tasks}
    jobs = [(name, shown, episodes, press) for name in names]
    results = crew.each("gather", print_blog, jobs, names)
    files = [card for result in results if isinstance(result, tuple) for card in result]
    cover = press.publication.cover
    files += write(press.output, "", [OutputFile(cover.path, cover.mime, cover.data)])
    return tuple(files), [result for result in results if isinstance(result, AllwaysError)]


# --- after the steps --------------------------------------------------------------------


def _entry(
    task: Task,
    made: Printed,
    spoken: frozenset[str],
    why: tuple[Mapping[str, str], tuple[str, ...]],
) -> Entry:
    """What is kept of a post that was made; `why` is its inputs, and those that had changed."""
    anew = [part for part, key in zip(task.parts, task.keys, strict=True) if key in spoken]
    inputs, reasons = why
    return Entry(
        inputs=inputs,
        reasons=reasons,
        spoken=len(anew),
        clips=len(task.keys),
        heard=tuple(part.lines[0].text for part in anew[:HEARD]),
        card=ledger.card(made.episode),
        proof=made.proof,
        clean=all(finding.level is not Level.ERROR for finding in made.findings),
    )


def _newest_first(tasks: Mapping[str, Task], entries: Mapping[str, Entry]) -> tuple[Episode, ...]:
    episodes = [entry.episode(tasks[slug].post) for slug, entry in entries.items()]
    return tuple(sorted(episodes, key=lambda e: (e.post.placed, e.post.slug), reverse=True))


def _close(job: Job, press: Press, whole: Report, entries: Mapping[str, Entry]) -> None:
    """Remove what is no longer made, write the report, and keep the ledger.

    A run with errors or a stand-in is not kept as done, so that the next one tries again.
    One with errors removes nothing, since a post that can't be read today was perhaps
    published yesterday; what it leaves is listed, and removed by the next one without.
    """
    request, known = job.request, job.known
    made = [*(card for entry in entries.values() for card in entry.card.files), *whole.blog_files]
    gone = ownership.listed(job) - {card.path for card in made}
    if whole.errors or request.only:
        whole = replace(whole, left=tuple(sorted(gone)))
    else:
        remove(request.output, sorted(gone))
    data = report.to_json(whole, press.publication)
    write_all(request.output, [(report.FILE, data)])
    again = not whole.clean or any(finding.code == speak.FALLBACK for finding in whole.findings)
    new = Ledger(
        run="" if again else job.run,
        posts=entries,
        blog_files=whole.blog_files,
        source=real(request.source),
        report=digest(data),
        times=ledger.times(request.output, made, known.times),
        left=whole.left,
    )
    ledger.save(request.cache, request.output, new)
