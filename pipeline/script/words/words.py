"""What a language has to say around an author's words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What is said around the author's words; `{}` is filled in, "" says nothing."""

    language: str
    months: tuple[str, ...]
    date: str  # of {day}, {month} and {year}
    pair: str  # between the last two of several names
    blog: str  # of {blog}
    by: str
    published: str
    voice: str
    end: str  # of {title} and {blog}
    quote: str
    end_quote: str
    table: str
    end_table: str
    picture: str
    only_picture: str
    undescribed: str
    code: str
    code_line: str
    code_lines: str
    code_language: str  # after either: " of Python"
    notes: str
    note: str
    deleted: str
    inserted: str
    power: str
    link: str
    dot: str
    blank: str
