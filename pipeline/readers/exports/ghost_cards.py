"""The cards of Ghost's editors, which both Mobiledoc and Lexical have, as HTML."""

import html
from collections.abc import Callable

import markdown

from pipeline.errors import ReadError
from pipeline.readers.exports.data import Row, line, loads, row, rows, string

_DEEPEST_BRACKETS = 1000  # with more, the package that reads Markdown takes very long


def escaped(text: str) -> str:
    """Text as HTML."""
    return html.escape(text, quote=True)


def document(text: str) -> Row:
    """A post in an editor's own form; `ReadError` where it can't be read."""
    value = loads(text)
    if value is None:
        raise broken()
    return row(value)


def broken() -> ReadError:
    """The error for a post whose own form can't be read."""
    return ReadError(
        "The text of a post can't be read: it is broken, or nested too deep.",
        remedy="Open the post in Ghost, save it, and export again.",
    )


def card(name: str, of: Row) -> str:
    """The HTML of a card; "" for one that is for readers' e-mail or sign-up only.

    A card of an unknown kind is its own HTML, title and text, as far as it has them.
    """
    return _CARDS.get(name, _unknown)(of)


def from_markdown(text: str) -> str:
    """The HTML of some Markdown in a card, or of a whole post before Ghost 1.0."""
    if text.count("[") > _DEEPEST_BRACKETS:
        text = text.replace("[", "&#91;")
    return markdown.markdown(text, extensions=["extra", "sane_lists"])


def _nothing(_of: Row) -> str:
    return ""


def _rule(_of: Row) -> str:
    return "<hr>"


def _figure(inner: str, of: Row) -> str:
    caption = string(of, "caption")
    return f"<figure>{inner}<figcaption>{caption}</figcaption></figure>" if caption else inner


def _img(of: Row) -> str:
    alt = string(of, "alt", "altText")
    said = f' alt="{escaped(alt)}"' if alt else ""
    return f'<img src="{escaped(string(of, "src", "fileName"))}"{said}>'


def _image(of: Row) -> str:
    picture = f"<figure>{_img(of)}</figure>"
    return _figure(_img(of), of) if string(of, "caption") else picture


def _gallery(of: Row) -> str:
    inner = "".join(f"<figure>{_img(one)}</figure>" for one in rows(of.get("images")))
    caption = string(of, "caption")
    return inner + (f"<p>{caption}</p>" if caption else "")


def _html(of: Row) -> str:
    return string(of, "html")


def _markdown(of: Row) -> str:
    return from_markdown(string(of, "markdown"))


def _code(of: Row) -> str:
    language = line(of, "language")
    named = f' class="language-{escaped(language)}"' if language else ""
    inner = f"<pre><code{named}>{html.escape(string(of, 'code'), quote=False)}</code></pre>"
    return _figure(inner, of)


def _embed(of: Row) -> str:
    inner = string(of, "html")
    if not inner and string(of, "url"):
        inner = _paragraph(_anchor(string(of, "url"), _meta(of, "title") or string(of, "url")))
    return _figure(inner, of) if inner else ""


def _bookmark(of: Row) -> str:
    url = string(of, "url") or _meta(of, "url")
    link = _anchor(url, _meta(of, "title") or string(of, "title") or url)
    about, caption = _meta(of, "description") or string(of, "description"), string(of, "caption")
    return _paragraph(link) + _paragraph(escaped(about)) + _paragraph(caption)


def _meta(of: Row, key: str) -> str:
    return line(row(of.get("metadata")), key)


def _callout(of: Row) -> str:
    return f"<div>{string(of, 'calloutText')}</div>"


def _toggle(of: Row) -> str:
    heading = _paragraph(f"<strong>{string(of, 'heading')}</strong>")
    return f"<div>{heading}{string(of, 'content')}</div>"


def _button(of: Row) -> str:
    return _paragraph(_anchor(string(of, "buttonUrl"), string(of, "buttonText")))


def _product(of: Row) -> str:
    src = string(of, "productImageSrc")
    picture = f'<img src="{escaped(src)}">' if src else ""
    title = _paragraph(f"<strong>{string(of, 'productTitle')}</strong>")
    link = _anchor(string(of, "productUrl"), string(of, "productButton"))
    return f"{picture}{title}{string(of, 'productDescription')}{_paragraph(link)}"


def _header(of: Row) -> str:
    head, below = string(of, "header", "heading"), string(of, "subheader", "subheading")
    return (f"<h2>{head}</h2>" if head else "") + _paragraph(below) + _button(of)


def _file(of: Row) -> str:
    name = string(of, "fileTitle", "fileName")
    return _paragraph(_anchor(string(of, "src"), name)) + _paragraph(string(of, "fileCaption"))


def _player(kind: str, of: Row) -> str:
    title = escaped(line(of, "title", "fileName"))
    inner = f'<{kind} src="{escaped(string(of, "src"))}" title="{title}"></{kind}>'
    return _figure(inner, of)


def _audio(of: Row) -> str:
    return _player("audio", of)


def _video(of: Row) -> str:
    return _player("video", of)


def _call(of: Row) -> str:
    return f"<div>{string(of, 'textValue')}</div>{_button(of)}"


def _unknown(of: Row) -> str:
    said = [string(of, key) for key in ("html", "title", "heading", "text", "content", "caption")]
    return "".join(map(_paragraph, said))


def _anchor(url: str, words: str) -> str:
    return f'<a href="{escaped(url)}">{escaped(words)}</a>' if words else ""


def _paragraph(inner: str) -> str:
    return f"<p>{inner}</p>" if inner and inner != "<strong></strong>" else ""


_CARDS: dict[str, Callable[[Row], str]] = {
    "audio": _audio,
    "bookmark": _bookmark,
    "button": _button,
    "call-to-action": _call,
    "callout": _callout,
    "card-markdown": _markdown,
    "code": _code,
    "codeblock": _code,
    "email": _nothing,
    "email-cta": _nothing,
    "embed": _embed,
    "file": _file,
    "gallery": _gallery,
    "header": _header,
    "horizontalrule": _rule,
    "hr": _rule,
    "html": _html,
    "image": _image,
    "markdown": _markdown,
    "paywall": _nothing,
    "product": _product,
    "signup": _nothing,
    "toggle": _toggle,
    "video": _video,
}
