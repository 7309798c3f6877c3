"""The styles of a large print document, and the numbering of its lists, as WordprocessingML.

Sizes and spaces are those of large print (formats/large_print), after UKAAF G003 and ACB 2022.
Each style has the name that Word knows it by, so that screen readers say what a paragraph is, and
a reader who wants other letters changes a style once.
"""

from dataclasses import dataclass

from formats.languages import direction, primary
from formats.markup import escape
from formats.typefaces import region

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

POINTS = 18
"""Points of the text."""

FONT = "Arial"
"""A sans serif that is on the computers of readers: a document only names its typeface."""

_MONO = "Consolas"

# Chinese characters have other shapes in other languages; these come with Word.
_EAST_ASIAN = {
    "JP": "Yu Gothic",
    "KR": "Malgun Gothic",
    "SC": "Microsoft YaHei",
    "TC": "Microsoft JhengHei",
    "HK": "Microsoft JhengHei",
}

STEP = 850
"""Twentieths of a point by which a list is indented: room for "100." at this size."""

LEVELS = 9
"""Levels of a list, of headings and of contents: Word has no more."""

_LINE = 312  # 1.3 times the font's own 1.15 is 1.5 of the size, whatever size a reader chooses
_GAP = POINTS * 30  # one empty line, in twentieths of a point

_BAR = '<w:pBdr><w:left w:val="single" w:sz="24" w:space="12" w:color="000000"/></w:pBdr>'


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: space in twentieths of a point.

    `keep` keeps it on the page of the next paragraph, `whole` on one page; `more` is further XML.
    """

    name: str
    points: int = POINTS
    bold: bool = False
    before: int = 0
    after: int = _GAP
    indent: int = 0
    keep: bool = False
    whole: bool = False
    level: int = -1
    more: str = ""
    font: str = ""
    numbering: int = 0


def _heading(level: int) -> _Style:
    points = {1: 23, 2: 21}.get(level, POINTS)
    return _Style(
        f"heading {level}", points, bold=True, before=_GAP, after=360, keep=True, level=level - 1
    )


_PARAGRAPHS = (
    _Style("Title", 27, bold=True, after=360, keep=True),
    *(_heading(level) for level in range(1, LEVELS + 1)),
    _Style("About This Edition", after=360),
    _Style("TOC Heading", 23, bold=True, before=_GAP, after=360, keep=True),
    *(_Style(f"toc {n}", after=180, indent=360 * (n - 1)) for n in range(1, LEVELS + 1)),
    _Style("List Bullet", after=270, numbering=1),
    _Style("List Number", after=270, numbering=2),
    _Style("List Continue", after=270, indent=STEP),
    _Style("Quote", indent=360, more=_BAR),
    _Style("HTML Preformatted", indent=360, more=_BAR, font=_MONO),
    _Style("caption"),
    _Style("Table Row", whole=True),
    _Style("Table Cell", before=80, after=80),
    _Style("footer", after=0),
)

# No style is in italics or underlined (G003): bold in place of both.
_CHARACTERS = (
    ("Strong", "<w:b/><w:bCs/>"),
    ("Emphasis", "<w:b/><w:bCs/>"),
    ("Hyperlink", '<w:b/><w:bCs/><w:color w:val="0B2A6B"/>'),
    ("HTML Code", f'<w:rFonts w:ascii="{_MONO}" w:hAnsi="{_MONO}" w:cs="{_MONO}"/>'),
    ("Added Words", ""),
)


def style_id(name: str) -> str:
    """The id of a style in the file: its name without spaces, with capitals."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def languages(tag: str) -> str:
    """The element that says the language of letters, of Chinese characters and of Arabic ones."""
    said = escape(tag)
    east = f' w:eastAsia="{said}"' if primary(tag) in ("ja", "ko", "zh") else ""
    right = f' w:bidi="{said}"' if direction(tag) == "rtl" else ""
    return f'<w:lang w:val="{said}"{east}{right}/>'


def styles(language: str) -> str:
    """All styles of a document in this language."""
    east = _EAST_ASIAN.get(region(language), "Yu Gothic")
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{east}"/>'
    paragraphs = "".join(map(_paragraph, _PARAGRAPHS))
    characters = "".join(
        f'<w:style w:type="character" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{look}</w:rPr></w:style>"
        for name, look in _CHARACTERS
    )
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(POINTS)}'
        f"{languages(language)}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:after="{_GAP}" w:line="{_LINE}" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        f"{paragraphs}{characters}{_TABLE}</w:styles>"
    )


def _size(points: int) -> str:
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


def _paragraph(style: _Style) -> str:
    keep = "<w:keepNext/>" if style.keep else ""
    whole = "<w:keepLines/>" if style.keep or style.whole else ""
    numbers = f'<w:numPr><w:numId w:val="{style.numbering}"/></w:numPr>' if style.numbering else ""
    indent = f'<w:ind w:left="{style.indent}"/>' if style.indent else ""
    level = f'<w:outlineLvl w:val="{style.level}"/>' if style.level >= 0 else ""
    font = style.font and f'<w:rFonts w:ascii="{_MONO}" w:hAnsi="{_MONO}" w:cs="{_MONO}"/>'
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id(style.name)}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{keep}{whole}{numbers}{style.more}<w:spacing w:before="{style.before}" '
        f'w:after="{style.after}"/>{indent}{level}</w:pPr>'
        f"<w:rPr>{font}{bold}{_size(style.points)}</w:rPr></w:style>"
    )


_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblCellMar><w:left w:w="160" w:type="dxa"/><w:right w:w="160" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_LINES}</w:tblBorders></w:tblPr>'
    "</w:style>"
)


# --- numbering --------------------------------------------------------------------------


def numbering(starts: tuple[tuple[int, int], ...]) -> str:
    """The numbering of bullets, `numId` 1, and of numbered lists, from `numId` 3 on.

    `starts` are the level and the first number of each numbered list. `numId` 2 is that of the
    style, for a list that a reader adds.
    """
    bullets = "".join(_level(n, "bullet", "●") for n in range(LEVELS))
    numbers = "".join(_level(n, "decimal", f"%{n + 1}.") for n in range(LEVELS))
    lists = "".join(_list(number, *start) for number, start in enumerate(starts, 3))
    return (
        f'<w:numbering xmlns:w="{W}">'
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{bullets}'
        f'</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
        f'{numbers}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>{lists}</w:numbering>'
    )


def _level(level: int, kind: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
    )


def _list(number: int, level: int, start: int) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )
