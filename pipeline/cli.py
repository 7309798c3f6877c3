"""The command line: what there is to say, and the exit codes.

0 all well; 1 something could not be published or judged clean; 2 wrong use or settings.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import settings, terminal
from pipeline.errors import AllwaysError, FaultError, SettingsError, fault
from pipeline.findings import Finding, Level
from pipeline.publish import progress, up_to_date
from pipeline.publish.request import Request
from pipeline.store import fault_log, ledger
from pipeline.store.report import Report, counted
from pipeline.terminal import EnoughError, show, warn

if TYPE_CHECKING:
    from pipeline.publish.estimate import Estimate  # numpy would load with it
    from pipeline.script.suspects import Suspect  # word lists would load with it

SHOWN = 12
"""How many findings of one publish are printed; report.json has them all."""


SUSPECTS = 10
"""How many words that are likely said wrong are printed: as many as an editor mends in one go."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    terminal.prepare()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # each ends a run in order
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
    try:
        options = _parser().parse_args(arguments)
        code = exit_code(partial(options.run, options))
    finally:
        taken = terminal.finish()
    return code if taken else 1


def exit_code(command: Callable[[], int]) -> int:
    """Run a command; whatever goes wrong is told, and what nobody expected is written down."""
    try:
        return command()
    except AllwaysError as error:
        _tell_error(error)
        return 2 if isinstance(error, SettingsError) else 1
    except KeyboardInterrupt:
        warn("\nStopped. What was finished is kept; run again to go on.")
        return 1
    except EnoughError:
        return 1
    except Exception as error:  # noqa: BLE001 (the outermost line: nothing ends in a traceback)
        _tell_error(_own_fault(error))
        return 1


def _own_fault(error: Exception) -> FaultError:
    found = fault(error, str(getattr(error, "filename", None) or ""))
    found.remedy = "Nothing more was done. Please report it."
    return found


def cache_folder() -> Path:
    """Where clips and ledgers are kept: ALLWAYS_CACHE, else the user's cache folder.

    Raises `SettingsError` where neither is known.
    """
    own = os.environ.get("ALLWAYS_CACHE")
    shared = os.environ.get("XDG_CACHE_HOME", "")
    if not shared.startswith("/"):  # the XDG specification: a relative one counts for nothing
        shared = "~/.cache"
    try:
        return Path(own or f"{shared}/allways").expanduser().absolute()
    except (RuntimeError, OSError) as error:  # no home, no such user; a current folder that is gone
        raise SettingsError(
            "no home folder is known here, to keep the cache in.",
            remedy="Set ALLWAYS_CACHE to a folder where you may write.",
        ) from error


# --- the commands -----------------------------------------------------------------------


def _publish(options: argparse.Namespace) -> int:
    if options.dry_run:
        _tell_estimate(up_to_date.estimate(_request(options)))
        return 0
    with progress.shown(sys.stderr) as teller:
        report = up_to_date.publish(_request(options), teller)
    _tell(report, options.output)
    return 0 if report.clean else 1


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
    )


def _check(options: argparse.Namespace) -> int:
    from pipeline import judges  # noqa: PLC0415 (a Java machine and a browser: only for this)
    from pipeline.judges import pronunciation  # noqa: PLC0415 (word lists: only for this)

    require = os.environ.get("ALLWAYS_REQUIRE_JUDGES") == "1"
    findings, verdicts = judges.check_output(options.output, require=require)
    for verdict in verdicts:
        show(str(verdict))
    _print_findings(findings, len(findings))
    _print_suspects(pronunciation.likely_wrong(options.output))
    return 1 if any(finding.level is Level.ERROR for finding in findings) else 0


def _serve(options: argparse.Namespace) -> int:
    from pipeline import serve  # noqa: PLC0415 (a web server: only for this)

    def publish() -> None:
        _tell(up_to_date.publish(_request(options), progress.Quiet()), options.output)

    public = settings.load(options.source).base_url
    watch = serve.Watch(options.source, publish, _tell_error)
    watch.build()
    try:
        preview = serve.server(options.output, options.port, public)
    except OSError as error:
        raise SettingsError(
            f"port {options.port} can't be used ({error.strerror}).",
            remedy="Another preview may be running. Stop it, or choose: make serve PORT=8001",
        ) from error
    show(f"See it at http://localhost:{options.port}/ and stop with Ctrl-C.")
    terminal.finish()  # so that it is seen now
    serve.serve(preview, watch)
    return 0


def _why(options: argparse.Namespace) -> int:
    known = ledger.load(cache_folder(), options.output)
    answer = ledger.why(known, options.slug)
    if answer is None:
        names = ", ".join(sorted(known.posts)) or "none yet; run publish first"
        raise SettingsError(f'no post "{options.slug}" was made.', remedy=f"Made were: {names}.")
    show(answer)
    return 0


def _say(options: argparse.Namespace) -> int:
    from pipeline.narrate import say  # noqa: PLC0415 (only for this)

    if options.print:
        for line in say.print_lines(_lines(options.print), options.source, options.language):
            show(line)
        return 0
    spoken = say.say(options.text, options.source, options.to, cache_folder(), options.language)
    show(f"Said: {spoken}\nHear it: {options.to}")
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


def _voices(options: argparse.Namespace) -> int:
    from pipeline.voices import catalogue  # noqa: PLC0415 (only for this)

    if not options.get:
        for line in catalogue.listing(options.source, cache_folder()):
            show(line)
        return 0
    path = catalogue.get(options.name, options.source, cache_folder())
    show(f"Got it: {path}")
    return 0


# --- what is printed --------------------------------------------------------------------


def _tell(report: Report, output: Path) -> None:
    _print_findings(report.findings)
    for error in _grouped(report.errors):
        warn(f"error: {error}")
    _log(report.errors)
    if not report.made and not report.errors:
        show(f"Nothing has changed: {counted(report.kept, 'post')} up to date in {output}/.")
        return
    files = sum(len(e.files) for e in report.episodes) + len(report.blog_files)
    made = f"{counted(len(report.made), 'post')} made, {report.kept} kept as they were"
    show(f"{made}; {counted(report.spoken, 'clip')} spoken; {files} files in {output}/.")
    if report.errors:
        show(f"{len(report.errors)} could not be published: see above, and report.json.")
    else:
        show(f"Open {output / 'index.html'} in a browser.")


def _tell_estimate(found: "Estimate") -> None:
    minutes = round(found.duration / 60_000)
    show(
        f"To speak: {counted(found.posts, 'post')}, {counted(found.clips, 'clip')}, "
        f"{found.characters:,} characters, about {counted(minutes, 'minute')} of sound."
    )
    if found.requests:
        price = f", about {found.cost:.2f} at your price" if found.cost else ""
        show(f"That takes up to {counted(found.requests, 'request')} to the server{price}.")
    show("Nothing was made.")


def _print_findings(findings: Sequence[Finding], shown: int = SHOWN) -> None:
    order = list(Level)
    for finding in sorted(findings, key=lambda f: order.index(f.level))[:shown]:
        place = f"{finding.where}: " if finding.where else ""
        show(f"{finding.level}: {place}{finding.message} {finding.remedy} [{finding.code}]")
    if len(findings) > shown:
        show(f"… and {len(findings) - shown} more: report.json has them all.")


def _print_suspects(found: Sequence["Suspect"]) -> None:
    if not found:
        return
    show(f"\nMost likely said wrong, of {counted(len(found), 'unusual word')}:")
    for suspect in found[:SUSPECTS]:
        show(f"  {suspect.word} ({counted(suspect.count, 'time')}): {suspect.why}")
    show(f'Hear one: make say TEXT="{found[0].word}" SOURCE=the-folder-of-your-posts')
    show("Mend it in lexicon.csv, in that folder.")


def _grouped(errors: Sequence[AllwaysError]) -> list[AllwaysError]:
    """The errors, but one that many posts have only once, with all its places."""
    places: dict[tuple[type[AllwaysError], str, str], list[str]] = {}
    for error in errors:
        places.setdefault((type(error), error.message, error.remedy), []).append(error.where)
    return [
        kind(message, where=", ".join(sorted(where, key=_by_number)), remedy=remedy)
        for (kind, message, remedy), where in places.items()
    ]


def _by_number(place: str) -> tuple[str, int]:
    """A file and its line, to sort by."""
    file, _, line = place.rpartition(":")
    return (file, int(line)) if line.isdecimal() else (place, 0)


def _tell_error(error: AllwaysError) -> None:
    warn(f"error: {error}")
    _log([error])


def _log(errors: Sequence[AllwaysError]) -> None:
    """Write down the faults among some errors, and say where, once."""
    try:
        path = fault_log.keep(cache_folder(), errors)
    except AllwaysError as error:
        warn(f"error: {error}")
        return
    if path:
        warn(f"For whoever mends it, what went wrong is written down in {path}.")


# --- the words of the command line ------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="allways", description="Publish a blog in every way people read."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_publish(commands.add_parser("publish", help="make every edition of every post"))
    _add_serve(commands.add_parser("serve", help="preview in a browser; rebuilds on save"))
    check = commands.add_parser("check", help="judge what was made with outside validators")
    check.add_argument("output", nargs="?", type=Path, default=Path("output"))
    check.set_defaults(run=_check)
    why = commands.add_parser("why", help="say why a post was last built")
    why.add_argument("slug")
    why.add_argument("--output", type=Path, default=Path("output"))
    why.set_defaults(run=_why)
    _add_voices(commands.add_parser("voices", help="who can speak here, and how to get others"))
    say = commands.add_parser("say", help="hear some words, with your lexicon")
    say.add_argument("text", nargs="?", default="")
    say.add_argument("--source", type=_posts, default=Path("source_posts"))
    say.add_argument("--to", type=Path, default=Path("say.mp3"), help="the sound file")
    say.add_argument("--print", default="", metavar="FILE", help="print lines as they are said")
    say.add_argument("--language", default="", metavar="TAG", help="of these words, as in en-US")
    say.set_defaults(run=_say)
    return parser


def _add_voices(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("get", nargs="?", choices=["get"], help="fetch a natural voice")
    parser.add_argument("name", nargs="?", default="", help="its name; without one, see them")
    parser.add_argument("--source", type=_posts, default=Path("source_posts"))
    parser.set_defaults(run=_voices)


def _add_publish(parser: argparse.ArgumentParser) -> None:
    _add_build(parser)
    parser.add_argument("--dry-run", action="store_true", help="say what it would take")
    parser.set_defaults(run=_publish)


def _add_serve(parser: argparse.ArgumentParser) -> None:
    _add_build(parser)
    parser.add_argument("--port", type=int, default=8000)
    parser.set_defaults(run=_serve)


def _add_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", nargs="?", type=Path, default=Path("source_posts"))
    parser.add_argument("--output", type=Path, default=Path("output"))
    parser.add_argument("--only", default="", metavar="SLUG", help="this post alone")
    parser.add_argument("--formats", default="", metavar="NAMES", help="as in mp3,epub")
    parser.add_argument("--jobs", type=_jobs, default=os.cpu_count() or 1)
    parser.add_argument("--engine", default="", metavar="ENGINE", help="who speaks, as in espeak")
    parser.add_argument("--voice", default="", metavar="NAME", help="a voice of that engine")


def _posts(text: str) -> Path:
    """A folder that is named must be there; without any, the defaults serve."""
    path = Path(text)
    if not path.exists():
        raise argparse.ArgumentTypeError(f"{text}: there is no such folder or file")
    return path


def _jobs(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return count
