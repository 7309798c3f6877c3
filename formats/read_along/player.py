"""The player: the browser's own, and a bar of ours at the foot of the window.

The bar is hidden until the script runs. It comes after the post, and holds one row of buttons and
the panels that some of them open. Where the row is narrow, one button opens the less used ones.
"""

from formats.chapters import chapters
from formats.clock import short
from formats.markup import escape, our_language
from formats.model import Chapter, Edition
from formats.read_along.icons import icon
from formats.read_along.settings import settings_form
from formats.words import PlayerWords, Words, phrases, player_words, words

_SPEEDS = ("0.5", "0.75", "1", "1.25", "1.5", "1.75", "2", "2.25", "2.5", "2.75", "3")


def player(edition: Edition) -> str:
    """The section with both players, in the words of the post's language."""
    ours = words(edition.post.language)
    own, said = our_language(ours, edition.post.language), player_words(ours)
    parts = chapters(edition)
    return f"""<section class="player" id="page-player" aria-label="{ours.page.listen}" \
tabindex="-1" {_told(edition)}{own}>
{_native(edition.post.slug, ours)}
<div class="bar" id="page-bar" hidden="">
<p id="page-told" role="status" data-no-sound="{said.no_sound}" data-copied="{said.copied}" \
data-in-address="{said.in_address}"></p>
{_search(said)}
{settings_form(ours, said)}
{_keys(ours, said)}
<div class="row" role="group" aria-label="{ours.page.listen}">
{_row(ours, said)}
<div class="extras" id="page-extras">
{_extras(ours, said, len(parts))}
</div>
</div>
</div>
</section>"""


def _told(edition: Edition) -> str:
    """What a lock screen shows of the post: title, blog and picture."""
    post, pictures = edition.post, {media.path for media in edition.media}
    own = post.picture and post.picture.src in pictures
    facts = {
        "title": post.title,
        "blog": edition.publication.title,
        "picture": post.picture.src if post.picture and own else "../../cover.jpg",
    }
    return " ".join(f'data-{name}="{escape(value)}"' for name, value in facts.items())


def _native(slug: str, ours: Words) -> str:
    """The browser's own player; a browser that has none shows a link."""
    source = escape(f"{slug}.mp3")
    link = f'<a href="{source}">{ours.page.listen} (MP3)</a>'
    return f'<audio controls="" preload="metadata" src="{source}">{link}</audio>'


# --- the row ----------------------------------------------------------------------------


def _row(ours: Words, said: PlayerWords) -> str:
    play = f'data-play="{said.play}" data-pause="{said.pause}"'
    return "\n".join(
        (
            _button("play", said.play, play),
            _button("back", ours.page.back),
            _button("on", ours.page.on),
            _button("back-15", said.back_15),
            _button("on-15", said.on_15),
            '<span class="time" id="page-time">0:00</span>',
            _opener("more", said.more, "extras"),
        )
    )


def _extras(ours: Words, said: PlayerWords, parts: int) -> str:
    """The controls that a narrow window shows only if asked."""
    of = f'aria-label="{said.place}" data-of="{said.place_of}"'
    written = (
        _button("heading-back", said.heading_back),
        _button("heading-on", said.heading_on),
        f'<input type="range" id="page-place" min="0" max="1" step="1" value="0" {of}/>',
        f'<select id="page-speed" aria-label="{ours.page.speed}">\n{_speeds(ours)}\n</select>',
        _opener("parts-button", ours.page.parts.format(parts), "parts") if parts > 1 else "",
        _opener("search-button", said.search, "search"),
        _opener("settings-button", said.settings, "settings"),
        _button("link", said.link),
        _opener("keys-button", said.keys, "keys"),
    )
    return "\n".join(filter(None, written))


def _speeds(ours: Words) -> str:
    chosen = ' selected=""'
    return "\n".join(
        f'<option value="{value}"{chosen if value == "1" else ""}>{shown} ×</option>'
        for value, shown in ((speed, phrases.decimal(speed, ours)) for speed in _SPEEDS)
    )


def _button(name: str, does: str, more: str = "") -> str:
    """A button with a picture; its name is read out, and shown where a mouse rests on it."""
    attributes = f'id="page-{name}" aria-label="{does}" title="{does}" {more}'.rstrip()
    return f'<button type="button" {attributes}>{icon(name)}</button>'


def _opener(name: str, does: str, panel: str) -> str:
    return _button(name, does, f'aria-controls="page-{panel}" aria-expanded="false"')


# --- the panels -------------------------------------------------------------------------


def parts_list(edition: Edition) -> str:
    """Links to the chapters, with their times; none if there is only one.

    The script makes it a panel of the bar; without it, it stands at the end of the page.
    """
    ours, language = words(edition.post.language), edition.post.language
    own, parts = our_language(ours, language), chapters(edition)
    if len(parts) < 2:
        return ""
    links = "\n".join(_chapter(part, language) for part in parts)
    summary = f"<summary>{ours.page.parts.format(len(parts))}</summary>"
    return (
        f'<details class="chapters panel" id="page-parts"{own}>\n{summary}\n'
        f"<ol>\n{links}\n</ol>\n</details>\n"
    )


def _chapter(part: Chapter, language: str) -> str:
    title = f'<span lang="{escape(part.language or language)}">{escape(part.title)}</span>'
    time = f'<span class="time">{short(part.begin)}</span>'
    return f'<li><a href="#{escape(part.id)}">{title} {time}</a></li>'


def _search(said: PlayerWords) -> str:
    return f"""<div class="panel" id="page-search">
<label for="page-sought">{said.search}</label>
<input type="search" id="page-sought" autocomplete="off" spellcheck="false"/>
<p id="page-found" role="status" data-found="{said.found}"></p>
<ol id="page-hits"></ol>
</div>"""


def _keys(ours: Words, said: PlayerWords) -> str:
    """What each key does: letters only, for they are where they are on most keyboards."""
    page = ours.page
    does = (
        ("K", f"{said.play}, {said.pause}"),
        ("J", said.back_15),
        ("L", said.on_15),
        ("B", page.back),
        ("N", page.on),
        ("U", said.heading_back),
        ("I", said.heading_on),
        ("+", said.faster),
        ("−", said.slower),
        ("F", said.search),
        ("M", said.settings),
        ("?", said.keys),
        ("Esc", said.shut),
    )
    rows = "\n".join(f'<tr><th scope="row"><kbd>{k}</kbd></th><td>{d}</td></tr>' for k, d in does)
    return f"""<div class="panel" id="page-keys">
<p>{said.tap}</p>
<p><label><input type="checkbox" name="keys" form="page-settings"/> {said.use_keys}</label></p>
<table>
<thead><tr><th scope="col">{said.key}</th><th scope="col">{said.does}</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>"""
