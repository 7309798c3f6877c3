"""Written text → spoken runs: the editor's lexicon first, then the rules."""

from collections.abc import Iterable

from pipeline.lexicon import Entry, Lexicon, Match
from pipeline.script.lines import Run
from pipeline.script.normalise import Change, Normalised, cleaned, normalised


def runs(text: str, language: str, lexicon: Lexicon) -> tuple[Run, ...]:
    """What is said for a text in one language.

    A word in the lexicon is said as the lexicon has it, and no rule changes it.
    """
    text = cleaned(text)
    found = lexicon.find(text, language)
    said = normalised(text, language, tuple((f.begin, f.end) for f in found))
    return tuple(run for run in _runs(said, language, found) if run.text)


def _runs(said: Normalised, language: str, kept: Iterable[Match]) -> Iterable[Run]:
    whole = Run(said.text, language, changes=said.changes)
    at = 0
    for (begin, end), found in zip(said.kept, kept, strict=True):
        entry, written = found.entry, said.text[begin:end]
        yield whole.cut(at, begin)
        spoken = _apart(entry, said.text[begin - 1 : begin], said.text[end : end + 1])
        changes = (Change(0, len(spoken), written),) if spoken != written else ()
        yield Run(spoken, language, entry.ipa, changes)
        at = end
    yield whole.cut(at, len(said.text))


def _apart(entry: Entry, before: str, after: str) -> str:
    """What is said; for a sign, with spaces between it and the letters beside it: "R and D"."""
    begins = "" if entry.written[0].isalnum() or not before.isalnum() else " "
    ends = "" if entry.written[-1].isalnum() or not after.isalnum() else " "
    return f"{begins}{entry.spoken}{ends}"
