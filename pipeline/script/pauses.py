"""The one table of pauses, in milliseconds after a line; fixed, so that a clip is reproducible.

Listeners complain about sentences that run together, and about gaps that feel like an end;
these lengths lie between those in audio books and in news. docs/what-is-said.md gives the
reason for each, and a test keeps the two the same.
"""

TITLE = 900
BODY = 900
BEFORE_CHAPTER = 900
BEFORE_HEADING = 800
CHAPTER = 700
HEADING = 550
PARAGRAPH = 450
NOTICE = 400
ITEM = 300
TERM = 200
SENTENCE = 200
CELL = 150
RULE = 900
END = 400


def heading(level: int) -> int:
    """The pause after a heading of this level."""
    return CHAPTER if level == 2 else HEADING


def before_heading(level: int) -> int:
    """The pause before a heading of this level."""
    return BEFORE_CHAPTER if level == 2 else BEFORE_HEADING
