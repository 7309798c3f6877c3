"""What the usual shortcodes of site generators stand for: pictures, players, boxes, links.

A shortcode of Hugo, an include of Jekyll, a function of Zola and a component of MDX differ in how
they are written, and hardly in what they are called.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

_ARGUMENT = re.compile(
    r"(?:([\w:.-]{1,60})\s*[=:]\s*)?"
    r"(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|“([^”]*)”|`([^`]*)`|\{\s*[\"'`]([^\"'`{}]*)[\"'`]\s*\}"
    r"|([^\s,\"'=(){}]+))"
)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp)(?:[?#]\S*)?$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")

_SOURCES = ("src", "url", "image", "image_path", "path", "file", "filename", "link", "href", "img")
_ALTERNATIVES = ("alt", "alttext", "alt_text", "image_alt", "description", "desc")
_CAPTIONS = ("caption", "cap", "figcaption", "title")
_TITLES = ("title", "label", "summary", "name", "header", "heading", "caption")
_NAMES = ("id", "v", "video", "video_id", "videoid", "yt_id", "vid", "tweet", "code", "user")

# What a player's page is called, by words in the shortcode's name.
_PLAYERS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "tweet": "https://twitter.com/i/status/{}",
    "twitter": "https://twitter.com/i/status/{}",
    "instagram": "https://www.instagram.com/p/{}/",
    "gist": "https://gist.github.com/{}",
    "asciinema": "https://asciinema.org/a/{}",
    "codepen": "https://codepen.io/{}",
    "codesandbox": "https://codesandbox.io/s/{}",
    "spotify": "https://open.spotify.com/{}",
    "soundcloud": "https://soundcloud.com/{}",
}
_EMBEDS = ("embed", "iframe", "video", "audio", "media", "player", "podcast", "map", "jsfiddle")

_BOXES = frozenset({
    "admonition", "alert", "aside", "attention", "box", "callout", "caution", "danger", "error",
    "hint", "important", "info", "infobox", "message", "note", "notice", "notification", "success",
    "tip", "warn", "warning",
})  # fmt: skip
_KINDS = _BOXES - {"admonition", "alert", "aside", "box", "callout", "infobox", "message", "notice"}
_QUOTES = frozenset({"quote", "blockquote", "pullquote", "cite", "epigraph"})
_FOLDS = frozenset(
    {"details", "spoiler", "collapse", "accordion", "toggle", "expand", "expandable"}
)
_LINKS = frozenset({"button", "btn", "link", "a", "cta", "linkbutton"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a shortcode is given: values with names in lower case, and those without."""

    named: Mapping[str, str]
    plain: tuple[str, ...]

    def first(self, keys: tuple[str, ...]) -> str:
        """The first of some names that has a value, or ""."""
        return next((self.named[key] for key in keys if self.named.get(key)), "")

    @property
    def words(self) -> list[str]:
        """The values that are words of the post rather than settings: they have a space."""
        said = [value for key, value in self.named.items() if key not in {"class", "style", "id"}]
        return [value for value in [*self.plain, *said] if " " in value.strip()]


def arguments(text: str) -> Arguments:
    """The arguments in the text of a tag behind its name."""
    named: dict[str, str] = {}
    plain: list[str] = []
    for found in _ARGUMENT.finditer(text):
        value = next((part for part in found.groups()[1:] if part is not None), "")
        value = re.sub(r"\\([\"'])", r"\1", value)
        if found[1]:
            named.setdefault(found[1].lower(), value)
        elif found[5] is None:  # between backticks stands a program or a pattern
            plain.append(value)
    return Arguments(named, tuple(plain))


def meaning(name: str, given: Arguments, *, paired: bool) -> tuple[str, str] | None:
    """The Markdown that a shortcode and its end stand for, or None where nobody here knows.

    `paired` says whether it has an end, with text in between.
    """
    last = re.split(r"[/.]", re.sub(r"\.(?:html|md|liquid|njk)$", "", name.lower()))[-1]
    last = last.replace("_", "-")
    alone = _player(last, given) or _picture(last, given)
    if alone:
        return alone, ""
    return _around(last, given) if paired else _link(last, given)


def _picture(name: str, given: Arguments) -> str:
    sources = [given.named[key] for key in _SOURCES if key in given.named]
    src = next(filter(_PICTURE.search, [*sources, *given.plain]), "")
    if not src:
        return ""
    others = [value for value in given.plain if value != src and " " in value]
    caption = given.first(_CAPTIONS)
    alt = given.first(_ALTERNATIVES) or ("" if caption else " ".join(others))
    shown = f'<img src="{escape(src)}" alt="{escape(alt)}">'
    figure = bool(caption) or "fig" in name
    words = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f"\n\n<figure>{shown}{words}</figure>\n\n" if figure else shown


def _player(name: str, given: Arguments) -> str:
    """A frame, which becomes a link that says what it leads to."""
    values = [*(given.named[k] for k in (*_SOURCES, *_NAMES) if k in given.named), *given.plain]
    site = next((site for site in _PLAYERS if site in name), "")
    address = next(filter(_ADDRESS.fullmatch, values), "")
    if not address and site:
        address = _page(
            site, given, [value for value in values if re.fullmatch(r"[\w/@.-]+", value)]
        )
    if not address or not (site or any(word in name for word in _EMBEDS)):
        return ""
    title = escape(given.first(_TITLES))
    return f'\n\n<iframe src="{escape(address)}" title="{title}"></iframe>\n\n'


def _page(site: str, given: Arguments, values: list[str]) -> str:
    user, number = given.named.get("user"), given.named.get("id")
    if user and number and site in {"tweet", "twitter"}:
        return f"https://twitter.com/{user}/status/{number}"
    if site in {"gist", "codepen"}:
        pair = [user, number] if user and number else values[:2]
        return _PLAYERS[site].format("/pen/".join(pair) if site == "codepen" else "/".join(pair))
    return _PLAYERS[site].format(values[0]) if values else ""


def _around(name: str, given: Arguments) -> tuple[str, str] | None:
    """What stands around the text between a shortcode and its end."""
    title = given.first(_TITLES)
    if name in _QUOTES:
        return "\n\n<blockquote>\n\n", "\n\n</blockquote>\n\n"
    if name in _FOLDS:
        said = escape(title or " ".join(given.plain))
        return f"\n\n<details><summary>{said}</summary>\n\n", "\n\n</details>\n\n"
    if name in _BOXES:
        return f"\n\n{_title(name, title, given)}\n\n", "\n\n"
    address = given.first(("href", "url", "link", "to"))
    if name in _LINKS and address:
        return f'<a href="{escape(address)}">', "</a>"
    return None


def _title(name: str, title: str, given: Arguments) -> str:
    """The title of a box: its own words, or the English name of its kind."""
    said = title or next((value for value in given.plain if " " in value), "")
    if said:
        return f"**{said.replace('**', '')}**"
    kinds = [given.named.get("type", ""), *given.plain, name]
    kind = next((kind for kind in kinds if kind.lower() in _KINDS), "")
    return f'**<span lang="en">{kind.capitalize()}</span>**' if kind else ""


def _link(name: str, given: Arguments) -> tuple[str, str] | None:
    if name in {"br", "toc", "more", "clear", "clearfix", "newline"}:
        return ("<br>" if name == "br" else ""), ""
    address = given.first(("href", "url", "link", "to"))
    words = given.first(("text", "label", "title", "content", "name"))
    if address and words:
        return f"[{words}]({address})", ""
    return None
