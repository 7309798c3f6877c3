"""The words of a language around a post on pages, in books, in print and in the feed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageWords:
    """Words that several formats use; `{}` is filled in."""

    to_post: str  # a link that skips to the post
    all_posts: str  # a link to the index; {}: the blog's title
    other_ways: str
    other_sizes: str
    read_along: str  # from here to `take_away`: the files offered
    listen: str
    listen_low_data: str
    book: str
    simpler: str
    easy_read: str  # only of a text that people have signed, as the next four
    listen_easy_read: str
    book_easy_read: str
    easy_read_print: str
    easy_read_large: str
    large_print: str
    giant_print: str
    large_print_page: str
    large_print_file: str
    plain_text: str
    transcript: str
    older_transcript: str
    braille: str
    braille_to_emboss: str
    braille_book: str
    talking_book: str
    take_away: str
    web_page: str  # from here to `text`: kinds of file
    web_page_with_sound: str
    text: str
    points: str  # {}: the size of the letters
    outdated: str  # after a file of an earlier run
    octets: str
    kilobytes: str
    megabytes: str
    decimal: str  # the decimal mark
    second: str
    seconds: str
    minute: str
    minutes: str
    back: str  # a button: to the sentence before
    on: str  # a button: to the sentence after
    speed: str
    follow: str  # a box to tick: the page scrolls with the voice
    parts: str  # {}: the number of chapters, two or more
    notes: str
    back_to_text: str  # {}: the mark of the note
    table: str  # the name of a table without a caption
    picture: str
    undescribed: str
    decoration: str
    not_here: str  # {}: one of the three before


@dataclass(frozen=True, slots=True)
class SiteWords:
    """The words of the index page."""

    to_posts: str
    post: str
    posts: str
    newest_first: str  # {}: `post` or `posts`
    whole_blog: str
    as_podcast: str
    add_podcast: str  # followed by an address
    as_book: str
    whole_book: str
    as_file: str
    whole_file: str
    by: str
    licence: str
    ask_us: str  # followed by an address
    to_listen: str  # {}: a length of time
    podcast: str  # the name of the feed; {}: the blog's title


@dataclass(frozen=True, slots=True)
class PodcastWords:
    """The words of the feed and the captions."""

    read_aloud: str  # {}: the voice
    other_ways: str  # followed by a list
    description: str  # if the blog has none; {}: its title
    cover: str  # {}: the blog's title
    voice: str  # {}: its name
    read_by: str  # {}: the voice


@dataclass(frozen=True, slots=True)
class LargePrintWords:
    """The words of large print, on screen and on paper."""

    title: str  # {}: the post's title
    about_page: str
    about_large: str  # with {points} and {typeface}
    about_giant: str
    others: str  # followed by an address
    note: str  # {}: its mark
    note_mark: str
    link_mark: str  # {}: the number of its address
    addresses: str


@dataclass(frozen=True, slots=True)
class EpubWords:
    """A book's words about how it can be read; voices, then numbers, are filled in."""

    read_aloud: str
    unread_code: str
    undescribed: str
    missing: str
    moving: str
    unassessed: str
