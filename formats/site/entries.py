"""A post in a list: its title, two main actions, and all other ways to read folded away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from formats import look
from formats.groups import AUTHORS, SUBJECTS, Group, Groups
from formats.languages import primary
from formats.markup import escape, language_attributes
from formats.model import Episode, FileCard, Offer, Pieces, Publication
from formats.offers import in_detail, offers, own_picture
from formats.words import Words, phrases
from formats.words.lists import SiteListWords

_MOST_SUBJECTS = 8
"""A post with more of them is among all of them, but shows these."""

_LONGEST_TITLE = 150
"""Characters of a title that are said once more in each link and button of its post."""

_LONGEST_SUMMARY = 600

READ_ALONG, SOUND = "index.html", "{slug}.mp3"
"""The offers of the two main actions."""


@dataclass(frozen=True, slots=True)
class Front:
    """The blog as its lists see it: our words in its language, its groups, and what is kept.

    `entries` are the posts as markup, by their names and their pages' `root`, once they were
    made: a post with three subjects stands in six lists.
    """

    publication: Publication
    ours: Words
    said: SiteListWords
    groups: Groups
    pieces: Pieces
    entries: dict[tuple[str, str], str] = field(default_factory=dict)


def entry(episode: Episode, site: Front, root: str) -> str:
    """A post as markup; `root` leads from the page to the root of the output."""
    key = (episode.post.slug, root)
    if key not in site.entries:
        made_of = (episode.digest, "entry", root, *_named(episode, site))
        site.entries[key] = site.pieces.of(made_of, partial(_entry, episode, site, root))
    return site.entries[key]


def _named(episode: Episode, site: Front) -> Iterator[str]:
    """The names and folders of the groups of a post, which other posts may change."""
    post = episode.post
    for kind, names in ((AUTHORS, post.authors), (SUBJECTS, post.tags)):
        for group in site.groups.found(kind, names):
            yield from (group.name, group.folder)


def _entry(episode: Episode, site: Front, root: str) -> str:
    post = episode.post
    name = f"post-{escape(post.slug)}"
    language = language_attributes(post.language, xhtml=False)
    shown = escape(_cut(post.summary, _LONGEST_SUMMARY))
    summary = f"<p{language}>{shown}</p>\n" if shown else ""
    title = f'<a href="{root}posts/{escape(post.slug)}/{READ_ALONG}">{escape(post.title)}</a>'
    return f"""<article aria-labelledby="{name}">
{_picture(episode, site, root)}<h3 id="{name}"{language}>{title}</h3>
<p class="quiet">{_facts(episode, site, root)}</p>
{summary}{_subjects(episode, site, root)}{_offers(episode, site, root)}</article>"""


def wave(title: str, shape: str = "") -> str:
    """The wave of a title as a drawing, which says nothing to who does not see it.

    `shape` is an attribute, by which it may fill another box than its own.
    """
    duo = look.duo(title)
    bars = "".join(
        f"M{4 * bar + 8} {32 - round(height * 24)}v{2 * round(height * 24)}"
        for bar, height in enumerate(look.wave(title))
    )
    return f"""<svg class="wave" viewBox="0 0 136 64"{shape} aria-hidden="true" focusable="false">
<rect width="136" height="64" fill="{duo.ground}"/>
<path d="{bars}" stroke="{duo.bars}" stroke-width="2" stroke-linecap="round"
 vector-effect="non-scaling-stroke"/>
</svg>
"""


def _picture(episode: Episode, site: Front, root: str) -> str:
    """The picture that stands for a post, if it was written; its description is the post's."""
    post = episode.post
    card = own_picture(episode)
    if post.picture is None or card is None:
        return wave(post.title)
    if post.picture.alt is None:
        alt, language = site.ours.page.undescribed, ""
    else:
        alt, language = post.picture.alt, language_attributes(post.language, xhtml=False)
    src = f'src="{root}{escape(card.path)}" loading="lazy"'
    return f'<img class="picture" {src} alt="{escape(alt)}"{language}/>\n'


def _facts(episode: Episode, site: Front, root: str) -> str:
    """Author, date and length; unknown facts are left out."""
    post, ours = episode.post, site.ours
    facts = [ours.site.to_listen.format(phrases.length(episode.duration, ours))]
    authors = [group_link(group, root) for group in site.groups.found(AUTHORS, post.authors)]
    if authors:
        facts.insert(0, ours.site.by.format(phrases.names(authors, ours)))
    if post.published:
        facts.insert(-1, _time(post.published, ours))
    return " · ".join(facts)


def _time(moment: datetime, ours: Words) -> str:
    written = phrases.day(moment, ours)
    return f'<time datetime="{moment.date().isoformat()}">{written}</time>'


def group_link(group: Group, root: str, language: str = "") -> str:
    """A link to the posts of a subject, author or year; the name keeps its own direction."""
    own = language_attributes(language, xhtml=False) if language else ""
    return f'<a href="{root}{group.folder}index.html"{own}><bdi>{escape(group.name)}</bdi></a>'


def foreign(language: str, site: Front) -> str:
    """The language of a name, where it is another than that of the page; else ""."""
    same = primary(language) == primary(site.publication.language)
    return "" if same or not language else language


def _subjects(episode: Episode, site: Front, root: str) -> str:
    """The subjects of a post, each a link."""
    found = site.groups.found(SUBJECTS, episode.post.tags)[:_MOST_SUBJECTS]
    language = foreign(episode.post.language, site)
    links = "".join(f"<li>{group_link(group, root, language)}</li>\n" for group in found)
    name = f'aria-label="{site.said.subjects}"'
    return f'<ul class="subjects" {name}>\n{links}</ul>\n' if found else ""


# --- what a reader can do ---------------------------------------------------------------


def _offers(episode: Episode, site: Front, root: str) -> str:
    """The two main actions of those that were made, and the others folded.

    Each has the post's title in its words, so that it is clear alone: a hundred links that say
    "Listen" are no help in a list of links (WCAG 2.4.9).
    """
    made = _made(episode, site)
    main = _read_along(episode, site, root) if READ_ALONG in made else ""
    sound = made.get(SOUND.format(slug=episode.post.slug))
    listen = _listen(episode, sound[1], site, root) if sound else ""
    actions = f'<div class="actions">\n{main}{listen}</div>\n' if main or listen else ""
    folded = [pair for path, pair in made.items() if path != READ_ALONG]
    return actions + _more(episode, folded, site, root)


def _made(episode: Episode, site: Front) -> dict[str, tuple[Offer, FileCard]]:
    """The offers of a post that were made, by their paths in its folder."""
    folder = f"posts/{episode.post.slug}/"
    cards = {card.path: card for card in episode.files}
    return {
        path: (offer, card)
        for path, offer in offers(episode.post.slug, site.publication).items()
        if (card := cards.get(folder + path))
    }


def _read_along(episode: Episode, site: Front, root: str) -> str:
    href = f"{root}posts/{escape(episode.post.slug)}/{READ_ALONG}"
    words = escape(site.said.read_along) + _hidden(episode)
    return f'<a class="action" href="{href}">{words}</a>\n'


def _listen(episode: Episode, card: FileCard, site: Front, root: str) -> str:
    """A player in the list, which loads nothing before it is started; it needs no script."""
    title = escape(_cut(episode.post.title, _LONGEST_TITLE))
    return f"""<details class="listen">
<summary>{escape(site.said.listen)}{_hidden(episode)}</summary>
<audio controls="" preload="none" src="{root}{escape(card.path)}" aria-label="{title}"></audio>
</details>
"""


def _more(episode: Episode, made: Sequence[tuple[Offer, FileCard]], site: Front, root: str) -> str:
    title = _hidden(episode)
    lines = "\n".join(
        f'<li><a href="{root}{escape(card.path)}">{escape(detail)}{title}</a></li>'
        for offer, card in made
        for detail in (in_detail(offer, card, episode.duration, site.ours),)
    )
    if not lines:
        return ""
    return f"""<details class="more">
<summary>{escape(site.said.more)}{title}</summary>
<ul class="offers">
{lines}
</ul>
</details>
"""


def _hidden(episode: Episode) -> str:
    """The title after the words of a link, for those who hear them alone."""
    return f'<span class="hidden">: {escape(_cut(episode.post.title, _LONGEST_TITLE))}</span>'


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest].rstrip() + "…"
