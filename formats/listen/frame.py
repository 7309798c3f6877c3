"""The small page with the sound of a post, for a frame; and markup to paste into the post."""

from importlib.resources import files
from urllib.parse import quote

from formats.markup import escape, language_attributes, our_language
from formats.model import Episode, Publication
from formats.original import canonical
from formats.page import Page, write
from formats.words import Words, words
from formats.words.listening import listening

_STYLE = (files("formats.styles") / "listen_frame.css").read_text("utf-8")
_UNLISTED = '<meta name="robots" content="noindex"/>\n'


def page(episode: Episode, blog: Publication) -> bytes:
    """The page: title, player, who reads, and a link that leads out of the frame.

    It needs no script, and has room in 320 pixels.
    """
    post = episode.post
    ours = words(post.language)
    own = our_language(ours, post.language)
    folder = f"../posts/{post.slug}/"
    body = f"""<main>
<h1>{escape(post.title)}</h1>
<audio controls="" preload="none" src="{folder}{post.slug}.mp3"></audio>
<p{own}>{_reader(episode, ours)}</p>
<p{own}><a href="{folder}index.html" target="_top">{listening(ours).more}</a></p>
</main>"""
    shown = Page(
        title=f"{post.title} – {blog.title}",
        language=post.language,
        description=post.summary,
        body=body,
        head=canonical(post, f"{_folder(episode, blog)}index.html") + _UNLISTED,
        style=_STYLE,
        root="../",
    )
    return write(shown)


def snippet(episode: Episode, blog: Publication) -> str:
    """The same as markup without style or script, which the editors of blogs leave as it is."""
    post = episode.post
    ours = words(post.language)
    own = our_language(ours, post.language)
    folder = escape(_folder(episode, blog))
    said = listening(ours)
    named = f"{escape(said.listen)}: {escape(post.title)}"
    return f"""<figure{language_attributes(post.language, xhtml=False)}>
<figcaption{own}>{said.listen}</figcaption>
<audio controls preload="none" src="{folder}{post.slug}.mp3" aria-label="{named}"></audio>
<p{own}>{_reader(episode, ours)} <a href="{folder}index.html">{said.more}</a></p>
</figure>
"""


def _reader(episode: Episode, ours: Words) -> str:
    """That the voice is synthetic, and its name; several have names that mean little to readers."""
    if len(episode.voices) > 1:
        return ours.read_by_several
    return ours.podcast.read_by.format(escape(", ".join(episode.voices)))


def _folder(episode: Episode, blog: Publication) -> str:
    return f"{blog.base_url}posts/{quote(episode.post.slug)}/"
