"""One small book that every judge passes, to be broken in one place by each test."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.formats.builders import FRAME, FRAME_SAMPLES, RATE, picture

FRAMES = 50
MILLISECONDS = FRAMES * FRAME_SAMPLES * 1000 // RATE  # 1,200
SOUND = FRAME * FRAMES

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>"""

_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"
 xml:lang="en-GB">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:917393e3-1b1e-5cef-ace4-edaa54e1f810</dc:identifier>
<dc:title>The tide</dc:title>
<dc:language>en-GB</dc:language>
<meta property="dcterms:modified">2024-03-05T09:30:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessModeSufficient">auditory</meta>
<meta property="schema:accessibilityFeature">synchronizedAudioText</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Text with synchronized narration.</meta>
<meta property="media:duration" refines="#page-overlay">0:00:01.200</meta>
<meta property="media:duration">0:00:01.200</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="page" href="page.xhtml" media-type="application/xhtml+xml" media-overlay="page-overlay"/>
<item id="page-overlay" href="page.smil" media-type="application/smil+xml"/>
<item id="sound" href="page.mp3" media-type="audio/mpeg"/>
<item id="picture" href="sea.png" media-type="image/png"/>
</manifest>
<spine><itemref idref="page"/></spine>
</package>"""

_NAV = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang="en-GB" xml:lang="en-GB">
<head><title>Contents</title></head>
<body><nav epub:type="toc" role="doc-toc" aria-label="Contents"><ol>
<li><a href="page.xhtml">The tide</a></li>
</ol></nav></body>
</html>"""

_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB" xml:lang="en-GB">
<head><title>The tide</title></head>
<body>
<h1><span id="s1">The tide</span></h1>
<p><span id="s2">It came in.</span></p>
<p><img src="sea.png" alt="The sea"/></p>
</body>
</html>"""

_SMIL = """<?xml version="1.0" encoding="UTF-8"?>
<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0">
<body>
<par id="p1"><text src="page.xhtml#s1"/>
<audio src="page.mp3" clipBegin="0:00:00.000" clipEnd="0:00:00.600"/></par>
<par id="p2"><text src="page.xhtml#s2"/>
<audio src="page.mp3" clipBegin="0:00:00.600" clipEnd="0:00:01.200"/></par>
</body>
</smil>"""


def book(folder: Path, changes: Mapping[str, str] | None = None, sound: bytes = SOUND) -> Path:
    """Write the book, with each text of `changes` replaced wherever it stands."""
    path = folder / "tide.epub"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", _CONTAINER)
        for name, text in (
            ("package.opf", _PACKAGE),
            ("nav.xhtml", _NAV),
            ("page.xhtml", _PAGE),
            ("page.smil", _SMIL),
        ):
            archive.writestr(f"EPUB/{name}", _changed(text, changes or {}))
        archive.writestr("EPUB/page.mp3", sound)
        archive.writestr("EPUB/sea.png", picture("sea.png").data)
    return path


def _changed(text: str, changes: Mapping[str, str]) -> str:
    for before, after in changes.items():
        text = text.replace(before, after)
    return text
