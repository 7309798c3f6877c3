"""The post as a web page in large letters: for screens, and to print at 18 point."""

import re
from dataclasses import replace
from importlib.resources import files

from formats import walk
from formats.addresses import address
from formats.large_print.letters import together
from formats.markup import Dialect, blocks_html, escape, our_language, sentences_html, web_page
from formats.model import Edition, Link
from formats.offers import PRINT_PAGE, section
from formats.original import canonical, original_line
from formats.page import Page, write
from formats.words import Words, words

_STYLE = (files("formats.large_print") / "large_print.css").read_text("utf-8")

_TAGS = re.compile(r"(<[^>]*>)")
_CODE = re.compile(r"<(?:code|pre)\b")


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
            style=f"{_marks(words(post.language))}{_STYLE}",
            root="../../",
        )
    )


def _here(edition: Edition) -> str:
    return f"{edition.publication.base_url}posts/{edition.post.slug}/{PRINT_PAGE}"


def _body(edition: Edition) -> str:
    ours = words(edition.post.language)
    own = our_language(ours, edition.post.language)
    dialect = replace(web_page(edition), described=True)
    return f"""<a class="skip" href="#page-post"{own}>{ours.page.to_post}</a>
<header class="site-header"{own}>
<a href="../../index.html">{escape(ours.page.all_posts.format(edition.publication.title))}</a>
</header>
<main>
<article>
{_opening(edition, dialect)}
<p{own}>{ours.large_print.about_page}</p>
<div id="page-post">
{_kept(blocks_html(edition.post.blocks, dialect))}
</div>
{_addresses(edition, ours)}{original_line(edition.post, _here(edition), ours)}</article>
{section(edition, PRINT_PAGE, ours.page.other_sizes)}
</main>"""


def _kept(markup: str) -> str:
    """Markup in which dates, telephone numbers, money and names are not broken over lines."""
    parts = _TAGS.split(markup)
    depth = 0
    for number, part in enumerate(parts):
        if number % 2:
            depth += bool(_CODE.match(part)) - part.startswith(("</code", "</pre"))
        elif not depth:
            parts[number] = together(part)
    return "".join(parts)


def _marks(ours: Words) -> str:
    """The words around the number of an address, for the style sheet."""
    before, after = ours.large_print.link_mark.split("{}")
    return f':root {{ --before: " {before}"; --after: "{after}"; }}\n'


def _addresses(edition: Edition, ours: Words) -> str:
    """The addresses of all links, for paper: each link then has the number of its address."""
    page = f"{edition.publication.base_url}posts/{edition.post.slug}/"
    links = [i.href for i in walk.block_inlines(edition.post.blocks) if isinstance(i, Link)]
    shown = [address(href, page) or href for href in links if not href.strip().startswith("#")]
    if not shown:
        return ""
    own = our_language(ours, edition.post.language)
    breaking = (escape(to).replace("/", "/<wbr/>") for to in shown)
    items = "\n".join(f"<li>{to}</li>" for to in breaking)
    return f"""<section class="on-paper"{own}>
<h2>{escape(ours.large_print.addresses)}</h2>
<ol>
{items}
</ol>
</section>
"""


def _opening(edition: Edition, dialect: Dialect) -> str:
    """The title as the page's heading, then blog, author and date."""
    title = edition.opening[:1]
    lines = "<br/>\n".join(sentences_html((s,), dialect).strip() for s in edition.about)
    below = f"\n<p>{lines}</p>" if lines else ""
    return f"<h1>{sentences_html(title, dialect).strip()}</h1>{below}"
