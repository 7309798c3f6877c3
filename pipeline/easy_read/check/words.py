"""The rules for words (ER-W): hard words and their meanings, short forms, sayings, names."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from formats.easy_read.hard_words import Glossary, HardWord
from formats.easy_read.idioms import sayings
from formats.easy_read.plain_words import RULES as PLAIN_WORDS
from formats.easy_read.reading_ease import syllables
from formats.easy_read.yardstick import counted, hard, is_common, is_first
from pipeline.easy_read import words
from pipeline.easy_read.check.subject import (
    Checked,
    EasyLine,
    LineKind,
    RowGroup,
    Told,
    plain,
    quoted,
)

# --- hard words -------------------------------------------------------------------------


def unexplained(line: EasyLine, text: Checked) -> tuple[HardWord, ...]:
    """The hard words of a line that the file does not explain.

    They are words that are not common, and words of our glossary, which come with its meaning.
    """
    found: dict[str, HardWord] = {}
    explained = _explained(line, text)
    for place in Glossary(text.own).places(line.own):
        known = _within(place.begin, explained)
        if place.sense and not known and line.kind is not LineKind.MEANING:
            found.setdefault(place.sense.hard.word.lower(), place.sense.hard)
        explained.append((place.begin, place.end))
    for match in hard(line.own):
        if not _within(match.start(), explained):
            found.setdefault(match[0], HardWord(match[0], ""))
    return tuple(found.values())


def hard_word(line: EasyLine, text: Checked) -> Iterator[Told]:
    """A word that is not common, and that the file does not explain."""
    for word in unexplained(line, text):
        if not _is_common(word) and not _other(word, text):
            yield Told(f"{quoted(word.word)} is a hard word, and not explained.", _explain(word))


def perhaps_hard_word(line: EasyLine, text: Checked) -> Iterator[Told]:
    """A word that is explained in another form only, or a common one with a hard sense."""
    for word in unexplained(line, text):
        if other := _other(word, text):
            said = f"Only {quoted(other)} is explained, and here it is {quoted(word.word)}."
            yield Told(said, _explain(word))
        elif _is_common(word):
            yield Told(
                f"{quoted(word.word)} may be hard here, and is not explained.", _explain(word)
            )


def explained_hard_words(lines: Iterable[EasyLine], text: Checked) -> dict[str, bool]:
    """Each word of some lines that is not common, and whether the file explains it so."""
    found: dict[str, bool] = {}
    for line in lines:
        spans = _explained(line, text)
        for match in hard(line.own):
            known = _within(match.start(), spans)
            found[match[0]] = found.get(match[0], False) or known
    return found


def _is_common(word: HardWord) -> bool:
    return bool(word.meaning) and all(map(is_common, word.word.split()))


def _explain(word: HardWord) -> str:
    meaning = f" For example: {word.meaning}" if word.meaning else ""
    return f"Say it in another word, or explain it under “Hard words”.{meaning}"


def _other(word: HardWord, text: Checked) -> str:
    """Another form of the word that the file explains, or ""."""
    stem = _stem(word.word)
    explained = (meaning.word for meaning in text.file.meanings if meaning.meaning)
    return next((other for other in explained if _stem(other) == stem), "")


def _stem(word: str) -> str:
    """A word without its inflection and its hyphens."""
    plain = re.sub(r"(?<=\w{3})(?:ies|y|es|s|ed|ing|e)\Z", "", word.lower().replace("-", ""))
    return re.sub(r"([^aeious])\1\Z", r"\1", plain)


def _explained(line: EasyLine, text: Checked) -> list[tuple[int, int]]:
    """Where the words stand that the file explains."""
    pattern = _any_of(tuple(meaning.word for meaning in text.file.meanings if meaning.meaning))
    return [found.span() for found in pattern.finditer(line.own)]


@lru_cache(maxsize=64)
def _any_of(known: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(known, key=lambda word: (-len(word), word))
    either = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)


def _within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(begin <= at < end for begin, end in spans)


def explained_beside(text: Checked) -> Iterator[Told]:
    """Each explained word has its box: the page has room for two in a row, and none for a list."""
    for part in (text.points, text.whole):
        yield from _without_box(part, text)


def _without_box(part: tuple[RowGroup, ...], text: Checked) -> Iterator[Told]:
    meanings = tuple((m.word, m.meaning) for m in text.file.meanings if m.meaning)
    glossary = Glossary(meanings, ours=False)
    boxes: set[str] = set()
    met: dict[str, tuple[int, int]] = {}
    for rows in part:
        for number, row in enumerate(rows.group.rows, rows.first):
            boxes |= {word.word for word in glossary.flag(words.read(row.words))[1]}
            for written in (row.words, *row.entries):
                for place in glossary.places(plain(written)):
                    if place.sense:
                        met.setdefault(place.sense.hard.word, (number, row.line))
    for word, (number, line) in met.items():
        if word not in boxes:
            message = f"There is no room to explain {quoted(word)} beside its row."
            remedy = "Use it in a row with one hard word, and not only in a list."
            yield Told(message, remedy, number, line)


def uncommon_share(text: Checked) -> Iterator[Told]:
    """More than 10 % of words outside the 2,000 that are used most; names do not count."""
    known = _any_of(tuple(meaning.word for meaning in text.file.meanings))
    found = [word for line in text.rows for word in counted(line.own)]
    rare = [word for word in found if not is_first(word) and not known.fullmatch(word)]
    if found and len(rare) / len(found) > 0.1:
        share = round(100 * len(rare) / len(found))
        often = sorted(set(rare), key=lambda word: (-rare.count(word), word))[:8]
        message = f"{share} % of the words are outside the 2,000 that are used most."
        yield Told(message, f"Say these in other words: {', '.join(often)}.")


# --- words to avoid ---------------------------------------------------------------------


_QUOTATION = re.compile('[“”"«»„]')


def plain_word(line: EasyLine, _: Checked) -> Iterator[Told]:
    """A word or phrase for which there is a plain one of the same meaning; not in quotations."""
    for sentence in line.sentences if not _QUOTATION.search(line.text) else ():
        for rule in PLAIN_WORDS:
            changed = rule(sentence)
            if changed != sentence:
                written, said = _difference(sentence, changed)
                yield Told(f"{quoted(written)} can be plainer.", f"Write: {said}")


def _difference(before: str, after: str) -> tuple[str, str]:
    """The words in which two sentences differ."""
    old, new = before.split(), after.split()
    same = 0
    while old and new and old[-1] == new[-1]:
        old.pop()
        new.pop()
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    return " ".join(old[same:]).rstrip(".,;:"), " ".join(new[same:]).rstrip(".,;:") or "nothing"


def saying(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Words that may mean something else than they say."""
    for found in sayings(line.own):
        yield Told(f"{quoted(found.words)} may be a saying.", f"Say what it means: {found.meaning}")


_VERY_COMMON = frozenset(
    ["UK", "US", "USA", "TV", "NHS", "GP", "OK", "AM", "PM", "CD", "DVD", "PIN", "ID"]
)
_ACRONYM = re.compile(
    r"(?<![\w@#/.-])(?:[A-Z]{2,6}|[A-Z][a-z]?\d[A-Z]{2,4})(?:s?\b)(?![\w@/-]|\.\w)"
)
_ROMAN = re.compile(r"[IVX]+")


def acronym(line: EasyLine, text: Checked) -> Iterator[Told]:
    """A short form of letters that is not explained where it is first used."""
    if line.text.isupper():
        return
    for found in _ACRONYM.finditer(line.own):
        short = found[0].removesuffix("s")
        known = short in _VERY_COMMON or _ROMAN.fullmatch(short) or _is_shouted(short)
        if not known and not _is_told(short, line, text):
            remedy = "Write the full words, or explain it under “Hard words”."
            yield Told(f"{quoted(short)} is a short form that is not explained.", remedy)


def _is_shouted(word: str) -> bool:
    """Whether it is an ordinary word in capitals: "BUT"."""
    return len(word) > 2 and is_first(word.lower()) and word not in _VERY_COMMON


def _is_told(short: str, line: EasyLine, text: Checked) -> bool:
    """Whether a short form is explained, known to readers, or was used before."""
    if any(word == short for word, _ in (*text.own, *((m.word, "") for m in text.file.meanings))):
        return True
    form = rf"{re.escape(short)}s?"
    says = r"(?:\([A-Za-z]|means\b|stands for\b|is short for\b)"
    either = re.compile(rf"\({form}\)|\b{form} {says}")
    word = re.compile(rf"\b{re.escape(short)}s?\b")
    before = next((one for one in text.lines if word.search(one.text)), line)
    return bool(either.search(line.text)) or (before != line)


_LATIN = re.compile(
    r"(?<![\w.])(?:e\.\s?g\.?|i\.\s?e\.?|eg|ie|etc|viz|cf|n\.?b|vs|via"
    r"|et al|per se|ad hoc|circa)(?![\w/@-])\.?"
)


def latin(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Latin, mostly as a short form."""
    full = {
        "eg": "for example",
        "ie": "that is",
        "etc": "and so on",
        "via": "through",
        "vs": "against",
    }
    for found in _LATIN.finditer(line.own):
        said = full.get(re.sub(r"[.\s]", "", found[0].lower()), "")
        yield Told(
            f"{quoted(found[0])} is Latin.", f"Write: {said}" if said else "Say it in English."
        )


def two_names(text: Checked) -> Iterator[Told]:
    """Two words for one thing: with one meaning, or one word written in two ways."""
    seen: dict[str, str] = {}
    for meaning in text.file.meanings:
        other = seen.setdefault(meaning.meaning.lower().rstrip(". "), meaning.word)
        if other != meaning.word and _stem(other)[:5] != _stem(meaning.word)[:5]:
            message = f"{quoted(other)} and {quoted(meaning.word)} have one meaning."
            yield Told(message, "Use one of them all through.", 0, meaning.line)
    yield from _two_spellings(text)


def _two_spellings(text: Checked) -> Iterator[Told]:
    ways: dict[str, str] = {}
    told: set[str] = set()
    for line in text.rows:
        for found in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]{6,}", line.own):
            word = found[0].lower()
            other = ways.setdefault(word.replace("-", ""), word)
            if other != word and other not in told:
                told.add(other)
                message = f"{quoted(other)} is written {quoted(word)} too."
                yield Told(message, "Write it in one way all through.", line.row, line.line)


LONGEST = 3  # syllables


def long_words(text: Checked) -> Iterator[Told]:
    """A common word of more than 3 syllables that is not explained, where it is first used."""
    explained = _any_of(tuple(meaning.word for meaning in text.file.meanings))
    seen = {word.lower() for word, _ in text.own}
    for line in text.rows:
        for word in counted(line.own):
            if word in seen or explained.search(word) or not is_common(word):
                continue
            seen.add(word)
            if syllables(word) > LONGEST:
                message = f"{quoted(word)} is a long word ({syllables(word)} syllables)."
                yield Told(message, "Is there a shorter one?", line.row, line.line)


def learning_difficulty(line: EasyLine, _: Checked) -> Iterator[Told]:
    """The words "learning difficulty", where most people say "learning disability"."""
    for found in re.finditer(r"\blearning difficult(?:y|ies)\b", line.own, re.IGNORECASE):
        remedy = "Write “learning disability”, unless your readers say it otherwise."
        yield Told(f"{quoted(found[0])} is another thing to many people.", remedy)


_CAPITALS = re.compile(r"\b[A-Z]{2,}(?:[’'][A-Z]+)?(?:[\s,.!-]+[A-Z]{2,}(?:[’'][A-Z]+)?)*\b")


def capitals(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Words in capitals alone, whose shapes are lost; short forms have to be."""
    for found in _CAPITALS.finditer(line.own):
        if not any(_is_shouted(word) or len(word) > 6 for word in re.findall(r"\w+", found[0])):
            continue  # short forms: "NHS IQ"
        yield Told(f"{quoted(found[0])} is in capitals.", "Write small letters.")
