"""Whether a natural English voice says each sentence where its caption is, and all of it.

A second opinion on the sound alone: the words that the page shows are put into spoken words again
and laid on the decoded MP3, two neighbouring sentences at a time. That finds no place for words
that are not there, and says where the second sentence begins. Robotic voices can't be judged so:
the model of speech refuses all that espeak-ng says.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from lxml import html

from formats.languages import primary
from pipeline.findings import Finding, Level
from pipeline.judges.aligner import RATE, Aligner, words
from pipeline.judges.judge import BROKEN, Judge
from pipeline.judges.proof import hearing
from pipeline.judges.proof.completeness import PAGE, TRANSCRIPT, reported, wants
from pipeline.judges.proof.cues import Caption, captions
from pipeline.script.normalise import spoken
from pipeline.sound.pcm import Samples
from pipeline.store.proof import Proof, letters

APART = 250
"""Milliseconds that a sentence may begin before or after its caption's time.

Of 307 pairs of an archive in the voice of hibari, half were within 7 ms, all within 132.
"""

_AROUND = (60, 100, 0)
"""Milliseconds of the pauses around two sentences, tried in turn: with one of them alone, 1 to 4 of
320 pairs of prose were refused; with all, none."""

NATURAL = ("hibari", "kokoro", "piper")
"""How the names of the voices begin that it can judge."""

_LISTEN = (
    "Listen to it there. If words are missing, empty the cache folder and publish again, or try"
    " another voice; if it is right, nothing needs to be done."
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence that can be judged: its caption, and its words as they are said."""

    caption: Caption
    words: tuple[str, ...]


def _missing() -> str:
    absent = "" if find_spec("pocketsphinx") else "no pocketsphinx in this Python"
    return f"{absent}: pip install 'allways[judges]'" if absent else hearing.HEARING.missing()


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    try:
        spoken_posts = [(folder, proof) for folder, proof in reported(paths) if proof]
    except BROKEN:
        return ()  # the judge of completeness reports it
    posts = [(folder, proof) for folder, proof in spoken_posts if _natural(proof)]
    if not posts:
        return tuple(_deaf(folder) for folder, _ in spoken_posts[:1])
    aligner = Aligner()
    found: list[Finding] = []
    left = 0
    for folder, proof in posts:
        try:
            told, unheard = _judged(folder, proof, aligner)
        except BROKEN:
            continue  # the judge of completeness reports it
        found += told
        left += unheard
    return (*found, *_unheard(posts[0][0], left))


def _judged(folder: Path, proof: Proof, aligner: Aligner) -> tuple[list[Finding], int]:
    """The findings about a post in English, and how many of its sentences are in no pair."""
    page = html.fromstring((folder / PAGE).read_bytes())
    if primary(page.get("lang", "")) != "en":
        return [], 0
    cues = captions((folder / TRANSCRIPT).read_text("utf-8"))
    said = [_said(cue, page, dict(proof.letters)) for cue in cues]
    pairs = [(one, other) for one, other in pairwise(said) if one and other]
    heard = {one.caption.id for pair in pairs for one in pair}
    return list(_findings(folder, pairs, aligner)), len(said) - len(heard)


def _natural(proof: Proof) -> bool:
    return proof.voices[0].lower().startswith(NATURAL) if proof.voices else False


def _said(cue: Caption, page: html.HtmlElement, counted: Mapping[str, int]) -> Heard | None:
    """A sentence with its words; None where they are not known from the page.

    They are not where something was said around them or in place of them, as before a quotation
    or for a word of the lexicon: the report then counts other letters. Neither are words in
    another language, or with letters that English does not have.
    """
    shown = page.xpath("//span[@id=$unit]", unit=cue.id)
    said = spoken(_shown(shown[0]), page.get("lang", "")) if shown else ""
    known = words(said) if letters(said) == counted.get(cue.id) else ()
    return Heard(cue, known) if known else None


def _shown(sentence: html.HtmlElement) -> str:
    """The words of a sentence on the page; none if a phrase of it is not English."""
    around = next((e.get("lang") for e in sentence.iterancestors() if e.get("lang")), "")
    inside = [e.get("lang") for e in sentence.iter("*") if e.get("lang")]
    if any(primary(language or "") != "en" for language in (around, *inside)):
        return ""
    return _text(sentence)


def _text(element: html.HtmlElement) -> str:
    """The text of an element without the marks of notes, which are silent."""
    if element.get("role") == "doc-noteref":
        return ""
    parts = [element.text or ""]
    for child in element.iterchildren("*"):
        parts += [" " if child.tag == "br" else _text(child), child.tail or ""]
    return "".join(parts)


def _findings(
    folder: Path, pairs: Sequence[tuple[Heard, Heard]], aligner: Aligner
) -> Iterator[Finding]:
    path = folder / f"{folder.name}.mp3"
    sound = hearing.decoded(path, RATE)
    for one, other in pairs:
        if problem := _problem(one, other, sound, aligner):
            yield Finding(Level.WARNING, problem[0], str(path), problem[1], _LISTEN)


def _problem(one: Heard, other: Heard, sound: Samples, aligner: Aligner) -> tuple[str, str] | None:
    """(code, message) where two sentences are not heard as they are written."""
    begin = _begin(one, other, sound, aligner)
    there, cue = other.caption.begin / 1000, other.caption.id
    if begin is None:
        times = f"from {one.caption.begin / 1000:.1f} to {other.caption.end / 1000:.1f} s"
        pair = f"{one.caption.id} and {cue}"
        return "align-missing", f"{times}, where {pair} should be heard, their words do not fit"
    if abs(begin - other.caption.begin) <= APART:
        return None
    return "align-apart", f"{cue} begins at {begin / 1000:.2f} s, its caption says {there:.2f}"


def _begin(one: Heard, other: Heard, sound: Samples, aligner: Aligner) -> int | None:
    """When the second sentence begins, in milliseconds; None where their words do not fit."""
    said = (*one.words, *other.words)
    for around in _AROUND:
        begin = max(0, one.caption.begin - around)
        end = other.caption.end + around
        begins = aligner.begins(said, sound[begin * RATE // 1000 : end * RATE // 1000])
        if begins is not None:
            return begin + begins[len(one.words)]
    return None


def _deaf(folder: Path) -> Finding:
    message = "no post here is read by a natural English voice: none was judged."
    return Finding(Level.NOTE, "align-unheard", str(folder.parent), message, "Listen to them.")


def _unheard(folder: Path, left: int) -> Iterator[Finding]:
    """How many sentences were not judged, so that nobody takes them for judged."""
    if left:
        message = (
            f"{left} sentences of all posts could not be compared with their words, since more is"
            " said than the page shows, or they are not plain English, or stand between such"
            " sentences."
        )
        yield Finding(Level.NOTE, "align-unheard", str(folder.parent), message, "Listen to them.")


ALIGNMENT = Judge("alignment", wants, _missing, _judge)
