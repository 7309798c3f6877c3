"""The commands: each takes its arguments, and gives the exit code."""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import settings
from pipeline.cli import terminal
from pipeline.cli.environment import cache_limit, now
from pipeline.cli.messages import (
    keep_faults,
    print_findings,
    print_suspects,
    print_undescribed,
    tell,
    tell_british_voice,
    tell_error,
    tell_estimate,
    tell_import,
    tell_requests,
)
from pipeline.cli.terminal import show
from pipeline.errors import AllwaysError, SettingsError
from pipeline.findings import Level
from pipeline.publish.request import Request
from pipeline.store import ledger, timings
from pipeline.store.cache import cache_folder
from pipeline.store.files import Store, drafts_folder
from pipeline.store.report import FILE, Report, counted, told

if TYPE_CHECKING:
    from pipeline.easy_read.helped import Helper  # as where it is made
    from pipeline.easy_read.writing import EasyPost
    from pipeline.publish.workers import Progress  # the pool of processes would load with it


def publish(options: argparse.Namespace) -> int:
    """Make what has changed, or say what that would take."""
    from pipeline.publish import progress, up_to_date  # noqa: PLC0415 (as below: 0.1 s)

    if options.dry_run:
        tell_estimate(up_to_date.estimate(_request(options)))
        return 0
    if options.log_format == "json":
        return _publish_logged(options)
    is_first = not ledger.load(cache_folder(), options.output).posts
    with progress.shown(sys.stderr) as teller:
        report, _ = _published(options, teller)
    tell(report, options.output)
    if is_first and report.made and _is_british_by_default(options):
        tell_british_voice()  # once for each output folder: it is advice, and not a warning
    return 0 if report.clean else 1


def _publish_logged(options: argparse.Namespace) -> int:
    """Make what has changed, and print a log for programs."""
    from pipeline.cli.json_log import JsonLog  # noqa: PLC0415 (only for this)

    log = JsonLog()
    try:
        report, seconds = _published(options, log)
    except AllwaysError as error:
        log.stopped(error)  # and for people on standard error, as always
        raise
    log.tell(report, seconds)
    keep_faults(report.errors)
    return 0 if report.clean else 1


def _published(
    options: argparse.Namespace, teller: "Progress"
) -> tuple[Report, Mapping[str, float]]:
    """Publish, and keep the times of a run that had work to do."""
    from pipeline.publish import progress, up_to_date  # noqa: PLC0415 (as above)

    times = progress.StepTimes(teller)
    request = replace(_request(options), timings=times.seconds if options.timings else None)
    report = up_to_date.publish(request, times)
    seconds = times.seconds()
    if report.episodes:  # else nothing had changed
        timings.save(request.cache, request.output, seconds)
    return report, seconds


def _is_british_by_default(options: argparse.Namespace) -> bool:
    """Whether a blog is in British English, and nobody has chosen who reads it."""
    chosen = settings.load(options.source)
    named = options.engine or options.voice or chosen.voice.engine or chosen.voice.name
    return chosen.language.lower() == "en-gb" and not named


def _request(options: argparse.Namespace) -> Request:
    return Request(
        source=options.source,
        output=options.output,
        cache=cache_folder(),
        only=options.only,
        formats=tuple(name for name in options.formats.split(",") if name),
        engine=options.engine,
        voice=options.voice,
        jobs=options.jobs,
        cache_limit=cache_limit(),
        cluster=options.cluster,
    )


def import_from(options: argparse.Namespace) -> int:
    """Turn the posts of a file, a folder or an address into Markdown posts."""
    from pipeline import importing  # noqa: PLC0415 (readers and a network: only for this)
    from pipeline.importing import fetch  # noqa: PLC0415 (as above)

    accepts = fetch.anywhere if options.allow_private else fetch.is_public
    rules = fetch.FetchRules(accepts=accepts)
    request = importing.ImportRequest(options.origin, options.source, rules)
    found = importing.import_posts(request)
    tell_import(found, request)
    return 1 if found.errors else 0


def check(options: argparse.Namespace) -> int:
    """Judge what was made with every validator that is here."""
    from pipeline.judges import check as judging  # noqa: PLC0415 (a Java machine and a browser: only for this)
    from pipeline.judges import keeping, pronunciation  # noqa: PLC0415 (as above)

    require = os.environ.get("ALLWAYS_REQUIRE_JUDGES") == "1"
    findings, verdicts = judging.check_output(options.output, require=require)
    for verdict in verdicts:
        show(str(verdict))
    print_findings(findings, len(findings))
    print_undescribed(told(options.output, "picture-without-alt"))
    print_suspects(pronunciation.likely_wrong(options.output))
    if keeping.keep(options.output, verdicts, now().astimezone(UTC).date()):
        show("What was found is kept; the next make publish puts it into accessibility.html.")
    return 1 if any(finding.level is Level.ERROR for finding in findings) else 0


def requests(options: argparse.Namespace) -> int:
    """List what readers asked for, and draft the replies that can be given."""
    from pipeline import requests as asked  # noqa: PLC0415 (the registry of formats: as above)
    from pipeline.judges import check as judging  # noqa: PLC0415 (a Java machine and a browser: only for this)

    # Those that judge by the report hear every post; publishing has had that proved already.
    each = [j for j in judging.JUDGES.values() if not j.wants(options.output / FILE)]
    run = asked.Answering(
        source=options.source,
        output=options.output,
        cache=cache_folder(),
        to=options.to,
        today=now().date(),
        judge=lambda files: judging.check_files(files, each)[0],
    )
    answers = asked.answer(run)
    tell_requests(answers, run)
    return 1 if answers.errors else 0


def usb(options: argparse.Namespace) -> int:
    """Write the published narrations for players of talking newspapers."""
    from pipeline import usb as stick  # noqa: PLC0415 (a voice: only for this)

    written = stick.write(options.source, options.output, cache_folder(), options.to)
    tracks = counted(written.tracks, "track")
    show(f"{tracks} and the contents, {written.size / 1e6:.1f} MB, in {options.to}/.")
    return 0


def magazine(options: argparse.Namespace) -> int:
    """Write chosen posts as one PDF in large print, to be printed and posted."""
    from pipeline import magazine as issue  # noqa: PLC0415 (readers and Typst: only for this)

    written = issue.write(options.source, cache_folder(), options.slugs, options.to, options.title)
    posts = counted(written.posts, "post")
    show(f"{posts} in {options.to}, {written.size / 1e6:.1f} MB. Look at it before you print it.")
    return 0


def serve(options: argparse.Namespace) -> int:
    """Show the output and the drafts in a browser, and make posts again when they are saved."""
    from pipeline import serve as preview  # noqa: PLC0415 (a web server: only for this)
    from pipeline.easy_read.editor import page as editors  # noqa: PLC0415 (as above)
    from pipeline.easy_read.editor.requests import Editor  # noqa: PLC0415 (as above)
    from pipeline.publish import progress, up_to_date  # noqa: PLC0415 (as above)

    def build() -> None:
        tell(up_to_date.publish(_request(options), progress.Quiet()), options.output)

    public = settings.load(options.source).base_url
    folders = preview.Folders(options.output, drafts_folder(cache_folder(), options.output))
    watch = preview.Watch(options.source, build, tell_error)
    try:  # before the posts are made: that may take minutes
        server = preview.server(folders, options.port, public, Editor(options.source))
    except OSError as error:
        raise SettingsError(
            f"port {options.port} can't be used ({error.strerror}).",
            remedy="Another preview may be running. Stop it, or choose: make serve PORT=8001",
        ) from error
    watch.build()
    here = f"http://localhost:{options.port}"
    show(f"See it at {here}/ and stop with Ctrl-C.")
    if folders.drafts.is_dir():
        show(f"Drafts that only you see: {here}{preview.DRAFTS}")
    show(f"Write easy-read texts: {here}{editors.ROOT}")
    terminal.finish()  # so that it is seen now
    preview.serve(server, watch)
    return 0


def why(options: argparse.Namespace) -> int:
    """Say why a post was made last."""
    known = ledger.load(cache_folder(), options.output)
    answer = ledger.why(known, options.slug)
    if answer is None:
        names = ", ".join(sorted(known.posts)) or "none yet; run publish first"
        raise SettingsError(f'no post "{options.slug}" was made.', remedy=f"Made were: {names}.")
    show(answer)
    return 0


def say(options: argparse.Namespace) -> int:
    """Speak some words, or print what would be said."""
    from pipeline.narrate import say as saying  # noqa: PLC0415 (only for this)

    if options.print:
        for line in saying.print_lines(_lines(options.print), options.source, options.language):
            show(line)
        return 0
    said, voice = saying.say(
        options.text, options.source, options.to, cache_folder(), options.language
    )
    show(f"Said: {said}\nVoice: {voice}\nHear it: {options.to}")
    return 0


def easy_read_draft(options: argparse.Namespace) -> int:
    """Write the first draft of an easy-read text, or put what changed in the post into it."""
    from pipeline.easy_read import standing, writing  # noqa: PLC0415 (readers: only for this)

    place = writing.place(options.source, options.slug)
    helper = _helper(options.source, place) if options.with_model else None
    written = writing.draft_or_update(place, helper)
    for line in (*writing.told(written, place), *standing.lines(place)):
        show(line)
    return 0


def _helper(posts: Path, place: "EasyPost") -> "Helper | None":
    """The language model of the settings; it is asked only for a draft that is not there yet."""
    from pipeline.easy_read import chat  # noqa: PLC0415 (requests: only for this)
    from pipeline.easy_read.helped import Helper  # noqa: PLC0415 (as above)

    model = chat.open_model(settings.load(posts).easy_read)
    if place.path.exists():
        show(f"{place.name} is there already, so no model is asked: your words stay.")
        return None
    show(f"{chat.SAID}\nThe post's long sentences are sent to {model.address}.")
    return Helper(model, now().astimezone(UTC).date())


def easy_read_diff(options: argparse.Namespace) -> int:
    """Print each sentence that says something in other words than the post."""
    from pipeline.easy_read import writing  # noqa: PLC0415 (as above)

    for line in writing.diff(writing.place(options.source, options.slug)):
        show(line)
    return 0


def easy_read_check(options: argparse.Namespace) -> int:
    """Hold the easy-read text of a post to the rules, and list what only people can decide."""
    from pipeline.publish.easy_check import check_post  # noqa: PLC0415 (as above)

    report = check_post(options.source, options.slug, Store(cache_folder()))
    for line in report.lines:
        show(line)
    return 1 if report.has_errors else 0


def easy_read_pack(options: argparse.Namespace) -> int:
    """Write the pack of a text for a group that checks it, and the table for its answers."""
    from pipeline.easy_read import packing, writing  # noqa: PLC0415 (as above)
    from pipeline.publish.typefaces import typeface  # noqa: PLC0415 (as above)

    place = writing.place(options.source, options.slug)
    made = packing.pack(place, typeface(cache_folder()), options.to)
    show(f"Round {made.round}. Print this: {made.pdf} (for Word: {made.word})")
    show(f"Write the answers into: {made.table}")
    show(f"Then: .venv/bin/allways easy-read marks {options.slug} {made.table}")
    return 0


def easy_read_marks(options: argparse.Namespace) -> int:
    """Keep what a group said of a text, as another round."""
    from pipeline.easy_read import packing, standing, writing  # noqa: PLC0415 (as above)

    place = writing.place(options.source, options.slug)
    taken = packing.take_back(place, options.table)
    for line in (*standing.taken(taken, place), *standing.lines(place)):
        show(line)
    return 0


def easy_read_sign(options: argparse.Namespace) -> int:
    """Sign a text that a group has checked."""
    from pipeline.easy_read import signing, standing, writing  # noqa: PLC0415 (as above)

    place = writing.place(options.source, options.slug)
    today = now().date()
    who = signing.Signing(options.by, options.named == "yes", options.paid == "yes", today)
    signing.sign(place, who)
    for line in standing.lines(place):
        show(line)
    return 0


def easy_read_state(options: argparse.Namespace) -> int:
    """Say how far a text has come, and what is next."""
    from pipeline.easy_read import standing, writing  # noqa: PLC0415 (as above)

    for line in standing.lines(writing.place(options.source, options.slug)):
        show(line)
    return 0


def easy_read_rewrite(options: argparse.Namespace) -> int:
    """Print each line of a file, rewritten where that is certain to keep its meaning."""
    from pipeline.easy_read.rewrite import rewrite  # noqa: PLC0415 (its tables: only for this)

    for line in _lines(options.file):
        show(rewrite(line.rstrip("\r\n")))
    return 0


def _lines(name: str) -> Iterator[str]:
    """The lines of a file, or of standard input for "-"."""
    if name == "-":
        yield from TextIOWrapper(
            sys.stdin.buffer, encoding="utf-8-sig", errors="replace", newline="\n"
        )
        return
    try:
        with Path(name).open(encoding="utf-8-sig", errors="replace", newline="\n") as file:
            yield from file
    except OSError as error:
        raise SettingsError(f"this can't be read ({error.strerror}).", where=name) from error


def voices(options: argparse.Namespace) -> int:
    """List the voices, or fetch one."""
    from pipeline.voices import catalogue  # noqa: PLC0415 (only for this)

    if not options.get:
        for line in catalogue.listing(options.source, cache_folder()):
            show(line)
        return 0
    path = catalogue.get(options.name, options.source, cache_folder())
    show(f"Got it: {path}\n{catalogue.setting(options.name)}")
    return 0
