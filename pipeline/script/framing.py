"""The opening and closing of a narration: title, blog, author, date and voice."""

from formats.model import Foreign, Inline, Post, Publication, Sentence, Sentences, Text
from formats.words import UNWORDED, Words, phrases, words


def frame(
    post: Post, publication: Publication, voices: tuple[str, ...]
) -> tuple[Sentences, Sentences]:
    """Opening and closing: shown in every format that has sound, and spoken as they are shown.

    Unknown facts are left out: without an author there is no byline, without a date no date.
    `voices` are the names of all voices that speak.
    """
    known = words(post.language)
    blog = _blog(post, publication)
    opening = [_sentence("title", post.title)]
    if publication.title:
        opening.append(Sentence("from", _filled(known.blog, blog=blog)))
    if post.authors:
        opening.append(_sentence("byline", known.by.format(phrases.names(post.authors, known))))
    if post.published:
        opening.append(
            _sentence("date", known.published.format(phrases.day(post.published, known)))
        )
    opening.append(_voice(known, voices))
    return _spaced(opening), (_end(post, blog, known),)


def _sentence(unit: str, text: str) -> Sentence:
    return Sentence(unit, (Text(text),))


def _spaced(sentences: list[Sentence]) -> Sentences:
    """The sentences of one block: a space between them, none after the last."""
    spaced = (Sentence(s.id, s.inlines, " ") for s in sentences[:-1])
    return (*spaced, sentences[-1])


def _blog(post: Post, publication: Publication) -> Inline:
    """The blog's name, with its language where that differs from the post's."""
    name = Text(publication.title.rstrip("."))
    if publication.language.split("-")[0] == post.language.split("-")[0]:
        return name
    return Foreign(publication.language, (name,))


def _filled(pattern: str, blog: Inline, title: str = "") -> tuple[Inline, ...]:
    """A pattern filled in with the title and, as an inline, the blog's name."""
    before, after = (half.replace("{title}", title) for half in pattern.split("{blog}"))
    return tuple(part for part in (Text(before), blog, Text(after)) if part != Text(""))


def _voice(known: Words, voices: tuple[str, ...]) -> Sentence:
    pattern = known.voice if len(voices) == 1 else known.voices
    sentence = pattern.format(phrases.names(voices, known))
    if known is UNWORDED:
        return Sentence("voice", (Foreign("en", (Text(sentence),)),))
    return _sentence("voice", sentence)


def _end(post: Post, blog: Inline, known: Words) -> Sentence:
    title = post.title.rstrip(".")
    if blog == Text(""):
        return _sentence("end", f"{title}.")
    return Sentence("end", _filled(known.end, blog, title))
