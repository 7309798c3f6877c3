"""The fonts and the styles of a text in Rich Text Format, and the alphabets of its bytes."""

import codecs

from pipeline.readers.documents import style_names

_CODEPAGES = {0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253,
              162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874,
              238: 1250, 254: 437, 255: 850}  # fmt: skip
_NAMES = {65001: "utf-8", 10000: "mac_roman", 1361: "johab"}
_SYMBOLS = 2  # the character set of Symbol and Wingdings

_LONGEST_CHAIN = 20  # styles that are based on each other
_CHARACTER = 1_000_000  # added to the numbers of character styles, which have their own


class RtfTables:
    """What the head of a file says of its fonts and styles."""

    def __init__(self) -> None:
        self._alphabet = "cp1252"
        self._font = -1
        self._charsets: dict[int, int] = {}
        self._style = 0
        self._names: dict[int, str] = {}
        self._based: dict[int, int] = {}

    def alphabet(self, word: str, number: int) -> None:
        """Say which alphabet the bytes are in where their font does not."""
        self._alphabet = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(
            word, _codec(number)
        )

    def describe(self, table: str, word: str, number: int) -> None:
        """Take a control word of the table of fonts or styles."""
        if table == "fonts" and word == "f":
            self._font = number
        elif table == "fonts" and word == "fcharset":
            self._charsets[self._font] = number
        elif table == "styles" and word in {"s", "cs"}:
            self._style = number + (_CHARACTER if word == "cs" else 0)
        elif table == "styles" and word == "sbasedon":
            self._based[self._style] = number

    def name_style(self, name: str) -> None:
        """Give the style that is being described its name."""
        words = name.strip().rstrip(";").strip()
        if words:
            self._names[self._style] = words
        self._style = 0

    def role(self, style: int) -> str:
        """What a paragraph style makes of its text, or ""."""
        for _ in range(_LONGEST_CHAIN):
            role = style_names.role(self._names.get(style, ""))
            if role or style not in self._based:
                return role
            style = self._based[style]
        return ""

    def is_code(self, style: int) -> bool:
        """Whether a character style is for program text."""
        return style_names.is_code(self._names.get(style + _CHARACTER, ""))

    def decoded(self, data: bytes, font: int) -> str:
        """Bytes as text, by the alphabet of their font; "" where its signs are no letters."""
        charset = self._charsets.get(font, 1)
        if charset == _SYMBOLS:
            return "•" if data == b"\xb7" else ""
        page = _CODEPAGES.get(charset)
        codec = self._alphabet if page is None or charset == 0 else _codec(page)
        return data.decode(codec, "replace")


def _codec(page: int) -> str:
    name = _NAMES.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
