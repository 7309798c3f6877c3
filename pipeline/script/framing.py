"""The sentences that frame a narration: what this is, whose, from when, and who speaks."""

from datetime import datetime

from formats.model import Foreign, Inline, Post, Publication, Sentence, Sentences, Text
from formats.words import UNWORDED, Words, words


def frame(
    post: Post, publication: Publication, voices: tuple[str, ...]
) -> tuple[Sentences, Sentences]:
    """Opening and closing: shown in the editions that are heard, and spoken as they are shown.

    What is not known is not said: no author, no byline; no date of publication, no date.
    `voices` are the names of all who speak.
    """
    known = words(post.language)
    blog = _blog(post, publication)
    opening = [_sentence("title", post.title)]
    if publication.title:
        opening.append(Sentence("from", _filled(known.blog, blog=blog)))
    if post.authors:
        opening.append(_sentence("byline", known.by.format(_names(post.authors, known))))
    if post.published:
        opening.append(_sentence("date", known.published.format(_date(post.published, known))))
    opening.append(_voice(known, voices))
    return _spaced(opening), (_end(post, blog, known),)


def _sentence(unit: str, text: str) -> Sentence:
    return Sentence(unit, (Text(text),))


def _spaced(sentences: list[Sentence]) -> Sentences:
    """The sentences of one block: a space between them, none after the last."""
    spaced = (Sentence(s.id, s.inlines, " ") for s in sentences[:-1])
    return (*spaced, sentences[-1])


def _blog(post: Post, publication: Publication) -> Inline:
    """The blog's name, marked where the blog is in another language than the post."""
    name = Text(publication.title.rstrip("."))
    if publication.language.split("-")[0] == post.language.split("-")[0]:
        return name
    return Foreign(publication.language, (name,))


def _filled(pattern: str, blog: Inline, title: str = "") -> tuple[Inline, ...]:
    """A pattern with the title and, as an inline, the blog's name in their places."""
    before, after = (half.replace("{title}", title) for half in pattern.split("{blog}"))
    return tuple(part for part in (Text(before), blog, Text(after)) if part != Text(""))


def _names(names: tuple[str, ...], known: Words) -> str:
    """Names as a person would list them: "A", "A and B", "A, B and C"."""
    *first, last = names
    return f"{', '.join(first)}{known.pair}{last}" if first else last


def _date(day: datetime, known: Words) -> str:
    """The day in full words; never by the machine's locale."""
    return known.date.format(day=day.day, month=known.months[day.month - 1], year=day.year)


def _voice(known: Words, voices: tuple[str, ...]) -> Sentence:
    sentence = known.voice.format(_names(voices, known))
    if known is UNWORDED:
        return Sentence("voice", (Foreign("en", (Text(sentence),)),))
    return _sentence("voice", sentence)


def _end(post: Post, blog: Inline, known: Words) -> Sentence:
    title = post.title.rstrip(".")
    if blog == Text(""):
        return _sentence("end", f"{title}.")
    return Sentence("end", _filled(known.end, blog, title))
