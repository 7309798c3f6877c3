"""The pages as PEF 2008-1, the Portable Embosser Format: XML with Unicode braille."""

from collections.abc import Sequence
from html import escape

from formats.braille.facts import BrailleFacts
from formats.braille.uncontracted import BLANK
from formats.markup import legal


def pef(pages: Sequence[Sequence[str]], size: tuple[int, int], facts: BrailleFacts) -> bytes:
    """The pages of an edition; `size` is width in cells and height in lines."""
    width, height = size
    meta = [
        ("title", facts.title),
        *(("creator", creator) for creator in facts.creators),
        ("language", facts.language),
        ("date", facts.date),
        ("format", "application/x-pef+xml"),
        ("identifier", facts.identifier),
        ("description", facts.statement),
        ("rights", facts.rights),
    ]
    told = "\n".join(
        f"<dc:{name}>{escape(legal(text), quote=False)}</dc:{name}>" for name, text in meta if text
    )
    body = "\n".join(map(_page, pages))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef">
<head>
<meta xmlns:dc="http://purl.org/dc/elements/1.1/">
{told}
</meta>
</head>
<body>
<volume cols="{width}" rows="{height}" rowgap="0" duplex="true">
<section>
{body}
</section>
</volume>
</body>
</pef>
""".encode()


def _page(lines: Sequence[str]) -> str:
    rows = "\n".join(f"<row>{line.rstrip(BLANK)}</row>" for line in lines)
    return f"<page>\n{rows}\n</page>"
