"""The rules for the text as a whole (ER-D, ER-R): its length, its headings, its lists."""

import re
from collections.abc import Iterator

from formats.easy_read.reading_ease import reading_ease
from pipeline.easy_read.check.subject import Checked, EasyLine, LineKind, Told, count, quoted

MOST_WORDS, SHORT_TEXT = 1000, 300
PARAGRAPH_WORDS, PARAGRAPH_SENTENCES = 50, 3
ROWS_A_HEADING = 8


def too_many_words(text: Checked) -> Iterator[Told]:
    """More than 1,000 words in the rows."""
    words = sum(map(count, (line.text for line in text.rows)))
    if words > MOST_WORDS:
        remedy = "Leave out what readers do not need, or make two texts of it."
        yield Told(f"The rows have {words:,} words; {MOST_WORDS:,} are many.", remedy)


def long_paragraph(line: EasyLine, text: Checked) -> Iterator[Told]:
    """A row with its list has more than 50 words, or a line more than 3 sentences."""
    if line.kind is LineKind.ROW:
        words = sum(count(other.text) for other in text.lines if other.row == line.row)
        if words > PARAGRAPH_WORDS:
            yield Told(f"This row has {words} words.", "Make two or more rows of it.")
    if len(line.sentences) > PARAGRAPH_SENTENCES:
        yield Told(f"There are {len(line.sentences)} sentences together.", "Give each a row.")


def few_headings(text: Checked) -> Iterator[Told]:
    """More than 8 rows without a heading."""
    run = 0
    for rows in text.whole:
        run = 0 if rows.group.heading else run
        for number, row in enumerate(rows.group.rows, rows.first):
            run += bool(row.words)
            if row.words and run == ROWS_A_HEADING + 1:
                remedy = "Write one above this row or before: ### What it is about"
                yield Told(f"{ROWS_A_HEADING} rows have no heading.", remedy, number, row.line)


# "On Monday, we met and ate", "Ada, who is a cook and a baker": these are no series.
_NOT_ITEM = (
    "who|which|where|when|and|or|but|so|if|because|as|then|we|I|you|he|she|it|they|this|there|that"
)
_WORD = r"[^\s,;:.!?]+"
_ITEM = rf"(?!(?:{_NOT_ITEM})\b){_WORD}(?: {_WORD}){{0,3}}"
_SERIES = re.compile(rf"\b{_WORD}, (?:{_ITEM}, )*{_ITEM},? (?:and|or) {_WORD}")
_NO_SERIES = re.compile(
    r"(?:^|\. )(?:On|In|At|By|For|After|Before|From|During|Of course|However|Now|Then|Here|Today"
    r"|Earlier|Later|Sometimes|Often|Yes|No|Well|But|And|So|[A-Z]\w+ly)\b[^,]*,"
)


def series(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Three or more things in a row within a sentence."""
    for sentence in line.sentences:
        found = _SERIES.search(_NO_SERIES.sub("", sentence))
        if found:
            remedy = "Make a list of it: the words before it, a colon, and each thing on its line."
            yield Told(f"{quoted(found[0])} is a series.", remedy)


def no_summary(text: Checked) -> Iterator[Told]:
    """No main points, in a text of more than 300 words."""
    written = any(row.words for rows in text.points for row in rows.group.rows)
    words = sum(map(count, (line.text for line in text.rows)))
    if not written and words > SHORT_TEXT:
        yield Told("Nothing says first what this is about.", "Write rows under “The main points”.")


def no_title(text: Checked) -> Iterator[Told]:
    """A title of signs alone."""
    if not re.search(r"\w", text.file.title):
        yield Told("The text has no title.", "Write it at the top: # The title")


FLESCH, GRADE = 80, 4


def hard_to_read(text: Checked) -> Iterator[Told]:
    """A reading ease below 80, or a grade above 4; both only point to what to look at."""
    ease = reading_ease(sentence for line in text.rows for sentence in line.sentences)
    if ease and (ease.flesch < FLESCH or ease.grade > GRADE):
        message = (
            f"By formulas, reading ease is {ease.flesch:.0f} ({FLESCH} is easy) and the school"
            f" grade {ease.grade:.1f} ({GRADE} is easy)."
        )
        yield Told(message, "This is advice. Only readers can say if it is easy.")
