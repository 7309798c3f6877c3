"""The sentences around a post: its opening and its close, and what is said of it elsewhere."""

from dataclasses import dataclass

from formats.model import Foreign, Inline, Post, Publication, Reminder, Sentence, Sentences, Text
from formats.words import UNWORDED, Words, phrases, words

SHORT, FULL = "short", "full"
"""The lengths of an opening, in the settings."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The sentences around a post; `Edition` has the same fields and says where they are shown."""

    opening: Sentences = ()
    closing: Sentences = ()
    about: Sentences = ()
    reminder: Reminder | None = None


def frame(
    post: Post, publication: Publication, voices: tuple[str, ...], length: str = SHORT
) -> Frame:
    """Opening and closing: shown in every format that has sound, and spoken as they are shown.

    A short opening has the title, the author, and that the voice is synthetic; the date and the
    names of the voices then come at the end. A full one has all of it, and the blog's name.
    Unknown facts are left out: without an author there is no byline, without a date no date.
    `voices` are the names of all voices that speak.
    """
    known = words(post.language)
    blog = _blog(post, publication)
    title, end = _sentence("title", post.title), _end(post, blog, known)
    byline, date = _byline(post, known), _date(post, known)
    facts = about(post, publication)
    voice = _voice(known, voices)
    if length == FULL:
        return Frame(_spaced((title, *facts, voice)), (end,), facts)
    opening = (title, *byline, _synthetic(known, voices))
    return Frame(_spaced(opening), _spaced((end, *date, voice)), facts)


def about(post: Post, publication: Publication) -> Sentences:
    """The blog, the author and the date of a post, for what has no sound."""
    known = words(post.language)
    blog = _from(publication, _blog(post, publication), known)
    return _spaced((*blog, *_byline(post, known), *_date(post, known)))


def reminder(post: Post, voices: tuple[str, ...]) -> Sentence:
    """What is heard, and that the voice is synthetic, for somebody who has just begun to listen."""
    known = words(post.language)
    pattern = known.reminder if len(voices) == 1 else known.reminder_of_several
    before, after = pattern.split("{title}")
    title = post.title.rstrip(".")
    said = (*_ours(before, known), Text(title), *_ours(after, known))
    return Sentence("reminder", said)


def _sentence(unit: str, text: str) -> Sentence:
    return Sentence(unit, (Text(text),))


def _spaced(sentences: Sentences) -> Sentences:
    """The sentences of one block: a space between them, none after the last."""
    spaced = (Sentence(s.id, s.inlines, " ") for s in sentences[:-1])
    return (*spaced, *sentences[-1:])


def _blog(post: Post, publication: Publication) -> Inline:
    """The blog's name, with its language where that differs from the post's."""
    name = Text(publication.title.rstrip("."))
    if publication.language.split("-")[0] == post.language.split("-")[0]:
        return name
    return Foreign(publication.language, (name,))


def _from(publication: Publication, blog: Inline, known: Words) -> Sentences:
    if not publication.title:
        return ()
    return (Sentence("from", _filled(known.blog, blog=blog)),)


def _byline(post: Post, known: Words) -> Sentences:
    if not post.authors:
        return ()
    return (_sentence("byline", known.by.format(phrases.names(post.authors, known))),)


def _date(post: Post, known: Words) -> Sentences:
    if not post.published:
        return ()
    return (_sentence("date", known.published.format(phrases.day(post.published, known))),)


def _filled(pattern: str, blog: Inline, title: str = "") -> tuple[Inline, ...]:
    """A pattern filled in with the title and, as an inline, the blog's name."""
    before, after = (half.replace("{title}", title) for half in pattern.split("{blog}"))
    return tuple(part for part in (Text(before), blog, Text(after)) if part != Text(""))


def _synthetic(known: Words, voices: tuple[str, ...]) -> Sentence:
    said = known.read_by if len(voices) == 1 else known.read_by_several
    return Sentence("synthetic", _ours(said, known))


def _voice(known: Words, voices: tuple[str, ...]) -> Sentence:
    pattern = known.voice if len(voices) == 1 else known.voices
    return Sentence("voice", _ours(pattern.format(phrases.names(voices, known)), known))


def _ours(text: str, known: Words) -> tuple[Inline, ...]:
    """Words of ours, marked as English in a language for which there are none."""
    if not text:
        return ()
    return (Foreign("en", (Text(text),)),) if known is UNWORDED else (Text(text),)


def _end(post: Post, blog: Inline, known: Words) -> Sentence:
    title = post.title.rstrip(".")
    if blog == Text(""):
        return _sentence("end", f"{title}.")
    return Sentence("end", _filled(known.end, blog, title))
