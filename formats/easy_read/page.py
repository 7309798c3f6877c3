"""The web pages of an easy-read text: the main points, and the whole text."""

from collections.abc import Iterator
from importlib.resources import files

from formats.easy_read.about import About, banner, foot
from formats.easy_read.hard_words import Glossary
from formats.easy_read.rows import Rows
from formats.easy_read.whole import whole
from formats.markup import Dialect, escape, inlines_html, sentences_html
from formats.model import EasyPart
from formats.original import canonical
from formats.page import Page, write

_STYLE = (files("formats.styles") / "easy_read.css").read_text("utf-8")

_MOST_HEADINGS = 4
"""A text with more headings has a list of contents."""


def pages(about: About, name: str) -> Iterator[tuple[str, bytes]]:
    """Each page with its name: `name`.html and, where there are main points, the whole text."""
    text, said = about.text, about.said
    first, second = f"{name}.html", f"{name}-whole.html"
    if not text.main_points:
        yield first, _page(about, first, _whole(about), "")
        return
    points = f"<h2{about.own}>{said.points}</h2>\n{_rows(about).rows(text.main_points)}"
    yield first, _page(about, first, points, _link(about, second, said.to_whole))
    back = _link(about, first, said.to_points)
    yield (
        second,
        _page(
            about, second, f"<p{about.own}><strong>{said.whole}</strong></p>\n{_whole(about)}", back
        ),
    )


def _page(about: About, name: str, inner: str, link: str) -> bytes:
    edition, text = about.edition, about.text
    here = f"{edition.publication.base_url}posts/{edition.post.slug}/{name}"
    signed = text.is_signed
    robots = '<meta name="robots" content="noindex"/>\n'
    description = about.link if signed else f"{about.link}. {about.said.may_be_wrong}"
    return write(
        Page(
            title=f"{about.label} {text.title} – {edition.publication.title}",
            language=edition.post.language,
            description=description,
            body=_body(about, inner, link),
            head=canonical(edition.post, here) if signed else robots,
            style=_STYLE,
            root="../../",
        )
    )


def _body(about: About, inner: str, link: str) -> str:
    said, own = about.said, about.own
    dialect = _dialect(about)
    lines = (sentences_html((line,), dialect).strip() for line in about.edition.about)
    facts = "\n".join(f"<p>{line}</p>" for line in lines)
    title = escape(about.text.title)
    plain = "" if "<img" in inner else ' class="plain"'
    return whole(f"""<a class="skip" href="#page-post"{own}>{said.to_words}</a>
<main>
{banner(about)}<article>
<h1><span class="status"{own}>{about.label}</span> {title}</h1>
{facts}
<div id="page-post"{plain}>
{inner}
</div>
{link}</article>
{foot(about)}
</main>""")


def _link(about: About, to: str, words: str) -> str:
    return f'<p class="next"{about.own}><a href="{to}">{words}</a></p>\n'


def _whole(about: About) -> str:
    """Contents where there are many headings, every part, and the hard words once more."""
    parts = "\n".join(map(_rows(about).part, about.text.parts))
    return f"{_contents(about)}{parts}\n{_hard_words(about)}"


def _contents(about: About) -> str:
    headed = [part for part in about.text.parts if part.heading]
    if len(headed) <= _MOST_HEADINGS:
        return ""
    items = "\n".join(f"<li>{_entry(part, about)}</li>" for part in headed)
    name = about.said.contents
    heading = f'<h2 id="page-contents"{about.own}>{name}</h2>'
    return f'<nav aria-labelledby="page-contents">\n{heading}\n<ul>\n{items}\n</ul>\n</nav>\n'


def _entry(part: EasyPart, about: About) -> str:
    if part.heading is None:
        return ""
    words = inlines_html(part.heading.inlines, _dialect(about))
    return f'<a href="#{escape(part.heading.id)}">{words}</a>'


def _hard_words(about: About) -> str:
    """The hard words with their meanings, in alphabetical order."""
    if not about.text.meanings:
        return ""
    lines = "\n".join(
        f"<dt>{escape(w)}</dt>\n<dd>{escape(m)}</dd>" for w, m in about.text.word_list
    )
    heading = f"<h2{about.own}>{about.said.hard_words}</h2>"
    return f'<section class="meanings">\n{heading}\n<dl>\n{lines}\n</dl>\n</section>'


def _rows(about: About) -> Rows:
    """What writes the rows of one page, on which nothing is explained yet."""
    glossary = Glossary(about.text.meanings, ours=False)
    media = {media.path: media for media in about.text.media}
    return Rows(_dialect(about), about.said, glossary, media)


def _dialect(about: About) -> Dialect:
    pictures = frozenset(media.path for media in about.text.media)
    return Dialect(xhtml=False, pictures=pictures, language=about.edition.post.language)
