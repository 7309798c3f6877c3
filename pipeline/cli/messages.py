"""What is printed of a run: findings, errors, and what came of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.terminal import show, warn
from pipeline.errors import AllwaysError
from pipeline.findings import Finding, Level
from pipeline.source import printable
from pipeline.store import fault_log
from pipeline.store.cache import cache_folder
from pipeline.store.report import Report, counted

if TYPE_CHECKING:
    from pipeline.importing import Imported, ImportRequest  # readers would load with it
    from pipeline.publish.estimate import Estimate  # numpy would load with it
    from pipeline.requests import Answering, Answers  # the registry of formats would load with it
    from pipeline.script.suspects import Suspect  # word lists would load with it

PLACES = 3
"""How many further places of one kind of finding are printed; report.json has them all."""


NAMED = 10
"""How many posts of an import are named."""

BRITISH = "kokoro-emma"
"""The voice that a British blog is told of."""

SUSPECTS = 10
"""How many words that are likely said wrong are printed: as many as an editor mends in one go."""


def tell(report: Report, output: Path) -> None:
    """Print what a run came to: findings, errors, and how much was made."""
    print_findings(report.findings)
    for error in _grouped(report.errors):
        warn(f"error: {error}")
    keep_faults(report.errors)
    for what, posts in report.upgraded.items():
        again = f"its work was done again for {counted(posts, 'post')}"
        show(f"{what[0].upper()}{what[1:]} has changed: {again}.")
    if report.removed:
        show(_removed(report))
    elif not report.made and not report.errors:
        kept = f"{counted(report.kept, 'post')} up to date in {output}/"
        if report.blog_files:
            show(f"No post has changed: {kept}; what is made of all posts was made again.")
        else:
            show(f"Nothing has changed: {kept}.")
        return
    files = sum(len(e.files) for e in report.episodes) + len(report.blog_files)
    made = f"{counted(len(report.made), 'post')} made, {report.kept} kept as they were"
    show(f"{made}; {counted(report.spoken, 'clip')} spoken; {files} files in {output}/.")
    if report.errors:
        errors = counted(len(report.errors), "error")
        show(f"Not everything could be published: see the {errors} above, and report.json.")
    else:
        show(f"Open {output / 'index.html'} in a browser.")


def _removed(report: Report) -> str:
    """Which files are no longer there, by the posts that are gone: an editor must know them."""
    slugs = {path.split("/")[1] for path in report.removed if path.startswith("posts/")}
    gone = sorted(slugs - {episode.post.slug for episode in report.episodes})
    named = f": {', '.join(gone)}" if gone else ""
    posts = f", all of {counted(len(gone), 'post')}" if gone else ""
    files = counted(len(report.removed), "file")
    return f"Removed what is no longer made: {files}{posts}{named}."


def tell_estimate(found: "Estimate") -> None:
    """Print what a run would take."""
    minutes = round(found.duration / 60_000)
    show(
        f"To speak: {counted(found.posts, 'post')}, {counted(found.clips, 'clip')}, "
        f"{found.characters:,} characters, about {counted(minutes, 'minute')} of sound."
    )
    if found.seconds:
        wait = round(found.seconds / 60)
        took = f"about {counted(wait, 'minute')}" if wait else "less than a minute"
        show(f"On this computer, that takes {took} to speak, measured on one sentence just now.")
    if found.requests:
        price = f", about {found.cost:.2f} at your price" if found.cost else ""
        show(f"That takes up to {counted(found.requests, 'request')} to the server{price}.")
    show("Nothing was made.")


def tell_import(found: "Imported", request: "ImportRequest") -> None:
    """Print what was imported, what was left as it is, and what to do next."""
    print_findings(found.findings, rest="publishing tells them again")
    for error in _grouped(found.errors):
        warn(f"error: {error}")
    keep_faults(found.errors)
    folder = request.folder
    if not (found.new or found.updated or found.known or found.left or found.taken):
        show(f"No post was found in {request.origin}.{_from_browser(request.origin)}")
        return
    show(f"{counted(len(found.new), 'new post')} in {folder}/.")
    if found.updated:
        names = _some(found.updated)
        show(f"Written again, since they have changed in {request.origin}: {names}.")
    if found.known:
        show(f"{counted(len(found.known), 'post')} imported before.")
    if found.left:
        names = _some(found.left)
        show(f"Left as they are, because you have changed, renamed or deleted them: {names}.")
    if found.taken:
        names = _some(found.taken)
        show(f"Not imported, because there are other posts or files of these names: {names}.")
    _tell_next(found, request)


def _from_browser(origin: str) -> str:
    """What helps where a page is made by a program in the browser."""
    web = origin.lower().startswith(("http://", "https://"))
    return " If you see it in a browser, save it there, and import the file." if web else ""


def _tell_next(found: "Imported", request: "ImportRequest") -> None:
    """What an editor does with new posts."""
    if found.name:
        said = "; ".join(found.name.lines)
        show(
            f"The blog is called as it was there. {request.folder}/publication.toml says so now, "
            f"and you can change it: {said}"
            if found.name.written
            else f"To call the blog as it was there, write at the top of {request.folder}/"
            f"publication.toml: {said}"
        )
    if found.inside:
        show(
            f"Its posts are read from their new files from now on: you can take {request.origin} "
            f"out of {request.folder}/."
        )
    if found.new:
        usual = str(request.folder) == "source_posts"
        rest = "" if usual else f" SOURCE={request.folder}"
        show(f"They are yours now: change them as you like. Then: make publish{rest}")


def _some(names: Sequence[str]) -> str:
    """The first of some names, and how many more there are."""
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def tell_requests(found: "Answers", run: "Answering") -> None:
    """Print each request that waited, and where the draft of its reply is; no reader's name."""
    for error in found.errors:
        warn(f"error: {error}")
    for warning in found.warnings:
        warn(f"warning: {warning}")
    for reply in found.replies:
        wish = reply.wish
        state = f"draft in {run.to / reply.name}" if reply.letter else "still open"
        what = f"{wish.place}: {wish.format}, {wish.post}, asked {wish.asked.isoformat()}"
        show(printable(f"{what}: {state}: {reply.message} {reply.remedy}".rstrip()))
    drafted = sum(1 for reply in found.replies if reply.letter)
    still = len(found.replies) - drafted + len(found.errors)
    replies = "1 reply" if drafted == 1 else f"{drafted} replies"
    show(f"{replies} drafted; {counted(still, 'request')} still open.")
    if drafted:
        show(f"Open each draft in {run.to}/ with your e-mail program, read it, and send it.")


def tell_british_voice() -> None:
    """Print how a British blog gets a British voice."""
    show(
        f"A British voice is one command away: make voice NAME={BRITISH} "
        "(63 MB; speaking takes it about as long as listening takes you)."
    )


def print_findings(
    findings: Sequence[Finding], shown: int = 1, rest: str = "report.json has them all"
) -> None:
    """Print findings by kind, the most serious first: `shown` of each in full, then more places.

    `rest` says where to see the others.
    So one kind that a whole blog has never hides another.
    """
    order = list(Level)
    kinds: dict[tuple[Level, str], list[Finding]] = {}
    for finding in sorted(findings, key=lambda f: order.index(f.level)):
        kinds.setdefault((finding.level, finding.code), []).append(finding)
    for kind in kinds.values():
        for finding in kind[:shown]:
            place = f"{finding.where}: " if finding.where else ""
            show(f"{finding.level}: {place}{finding.message} {finding.remedy} [{finding.code}]")
        if kind[shown:]:
            show(f"{_others(kind[shown:])}: {rest}.")


def _others(others: Sequence[Finding]) -> str:
    """How many more findings of a kind there are, and the places of the first."""
    places = [place for place in dict.fromkeys(f.where for f in others) if place]
    named = f" ({', '.join(places[:PLACES])}{', …' if len(places) > PLACES else ''})"
    where = named if places else ""
    return f"  … and {len(others):,} more of this kind{where}"


def print_undescribed(found: Sequence[Finding]) -> None:
    """Print every picture that nobody has described, in the order of posts, and how to."""
    if not found:
        return
    show(f"\nWithout a description, {counted(len(found), 'picture')}:")
    for finding in found:
        show(f"  {finding.where}: {finding.message}")
    show("Say what each shows in the post, or in a line of pictures.csv: its name,what it shows")
    show("If a picture only decorates, write: its name,decorative")


def print_suspects(found: Sequence["Suspect"]) -> None:
    """Print the words that are most likely said wrong, and what to do about them."""
    if not found:
        return
    show(f"\nMost likely said wrong, of {counted(len(found), 'unusual word')}:")
    for suspect in found[:SUSPECTS]:
        show(f"  {suspect.word} ({counted(suspect.count, 'time')}): {suspect.why}")
    show(f'Hear one: make say TEXT="{found[0].word}"')
    show("Correct it in lexicon.csv, in that folder.")


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


def tell_error(error: AllwaysError) -> None:
    """Print an error, and keep the traceback of a fault."""
    warn(f"error: {error}")
    keep_faults([error])


def keep_faults(errors: Sequence[AllwaysError]) -> None:
    """Write down the faults among some errors, and say where, once."""
    try:
        path = fault_log.keep(cache_folder(), errors)
    except AllwaysError as error:
        warn(f"error: {error}")
        return
    if path:
        warn(f"The details are in {path}: please send that file with your report.")
