"""Small facts about a post's HTML and its address, which exports of several kinds need."""

import html
import re
from urllib.parse import parse_qsl, unquote, urlsplit

from pipeline.readers.shared import languages
from pipeline.readers.shared.chars import one_line

_LONGEST = 60  # characters of a title made of a post's first words
_LOOKED_AT = 4000  # characters of HTML in which they are looked for

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.DOTALL)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong"
    r"|sub|sup|tt|u|wbr)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_ACTIVE = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_CLOSED = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_WITH_ATTRIBUTES = re.compile(r"</?[a-z][a-z0-9]*(?:\s+[a-z-]+\s*=[^<>]*)/?>", re.IGNORECASE)
_HEADING = re.compile(
    r"\s*(?:<(?:div|p|section|article)\b[^<>]*>\s*)*<h([1-6])\b[^<>]*>", re.IGNORECASE
)
_SHOWN = re.compile(r"<(?:img|iframe|video|audio|object|embed|picture|svg|math)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"(<a\b[^<>]*?)\shref\s*=\s*([\"'])(?!\s*(?:#|//|[a-z][a-z0-9+.-]{0,30}:))[^\"'<>]*\2",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(r"<img\b[^<>]*?\salt\s*=\s*[\"']([^\"'<>]+)[\"']", re.IGNORECASE)
_BREAKS = re.compile(r"(?:<br\b[^<>]{0,40}>(?:\s|&nbsp;|\xa0){0,40}){2,}", re.IGNORECASE)
_BLOCK = re.compile(r"<(?:p|div|br|ul|ol|h[1-6]|table|blockquote|pre)\b", re.IGNORECASE)
_END = re.compile(r"[.!?…][\"”’»)]*\s|[。！？]")

_SUFFIX = re.compile(r"\.(?:html?|php|aspx?|md|jsp|xml|shtml)\Z", re.IGNORECASE)
_CAMPAIGN = re.compile(r"utm_\w+|source|src|ref|rss|m|format|fbclid", re.IGNORECASE)

_FORMAL = re.compile(r"[-_](?:in)?formal\Z")
_UNSAID = frozenset({"en", "en-US"})


def words(text: str) -> str:
    """The words of some HTML, on one line."""
    return one_line(html.unescape(_TAG.sub(" ", _INLINE.sub("", _ACTIVE.sub("", text)))))


def without_active(text: str) -> str:
    """A line that may be HTML, without scripts and without tags that nobody writes as words."""
    return _WITH_ATTRIBUTES.sub("", _CLOSED.sub("", text[:_LOOKED_AT]) + text[_LOOKED_AT:])


def is_empty(text: str) -> bool:
    """Whether some HTML has neither words nor anything else to show."""
    start = text[:_LOOKED_AT].rpartition("<")[0]  # most have words here; the end may cut a tag
    return not words(start) and not _SHOWN.search(text) and not words(text)


def without_lost(text: str) -> str:
    """HTML whose links to other pages of an unknown site lead nowhere; their words stay."""
    return _RELATIVE.sub(r"\1", text)


def first_words(text: str) -> str:
    """A title for a post that has none: its first heading or sentence, or as much as fits.

    "" where it has neither words nor a picture with a description.
    """
    start = text[:_LOOKED_AT]
    heading = _HEADING.match(start)
    if heading:
        inner, closed, _ = start[heading.end() :].partition(f"</h{heading[1]}>")
        if closed and 0 < len(words(inner)) <= _LONGEST:
            return words(inner)
    pictured = _DESCRIBED.search(start)
    said = words(start) or (one_line(html.unescape(pictured[1])) if pictured else "")
    end = _END.search(said, 0, _LONGEST)
    if end:
        return said[: end.end()].strip()
    if len(said) <= _LONGEST:
        return said
    kept = said[: _LONGEST + 1].rpartition(" ")[0] or said[:_LONGEST]
    return f"{kept.rstrip(',;:–—-')}…"


def paragraphs(text: str) -> str:
    """HTML with its paragraphs marked, where an editor only left empty lines between them.

    An empty paragraph takes the place of two line breaks, and so ends the one before it.
    """
    if "<pre" in text.lower():
        return text
    if not _BLOCK.search(text):
        return re.sub(r"\n[ \t]*\n\s*", "<p></p>", text)
    return _BREAKS.sub("<p></p>", text)


def slug_of(address: str) -> str:
    """The name of a post in its web address; "" where the address does not name it.

    "https://a.org/2020/05/a-walk.html" names it "a-walk"; "https://a.org/?p=12" does not.
    """
    try:
        parts = urlsplit(address.strip())
        queries = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or any(not _CAMPAIGN.fullmatch(k) for k, _ in queries):
        return ""
    names = [_SUFFIX.sub("", unquote(part)) for part in parts.path.split("/") if part]
    names = [name for name in names if name.lower() != "index"]
    return names[-1] if names and any(letter.isalpha() for letter in names[-1]) else ""


def language_of(said: str, default: str) -> str:
    """The language that a blog says it has, or "" where the publication's own will do.

    Blogs say "en-US" or "en" because nobody changed that, so it says nothing. Any other counts
    where it is another language; the publication decides which English it is. WordPress adds how
    readers are addressed, as in "de_DE_formal".
    """
    tag = languages.tag(_FORMAL.sub("", said.strip())) or ""
    usual = default.lower().partition("-")[0]
    return "" if tag in _UNSAID or tag.partition("-")[0] == usual else tag
