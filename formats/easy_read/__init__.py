"""A simpler version of a post: the layout of easy read, and a draft that says it is one.

Easy read is made with people with learning disabilities; a program can only prepare it. So
this is never called "Easy Read", the first thing on the page is that it is a draft, and the
last is what a computer changed and what people must still do.
"""

from collections.abc import Iterable
from importlib.resources import files

from formats.easy_read.hard_words import Glossary, HardWord
from formats.easy_read.rows import Rows
from formats.markup import Dialect, escape, sentences_html
from formats.model import Edition, OutputFile
from formats.page import Page, in_english, write

_STYLE = (files("formats.styles") / "easy_read.css").read_text("utf-8")

DRAFT = "Simpler version (draft)"
"""What it is called until people have checked it."""

_FULL = '<a href="index.html">Read the full version</a>'


def render(edition: Edition) -> Iterable[OutputFile]:
    """`easy-read.html` in the post's folder."""
    yield OutputFile("easy-read.html", "text/html", write(_page(edition)))


def _page(edition: Edition) -> Page:
    post = edition.post
    return Page(
        title=f"{DRAFT}: {post.title} – {edition.publication.title}",
        language=post.language,
        description=f"{DRAFT}. A computer made it. It may be wrong.",
        body=_body(edition),
        head='<meta name="robots" content="noindex"/>\n',
        style=_STYLE,
    )


def _body(edition: Edition) -> str:
    post = edition.post
    ours = in_english(post.language)
    glossary = Glossary()
    there = {media.path for media in edition.media}
    dialect = Dialect(xhtml=False, picture=lambda src: src if src in there else None)
    rows = Rows(dialect, glossary, changes=not ours).write(post.blocks)
    return f"""<a class="skip" href="#page-post"{ours}>Go to the words</a>
<main>
{_banner(edition, ours)}
<article>
<h1><span class="status"{ours}>{DRAFT}:</span> {_title(edition, dialect)}</h1>
{_opening(edition, dialect)}
<div id="page-post">
{rows}
</div>
</article>
{_hard_words(glossary.met)}{_what_was_done(edition, ours)}
</main>"""


def _title(edition: Edition, dialect: Dialect) -> str:
    return sentences_html(edition.opening[:1], dialect).strip()


def _opening(edition: Edition, dialect: Dialect) -> str:
    """Whose post this is and from when; not the voice, as nothing speaks here."""
    lines = (sentence for sentence in edition.opening[1:] if sentence.id != "voice")
    return "\n".join(f"<p>{sentences_html((line,), dialect).strip()}</p>" for line in lines)


# --- honesty ----------------------------------------------------------------------------


def _banner(edition: Edition, ours: str) -> str:
    """That it is a draft: first on the page, in short sentences, not by colour alone."""
    ask = _ask(edition.publication.email)
    layout = "<p>The words are not simpler. Only the layout is.</p>\n" if ours else ""
    return f"""<section class="banner" aria-label="About this draft"{ours}>
<p><strong>This is a draft.</strong></p>
<p>A computer made it.</p>
{layout}<p>No person with a learning disability has checked it yet.</p>
<p>It may be wrong.</p>
<p>{_FULL}{ask}.</p>
</section>"""


def _ask(email: str) -> str:
    return f' or <a href="mailto:{escape(email)}">ask us</a>' if email else ""


_CHANGED = (
    "Each sentence gets a line of its own.",
    "Some long sentences become lists.",
    "Some number words become digits.",
    "Some short forms become whole words.",
    "Some hard words are explained.",
    "Words in quotation marks stay as they are.",
)
_LAID_OUT = ("Each sentence gets a line of its own.", "The words stay as they are.")
_TO_DO = (
    "Find a picture for each idea.",
    "Make long sentences shorter.",
    "Explain more hard words.",
    "Check that it is clear and true.",
    "Check that nothing important is missing.",
    "People with a learning disability must do this check.",
)


def _what_was_done(edition: Edition, ours: str) -> str:
    return f"""<section class="done"{ours}>
<h2>About this draft</h2>
<p>Allways made this draft.</p>
<p>Allways is a computer program.</p>
<h3>What the computer can change</h3>
{_points(_LAID_OUT if ours else _CHANGED)}
<h3>What people must still do</h3>
{_points(_TO_DO)}
<p>{_FULL}{_ask(edition.publication.email)}.</p>
</section>"""


def _points(points: Iterable[str]) -> str:
    items = "\n".join(f"<li>{point}</li>" for point in points)
    return f"<ul>\n{items}\n</ul>"


def _hard_words(met: list[HardWord]) -> str:
    """The words explained on the way once more, in order of the alphabet."""
    if not met:
        return ""
    ordered = sorted(met, key=lambda hard: hard.word)
    lines = "\n".join(f"<dt>{escape(h.word)}</dt>\n<dd>{escape(h.meaning)}</dd>" for h in ordered)
    return f'<section class="done">\n<h2>Hard words</h2>\n<dl>\n{lines}\n</dl>\n</section>\n'
