"""The ways into a long list: search, the choice of a format, subjects, authors, years, pages."""

from collections.abc import Sequence

from formats.groups import AUTHORS, SUBJECTS, YEARS, Group
from formats.markup import escape
from formats.offers import in_words, offers
from formats.site.entries import READ_ALONG, Front, foreign, group_link
from formats.site.pager import ListPage, name_of

_MOST_SHOWN = 24
"""Subjects or authors on the index; a page of its own has all of them."""


def tools(site: Front, root: str) -> str:
    """The search and the choice, which the script shows: without it they would do nothing."""
    said = site.said
    name = f'id="page-tools" hidden="" aria-label="{said.find}"'
    return f"""<section class="tools" {name}{_data(site, root)}>
<form role="search" id="page-find">
<label for="page-words">{said.find_label}</label>
<div><input type="search" id="page-words" autocomplete="off" enterkeyhint="search"/>
<button type="submit">{said.find}</button></div>
</form>
<form id="page-choice">
<label for="page-format">{said.choose}</label>
<select id="page-format">
<option value="">{said.usual}</option>
{_choices(site)}
</select>
</form>
<p role="status" id="page-status"></p>
<ol id="page-results" hidden=""></ol>
</section>"""


def _data(site: Front, root: str) -> str:
    """The words of the script, and where it finds its files."""
    said = site.said
    named = {
        "root": root,
        "one": said.found_one,
        "several": said.found,
        "none": said.found_none,
        "failed": said.find_failed,
        "chosen": said.chosen,
        "opens": said.opens,
        "instead": said.instead,
    }
    return "".join(f' data-{name}="{escape(words)}"' for name, words in named.items())


def _choices(site: Front) -> str:
    given = offers("{slug}", site.publication).items()
    return "\n".join(
        f'<option value="{escape(path)}">{escape(in_words(offer, site.ours))}</option>'
        for path, offer in given
        if path != READ_ALONG
    )


def ways(site: Front, root: str) -> str:
    """Links to the ways into the lists, at the head of every page."""
    said, publication = site.said, site.publication
    reached = bool(publication.email or publication.telephone or publication.address)
    whole = any(map(publication.makes, ("podcast", "book")))
    links = (
        (bool(site.groups.subjects), f"{root}{SUBJECTS}/index.html", said.subjects),
        (bool(site.groups.authors), f"{root}{AUTHORS}/index.html", said.authors),
        (bool(site.groups.years), f"{root}index.html#page-{YEARS}", said.years),
        (whole, f"{root}index.html#page-whole", site.ours.site.whole_blog),
        (reached, "#page-ask", said.ask),
    )
    shown = "\n".join(f'<li><a href="{href}">{name}</a></li>' for made, href, name in links if made)
    return f"<nav>\n<ul>\n{shown}\n</ul>\n</nav>\n" if shown else ""


def groups_of(site: Front) -> str:
    """Links to the subjects, authors and years, on the index."""
    said = site.said
    parts = (
        _shown(SUBJECTS, said.subjects, said.all_subjects, site),
        _shown(AUTHORS, said.authors, said.all_authors, site),
        _shown(YEARS, said.years, "", site),
    )
    return "".join(parts)


def _shown(kind: str, heading: str, rest: str, site: Front) -> str:
    """The largest groups of a kind in their order, and a link to all where there are more."""
    every = site.groups.of(kind)
    if not every:
        return ""
    sizes = sorted((len(group.episodes) for group in every), reverse=True)
    least = sizes[:_MOST_SHOWN][-1]
    most = [group for group in every if len(group.episodes) >= least] if rest else every
    links = "\n".join(
        f"<li>{counted(group, site, '')}</li>" for group in most[:_MOST_SHOWN] or every
    )
    more = f'<p><a href="{kind}/index.html">{rest}</a></p>\n' if rest else ""
    return f"""<nav class="groups" aria-labelledby="page-{kind}">
<h2 id="page-{kind}">{heading}</h2>
<ul class="subjects">
{links}
</ul>
{more}</nav>
"""


def counted(group: Group, site: Front, root: str) -> str:
    """A link to a group, with the number of its posts."""
    link = group_link(group, root, foreign(group.language, site))
    return f'{link} <span class="quiet">({len(group.episodes)})</span>'


def pages(page: ListPage, site: Front) -> str:
    """Links to the other pages of a list: both neighbours, the first and last, and this one."""
    if page.count == 1:
        return ""
    said = site.said
    near = sorted(
        {1, page.number - 1, page.number, page.number + 1, page.count} & {*range(1, page.count + 1)}
    )
    links = "\n".join(f"<li>{_numbered(number, page, site)}</li>" for number in near)
    newer = _step(page.number - 1, said.newer, "prev") if page.number > 1 else ""
    older = _step(page.number + 1, said.older, "next") if page.number < page.count else ""
    return f"""<nav class="pages" aria-label="{said.pages}">
<p>{older}{newer}</p>
<ol>
{links}
</ol>
</nav>
"""


def _step(number: int, words: str, rel: str) -> str:
    return f'<a class="action" rel="{rel}" href="{name_of(number)}">{words}</a>\n'


def _numbered(number: int, page: ListPage, site: Front) -> str:
    here = ' aria-current="page"' if number == page.number else ""
    return f'<a href="{name_of(number)}"{here}>{site.said.page.format(number)}</a>'


def titled(title: str, page: ListPage, site: Front) -> str:
    """The title of a page of a list: with its number, from the second on."""
    if page.number == 1:
        return title
    return f"{title}{site.ours.comma}{site.said.page_of.format(page.number, page.count)}"


def names(every: Sequence[Group], site: Front, root: str) -> list[str]:
    """Each group of a kind as an entry of the list of all."""
    return [f"<li>{counted(group, site, root)}</li>\n" for group in every]
