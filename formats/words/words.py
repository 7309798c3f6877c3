"""What a language has to say around an author's words: aloud, and on pages."""

from dataclasses import dataclass

from formats.words.pages import (
    EasyReadWords,
    EpubWords,
    LargePrintWords,
    PageWords,
    PodcastWords,
    SiteWords,
)


@dataclass(frozen=True, slots=True)
class Words:
    """What is said around the author's words; `{}` is filled in, "" says nothing.

    What is said aloud comes first, then what several pages say and what each format does.
    """

    language: str  # its BCP 47 tag, which is also the name of its file
    name: str  # in English, for the docs
    months: tuple[str, ...]  # January first, as they stand inside a date
    date: str  # of {day}, {month} and {year}
    pair: str  # between the last two of several names
    comma: str  # around what is put in
    blog: str  # of {blog}
    by: str
    published: str
    voice: str
    voices: str  # where there is more than one
    end: str  # of {title} and {blog}
    quote: str
    end_quote: str
    table: str
    sized_table: str  # of its rows and its columns
    row: str
    rows: str
    column: str
    columns: str
    end_table: str
    nested_item: str
    nested_items: str
    done: str  # of a task whose box is ticked
    to_do: str
    picture: str
    only_picture: str
    undescribed: str
    code: str
    code_line: str
    code_lines: str
    code_language: str  # after either: " of Python"
    only_code: str  # without its size
    notes: str
    note: str
    deleted: str
    end_deleted: str
    inserted: str
    end_inserted: str
    power: str
    over: str  # of a fraction
    formula: str
    link: str
    video: str
    audio: str
    embed: str
    dot: str
    blank: str
    page: PageWords
    site: SiteWords
    podcast: PodcastWords
    large_print: LargePrintWords
    easy_read: EasyReadWords
    epub: EpubWords
