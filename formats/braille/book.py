"""The post as a packaged eBraille publication (eBraille 1.0, DAISY, 14 August 2025).

A zip like an EPUB's, with `package.opf` and the entry page `index.html` at its root, XHTML in
Unicode braille, and neither script nor anything from the web.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC
from html import escape
from io import BytesIO

from formats.braille.book_body import TITLE, Body, BookHeading
from formats.braille.facts import BrailleFacts
from formats.braille.front import statement
from formats.braille.transcriber import Transcriber
from formats.markup import legal
from formats.model import Edition
from formats.zipped import Zip

_POST, _STYLE = "ebraille/post.html", "ebraille/style.css"

# Lengths are in cells (ch) and lines (em); fonts are the device's (6.3.2).
_CSS = """\
h1, h2 { margin: 1em 3ch 0; text-align: center; }
h3 { margin: 1em 0 0; padding-left: 4ch; text-indent: -4ch; }
h4, h5, h6 { margin: 0; text-indent: 2ch; }
p { margin: 0; text-indent: 2ch; }
blockquote { margin: 1em 0 0 4ch; }
ul, ol { list-style: none; margin: 0; padding: 0; }
li { padding-left: 2ch; text-indent: -2ch; }
dd { margin: 0 0 0 2ch; }
td, th { padding: 0 2ch 0 0; text-align: left; vertical-align: top; }
pre { margin: 1em 0 0; white-space: pre-wrap; }
.pagebreak { display: block; text-align: center; text-indent: 0; }
"""

_CONTAINER = """\
<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


def book(edition: Edition, by: Transcriber, facts: BrailleFacts) -> bytes:
    """The bytes of the book."""
    body = Body(by)
    title = by.plain(edition.post.title)
    body.entries.append(BookHeading(TITLE, title, 1))
    first = f"<p>{body.page_mark(1)}</p>\n" if by.printed else ""
    about = "\n".join(f"<p>{body.text((sentence,))}</p>" for sentence in edition.about)
    note = f'<p class="tn">{by.note(statement(edition, by))}</p>'
    head = f'{first}<h1 id="{TITLE}">{title}</h1>\n{about}\n{note}'
    post = f"{head}\n{body.blocks(edition.post.blocks)}"
    language = braille_tag(facts.language)
    out = BytesIO()
    archive = Zip(out)
    archive.writestr("mimetype", "application/epub+zip")
    archive.writestr("META-INF/container.xml", _CONTAINER)
    archive.writestr("package.opf", _package(facts, language, printed=bool(body.pages)))
    archive.writestr("index.html", _page(title, language, _navigation(body, by), "index.html"))
    archive.writestr(_POST, _page(title, language, f"<main>\n{post}\n</main>", _POST))
    archive.writestr(_STYLE, _CSS)
    archive.close()
    return out.getvalue()


def braille_tag(language: str) -> str:
    """A language tag with the script of braille: "en-Brai-GB" (5.3.3.8)."""
    first, *rest = language.split("-")
    kept = [part for part in rest if not re.fullmatch("[A-Za-z]{4}", part)]
    return "-".join([first, "Brai", *kept])


def _page(title: str, language: str, body: str, path: str) -> str:
    inner = path.startswith("ebraille/")
    style = "style.css" if inner else _STYLE
    publication = "" if inner else '\n<link rel="publication" href="package.opf"/>'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="{language}" xml:lang="{language}">
<head>
<meta charset="utf-8"/>
<title>{title}</title>{publication}
<link rel="stylesheet" href="{style}"/>
</head>
<body>
{body}
</body>
</html>
"""


# --- the entry page ---------------------------------------------------------------------


def _navigation(body: Body, by: Transcriber) -> str:
    """The table of contents, and the list of printed pages with their numbers in print (8.3)."""
    listed = _nested(body.entries)
    toc = f"""<nav epub:type="toc" role="doc-toc">
<h1>{by.plain(by.said.contents)}</h1>
{listed}
</nav>"""
    if not body.pages:
        return toc
    pages = "\n".join(
        f'<li><a href="{_POST}#page-{page}" title="{page}">{by.plain(str(page))}</a></li>'
        for page in body.pages
    )
    return f'{toc}\n<nav epub:type="page-list" role="doc-pagelist">\n<ol>\n{pages}\n</ol>\n</nav>'


def _nested(entries: Sequence[BookHeading]) -> str:
    """Entries as lists in lists, by their levels."""
    return "<ol>\n" + "\n".join(_items(entries)) + "\n</ol>"


def _items(entries: Sequence[BookHeading]) -> Iterator[str]:
    at = 0
    while at < len(entries):
        first, end = entries[at], at + 1
        while end < len(entries) and entries[end].level > first.level:
            end += 1
        inner = f"\n{_nested(entries[at + 1 : end])}\n" if end > at + 1 else ""
        yield f'<li><a href="{_POST}#{first.id}">{first.cells}</a>{inner}</li>'
        at = end


# --- the package ------------------------------------------------------------------------


def _package(facts: BrailleFacts, language: str, *, printed: bool) -> str:
    """The package document, with all metadata that eBraille requires (5.3.3)."""
    named = [
        ("title", facts.title),
        *(("creator", creator) for creator in facts.creators),
        ("language", language),
        ("date", facts.date),
        ("format", "eBraille 1.0"),
        ("rights", facts.rights),
    ]
    features = ["readingOrder", "structuralNavigation", "tableOfContents", "alternativeText"]
    features += ["pageNavigation", "printPageNumbers"] if printed else []
    properties = [
        ("dcterms:modified", f"{facts.modified.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"),
        ("dcterms:dateCopyrighted", facts.date[:4]),
        ("a11y:brailleCellType", "6"),
        ("a11y:brailleSystem", facts.system),
        ("a11y:completeTranscription", "true" if facts.complete else "false"),
        ("a11y:producer", facts.producer),
        ("a11y:tactileGraphics", "none"),
        ("schema:accessMode", "tactile"),
        ("schema:accessModeSufficient", "tactile"),
        *(("schema:accessibilityFeature", feature) for feature in features),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", facts.statement),
    ]
    told = [
        f"<dc:{name}>{escape(legal(text), quote=False)}</dc:{name}>" for name, text in named if text
    ]
    told += [
        f'<meta property="{p}">{escape(legal(text), quote=False)}</meta>' for p, text in properties
    ]
    lines = "\n".join(told)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid" \
xml:lang="{facts.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="uid">{facts.identifier}</dc:identifier>
{lines}
</metadata>
<manifest>
<item id="nav" href="index.html" media-type="application/xhtml+xml" properties="nav"/>
<item id="post" href="{_POST}" media-type="application/xhtml+xml"/>
<item id="style" href="{_STYLE}" media-type="text/css"/>
</manifest>
<spine>
<itemref idref="post"/>
</spine>
</package>
"""
