"""The post as a web page in large letters: for screens, and to print at 18 point."""

from importlib.resources import files

from formats.markup import Dialect, blocks_html, escape, sentences_html
from formats.model import Edition
from formats.offers import links
from formats.page import Page, canonical_link, in_english, write

_STYLE = (files("formats.large_print") / "large_print.css").read_text("utf-8")

NAME = "large-print.html"


def page(edition: Edition) -> bytes:
    """The page as UTF-8."""
    post, blog = edition.post, edition.publication
    return write(
        Page(
            title=f"{post.title}, in large print – {blog.title}",
            language=post.language,
            description=post.summary,
            body=_body(edition),
            head=canonical_link(f"{blog.base_url}posts/{post.slug}/{NAME}"),
            style=_STYLE,
        )
    )


def _body(edition: Edition) -> str:
    ours = in_english(edition.post.language)
    dialect = _dialect(edition)
    return f"""<a class="skip" href="#page-post"{ours}>Go to the post</a>
<header class="site-header"{ours}>
<a href="../../index.html">All posts of {escape(edition.publication.title)}</a>
</header>
<main>
<article>
{_opening(edition, dialect)}
<p{ours}>This page is in large print: 18 point, and as much larger as your browser is set.</p>
<div id="page-post">
{blocks_html(edition.post.blocks, dialect)}
</div>
</article>
{_offers(edition, ours)}
</main>"""


def _dialect(edition: Edition) -> Dialect:
    there = {media.path for media in edition.media}
    return Dialect(xhtml=False, picture=lambda src: src if src in there else None)


def _opening(edition: Edition, dialect: Dialect) -> str:
    """The title as the page's heading, then whose and from when; nobody reads it aloud here."""
    title = edition.opening[:1]
    rest = (s for s in edition.opening[1:] if s.id != "voice")
    lines = "<br/>\n".join(sentences_html((s,), dialect).strip() for s in rest)
    below = f"\n<p>{lines}</p>" if lines else ""
    return f"<h1>{sentences_html(title, dialect).strip()}</h1>{below}"


def _offers(edition: Edition, ours: str) -> str:
    others = links(edition.post.slug, edition.publication, NAME)
    return f"""<section aria-labelledby="page-offers"{ours}>
<h2 id="page-offers">Other sizes and other ways to read this post</h2>
{others}
</section>"""
