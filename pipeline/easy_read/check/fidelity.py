"""The rules for what a text says (ER-F): its facts are those of the post, whatever its words.

A row may say a thing in quite other words than its sentence. So only what can be compared is:
numbers, dates, names and addresses, how often something is denied, and what people said.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from formats.easy_read.negation import negations
from formats.easy_read.yardstick import is_common
from pipeline.easy_read import fidelity
from pipeline.easy_read.check.numbers import in_so_many
from pipeline.easy_read.check.sentences import UNDENIED
from pipeline.easy_read.check.subject import Checked, RowGroup, Told, lines_of, plain, quoted


def _numbers(text: str) -> set[str]:
    """The numbers of a text; "one" is mostly none."""
    written = set(re.findall(r"\d+(?:[.,]\d+)*", text))
    found = set(fidelity.numbers(re.sub(r"\bone\b", " ", text, flags=re.IGNORECASE)))
    return {
        number.replace(",", "") for number in found | (written & {"1"}) if re.search(r"\d", number)
    }


_READERS: tuple[tuple[str, Callable[[str], set[str]]], ...] = (
    ("number", _numbers),
    ("date", lambda text: set(fidelity.dates(text))),
    ("time", lambda text: set(fidelity.times(text))),
    ("address", lambda text: set(fidelity.addresses(text))),
)


def added_facts(rows: RowGroup, text: Checked) -> Iterator[Told]:
    """A number, date, name or address that is nowhere in the post."""
    for number, what, fact in _added(rows, text):
        if not _is_in(text.source, what, fact, text):
            yield _told(rows, number, f"The post does not have {what} {quoted(fact)}.")


def moved_facts(rows: RowGroup, text: Checked) -> Iterator[Told]:
    """A number or date that the post has somewhere, but not in the sentences beside the row."""
    if not rows.is_aligned:
        return
    for number, what, fact in _added(rows, text):
        near = _is_in(rows.source, what, fact, text)
        if what != "the name" and not near and _is_in(text.source, what, fact, text):
            said = f"{what.capitalize()} {quoted(fact)} is not in the sentence that this row says."
            yield _told(rows, number, said)


def _told(rows: RowGroup, number: int, message: str) -> Told:
    remedy = "Compare the row with the post."
    return Told(message, remedy, number, rows.group.rows[number - rows.first].line)


def _added(rows: RowGroup, text: Checked) -> Iterator[tuple[int, str, str]]:
    """Each fact of the rows: the row's number, what it is, and the fact."""
    for number, row in enumerate(rows.group.rows, rows.first):
        said = " ".join(map(plain, lines_of(row)))
        for what, read in _READERS:
            facts = sorted(read(said))
            yield from ((number, f"the {what}", fact) for fact in facts)
        if text.is_english:
            yield from ((number, "the name", name) for name in sorted(names(said)))


def _is_in(source: str, what: str, fact: str, text: Checked) -> bool:
    if what == "the name":
        return fact.casefold() in _words(source) or _is_explained(fact, text)
    found = _read(source, what)
    if what == "the number":
        return fact in found or fact in _shares(source)
    if what == "the date":
        return any(_is_same_day(fact, other) for other in found)
    return fact in found


@lru_cache(maxsize=256)
def _read(source: str, what: str) -> frozenset[str]:
    return frozenset(dict(_READERS)[what.removeprefix("the ")](source))


@lru_cache(maxsize=256)
def _words(source: str) -> frozenset[str]:
    """All words of a text, and their parts."""
    found = re.findall(r"[^\W_]+(?:[’'.,][^\W_]+)*", source.casefold())
    plain = (re.sub(r"[’']s?\Z", "", word) for word in found)
    return frozenset(plain) | frozenset(
        part for word in found for part in re.split(r"[’'.,]", word)
    )


def _is_explained(name: str, text: Checked) -> bool:
    """Whether a name is the editor's: of a hard word, or of the title."""
    own = (*(m.word for m in text.file.meanings), *(word for word, _ in text.own), text.file.title)
    return name.casefold() in _words(" ".join(own))


@lru_cache(maxsize=256)
def _shares(source: str) -> frozenset[str]:
    """The numbers of "1 in 4" for each percentage of a text."""
    percents = re.findall(r"(\d+(?:\.\d+)?)\s?(?:%|per ?cent)", source, re.IGNORECASE)
    return frozenset(n for p in percents for n in re.findall(r"\d+", in_so_many(float(p))))


def _is_same_day(fact: str, other: str) -> bool:
    """Whether two dates agree in what both have: the year may be left out, or added."""
    (year, day), (others, same) = fact.split("-", 1), other.split("-", 1)
    return day == same and (not year or not others or year == others)


def names(text: str) -> set[str]:
    """The names of a text: words with a capital.

    One that begins a sentence counts only where no common word is written so.
    """
    found = {re.sub(r"[’']s?\Z", "", name) for name in fidelity.names(text)}
    begins = re.findall(r"(?:\A|[.!?:]\s+)\W*([A-Z][^\W_]+(?:[’'][^\W_]+)*)(?!_)", text)
    unusual = {re.sub(r"[’']\w*\Z", "", word) for word in begins}
    return {n for n in found | {w for w in unusual if _is_name(w)} if len(n) > 1}


def _is_name(word: str) -> bool:
    return not is_common(word) and not word.lower().endswith(("ing", "ly", "ed", "s", "ism", "ion"))


def left_out(rows: RowGroup, text: Checked) -> Iterator[Told]:
    """Facts of the sentences that no row has."""
    if not rows.group.sources or rows.group.heading or rows not in text.whole:
        return
    said = _said(text)
    facts = [f for _, read in _READERS for f in sorted(read(rows.source) - read(said))]
    if text.is_english:
        facts += sorted(n for n in names(rows.source) if n.casefold() not in _words(said))
    if facts:
        message = f"Left out: {', '.join(facts)}."
        yield Told(message, "Is that as you want it?", rows.first, rows.group.line)


def _said(text: Checked) -> str:
    return " ".join(line.text for line in text.lines)


# Words that deny without "not": "unhappy", "inflexible", "homeless", "refused".
_HIDDEN = re.compile(
    r"\b(?:unless|few|little|rather than|instead of|refus\w+|avoid\w*|prevent\w*|stop\w*|less"
    r"|den(?:y|ies|ied)|absen\w+|miss(?:ed|ing|es)?|\w{3,}less|non-?\w{3,}"
    r"|un(?!der|ion|it|iq|iv|cle|til|animous)\w{3,}"
    r"|in(?:visib|correct|access|adequa|appropria|complete|consist|conven|depend|direct|effect|equal"
    r"|flexib|formal|frequent|secur|sensitiv|signific|suffic|toler|abil|capab|justic|valid)\w*"
    r"|im(?:possib|patien|perfect|proper|matur|moral|balanc|practic|polit|mobil)\w*"
    r"|ir(?:regular|relev|respons|ration)\w*|il(?:legal|logic|litera|legib)\w*"
    r"|dis(?!cuss|cover|play|tanc|trict|trib|tinct|h|k)\w{3,}|mis(?!s|sion|ter)\w{3,})\b",
    re.IGNORECASE,
)


def negation(rows: RowGroup, _: Checked) -> Iterator[Told]:
    """The rows deny nothing where the post does, or more than it; "unhappy" may be "not happy"."""
    least, now, most = _denials(rows)
    if rows.is_aligned and (now > most or now == 0 < least):
        yield _told_denials(rows, now)


def fewer_negations(rows: RowGroup, _: Checked) -> Iterator[Told]:
    """The rows deny less often than the post: a part of it may be left out, or a "not"."""
    least, now, _most = _denials(rows)
    if rows.is_aligned and 0 < now < least:
        yield _told_denials(rows, now)


def _denials(rows: RowGroup) -> tuple[int, int, int]:
    """How often the rows must deny at least, do deny, and may deny at most."""
    said = rows.text
    before, now = negations(rows.source).total(), negations(said).total()
    twice = len(UNDENIED.findall(rows.source))  # "not impossible" may be "possible"
    hidden, shown = len(_HIDDEN.findall(rows.source)), len(_HIDDEN.findall(said))
    return before - shown - twice, now, before + hidden


def _told_denials(rows: RowGroup, now: int) -> Told:
    before = negations(rows.source).total()
    message = f"The post denies {_times(before)} here, and these rows {_times(now)}."
    return Told(message, "Look for “not”, “no” and “never” in both.", rows.first, _line(rows))


def _line(rows: RowGroup) -> int:
    return rows.group.rows[0].line


def _times(number: int) -> str:
    return {0: "nothing", 1: "once", 2: "twice"}.get(number, f"{number} times")


_QUOTED = re.compile(
    r"“(?P<curly>[^“”]+)(?:”|\Z)|\"(?P<plain>[^\"]+)\"|‘(?P<single>[^‘’]+(?:’\w[^‘’]*)*)’(?!\w)"
)


def altered_quote(rows: RowGroup, text: Checked) -> Iterator[Told]:
    """Words in quotation marks that the post does not have so."""
    source = _bare(text.source)
    for number, row in enumerate(rows.group.rows, rows.first):
        for line in lines_of(row):
            for found in _QUOTED.finditer(plain(line)):
                said = next(part for part in found.groups() if part)
                if _bare(said) not in source:
                    message = f"{quoted(said)} is in quotation marks, but the post has other words."
                    remedy = "Write it as the post has it, or without quotation marks."
                    yield Told(message, remedy, number, row.line)


@lru_cache(maxsize=256)
def _bare(text: str) -> str:
    """A text without what a quotation may lose: marks at its ends, and kinds of apostrophe."""
    return " ".join(re.sub(r"[^\w\s]", "", text.replace("’", "'")).casefold().split())
