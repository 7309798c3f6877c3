"""The one table of pauses, in milliseconds after a line; fixed, so that a clip is reproducible.

People who listen complain of sentences run together and of gaps that feel like an end;
these lengths lie between what players of books and of news use.
"""

TITLE = 900
BODY = 900  # between the opening and the first words of the post
CHAPTER = 700  # after a heading of level 2
HEADING = 550  # after a deeper one
PARAGRAPH = 450
NOTICE = 400  # after a table's or picture's notice
ITEM = 300
SENTENCE = 200
CELL = 150
RULE = 900
END = 400


def heading(level: int) -> int:
    """The pause after a heading of this level."""
    return CHAPTER if level == 2 else HEADING
