"""Written text → spoken runs: the editor's lexicon first, then the rules."""

from collections.abc import Iterable

from pipeline.lexicon import Entry, Lexicon, Match
from pipeline.script.lines import Run
from pipeline.script.normalise import Span, cleaned, normalised


def runs(text: str, language: str, lexicon: Lexicon) -> tuple[Run, ...]:
    """What is said for a text in one language.

    A word in the lexicon is said as the lexicon has it, and no rule changes it.
    """
    text = cleaned(text)
    found = lexicon.find(text, language)
    said, places = normalised(text, language, tuple((f.begin, f.end) for f in found))
    return tuple(run for run in _runs(said, language, zip(places, found, strict=True)) if run.text)


def _runs(said: str, language: str, kept: Iterable[tuple[Span, Match]]) -> Iterable[Run]:
    at = 0
    for (begin, end), found in kept:
        entry = found.entry
        yield Run(said[at:begin], language)
        yield Run(_apart(entry, said[begin - 1 : begin], said[end : end + 1]), language, entry.ipa)
        at = end
    yield Run(said[at:], language)


def _apart(entry: Entry, before: str, after: str) -> str:
    """What is said; for a sign, with spaces between it and the letters beside it: "R and D"."""
    begins = "" if entry.written[0].isalnum() or not before.isalnum() else " "
    ends = "" if entry.written[-1].isalnum() or not after.isalnum() else " "
    return f"{begins}{entry.spoken}{ends}"
