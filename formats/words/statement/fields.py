"""The words of the accessibility statement; `{}` is filled in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatementWords:
    """The words of the statement, from top to bottom."""

    title: str  # {}: the blog's title
    intro: str
    to_text: str  # a link that skips to it
    ways: str  # a heading
    each_post: str  # followed by a list
    standard: str  # a heading
    unclaimed: str
    evaluated: str  # with {who} and {date}
    met: str  # {}: a standard
    unmet: str
    report: str  # a link
    checked: str  # a heading
    unchecked: str
    checked_on: str  # {}: a date
    only_some: str
    stale: str
    files: str  # before a number, as the next two
    faults: str
    to_judge: str
    books: str
    pages: str
    prints: str
    own: str
    absent: str  # {}: names of programs
    limits: str  # a heading
    faulty: str  # {}: a number, as in the next
    undecided: str
    code: str
    voice: str
    drafts: str
    contact: str  # a heading
    ask: str
    nobody: str
    about: str  # a heading
    made: str
