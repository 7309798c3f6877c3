"""The typeface of web pages is made of that of print: `python -m tests.webfonts`."""

import io
from pathlib import Path

import font_source_sans_pro
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from formats import look
from tests.program import ROOT

WEIGHTS = {
    "regular": font_source_sans_pro.SourceSansPro,
    "bold": font_source_sans_pro.SourceSansProBold,
}
"""The files of the package, by the names of those that are made of them."""

_LETTERS = frozenset(
    {
        *range(0x20, 0x7F),
        *range(0xA0, 0x180),  # Latin-1 and Extended-A: the languages of Europe, and Welsh
        *range(0x218, 0x21C),
        *range(0x1E80, 0x1E86),
        *range(0x1EF2, 0x1EF4),
        *range(0x2010, 0x2027),
        *map(ord, "‰′″‹›€™←↑→↓−×≈≠≤≥\u202f"),
    }
)
_FEATURES = ["kern", "liga", "locl", "mark", "mkmk", "ccmp", "tnum"]
_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]
"""What is kept of the texts in the file: names, and the licence, which asks to be kept."""

_NAMED = {1, 3, 4, 6}  # families and full names


def web_font(data: bytes, family: str) -> bytes:
    """A typeface, given as OpenType, for the web, under another name.

    The SIL Open Font License keeps the name of Source Sans Pro for the whole typeface, as
    Adobe made it. Letters that are left out are shown in the typeface of the reader's system.
    """
    options = Options(
        layout_features=_FEATURES, name_IDs=_NAMES, hinting=False, notdef_outline=True
    )
    with TTFont(io.BytesIO(data), recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=_LETTERS)
        subsetter.subset(font)
        for record in font["name"].names:
            if record.nameID in _NAMED:
                spaced = str(record).replace("Source Sans Pro", family)
                record.string = spaced.replace("SourceSansPro", family.replace(" ", ""))
            if "SourceSans" in str(record):
                record.string = family
        font.flavor = "woff"
        made = io.BytesIO()
        font.save(made)
    return made.getvalue()


def main() -> None:
    """Write both weights."""
    for name, path in WEIGHTS.items():
        made = web_font(Path(path).read_bytes(), look.FAMILY)
        (ROOT / "formats" / "webfonts" / f"{name}.woff").write_bytes(made)


if __name__ == "__main__":
    main()
