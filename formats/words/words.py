"""The words of a language around an author's own: spoken, and on pages."""

from dataclasses import dataclass

from formats.words.pages import (
    EpubWords,
    LargePrintWords,
    PageWords,
    PodcastWords,
    SiteWords,
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words around the author's own; `{}` is filled in, "" adds nothing.

    Spoken words come first, then those that several pages use and those of each format.
    """

    language: str  # its BCP 47 tag, which is also the name of its file
    name: str  # in English, for the docs
    months: tuple[str, ...]  # January first, in the form that dates have
    date: str  # with {day}, {month} and {year}
    pair: str  # between the last two of several names
    comma: str  # around added words
    blog: str  # with {blog}
    by: str
    published: str
    voice: str
    voices: str  # if there is more than one
    read_by: str  # without the names of the voices
    read_by_several: str
    reminder: str  # with {title}
    reminder_of_several: str
    end: str  # with {title} and {blog}
    quote: str
    end_quote: str
    table: str
    sized_table: str  # {}: rows; {}: columns
    row: str
    rows: str  # {}: the number, as in all plurals
    column: str
    columns: str
    end_table: str
    nested_item: str
    nested_items: str
    done: str  # before a task whose box is ticked
    to_do: str
    picture: str  # {}: the alternative text
    only_picture: str
    undescribed: str
    code: str  # {}: its lines, with the language
    code_line: str
    code_lines: str
    code_language: str  # after its lines: " of Python"
    only_code: str  # in brief, without its size
    notes: str
    note: str
    deleted: str
    end_deleted: str
    inserted: str
    end_inserted: str
    power: str  # before the exponent
    over: str  # between the parts of a fraction
    formula: str
    link: str  # {}: the host of the address
    video: str
    audio: str
    embed: str
    dot: str  # between the parts of a host
    blank: str
    page: PageWords
    site: SiteWords
    podcast: PodcastWords
    large_print: LargePrintWords
    epub: EpubWords
