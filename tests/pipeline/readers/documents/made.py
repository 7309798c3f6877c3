"""Documents made for tests: packages of parts, and Word documents with a given text."""

import io
import zipfile
from collections.abc import Mapping

from tests.pipeline.readers.shared.drawings import png

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = f"""xmlns:w="{W}" xmlns:r="{R}"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" """

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Chapter"/>
<w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Part"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Code"><w:name w:val="HTML Preformatted"/></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/>
<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="ListBullet2"><w:name w:val="List Bullet 2"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Own secret"/>
<w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="HTMLCode"><w:name w:val="HTML Code"/></w:style>
<w:style w:type="table" w:styleId="Fancy"><w:name w:val="Fancy"/>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
<w:style w:type="table" w:styleId="Plain"><w:name w:val="Plain"/></w:style>
"""

_LEVELS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{{kind}}"/></w:lvl>'
    for n in range(3)
)
_BULLETS, _NUMBERS = (
    f'<w:abstractNum w:abstractNumId="{n}">{_LEVELS.format(kind=kind)}</w:abstractNum>'
    for n, kind in ((1, "bullet"), (2, "decimal"))
)
NUMBERING = f"""{_BULLETS}{_NUMBERS}
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>"""


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file with these parts, and no time of today in it: bytes are names of tests, too."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, content in parts.items():
            stored = name == "mimetype"
            kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name), content, kind)
    return made.getvalue()


def paragraph(text: str, style: str = "", *, num: int = 0, level: int = 0) -> str:
    """A paragraph with a text, a style, and perhaps a place in a list."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    ids = f'<w:ilvl w:val="{level}"/><w:numId w:val="{num}"/>'
    listed = f"<w:numPr>{ids}</w:numPr>" if num else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text with some properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def picture(relation: str = "rId5", properties: str = "", inner: str = "") -> str:
    """A paragraph with a picture."""
    shown = f'<a:blip r:embed="{relation}"/>'
    frame = f"<pic:pic><pic:blipFill>{shown}</pic:blipFill></pic:pic>"
    graphic = f"<a:graphic><a:graphicData>{frame}</a:graphicData></a:graphic>"
    drawing = f'<wp:inline><wp:docPr id="1" name="Picture 1" {properties}>{inner}</wp:docPr>'
    return f"<w:p><w:r><w:drawing>{drawing}{graphic}</wp:inline></w:drawing></w:r></w:p>"


def word(
    body: str,
    *,
    core: str = "",
    notes: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A Word document with a body, with properties and footnotes, and with further parts."""
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="png" ContentType="image/png"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            + _relation("rId1", f"{R}/officeDocument", "word/document.xml")
            + _relation("rId2", "x/metadata/core-properties", "docProps/core.xml")
            + "</Relationships>",
            "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            + _relation("rId1", f"{R}/styles", "styles.xml")
            + _relation("rId2", f"{R}/numbering", "numbering.xml")
            + _relation("rId3", f"{R}/footnotes", "footnotes.xml")
            + _relation("rId4", f"{R}/hyperlink", "https://a.org/", 'TargetMode="External"')
            + _relation("rId5", f"{R}/image", "media/ducks.png")
            + _relation("rId6", f"{R}/image", "https://a.org/b.png", 'TargetMode="External"')
            + _relation("rId7", f"{R}/image", "media/missing.png")
            + "</Relationships>",
            "word/styles.xml": f"<w:styles {_NAMES}>{STYLES}</w:styles>",
            "word/numbering.xml": f"<w:numbering {_NAMES}>{NUMBERING}</w:numbering>",
            "word/footnotes.xml": f"<w:footnotes {_NAMES}>{notes}</w:footnotes>",
            "word/media/ducks.png": png(4, 3),
            "docProps/core.xml": '<p:coreProperties xmlns:p="urn:p" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</p:coreProperties>',
            **(parts or {}),
        }
    )


def _relation(name: str, kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="{name}" Type="{kind}" Target="{target}" {mode}/>'
