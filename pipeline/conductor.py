"""The conductor: the only module that knows all seven steps."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from formats import walk
from formats.model import Episode, Figure, FileCard, OutputFile, Post, Sentence
from formats.registry import ALWAYS, BLOG_FORMATS, POST_FORMATS
from pipeline import fingerprint, ledger, lexicon, narrate, publication, readers, report
from pipeline.crew import Crew
from pipeline.errors import AllwaysError, SettingsError
from pipeline.findings import Finding, Level
from pipeline.job import Job
from pipeline.ledger import Entry, Ledger
from pipeline.lexicon import Lexicon
from pipeline.press import Press, Printed, print_blog, print_post, write
from pipeline.readers import Defaults, Reading
from pipeline.report import Report
from pipeline.script import frame, script
from pipeline.sentences import split
from pipeline.settings import FILE as SETTINGS
from pipeline.settings import Settings
from pipeline.store import Store, digest, remove, write_all
from pipeline.studio import KBPS, Studio, Task, open_voice, speak, voice_of
from pipeline.voices import ENGINES

_ALL = (*POST_FORMATS, *BLOG_FORMATS)

HEARD = 3
"""How many of the clips that were spoken anew `allways why` quotes."""


def conduct(job: Job, crew: Crew) -> Report:
    """Go through the seven steps, and keep what is known for the next time.

    Raises `SettingsError` and `WriteError`, which stop the run.
    """
    job = replace(job, settings=_settings(job))
    reading = _read(job)
    if not reading.posts and not reading.errors:
        raise SettingsError(
            "there are no posts here.",
            where=str(job.request.source),
            remedy="Put Markdown (.md), web pages (.html) or an archive page (.txt) there.",
        )
    press = _press(job, reading)
    tasks, findings, errors = _script(job, reading, press)
    inputs = _inputs(tasks, press)
    reasons = _stale(job, tasks, inputs)
    spoken, failed = _narrate({slug: tasks[slug] for slug in reasons}, press.studio, crew)
    printed, more = _render({slug: tasks[slug] for slug in reasons}, failed, press, crew)
    known = job.known.posts
    entries = {slug: known[slug] for slug in tasks if slug in known and slug not in reasons} | {
        slug: _entry(tasks[slug], made, spoken, (inputs[slug], reasons[slug]))
        for slug, made in printed.items()
    }
    episodes = _newest_first(tasks, entries)
    files, late = _gather(job, tasks, episodes, press, crew)
    findings += [finding for made in printed.values() for finding in made.findings]
    errors += more + late
    whole = Report(
        episodes=episodes,
        made=tuple(printed),
        kept=len(episodes) - len(printed),
        spoken=len(spoken),
        blog_files=files,
        findings=tuple(findings),
        errors=tuple(errors),
    )
    _close(job, press, whole, entries)
    return whole


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
    _known(chosen.engine, tuple(ENGINES), "voice engine")
    wanted = {*ALWAYS, *chosen.editions}
    return replace(chosen, editions=tuple(name for name in _ALL if name in wanted))


def _known(name: str, names: Sequence[str], kind: str) -> None:
    if name not in names:
        raise SettingsError(f'there is no {kind} "{name}".', remedy=f"Choose: {', '.join(names)}.")


def _press(job: Job, reading: Reading) -> Press:
    chosen, request = job.settings, job.request
    store = Store(request.cache)
    return Press(
        publication.make(chosen, request.source, reading.title, store),
        Studio(voice_of(chosen, request.cache), request.cache),
        tuple(name for name in POST_FORMATS if name in chosen.editions),
        request.output,
    )


# --- read, split, script ----------------------------------------------------------------


def _read(job: Job) -> Reading:
    chosen = job.settings
    return readers.read(job.request.source, Defaults(chosen.language, chosen.author, chosen.dates))


def _script(
    job: Job, reading: Reading, press: Press
) -> tuple[dict[str, Task], list[Finding], list[AllwaysError]]:
    """A task for each post that can be read, by its slug."""
    words = lexicon.load(job.request.source)
    tasks: dict[str, Task] = {}
    texts: list[str] = []
    for post in reading.posts:
        task = _task(post, reading, words, press)
        texts += _shown(task)
        tasks[post.slug] = task
    findings = [*publication.unset(job.settings), *reading.findings, *words.unused(texts)]
    findings += [f for task in tasks.values() for f in _unvoiced(task, press)]
    findings += _unknown_dates(job, reading)
    return tasks, findings, list(reading.errors)


def _shown(task: Task) -> list[str]:
    """What a reader sees of a post: the words that the lexicon may have."""
    units = [*task.opening, *walk.units(task.post.blocks), *task.closing]
    texts = [walk.plain(unit.inlines) for unit in units if isinstance(unit, Sentence)]
    return texts + [unit.picture.alt or "" for unit in units if isinstance(unit, Figure)]


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


def _unvoiced(task: Task, press: Press) -> list[Finding]:
    """A warning for each language of a post that the voice does not speak."""
    voice = open_voice(press.studio.voice)
    lines = [line for part in task.parts for line in part.lines]
    languages = sorted({run.language for line in lines for run in line.runs})
    return [
        Finding(
            Level.WARNING,
            "no-voice",
            task.post.source,
            f"{voice.name} does not speak “{language}”, and read those words as best it can.",
            "Listen to it, and see that the post names the right language.",
        )
        for language in languages
        if not voice.speaks(language)
    ]


def _task(post: Post, reading: Reading, words: Lexicon, press: Press) -> Task:
    """A post split and scripted, and the names of its clips."""
    voice = open_voice(press.studio.voice)
    post = split(post)
    opening, closing = frame(post, press.publication, voice.name)
    parts = script(post, opening, closing, words)
    keys = tuple(narrate.clip_key(part, voice.identity, KBPS) for part in parts)
    return Task(post, opening, closing, parts, keys, reading.media.get(post.slug, ()))


def _stale(
    job: Job, tasks: Mapping[str, Task], inputs: Mapping[str, Mapping[str, str]]
) -> dict[str, tuple[str, ...]]:
    """The posts that must be made, the longest first so that no core waits; and why."""
    wanted = [slug for slug in tasks if job.request.only in ("", slug)]
    if job.request.only and not wanted:
        _known(job.request.only, tuple(tasks), "post")
    known, output = job.known.posts, job.request.output
    reasons = {slug: ledger.changed(known.get(slug), inputs[slug], output) for slug in wanted}
    longest = sorted(wanted, key=lambda slug: -len(tasks[slug].parts))
    return {slug: reasons[slug] for slug in longest if reasons[slug]}


def _inputs(tasks: Mapping[str, Task], press: Press) -> dict[str, Mapping[str, str]]:
    """The digest of each kind of input of each post, by its name for people."""
    shared = {
        "voice": digest(open_voice(press.studio.voice).identity),
        "settings": digest(repr(press.publication), *press.formats),
        "program": fingerprint.program(),
    }
    return {
        slug: {
            "words": digest(repr(task.post)),
            "pronunciation": digest(repr(task.parts)),
            "pictures": digest(*(media.data for media in task.media)),
            **shared,
        }
        for slug, task in tasks.items()
    }


# --- narrate, render, gather ------------------------------------------------------------


def _narrate(
    tasks: Mapping[str, Task], studio: Studio, crew: Crew
) -> tuple[set[str], dict[str, AllwaysError]]:
    """Speak the clips that are not kept: the keys spoken, and those that failed."""
    store = Store(studio.cache)
    clips = {
        key: part
        for task in tasks.values()
        for key, part in zip(task.keys, task.parts, strict=True)
    }
    missing = [(part, key, studio) for key, part in clips.items() if not store.has(key)]
    results = crew.each("narrate", speak, missing)
    keys = [key for _, key, _ in missing]
    failed = {key: error for key, error in zip(keys, results, strict=True) if error}
    return set(keys) - set(failed), failed


def _render(
    tasks: Mapping[str, Task], failed: Mapping[str, AllwaysError], press: Press, crew: Crew
) -> tuple[dict[str, Printed], list[AllwaysError]]:
    """Make the files of each post; a post with a clip that failed has an error instead."""
    errors = {
        slug: _in_post(next(failed[key] for key in task.keys if key in failed), task)
        for slug, task in tasks.items()
        if any(key in failed for key in task.keys)
    }
    whole = [slug for slug in tasks if slug not in errors]
    results = crew.each("render", print_post, [(tasks[slug], press) for slug in whole])
    printed = {s: r for s, r in zip(whole, results, strict=True) if isinstance(r, Printed)}
    late = [result for result in results if isinstance(result, AllwaysError)]
    return printed, [*errors.values(), *late]


def _in_post(error: AllwaysError, task: Task) -> AllwaysError:
    return type(error)(error.message, where=task.post.source, remedy=error.remedy)


def _gather(
    job: Job, tasks: Mapping[str, Task], episodes: tuple[Episode, ...], press: Press, crew: Crew
) -> tuple[tuple[FileCard, ...], list[AllwaysError]]:
    """Make the files of the whole blog: feed, index, book."""
    names = [name for name in BLOG_FORMATS if name in job.settings.editions]
    shown = {episode.post.slug: tasks[episode.post.slug] for episode in episodes}
    results = crew.each("gather", print_blog, [(name, shown, episodes, press) for name in names])
    files = [card for result in results if isinstance(result, tuple) for card in result]
    cover = press.publication.cover
    files += write(press.output, "", [OutputFile(cover.path, cover.mime, cover.data)])
    return tuple(files), [result for result in results if isinstance(result, AllwaysError)]


# --- after the steps --------------------------------------------------------------------


def _entry(
    task: Task, made: Printed, spoken: set[str], why: tuple[Mapping[str, str], tuple[str, ...]]
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
    )


def _newest_first(tasks: Mapping[str, Task], entries: Mapping[str, Entry]) -> tuple[Episode, ...]:
    episodes = [entry.episode(tasks[slug].post) for slug, entry in entries.items()]
    return tuple(sorted(episodes, key=lambda e: (e.post.placed, e.post.slug), reverse=True))


def _close(job: Job, press: Press, whole: Report, entries: Mapping[str, Entry]) -> None:
    """Write the report, remove what is no longer made, and keep the ledger.

    A run with errors is not kept as done, so that the next one tries again; and it removes
    nothing, since a post that can't be read today was perhaps published yesterday.
    """
    request = job.request
    write_all(request.output, [(report.FILE, report.to_json(whole, press.publication))])
    made = {card.path for entry in entries.values() for card in entry.card.files}
    made |= {card.path for card in whole.blog_files}
    if not whole.errors and not request.only:
        remove(request.output, [c.path for c in job.known.files() if c.path not in made])
    run = "" if whole.errors else job.run
    ledger.save(request.cache, request.output, Ledger(run, entries, whole.blog_files))
