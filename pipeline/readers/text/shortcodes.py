"""Shortcodes: names in square brackets that WordPress replaces when it shows a post.

`[gallery ids="1,2"]`, `[caption …]…[/caption]`: WordPress asks its plug-ins which names are
shortcodes; a text alone does not say. So a name in brackets is one only if it is among those
that are widely used, has an end (`[/name]`) or a value in quotation marks, or stands alone on
its line with values or an underscore. "[sic]", "[1]" and "[a link](address)" are never one.
"""

import html
import re
from base64 import b64decode
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from pipeline.findings import Finding
from pipeline.readers.text import shortcode_names as names
from pipeline.readers.text.site_tags import site_tag
from pipeline.readers.text.tokens import Ends

_DEEPEST = 5  # captions with shortcodes in them; deeper ones are taken as they are
_LONGEST = 5000  # characters of a shortcode's values

_BRACKET = (
    r"(?P<bracket>\[(?P<close>/?)(?P<name>[a-zA-Z][\w-]{0,60})"
    rf"(?P<values>(?:[\s=][^\[\]]{{0,{_LONGEST}}})?)\])"
)
_UNTOUCHED = (
    r"(?P<open><!--|<(?P<raw>pre|code|script|style|textarea)\b[^<>]{0,500}>)"
    r"|(?P<tag><[a-zA-Z/][^<>]{0,2000}>)"
)
_IN_HTML = re.compile(f"{_UNTOUCHED}|{_BRACKET}", re.IGNORECASE)

# In Markdown, fences and code spans hold examples, too.
_IN_MARKDOWN = re.compile(
    r"(?P<fence>^(?P<marks>[ ]{0,3}(?:`{3,}|~{3,}))[^\n]*\n.*?(?:^(?P=marks)[`~]*[ ]*$|\Z))"
    r"|(?P<span>(?P<ticks>`+)(?!`)[^\n]{0,2000}?(?<!`)(?P=ticks)(?!`))"
    rf"|{_UNTOUCHED}|{_BRACKET}",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)

_VALUE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))|\"([^\"]*)\"|(\S+)")
_QUOTED = re.compile(r"(?:^|\s)[\w-]+\s*=\s*[\"']")
_QUOTATION_MARKS = str.maketrans("“”„″‘’′", '""""\'\'\'')
_PAIRS = re.compile(r"(?:\s+[\w-]+=[^\s=]+)+\s*")


@dataclass(frozen=True, slots=True)
class Shortcode:
    """A shortcode: its values by name ("" for one without), and its inner text if it has an end."""

    name: str
    values: Mapping[str, str]
    inner: str | None = None

    def first(self, *keys: str) -> str:
        """The first of some values that is there, or ""."""
        return next((self.values[key] for key in keys if self.values.get(key)), "")


Renderer = Callable[[Shortcode], str | None]
"""From a shortcode to HTML; None where it can't be shown."""


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A name in brackets, and where it stands; `end_at` is the bracket that ends it."""

    start: int
    stop: int
    name: str
    values: str
    closing: bool = False
    end_at: "_Bracket | None" = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Shortcodes:
    """What is done with shortcodes: how some are shown, and how a line of the text is named."""

    renderers: Mapping[str, Renderer]
    place: Callable[[int], str]
    markdown: bool = False
    told: dict[str, Finding] = field(default_factory=dict)

    def without(self, text: str, line: int = 1, depth: int = 0) -> str:
        """The text without shortcodes: shown where that is known, else their inner text alone."""
        if "[" not in text or depth > _DEEPEST:
            return text
        brackets = _paired([*self._brackets(text)])
        lines = _Lines(text, brackets)
        out, at = [], 0
        for number, bracket in enumerate(brackets):
            if bracket.start < at:
                continue
            literal = _literal(bracket, text, lines)
            if literal is not None:
                out += [text[at : bracket.start - 1], literal[1]]
                at = literal[0]
            elif _is_shortcode(bracket, text, lines):
                out.append(text[at : bracket.start])
                here = line + lines.number(bracket.start)
                shown, at = self._shown(bracket, text, here, depth)
                following = brackets[number + 1] if number + 1 < len(brackets) else None
                if shown is None:
                    out.append(self._gap(bracket, text, following))
                else:
                    out.append(self._apart(shown, text[bracket.start : at]))
        return "".join([*out, text[at:]])

    def _brackets(self, text: str) -> Iterator[_Bracket]:
        pattern, ends, at = _IN_MARKDOWN if self.markdown else _IN_HTML, Ends(text), 0
        while found := pattern.search(text, at):
            at = found.end()
            if found["open"]:
                after = "-->" if not found["raw"] else rf"</{found['raw']}\s*>"
                at = max(at, ends.after(after, at))
            elif found["bracket"]:
                yield _Bracket(
                    found.start(), at, found["name"], found["values"], bool(found["close"])
                )

    def _shown(self, bracket: _Bracket, text: str, line: int, depth: int) -> tuple[str | None, int]:
        """The HTML for a shortcode, or None, and where the text goes on."""
        renderer = self.renderers.get(bracket.name)
        end = bracket.end_at
        if renderer and not bracket.closing:
            inner = text[bracket.stop : end.start] if end else None
            if inner and bracket.name not in names.PROGRAMS:
                inner = self.without(inner, line, depth + 1)
            made = renderer(Shortcode(bracket.name, _values(bracket.values), inner))
            if made is not None:
                return made, end.stop if end else bracket.stop
        if bracket.name not in self.told and not bracket.closing:
            self.told[bracket.name] = _left_out(bracket, self.place(line))
        return None, bracket.stop

    def _gap(self, bracket: _Bracket, text: str, following: _Bracket | None) -> str:
        """What takes the place of one that is left out: nothing, or what keeps words apart."""
        words = _own_words(bracket)
        if names.is_layout(bracket.name) or words:
            return "".join(self._apart(one, "") for one in words or ("",))
        before = text[max(bracket.start - 1, 0) : bracket.start]
        after = text[bracket.stop : bracket.stop + 1]
        touching = following is not None and not text[bracket.stop : following.start].strip()
        if bracket.closing and touching and following and not following.closing:
            return self._apart("", "")
        alone = not bracket.closing and bracket.end_at is None
        return " " if alone and before.isalnum() and after.isalnum() else ""

    def _apart(self, made: str, instead_of: str) -> str:
        """HTML apart from the text around it; in HTML, later lines keep their numbers."""
        if made.startswith("<code"):
            return made
        if self.markdown:
            return f"\n\n{made}\n\n"
        boxed = made if made.startswith(("<figure", "<pre")) else f"<div>{made}</div>"
        return boxed + "\n" * (instead_of.count("\n") - made.count("\n"))


def without_shortcodes(body: str, place: Callable[[int], str]) -> tuple[str, tuple[Finding, ...]]:
    """A Markdown text without the shortcodes of WordPress, and a finding for each left out.

    `place` names a line of the text, counted from 1, for findings.
    """
    codes = Shortcodes(RENDERERS, place, markdown=True)
    return codes.without(body), tuple(codes.told.values())


# --- which brackets are shortcodes ------------------------------------------------------


def _paired(brackets: list[_Bracket]) -> list[_Bracket]:
    """The same brackets, each beginning with its end."""
    open_ones: dict[str, list[int]] = {}
    for number, bracket in enumerate(brackets):
        before = open_ones.setdefault(bracket.name, [])
        if not bracket.closing:
            before.append(number)
        elif before:
            brackets[number] = replace(bracket, ended=True)
            begun = before.pop()
            brackets[begun] = replace(brackets[begun], end_at=brackets[number])
    return brackets


class _Lines:
    """Which lines of a text hold nothing but brackets."""

    def __init__(self, text: str, brackets: list[_Bracket]) -> None:
        self._text = text
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._brackets = {bracket.start: bracket.stop for bracket in brackets}
        self._known: dict[int, bool] = {}

    def number(self, at: int) -> int:
        """How many lines end before a place."""
        return bisect_left(self._ends, at)

    def alone(self, bracket: _Bracket) -> bool:
        """Whether nothing but brackets stands on the line of this one."""
        line = self.number(bracket.start)
        if line not in self._known:
            self._known[line] = self._only_brackets(self._ends[line - 1] + 1 if line else 0)
        return self._known[line]

    def _only_brackets(self, at: int) -> bool:
        text = self._text
        while at < len(text) and text[at] != "\n":
            if at in self._brackets:
                at = self._brackets[at]
            elif text[at].isspace():
                at += 1
            elif paragraph := _PARAGRAPH_TAG.match(text, at):
                at = paragraph.end()
            else:
                return False
        return True


_PARAGRAPH_TAG = re.compile(r"</?(?:p|div)\b[^<>]{0,200}>")


def _is_shortcode(bracket: _Bracket, text: str, lines: _Lines) -> bool:
    """Whether WordPress most likely replaces this bracket."""
    name, values = bracket.name, bracket.values
    if text[bracket.stop : bracket.stop + 1] in ("(", ":") and not bracket.end_at:
        return False  # a link of Markdown
    if bracket.closing:
        return not values and (bracket.ended or names.is_known(name))
    known = name in names.ANYWHERE or name.startswith(names.PREFIXES)
    given = name in names.WITH_VALUES and bool(values.strip())
    plain = html.unescape(values).translate(_QUOTATION_MARKS)
    quoted = values[:1].isspace() and _QUOTED.search(plain) is not None
    if bracket.end_at or values.endswith("/") or known or given or quoted:
        return True
    likely = "_" in name or name in names.ALONE or _PAIRS.fullmatch(values) is not None
    return likely and lines.alone(bracket)


def _literal(bracket: _Bracket, text: str, lines: _Lines) -> tuple[int, str] | None:
    """For `[[name]]`, which shows `[name]`: where the text goes on, and what stands there."""
    last = bracket.end_at or bracket
    doubled = text[max(bracket.start - 1, 0) : bracket.start] == "["
    if not doubled or text[last.stop : last.stop + 1] != "]" or bracket.closing:
        return None
    if not (names.is_known(bracket.name) or _is_shortcode(bracket, text, lines)):
        return None
    return last.stop + 1, text[bracket.start : last.stop]


def _values(written: str) -> dict[str, str]:
    """The values of a shortcode; one without a name is under "" (the first of them counts)."""
    plain = html.unescape(written).translate(_QUOTATION_MARKS).strip().removeprefix("=")
    found: dict[str, str] = {}
    for key, double, single, bare, quoted, word in _VALUE.findall(plain.removesuffix("/")):
        found.setdefault(key.lower(), double or single or bare or quoted or word)
    return found


# --- what takes the place of a shortcode ------------------------------------------------


def _own_words(bracket: _Bracket) -> tuple[str, ...]:
    """The words of a shortcode that its values hold, such as a heading."""
    if bracket.closing or not bracket.values or names.IS_CONTROL.search(bracket.name):
        return ()
    keys = names.HEADINGS if bracket.end_at else (*names.HEADINGS, *names.TEXTS)
    values = _values(bracket.values)
    found = [values[key] for key in keys if key in values]
    words = [one for one in found if any(map(str.isalpha, one)) and "://" not in one]
    return tuple(html.escape(one, quote=False) for one in dict.fromkeys(words))


def _left_out(bracket: _Bracket, where: str) -> Finding:
    kept = "The text inside it was kept." if bracket.end_at else ""
    return site_tag(where, f"[{bracket.name}]", kept)


_PICTURE = re.compile(r"\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL)


def _caption(code: Shortcode) -> str | None:
    """A picture with its caption: in the text after it, or in a value (before WordPress 3.4)."""
    found = _PICTURE.match(code.inner or "")
    if found is None:
        return None
    words = code.values.get("caption") or found[2].strip()
    caption = f"<figcaption>{words}</figcaption>" if words else ""
    return f"<figure>{found[1]}{caption}</figure>"


def _address(text: str) -> str:
    """A web address as it may stand in an attribute; "" if it is none."""
    bare = html.unescape(re.sub(r"<[^>]*>", "", text)).strip()
    return html.escape(bare) if re.fullmatch(r"(?:https?:)?//\S+", bare) else ""


def _player(tag: str, *keys: str) -> Renderer:
    def render(code: Shortcode) -> str | None:
        url = _address(code.first(*keys)) or _address(code.inner or "")
        return f'<{tag} src="{url}"></{tag}>' if url else None

    return render


def _program(code: Shortcode) -> str | None:
    if code.inner is None:
        return None
    text = html.escape(html.unescape(code.inner.strip("\n")), quote=False)
    said = code.first("language", "lang", "")
    language = (said if said.isalnum() else "") or names.LANGUAGES.get(code.name, "")
    name = f' class="language-{language}"' if language else ""
    return f"<pre><code{name}>{text}</code></pre>"


def _formula(code: Shortcode) -> str | None:
    return None if code.inner is None else f"<code>$${code.inner.strip()}$$</code>"


def _encoded(code: Shortcode) -> str | None:
    """HTML that a page builder keeps as base64 of its %-codes."""
    try:
        return unquote(b64decode(code.inner or "", validate=True).decode())
    except ValueError:  # also binascii's, and that of bytes that are no text
        return ""


def _nothing(_code: Shortcode) -> str:
    return ""


RENDERERS: Mapping[str, Renderer] = {
    "caption": _caption,
    "wp_caption": _caption,
    "video": _player("video", "src", "mp4", "m4v", "webm", "ogv", "flv", "wmv"),
    "audio": _player("audio", "src", "mp3", "m4a", "ogg", "wav", "wma", ""),
    **dict.fromkeys(names.EMBEDS, _player("iframe", "url", "src", "href", "")),
    **dict.fromkeys(names.PROGRAMS, _program),
    "latex": _formula,
    "vc_raw_html": _encoded,
    "vc_raw_js": _nothing,
}
"""The shortcodes that can be shown from what they say themselves."""
