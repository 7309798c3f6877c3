"""A simpler version of a post: the layout of easy read, and a draft that says so.

Easy read is made with people with learning disabilities; a program can only prepare it. So
this is never called "Easy Read". The page says first that it is a draft, and last what a
computer changed and what people must still do.
"""

from collections.abc import Iterable
from importlib.resources import files

from formats.easy_read.about import AboutDraft, banner, draft_of, what_was_done
from formats.easy_read.hard_words import Glossary, HardWord
from formats.easy_read.rows import Rows
from formats.easy_read.unclear import Unclear
from formats.easy_read.whole import whole
from formats.markup import Dialect, escape, sentences_html, web_page
from formats.model import Edition, OutputFile
from formats.page import Page, write
from formats.words import words

_STYLE = (files("formats.styles") / "easy_read.css").read_text("utf-8")


def is_signed(edition: Edition) -> bool:
    """Whether people have checked and signed an easy-read edition of the post."""
    return edition.easy is not None and edition.easy.is_signed


def is_draft(edition: Edition) -> bool:
    """Whether there is an easy-read edition that nobody has signed."""
    return edition.easy is not None and not edition.easy.is_signed


def render(edition: Edition) -> Iterable[OutputFile]:
    """`easy-read.html` in the post's folder."""
    name = "easy-read.html" if is_signed(edition) else "simpler.html"
    yield OutputFile(name, "text/html", write(_page(edition)))


def _page(edition: Edition) -> Page:
    post = edition.post
    ours = words(post.language)
    said = ours.easy_read
    return Page(
        title=f"{said.label} {post.title} – {edition.publication.title}",
        language=post.language,
        description=f"{ours.page.simpler}. {said.computer} {said.may_be_wrong}",
        body=_body(edition, draft_of(edition)),
        head='<meta name="robots" content="noindex"/>\n',
        style=_STYLE,
        root="../../",
    )


def _body(edition: Edition, draft: AboutDraft) -> str:
    glossary = Glossary(edition.publication.glossary)
    unclear = Unclear(glossary)
    dialect = web_page(edition)
    own = dialect.our_language
    rows = Rows(dialect, glossary, unclear, changes=draft.changes).write(edition.post.blocks)
    return whole(f"""<a class="skip" href="#page-post"{own}>{draft.words.to_words}</a>
<main>
{banner(draft)}
<article>
<h1><span class="status"{own}>{draft.words.label}</span> {_title(edition, dialect)}</h1>
{_opening(edition, dialect)}
<div id="page-post">
{rows}
</div>
</article>
{_hard_words(glossary.met)}{what_was_done(draft, unclear.html())}
</main>""")


def _title(edition: Edition, dialect: Dialect) -> str:
    return sentences_html(edition.opening[:1], dialect).strip()


def _opening(edition: Edition, dialect: Dialect) -> str:
    """The blog, author and date of the post."""
    lines = (sentences_html((line,), dialect).strip() for line in edition.about)
    return "\n".join(f"<p>{line}</p>" for line in lines)


def _hard_words(met: list[HardWord]) -> str:
    """The words explained in the text once more, in alphabetical order."""
    if not met:
        return ""
    ordered = sorted(met, key=lambda hard: hard.word.lower())
    lines = "\n".join(f"<dt>{escape(h.word)}</dt>\n<dd>{escape(h.meaning)}</dd>" for h in ordered)
    heading = "<h2>Hard words in this post</h2>"
    return f'<section class="done">\n{heading}\n<dl>\n{lines}\n</dl>\n</section>\n'
