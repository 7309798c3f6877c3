"""What a language has to say around a post on pages, in books, in print and in the feed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageWords:
    """What several formats say; `{}` is filled in."""

    to_post: str  # a link past what stands before the post
    all_posts: str  # a link to the index, of the blog's title
    other_ways: str
    other_sizes: str
    read_along: str  # from here to `older_transcript`: what is offered
    listen: str
    book: str
    simpler: str
    large_print: str
    giant_print: str
    large_print_page: str
    plain_text: str
    transcript: str
    older_transcript: str
    web_page: str  # from here to `points`: of what kind it is
    web_page_with_sound: str
    text: str
    points: str  # the size of letters
    outdated: str  # of a file that could not be made anew
    octets: str
    kilobytes: str
    megabytes: str
    decimal: str  # the mark before tenths
    second: str
    seconds: str
    minute: str
    minutes: str
    back: str  # a button: to the sentence before
    on: str  # a button: to the sentence after
    speed: str
    follow: str  # a box to tick: the page scrolls with the voice
    parts: str  # of a narration, two or more
    notes: str
    back_to_text: str  # from the note of this mark
    table: str  # the name of one without a caption
    picture: str
    undescribed: str
    decoration: str
    not_here: str  # of one of the three before


@dataclass(frozen=True, slots=True)
class SiteWords:
    """What the index page says."""

    to_posts: str
    post: str
    posts: str
    newest_first: str  # of `post` or `posts`
    whole_blog: str
    as_podcast: str
    add_podcast: str  # followed by an address
    as_book: str
    whole_book: str
    by: str
    licence: str
    ask_us: str  # followed by an address
    to_listen: str  # of a length of time
    podcast: str  # what the feed is called, of the blog's title


@dataclass(frozen=True, slots=True)
class PodcastWords:
    """What the feed and the captions say."""

    read_aloud: str  # of the voice
    other_ways: str  # followed by a list
    description: str  # of the blog's title, where it has no description
    cover: str  # of the blog's title
    voice: str  # of its name
    read_by: str  # of the voice


@dataclass(frozen=True, slots=True)
class LargePrintWords:
    """What large print says, on screen and on paper."""

    title: str  # of the post's title
    about_page: str
    about_large: str  # of {points} and {typeface}
    about_giant: str
    others: str  # followed by an address
    note: str  # of its mark
    note_mark: str
    link_mark: str  # of the number of its address
    addresses: str


@dataclass(frozen=True, slots=True)
class EasyReadWords:
    """What a simpler version says of itself, in short sentences."""

    label: str  # before the title
    to_words: str
    full: str  # a link
    ask: str  # a link
    either: str  # of {full} and {ask}
    only: str  # of {full}
    about: str
    is_draft: str
    computer: str
    layout: str
    unchecked: str
    may_be_wrong: str
    maker: str
    program: str
    changes: str
    laid_out: tuple[str, ...]
    tasks: tuple[str, ...]
    to_do: str  # above `tasks`
    picture_needed: str


@dataclass(frozen=True, slots=True)
class EpubWords:
    """What a book says of how it can be read: voices, then numbers, are filled in."""

    read_aloud: str
    unread_code: str
    undescribed: str
    missing: str
    moving: str
    unassessed: str
