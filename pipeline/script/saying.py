"""Written text → the runs that are said: the editor's lexicon first, then the rules."""

from collections.abc import Iterable

from pipeline.lexicon import Found, Lexicon
from pipeline.script.lines import Run
from pipeline.script.normalise import Span, cleaned, normalised


def runs(text: str, language: str, lexicon: Lexicon) -> tuple[Run, ...]:
    """What is said for a text of one language.

    A word that the lexicon has is said as it tells, and no rule reads it anew.
    """
    text = cleaned(text)
    found = lexicon.find(text, language)
    said, places = normalised(text, language, tuple((f.begin, f.end) for f in found))
    return tuple(run for run in _runs(said, language, zip(places, found, strict=True)) if run.text)


def _runs(said: str, language: str, kept: Iterable[tuple[Span, Found]]) -> Iterable[Run]:
    at = 0
    for (begin, end), found in kept:
        yield Run(said[at:begin], language)
        yield Run(found.entry.spoken, language, found.entry.ipa)
        at = end
    yield Run(said[at:], language)
