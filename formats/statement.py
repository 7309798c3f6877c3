"""The accessibility statement: what there is, what was checked by what and when, what is lacking.

It has the parts of the UK's model statement (SI 2018/952, 8) and the facts of the European
Accessibility Act (Annex V), in plain words. It claims conformance only in the name of the people
who evaluated the blog. What programs found comes from a check that was kept, with its day: no
clock is read here.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from importlib.resources import files

from formats import walk
from formats.about import ways_to_ask
from formats.access import shown_in
from formats.markup import escape, language_attributes
from formats.model import (
    Blog,
    CodeBlock,
    Episode,
    Evaluation,
    Offer,
    OutputFile,
    ProgramCheck,
    Publication,
    SiteCheck,
)
from formats.names import STATEMENT
from formats.offers import in_words
from formats.page import Page, canonical_link, write
from formats.words import Words, added, phrases, words
from formats.words.statement import StatementWords, statement

_STYLE = (files("formats.styles") / "statement.css").read_text("utf-8")

_DRAFT = "easy-read-draft"
"""The format that people must check, where the settings publish it unchecked."""

_SOME = (_DRAFT, "easy-read", "easy-read-sound")
"""Formats that a post has only where people wrote its text, or have not signed it."""


def render_blog(blog: Blog) -> Iterable[OutputFile]:
    """`accessibility.html` at the root of the output, in the blog's language if we have words."""
    publication = blog.publication
    ours = words(added(publication.language))
    said = statement(ours)
    page = Page(
        title=said.title.format(publication.title),
        language=added(publication.language),
        description=said.intro,
        body=_body(blog, ours, said),
        head=canonical_link(publication.base_url + STATEMENT),
        style=_STYLE,
    )
    yield OutputFile(STATEMENT, "text/html", write(page))


def _body(blog: Blog, ours: Words, said: StatementWords) -> str:
    publication = blog.publication
    home = escape(ours.page.all_posts.format(publication.title))
    language = language_attributes(publication.language, xhtml=False)
    title = f"<bdi{language}>{escape(publication.title)}</bdi>"
    parts = (
        (said.ways, _ways(blog, ours, said)),
        (said.standard, _standard(publication.evaluation, ours, said)),
        (said.checked, _checked(blog.check, ours, said)),
        (said.limits, _limits(blog, ours, said)),
        (said.contact, _contact(publication, ours, said)),
        (said.about, f"<p>{said.made}</p>"),
    )
    sections = "\n".join(
        f"<section>\n<h2>{name}</h2>\n{inner}\n</section>" for name, inner in parts
    )
    return f"""<a class="skip" href="#page-text">{said.to_text}</a>
<header class="site-header">
<a href="index.html">{home}</a>
</header>
<main id="page-text">
<h1>{said.title.format(title)}</h1>
<p>{said.intro}</p>
{sections}
</main>"""


def _list(items: Iterable[str]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{item}</li>" for item in items) + "\n</ul>"


def _ways(blog: Blog, ours: Words, said: StatementWords) -> str:
    """The forms that each post has."""
    offers = [
        offer
        for row in blog.publication.formats
        for offer in row.offers
        if row.name not in _SOME or all(_has(episode, offer) for episode in blog.episodes)
    ]
    forms = dict.fromkeys(escape(in_words(offer, ours)) for offer in offers)
    return f"<p>{said.each_post}</p>\n{_list(forms)}"


def _has(episode: Episode, offer: Offer) -> bool:
    path = f"posts/{episode.post.slug}/{offer.path.format(slug=episode.post.slug)}"
    return any(card.path == path for card in episode.files)


def _standard(found: Evaluation | None, ours: Words, said: StatementWords) -> str:
    """What people found who evaluated the blog; else that nothing is claimed."""
    if found is None:
        return f"<p>{said.unclaimed}</p>"
    who = said.evaluated.format(who=escape(found.evaluator), date=_day(found.day, ours))
    what = said.met.format(escape(found.level)) if found.level else said.unmet
    report = f'\n<p><a href="{escape(found.report)}">{said.report}</a></p>' if found.report else ""
    return f"<p>{who} {what}</p>{report}"


def _day(day: date, ours: Words) -> str:
    return phrases.day(datetime(day.year, day.month, day.day), ours)  # noqa: DTZ001 (a day alone)


# --- what programs found ------------------------------------------------------------------


def _checked(check: SiteCheck | None, ours: Words, said: StatementWords) -> str:
    """The programs that checked the blog, when, and what each found."""
    if check is None:
        return f"<p>{said.unchecked}</p>"
    lines = [f"<p>{said.checked_on.format(_day(check.day, ours))}</p>"]
    lines.append(_list(_program(one, said) for one in check.programs if one.files))
    absent = [program.name for program in check.programs if not program.files]
    if absent:
        lines.append(f"<p>{said.absent.format(escape(ours.comma.join(absent)))}</p>")
    if not check.current:
        lines.append(f"<p><strong>{said.stale}</strong></p>")
    return "\n".join([*lines, f"<p>{said.only_some}</p>"])


def _program(program: ProgramCheck, said: StatementWords) -> str:
    """A line: tables of five columns do not fit on a telephone."""
    name = " ".join(filter(None, (program.name or "Allways", program.version)))
    what = _kinds(said).get(program.name, said.own)
    counts = (
        (said.files, program.files),
        (said.faults, program.faults),
        (said.to_judge, program.notes),
    )
    numbers = "; ".join(f"{words}: {number}" for words, number in counts)
    return f"<strong>{escape(name)}</strong> ({what}). {numbers}"


def _kinds(said: StatementWords) -> dict[str, str]:
    """What each outside program checks."""
    return {
        "EPUBCheck": said.books,
        "Ace": said.books,
        "veraPDF": said.prints,
        "Nu HTML checker": said.pages,
        "axe": said.pages,
    }


# --- what is lacking ----------------------------------------------------------------------


def _limits(blog: Blog, ours: Words, said: StatementWords) -> str:
    return _list(_known(blog, ours, said))


def _known(blog: Blog, ours: Words, said: StatementWords) -> Iterator[str]:
    """Each limit that the posts and the check show."""
    posts = [episode.post for episode in blog.episodes]
    undescribed = sum(picture.alt is None for post in posts for picture in shown_in(post))
    if blog.check:
        faults = sum(program.faults for program in blog.check.programs)
        notes = sum(program.notes for program in blog.check.programs)
        yield from [said.faulty.format(faults)] if faults else []
        yield from [said.undecided.format(notes)] if notes else []
    if undescribed:
        yield ours.epub.undescribed.format(undescribed)
    if any(isinstance(block, CodeBlock) for post in posts for block in walk.blocks(post.blocks)):
        yield said.code
    yield said.voice
    if blog.publication.makes(_DRAFT):
        yield said.drafts


def _contact(publication: Publication, ours: Words, said: StatementWords) -> str:
    """How to reach the people of the blog."""
    ways = ways_to_ask(ours, publication)
    return f"<p>{said.ask}</p>\n{ways}" if ways else f"<p>{said.nobody}</p>"
