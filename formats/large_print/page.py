"""The post as a web page in large letters: for screens, and to print at 18 point."""

from importlib.resources import files

from formats.markup import Dialect, blocks_html, escape, our_language, sentences_html, web_page
from formats.model import Edition
from formats.offers import section
from formats.original import canonical, original_line
from formats.page import Page, write
from formats.words import words

_STYLE = (files("formats.large_print") / "large_print.css").read_text("utf-8")

NAME = "large-print.html"


def page(edition: Edition) -> bytes:
    """The page as UTF-8."""
    post, blog = edition.post, edition.publication
    return write(
        Page(
            title=f"{words(post.language).large_print.title.format(post.title)} – {blog.title}",
            language=post.language,
            description=post.summary,
            body=_body(edition),
            head=canonical(post, _here(edition)),
            style=_STYLE,
            root="../../",
        )
    )


def _here(edition: Edition) -> str:
    return f"{edition.publication.base_url}posts/{edition.post.slug}/{NAME}"


def _body(edition: Edition) -> str:
    ours = words(edition.post.language)
    own = our_language(ours, edition.post.language)
    dialect = web_page(edition)
    return f"""<a class="skip" href="#page-post"{own}>{ours.page.to_post}</a>
<header class="site-header"{own}>
<a href="../../index.html">{escape(ours.page.all_posts.format(edition.publication.title))}</a>
</header>
<main>
<article>
{_opening(edition, dialect)}
<p{own}>{ours.large_print.about_page}</p>
<div id="page-post">
{blocks_html(edition.post.blocks, dialect)}
</div>
{original_line(edition.post, _here(edition), ours)}</article>
{section(edition, NAME, ours.page.other_sizes)}
</main>"""


def _opening(edition: Edition, dialect: Dialect) -> str:
    """The title as the page's heading, then blog, author and date."""
    title = edition.opening[:1]
    lines = "<br/>\n".join(sentences_html((s,), dialect).strip() for s in edition.about)
    below = f"\n<p>{lines}</p>" if lines else ""
    return f"<h1>{sentences_html(title, dialect).strip()}</h1>{below}"
