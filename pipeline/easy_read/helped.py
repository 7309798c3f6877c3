"""A draft for which a language model was asked: its sentences, where they say what the post says.

A model may write anything. So each answer is held against its sentence: numbers, dates, names,
addresses, denials and conditions must be the same, and no hard word may come new. What does not
pass is left out, and the row stays as the rules made it. What passes is still a draft: facts in
common words can be wrong all the same, and only people see that.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from formats import walk
from formats.easy_read.concepts import picture_of
from formats.easy_read.figures import DAYS, MONTHS
from formats.easy_read.negation import negations
from formats.easy_read.yardstick import hard
from formats.languages import primary
from formats.model import Text
from pipeline.easy_read import fidelity, words
from pipeline.easy_read.check.fidelity import names
from pipeline.easy_read.easy_file import EasyFile, FileRow, RowPicture, SourceGroup
from pipeline.easy_read.state import digest_of
from pipeline.errors import AllwaysError
from pipeline.store.report import counted

LONGEST = 15
"""Words: longer sentences are asked for, and none of an answer may be longer."""

MOST_LINES = 6
_TOLD = 10  # answers that were left out are told with their reasons up to here


class PlainModel(Protocol):
    """Whatever puts a sentence into plainer ones."""

    @property
    def name(self) -> str:
        """The model, for people."""

    @property
    def prompt(self) -> str:
        """A digest of what it is told to do."""

    def plain(self, sentence: str) -> str:
        """Plainer sentences, one a line. Raises `AllwaysError` where no answer comes."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that was left out: the sentence, and what was wrong."""

    sentence: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Helped:
    """The draft, with what came of asking; `trouble` is why asking ended early, or ""."""

    file: EasyFile
    asked: int
    used: int
    refused: tuple[Refused, ...] = ()
    trouble: str = ""

    def told(self) -> Iterator[str]:
        """The same for the editor."""
        asked = counted(self.asked, "sentence")
        used = f"{self.used} {'is' if self.used == 1 else 'are'} used"
        yield f"The model was asked for {asked}; of its answers, {used}."
        for one in self.refused[:_TOLD]:
            yield f"  left out: {'; '.join(one.reasons)}: {one.sentence[:80]}"
        if len(self.refused) > _TOLD:
            yield f"  and {len(self.refused) - _TOLD} more were left out."
        if self.trouble:
            yield self.trouble
        if self.used:
            yield "These rows are drafts like all others: compare each with the post."


@dataclass(frozen=True, slots=True)
class Helper:
    """A model, and the day on which it is asked."""

    model: PlainModel
    day: date

    def help(self, file: EasyFile, language: str) -> Helped:
        """A new draft with what the model can say plainer; English only."""
        whole = list(file.whole)
        asked, used, refused, trouble = 0, 0, [], ""
        for place, group in enumerate(whole):
            if primary(language) != "en" or not _is_long(group):
                continue
            sentence = group.sources[0].words
            asked += 1
            try:
                lines = _lines(self.model.plain(sentence))
            except AllwaysError as error:
                trouble = f"{error.message} {error.remedy}"
                break
            if reasons := wrong(sentence, lines):
                refused.append(Refused(sentence, reasons))
                continue
            used += 1
            whole[place] = replace(group, rows=tuple(map(_row, lines)))
        made = self._recorded(replace(file, whole=tuple(whole))) if used else file
        return Helped(made, asked, used, tuple(refused), trouble)

    def _recorded(self, file: EasyFile) -> EasyFile:
        """The file as a draft that says which model helped, with the hard words that are left."""
        said = " ".join(walk.plain(words.read(w)) for w in _written(file)).lower()
        left = (m for m in file.meanings if re.search(rf"\b{re.escape(m.word.lower())}\b", said))
        made = replace(file, meanings=tuple(left))
        facts = {
            "model": self.model.name,
            "model_prompt": self.model.prompt,
            "model_on": self.day.isoformat(),
        }
        return made.with_facts(**facts, drafted=digest_of(made))


def _written(file: EasyFile) -> Iterator[str]:
    yield from (group.heading for group in file.groups)
    yield from (words for row in file.rows for words in (row.words, *row.entries))


def _is_long(group: SourceGroup) -> bool:
    """Whether a group is one long sentence of plain words, without a quotation or a list."""
    if len(group.sources) != 1 or group.heading or not group.rows:
        return False
    source = group.sources[0].words
    simple = all(not row.entries and _is_plain(row.words) for row in group.rows)
    return simple and len(source.split()) > LONGEST and not re.search('[“”"«»„‘`<>]', source)


def _is_plain(written: str) -> bool:
    return all(isinstance(inline, Text) for inline in words.read(written))


def _row(line: str) -> FileRow:
    name = picture_of(line)
    return FileRow(words.write((Text(line),)), picture=RowPicture(name) if name else None)


def _lines(answer: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in answer.splitlines() if line.strip())


# --- the gate ---------------------------------------------------------------------------


def wrong(source: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    """What an answer says otherwise than its sentence, or why it is no plainer; () if nothing."""
    return tuple(told for check in _CHECKS for told in check(source, lines))


Check = Callable[[str, tuple[str, ...]], Iterator[str]]


def _form(source: str, lines: tuple[str, ...]) -> Iterator[str]:
    if not 1 <= len(lines) <= MOST_LINES:
        yield f"{len(lines)} lines"
    if sum(len(line.split()) for line in lines) > 2 * len(source.split()):
        yield "much longer than the post"
    for line in lines:
        if len(line.split()) > LONGEST:
            yield f"a sentence of {len(line.split())} words"
        if not re.fullmatch(r"[^\W_].*[^\s.!?][.!?]", line) or re.search(r"[.!?]\s", line):
            yield "a line that is not one sentence"
        if sign := re.search('[“”"«»„‘`<>\\[\\]{}|*_#\\\\;~^=\x00-\x1f\u200b-\u202e]', line):
            yield f"the sign {sign[0]!r}"


def _same(what: str, read: Callable[[str], Counter[str]]) -> Check:
    def check(source: str, lines: tuple[str, ...]) -> Iterator[str]:
        before, after = read(source), read(" ".join(lines))
        yield from (f"{what} left out ({fact})" for fact in sorted(before - after))
        yield from (f"{what} added ({fact})" for fact in sorted(after - before))

    return check


def _numbers(text: str) -> Counter[str]:
    """The numbers; "one" is mostly none."""
    return fidelity.numbers(re.sub(r"\bone\b", " ", text, flags=re.IGNORECASE))


_AMOUNTS = re.compile(
    r"\b(?:thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?"
    r"|dozens?|half|halves|thirds?|quarters?|double|twice|first|second|once|all|every|most|none"
    r"|may|might|must|should)\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(rf"\b(?:{'|'.join((*DAYS, *MONTHS))})\b")


def _found(pattern: re.Pattern[str]) -> Callable[[str], Counter[str]]:
    return lambda text: Counter(found.lower() for found in pattern.findall(text))


def _denials(text: str) -> Counter[str]:
    """How often something is denied, by whatever word."""
    return Counter({"not": negations(text).total()})


# With these a new sentence may begin; any other first word may be a name, and must be the post's.
_STARTS = frozenset(
    re.findall(
        r"\w+",
        "a an the this that these those there it its they their them we our us you your he his him"
        " she her i my some many most people other others more and but so also then now here in on"
        " at by for from to with after before when if while because as about one each every all"
        " both sometimes often what who how where why not no nobody nothing never",
    )
)


def _names(source: str, lines: tuple[str, ...]) -> Iterator[str]:
    there = {_bare(word) for word in _WORD.findall(source.casefold())}
    said = " ".join(lines)
    for name in sorted(names(source)):
        if _bare(name) not in {_bare(word) for word in _WORD.findall(said)}:
            yield f"name left out ({name})"
    for line in lines:
        for number, word in enumerate(_WORD.findall(line)):
            low = _bare(word.casefold())
            known = low in there or (low in _STARTS and not number)
            if word[0].isupper() and word not in fidelity.CAPITALS and not known:
                yield f"name added ({word})"


_WORD = re.compile(r"[^\W_]+(?:[’'.][^\W_]+)*")


def _bare(word: str) -> str:
    return re.sub(r"[’'][sS]?\Z", "", word)


def _hard_words(source: str, lines: tuple[str, ...]) -> Iterator[str]:
    there = {word.casefold() for word in _WORD.findall(source)} | {m[0] for m in hard(source)}
    for line in lines:
        yield from (f"hard word added ({m[0]})" for m in hard(line) if m[0] not in there)


_CHECKS: tuple[Check, ...] = (
    _form,
    _same("number", _numbers),
    _same("date", fidelity.dates),
    _same("time", fidelity.times),
    _same("day or month", _found(_CALENDAR)),
    _same("address", fidelity.addresses),
    _same("amount or duty", _found(_AMOUNTS)),
    _same("denial", _denials),
    _same("condition", fidelity.conditions),
    _names,
    _hard_words,
)
