"""Proof of completeness: every unit is heard once, in order, in every format of a post.

It reads only files. The page says which units a post has; the player, the transcript and the
book must have each of them once, in that order and at the same time; and each must lie inside
one of the clips whose lengths add up to the narration.
"""

import hashlib
import re
import zipfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeAlias

from lxml import html

from pipeline.findings import Finding
from pipeline.judges import mpeg
from pipeline.judges.judge import BROKEN, Judge, always, fault
from pipeline.judges.overlays import Par, is_heard, pars
from pipeline.judges.proof.cues import Caption, captions
from pipeline.store.proof import Proof, of_value
from pipeline.store.report import parsed

OUTDATED = "outdated"
"""The code for a file from an earlier run, which could not be made again."""

PAGE, TRANSCRIPT, REPORT = "index.html", "transcript.vtt", "report.json"

_UNIT = re.compile(r"s[1-9]\d*|title|from|byline|date|synthetic|reminder|voice|end")
_LONGEST_PAUSE = 3000  # ms: more than any pause of ours
_LONGEST_JINGLE = 10_000  # ms that a jingle is heard before the first words, and after the last
_ROUNDED = 1  # ms: rounding in two ways of writing the same time

_AGAIN = "If nobody was meant to change it, delete it and publish again."

Fault: TypeAlias = tuple[str, str, str]
"""(code, file, message)."""

Heard: TypeAlias = Mapping[str, tuple[Par, ...]]
"""The `par`s of each document of a book, by its path in the book."""


@dataclass(frozen=True, slots=True)
class Made:
    """The contents of a post's files.

    `units` are the ids in its page, in order; `times` when each is heard in the page's player,
    and `captions` those of the transcript, if there is one; `books` is what each book plays of
    the post, by the book's name; `sound` is the length of its MP3.
    """

    slug: str
    units: tuple[str, ...]
    times: tuple[Caption, ...]
    captions: tuple[Caption, ...] | None
    books: Mapping[str, tuple[Par, ...]]
    sound: mpeg.Sound


def made(slug: str, files: Mapping[str, Path]) -> Made:
    """The contents of a post's files, given by their names. Raises one of `BROKEN`."""
    page = html.fromstring(files[PAGE].read_bytes())
    ids = (element.get("id", "") for element in page.iter("*"))
    (script,) = (e.text or "" for e in page.iter("script") if e.get("id") == "page-cues")
    book, vtt = files.get(f"{slug}.epub"), files.get(TRANSCRIPT)
    return Made(
        slug=slug,
        units=tuple(unit for unit in ids if _UNIT.fullmatch(unit)),
        times=tuple(Caption(unit, at, at) for unit, at in parsed(script.encode())),
        captions=None if vtt is None else tuple(captions(vtt.read_bytes().decode())),
        books={} if book is None else {f"{slug}.epub": _of(slug, heard(book))},
        sound=_sound(files[f"{slug}.mp3"]),
    )


def _sound(path: Path) -> mpeg.Sound:
    with path.open("rb") as file:
        return mpeg.measure_file(file)


def heard(book: Path) -> Heard:
    """What each document of a book plays, by its path in the book. Raises one of `BROKEN`."""
    with zipfile.ZipFile(book) as archive:
        return pars(archive)


def _of(slug: str, book: Heard) -> tuple[Par, ...]:
    """What a book plays of a post."""
    return tuple(par for path, played in book.items() if f"posts/{slug}/" in path for par in played)


# --- the rules --------------------------------------------------------------------------


def faults(made: Made, proof: Proof) -> Iterator[Fault]:
    """Everything that is incomplete in a post, by its files and its recorded proof."""
    if not made.units:
        yield "proof-missing", PAGE, "there is no sentence in the page"
    yield from _once(made.units, [cue.id for cue in made.times], PAGE, "the player's times")
    listed = [unit for unit, _ in proof.letters]
    yield from _once(made.units, listed, REPORT, "the report")
    if made.captions is not None:
        heard = [caption.id for caption in made.captions]
        yield from _once(made.units, heard, TRANSCRIPT, "the transcript")
        yield from _agree(made.captions, {cue.id: cue.begin for cue in made.times}, PAGE)
        yield from _gaps(made.captions, made.sound.milliseconds)
    elif proof.captions is not None:
        yield "proof-absent", TRANSCRIPT, "it was made, and is not there"
    own = f"{made.slug}.epub"
    if proof.pars is not None and own not in made.books:
        yield "proof-absent", own, "it was made, and is not there"
    for book, heard_in_book in made.books.items():
        yield from _in_book(made, heard_in_book, book)
    yield from _clips(made.captions or made.times, proof)
    yield from _length(made.sound, proof)
    yield from _counts(made, proof)


def _once(units: Sequence[str], heard: Sequence[str], file: str, place: str) -> Iterator[Fault]:
    """Each unit of the page is there once, in the page's order, and nothing else."""
    if list(units) == list(heard):
        return
    counted, known = Counter(heard), set(units)
    for unit in units:
        if unit not in counted:
            yield "proof-missing", file, f"{unit} stands in the page, and {place} has it nowhere"
    for unit, count in counted.items():
        if unit not in known:
            yield "proof-strange", file, f"{place} has “{unit}”, which is nowhere in the page"
        elif count > 1:
            yield "proof-double", file, f"{place} has {unit} {count} times"
    once = list(dict.fromkeys(unit for unit in heard if unit in known))
    moved = [unit for unit, other in zip((u for u in units if u in counted), once) if unit != other]  # noqa: B905 (a unit that the page has twice makes them differ in length)
    if moved:
        yield "proof-order", file, f"{place} is not in the page's order, from {moved[0]} on"


def _agree(heard: Sequence[Caption], at: Mapping[str, float], file: str) -> Iterator[Fault]:
    """A unit begins at the same time in all formats."""
    for caption in heard:
        there = at.get(caption.id, caption.begin)
        if abs(there - caption.begin) > _ROUNDED:
            here, written = there / 1000, caption.begin / 1000
            message = (
                f"{caption.id} begins at {here:.3f} s here, at {written:.3f} s in the captions"
            )
            yield "proof-apart", file, message


def _in_book(made: Made, heard: Sequence[Par], book: str) -> Iterator[Fault]:
    """A book plays each unit once, at its caption's time; the first includes the jingle."""
    yield from _once(made.units, [par.place for par in heard], book, "the book's overlay")
    later = {par.place: par.begin for par in heard[1:]}
    yield from _agree(made.captions or made.times, later, book)


def _clips(heard: Sequence[Caption], proof: Proof) -> Iterator[Fault]:
    """Each unit lies inside one clip, and each clip has a unit."""
    edges = [edge * 1000 / proof.rate for edge in accumulate(proof.clips, initial=0)]
    filled = set()
    for caption in heard:
        clip = bisect_right(edges, caption.begin + _ROUNDED) - 1
        filled.add(clip)
        if clip >= len(proof.clips) or caption.end > edges[clip + 1] + _ROUNDED:
            times = f"from {caption.begin / 1000:.3f} to {caption.end / 1000:.3f} s"
            message = f"{caption.id} is heard {times}, past the end of its clip ({clip + 1})"
            yield "proof-clip", TRANSCRIPT, message
    for clip in sorted(set(range(len(proof.clips))) - filled):
        begin = edges[clip] / 1000
        yield "proof-clip", TRANSCRIPT, f"no sentence is heard in clip {clip + 1}, at {begin:.3f} s"


def _gaps(heard: Sequence[Caption], end: float) -> Iterator[Fault]:
    """Between two units is only a pause, and around them only a jingle."""
    ends = [0, *(caption.end for caption in heard)]
    begins = [*(caption.begin for caption in heard), round(end)]
    for number, (before, after) in enumerate(zip(ends, begins, strict=True)):
        jingle = _LONGEST_JINGLE if number in {0, len(heard)} else 0
        if after - before > _LONGEST_PAUSE + jingle:
            times = f"from {before / 1000:.1f} to {after / 1000:.1f} s"
            yield "proof-gap", TRANSCRIPT, f"{times} there is sound, and no sentence to it"


def _length(sound: mpeg.Sound, proof: Proof) -> Iterator[Fault]:
    """The clips add up to the sound, to the sample."""
    if (sum(proof.clips), proof.rate) != (sound.samples, sound.rate):
        clips = f"its clips are {sum(proof.clips)} samples at {proof.rate} a second"
        yield "proof-length", REPORT, f"{clips}, the MP3 is {sound.samples} at {sound.rate}"


def _counts(made: Made, proof: Proof) -> Iterator[Fault]:
    """The report's counts are those of the files."""
    own = made.books.get(f"{made.slug}.epub")
    counted = (
        ("cues", proof.cues, len(made.times)),
        (
            "captions",
            proof.captions,
            proof.captions if made.captions is None else len(made.captions),
        ),
        ("pars", proof.pars, proof.pars if own is None else len(own)),
        ("samples", proof.samples, made.sound.samples),
    )
    for what, told, there in counted:
        if told != there:
            yield "proof-count", REPORT, f"it tells of {told} {what}, and there are {there}"


# --- the judge --------------------------------------------------------------------------


def wants(path: Path) -> bool:
    """The report, and the sound of each post, so that one missing from the report is seen."""
    return path.name == REPORT or (path.suffix == ".mp3" and path.parent.parent.name == "posts")


def reported(paths: Sequence[Path]) -> Iterator[tuple[Path, Proof | None]]:
    """The folder of each post that has a sound or is in a report, with its proof if it has one.

    Raises one of `BROKEN` for a report that can't be read.
    """
    proofs = {
        path.parent / "posts" / post["slug"]: of_value(post["proof"])
        for path, report in _reports(paths)
        for post in report["posts"]
    }
    sounds = {path.parent: None for path in paths if path.suffix == ".mp3"}
    for folder in sorted(proofs.keys() | sounds.keys()):
        yield folder, proofs.get(folder)


def _reports(paths: Sequence[Path]) -> Iterator[tuple[Path, Any]]:
    return ((path, parsed(path.read_bytes())) for path in paths if path.name == REPORT)


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    try:
        posts = list(reported(paths))
        told = [found for path, report in _reports(paths) for found in _told(path, report)]
    except BROKEN as error:
        return (fault("proof-unreadable", REPORT, f"the report can't be read: {error}"),)
    outdated = frozenset(found.where for found in told if found.code == OUTDATED)
    blog = cache(partial(_books, outdated))  # read once, not once for each post
    found = (f for folder, proof in posts for f in _findings(folder, proof, blog, outdated))
    return (*told, *found)


def _books(outdated: frozenset[str], root: Path) -> Mapping[str, Heard]:
    """The books of the whole blog, by name. Raises one of `BROKEN`."""
    paths = (path for path in root.glob("*.epub") if str(path) not in outdated)
    return {path.name: heard(path) for path in paths if _has_sound(path)}


def _has_sound(book: Path) -> bool:
    with zipfile.ZipFile(book) as archive:
        return is_heard(archive)


def _told(path: Path, report: Any) -> Iterator[Finding]:
    """Each file in the report exists and is unchanged; its counts are those of its proofs."""
    for card in (*report["files"], *(file for post in report["posts"] for file in post["files"])):
        file = path.parent / card["path"]
        if not file.is_file():
            yield fault("proof-absent", file, "it was made, and is not there.", _AGAIN)
        elif hashlib.sha256(file.read_bytes()).hexdigest() != card["sha256"]:
            yield fault("proof-changed", file, "it is not as it was made.", _AGAIN)
        elif card["outdated"]:
            message = "it is of an earlier run, since it could not be made anew."
            yield fault(OUTDATED, file, message, "Publish again, and do as the errors say.")
    for post in report["posts"]:
        proof = of_value(post["proof"])
        seconds = round(proof.samples / proof.rate, 3)
        voices = list(proof.voices)
        same = {"cues": proof.cues, "units": len(proof.letters), "voices": voices}
        wrong = [name for name, value in same.items() if post[name] != value]
        if abs(post["seconds"] - seconds) * 1000 > _ROUNDED:
            wrong.append("seconds")
        for name in wrong:
            message = f"“{name}” of {post['slug']} is not what its proof says: {post[name]}"
            yield fault("proof-count", path, message)


def _findings(
    folder: Path,
    proof: Proof | None,
    blog: Callable[[Path], Mapping[str, Heard]],
    outdated: frozenset[str],
) -> Iterator[Finding]:
    """Everything that is incomplete in a post, without outdated files, which had other words."""
    if proof is None:
        yield fault("proof-unreported", folder, "no report records how its sound was made")
        return
    try:
        found = list(faults(_on_disk(folder, blog(folder.parents[1]), outdated), proof))
    except BROKEN as error:
        yield fault("proof-unreadable", folder, f"a file of it is not there or is broken: {error}")
        return
    for code, file, message in found:
        yield fault(code, folder / file, message)


def _on_disk(folder: Path, blog: Mapping[str, Heard], outdated: frozenset[str]) -> Made:
    slug = folder.name
    paths = (folder / name for name in (PAGE, TRANSCRIPT, f"{slug}.epub", f"{slug}.mp3"))
    there = [path for path in paths if path.is_file() and str(path) not in outdated]
    here = made(slug, {path.name: path for path in there})
    whole = {name: _of(slug, book) for name, book in blog.items()}
    return replace(here, books={**here.books, **whole})


COMPLETENESS = Judge("completeness", wants, always, _judge)
