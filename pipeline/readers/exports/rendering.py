"""A post's text as WordPress keeps it → HTML: blocks, shortcodes, embeds, pictures, paragraphs.

In a text of the block editor, comments (`<!-- wp:paragraph -->`) say where blocks begin and end.
A block without an end (`<!-- wp:latest-posts /-->`) is filled in by WordPress when it shows the
post. Text outside of blocks, and text of the classic editor, has its paragraphs made here.
"""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from pipeline.findings import Finding
from pipeline.readers.exports.attachments import Attachment, Library
from pipeline.readers.exports.paragraphs import paragraphs
from pipeline.readers.shared.reading import warning
from pipeline.readers.text.shortcodes import RENDERERS, Shortcode, Shortcodes
from pipeline.readers.text.tokens import Kind, Token, tokens

_RAW = frozenset({"pre", "script", "style", "textarea"})
_BLOCK = re.compile(
    r"<!--\s+(?P<close>/)?wp:(?P<name>[a-z][a-z0-9_/-]*)\s*(?P<values>\{.*\})?\s*(?P<void>/)?-->",
    re.DOTALL,
)
# Blocks whose text has no paragraphs of its own.
_LOOSE = frozenset({"freeform", "shortcode"})
# Blocks that list other posts or parts of the site: what is in them is a template.
_TEMPLATES = frozenset({"query", "comments", "navigation"})
_SILENT = frozenset({"more", "nextpage", "spacer", "footnotes", "separator"})
_DEEPEST = 5  # synced patterns in synced patterns

# As on WordPress.com: "$latex x^2$".
_FORMULA = re.compile(r"\$latex[\s=]\s{0,9}([^$\n]{1,500})\$")

# An address of which at least one end is that of a line or element, as a quick first look.
_URL = re.compile(r"(?m)(?:^|>)[ \t]*https?://")
_NEEDS_WORK = re.compile(r"<img\b|wp-block-(?:verse|file)", re.IGNORECASE)
_URL_LINE = re.compile(r"(?m)^([ \t]*)(https?://[^\s<>\"\[\]]+)([ \t]*)$")
_SHOWN_IN_PLACE = """
    youtube.com youtu.be vimeo.com dailymotion.com dai.ly flickr.com flic.kr smugmug.com
    scribd.com wordpress.tv crowdsignal.net polldaddy.com poll.fm twitter.com x.com
    soundcloud.com slideshare.net spotify.com imgur.com issuu.com mixcloud.com ted.com
    videopress.com reddit.com speakerdeck.com tumblr.com tiktok.com pinterest.com bsky.app
    facebook.com instagram.com kickstarter.com vine.co screencast.com animoto.com hulu.com
    funnyordie.com blip.tv viddler.com meetup.com gist.github.com giphy.com
"""


@dataclass(frozen=True, slots=True)
class Site:
    """What a post's text may refer to: attachments, and synced patterns by their number."""

    library: Library
    patterns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One post: its number, its site, its footnotes as JSON, and what could not be shown."""

    number: str
    site: Site
    footnotes: str
    place: Callable[[int], str]
    left_out: dict[str, None] = field(default_factory=dict)
    told: dict[str, Finding] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """A warning for each shortcode left out, and one for all blocks."""
        blocks = [_blocks_left_out(list(self.left_out), self.place(1))] if self.left_out else []
        return (*self.told.values(), *blocks)

    def html(self, text: str) -> str:
        """The post's text as HTML."""
        renderers = {**RENDERERS, **self._renderers()}
        text = _FORMULA.sub(r"<code>$$\1$$</code>", text)
        without = Shortcodes(renderers, self.place, told=self.told).without(text)
        made = "".join(_with_paragraphs(self._segments(_with_embeds(without))))
        return self._pictures(made) + _notes(self.footnotes, made)

    # --- shortcodes that show attachments -----------------------------------------------

    def _renderers(self) -> dict[str, Callable[[Shortcode], str | None]]:
        return {
            "gallery": self._gallery,
            "playlist": self._playlist,
            "audio": self._audio,
            "vc_single_image": self._single_image,
        }

    def _gallery(self, code: Shortcode) -> str | None:
        library = self.site.library
        pictures = [one for one in self._chosen(code) if one.is_picture]
        return "".join(map(library.figure, pictures)) or None

    def _playlist(self, code: Shortcode) -> str | None:
        is_video = code.values.get("type") == "video"
        found = [one for one in self._chosen(code) if not one.is_picture]
        tag = "video" if is_video else "audio"
        return "".join(_player(tag, one) for one in found) or None

    def _audio(self, code: Shortcode) -> str | None:
        said = RENDERERS["audio"](code)
        below = [one for one in self.site.library.of_post(self.number) if one.is_sound]
        return said or (_player("audio", below[0]) if below else None)

    def _single_image(self, code: Shortcode) -> str | None:
        one = self.site.library.numbered(code.values.get("image", ""))
        return self.site.library.figure(one) if one else None

    def _chosen(self, code: Shortcode) -> list[Attachment]:
        """The attachments that a shortcode names, or all of the post."""
        library = self.site.library
        named = code.first("ids", "include")
        if named:
            found = (library.numbered(number) for number in re.split(r"[\s,]+", named))
            return [one for one in found if one]
        without = set(re.split(r"[\s,]+", code.first("exclude")))
        below = library.of_post(code.values.get("id", self.number))
        return [one for one in below if one.number not in without]

    # --- blocks -------------------------------------------------------------------------

    def _segments(self, text: str, depth: int = 0) -> Iterator[tuple[bool, str]]:
        """The text without the comments of blocks; each part says whether it has loose text."""
        if "<!-- " not in text:
            yield True, text
            return
        open_blocks: list[str] = []
        part: list[str] = []
        for token in tokens(text, _RAW):
            found = _BLOCK.fullmatch(token.text) if token.kind is Kind.COMMENT else None
            hidden = not _TEMPLATES.isdisjoint(open_blocks)
            if not found:
                part.append("" if hidden else token.text)
                continue
            loose = not open_blocks or open_blocks[-1] in _LOOSE
            yield loose, "".join(part)
            part = []
            name = found["name"].removeprefix("core/")
            if found["void"] and not hidden:
                yield from self._filled_in(name, _json(found["values"]), depth)
            elif not (found["void"] or found["close"]):
                open_blocks.append(name)
                if name in _TEMPLATES:
                    self.left_out.setdefault(name)
            elif open_blocks and found["close"]:
                open_blocks.pop()
        yield not open_blocks or open_blocks[-1] in _LOOSE, "".join(part)

    def _filled_in(self, name: str, values: object, depth: int) -> Iterator[tuple[bool, str]]:
        """What is shown for a block that WordPress would fill in."""
        given = values if isinstance(values, dict) else {}
        pattern = self.site.patterns.get(str(given.get("ref", "")))
        url = given.get("url")
        if name == "block" and pattern and depth < _DEEPEST:
            yield from self._segments(_with_embeds(pattern), depth + 1)
        elif name == "separator":
            yield False, "<hr>"
        elif isinstance(url, str) and url.startswith("http"):
            shown = given.get("label") or given.get("service")
            yield False, f"<p>{_link(url, str(shown) if shown else '')}</p>"
        elif name not in _SILENT:
            self.left_out.setdefault(name)

    # --- pictures -----------------------------------------------------------------------

    def _pictures(self, text: str) -> str:
        """The HTML with pictures that have words, and without what only works on the site."""
        if not _NEEDS_WORK.search(text):
            return text
        out: list[str] = []
        dropped = False
        for token in tokens(text, _RAW):
            if token.name == "img":
                out.append(_picture(token.text, self.site.library))
            elif token.kind is Kind.RAW and "wp-block-verse" in token.text[:200]:
                out.append(_verse(token.text))
            elif _is_download(token):
                dropped = True
            elif dropped and token.closing and token.name in {"a", "object"}:
                dropped = False
            elif not dropped:
                out.append(token.text)
        return "".join(out)


def _with_paragraphs(segments: Iterator[tuple[bool, str]]) -> Iterator[str]:
    for loose, text in segments:
        yield paragraphs(text) if loose and text.strip() else text


def _json(text: str | None) -> object:
    try:
        return json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}


def _blocks_left_out(names: list[str], where: str) -> Finding:
    shown = ", ".join(names[:8]) + (", …" if len(names) > 8 else "")
    return warning(
        "dynamic-block",
        where,
        f"Blocks that WordPress fills in when it shows the post were left out: {shown}.",
        "Write into the post what readers should find there.",
    )


# --- embeds -----------------------------------------------------------------------------


def _with_embeds(text: str) -> str:
    """The text with a link for each address that stands alone on a line or in a paragraph."""
    if not _URL.search(text):
        return text
    pieces = [Token(Kind.TAG, "", "div"), *tokens(text, _RAW), Token(Kind.TAG, "", "div")]
    out = []
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if piece.kind is Kind.TEXT and _URL_LINE.search(piece.text):
            out.append(_linked(piece.text, _ends_line(before), _ends_line(after)))
        else:
            out.append(piece.text)
    return "".join(out)


def _ends_line(token: Token) -> bool:
    return token.is_block or token.kind is Kind.COMMENT or token.name == "br"


def _linked(text: str, first: bool, last: bool) -> str:  # noqa: FBT001 (two ends of one text)
    def replace(found: re.Match[str]) -> str:
        if (found.start() or first) and (found.end() < len(text) or last):
            return f"{found[1]}{_link(found[2])}{found[3]}"
        return found[0]

    return _URL_LINE.sub(replace, text)


def _link(url: str, words: str = "") -> str:
    """A link; for a player or post of another site a frame, of which the HTML reader makes one."""
    bare = html.unescape(url)
    try:
        host = urlsplit(bare).hostname or ""
    except ValueError:
        return html.escape(bare)
    address = html.escape(bare)
    if not words and any(f".{host}".endswith(f".{site}") for site in _SHOWN_IN_PLACE.split()):
        return f'<iframe src="{address}"></iframe>'
    return f'<a href="{address}">{html.escape(words) or address}</a>'


def _player(tag: str, one: Attachment) -> str:
    title = f' title="{html.escape(one.title)}"' if one.title else ""
    return f'<p><{tag} src="{html.escape(one.url)}"{title}></{tag}></p>'


# --- single elements --------------------------------------------------------------------

_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_NUMBERED = re.compile(r"wp-image-(\d+)|attachment_(\d+)")


def _attributes(tag: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag):
        found.setdefault(name.lower(), html.unescape(double or single or bare))
    return found


def _picture(tag: str, library: Library) -> str:
    """A picture's tag with the alternative text of its attachment where it has none itself.

    An empty one says nothing: WordPress writes it wherever nobody has described a picture.
    """
    given = _attributes(tag)
    classes, src = given.get("class", ""), given.get("src", "")
    alt = given.get("alt", "").strip()
    if alt and re.search(r"\b(?:wp-smiley|emoji)\b", classes):
        return html.escape(alt)
    numbers = [a or b for a, b in _NUMBERED.findall(classes)] + [given.get("data-id", "")]
    words = alt or library.alternative(src, numbers)
    local = library.local(src)
    if words and words == alt and local == src:
        return tag
    kept = {name: value for name, value in given.items() if name != "alt"} | {"src": local}
    kept |= {"alt": words} if words else {}
    return (
        "<img " + " ".join(f'{name}="{html.escape(value)}"' for name, value in kept.items()) + ">"
    )


def _verse(element: str) -> str:
    """A poem as a paragraph with its lines: it is no program text, as `<pre>` would say."""
    inner = re.sub(r"^<pre\b[^>]*>|</pre\s*>$", "", element, flags=re.IGNORECASE).strip("\n")
    verses = [verse.replace("\n", "<br>\n") for verse in re.split(r"\n[ \t]*\n", inner)]
    return "".join(f"<p>{verse}</p>" for verse in verses)


def _is_download(token: Token) -> bool:
    """Whether a button or preview repeats the link to a file that stands before it."""
    return (
        token.kind is Kind.TAG
        and not token.closing
        and (
            (token.name == "a" and "wp-block-file__button" in token.text)
            or (token.name == "object" and "wp-block-file__embed" in token.text)
        )
    )


def _notes(said: str, text: str) -> str:
    """The footnotes of a post to which its text refers, as a list."""
    notes = _json(said)
    made = [
        f'<li id="{html.escape(str(note["id"]))}">{note.get("content", "")}</li>'
        for note in (notes if isinstance(notes, list) else [])
        if isinstance(note, dict) and note.get("id") and str(note["id"]) in text
    ]
    return f'<ol class="footnotes">{"".join(made)}</ol>' if made else ""
