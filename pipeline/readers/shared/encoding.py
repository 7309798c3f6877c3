"""Bytes → text: the encoding that a file has, says or most likely is in.

UTF-8 is recognised by itself. Everything else is told in a note, since a guess may be wrong.
"""

import codecs
import re

from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.shared import alphabets
from pipeline.readers.shared.reading import note, warning

_UTF8_REMEDY = "Open the file in a text editor and save it as UTF-8."
_CHECK = "If letters look wrong, open the file in a text editor and save it as UTF-8."

_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 32_768  # bytes: more does not change what is detected
_BROKEN = "\ufffd"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The encodings of the web (WHATWG Encoding, 4.2), under the names that Python has for them.
_SINGLE = (
    *(f"cp{number}" for number in (1252, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258)),
    *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *("koi8-r", "koi8-u", "cp866", "cp874", "mac-roman", "mac-cyrillic"),
)
_WIDE = ("cp932", "euc_jp", "iso2022_jp", "cp949", "gb18030", "big5hkscs")
_ENCODINGS = frozenset(codecs.lookup(name).name for name in ("utf-8", *_SINGLE, *_WIDE))
_LABELS = {
    **dict.fromkeys(("iso8859-1", "ascii", "iso-8859-1"), "cp1252"),
    **dict.fromkeys(("iso8859-9",), "cp1254"),
    **dict.fromkeys(("iso8859-11", "tis-620"), "cp874"),
    **dict.fromkeys(
        ("shift_jis", "x-sjis", "ms_kanji", "shift_jis_2004", "shift_jisx0213", "windows-31j"),
        "cp932",
    ),
    **dict.fromkeys(("euc_kr", "ks_c_5601-1987", "korean", "johab"), "cp949"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "chinese", "hz"), "gb18030"),
    **dict.fromkeys(("big5", "cp950", "big5-hkscs"), "big5hkscs"),
    **dict.fromkeys(("euc_jis_2004", "euc_jisx0213", "x-euc-jp"), "euc_jp"),
    **dict.fromkeys(("koi8_t", "koi"), "koi8-r"),
    **dict.fromkeys(("cp1125", "cp855"), "cp866"),
    **dict.fromkeys(("kz1048", "ptcp154"), "cp1251"),
    **dict.fromkeys(("windows-874",), "cp874"),
    **dict.fromkeys(("x-mac-cyrillic",), "mac-cyrillic"),
    **dict.fromkeys(("macintosh", "x-mac-roman"), "mac-roman"),
    # A page that could be read as far as this label is not in UTF-16 (WHATWG HTML, 13.2.3.2).
    **dict.fromkeys(("utf-16", "utf-16-le", "utf-16-be", "utf16", "unicode"), "utf-8"),
}
_SHOWN = {"cp932": "Shift_JIS", "cp949": "EUC-KR", "cp874": "windows-874", "cp866": "IBM866",
          "big5hkscs": "Big5", "iso2022_jp": "ISO-2022-JP", "euc_jp": "EUC-JP"}  # fmt: skip

# Where a file can say its encoding: `<meta charset=…>`, `<meta … content="…; charset=…">`,
# `<?xml … encoding="…"?>`.
_SAID = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})"
    rb"|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)
_SAID_IN = 8192  # bytes

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_JAPANESE_MAIL = re.compile(rb"\x1b\$[@B]")


def text_of(data: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    """The text in some bytes, and what to say of its encoding; `ReadError` where it has none."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _mended(data[len(mark) :], encoding, name)
    unmarked = _seven_bits(data)
    if not unmarked and _decodes(data, "utf-8"):
        return data.decode("utf-8"), ()
    if not unmarked and _mostly_utf8(data):
        return _mended(data, "utf-8", name)
    said = declared(data)
    told = unmarked or (said if said != "utf-8" and _decodes(data, said) else "")
    return _noted(data, told or _detected(data, said, name), name)


def _seven_bits(data: bytes) -> str:
    """An encoding of which ASCII text in UTF-8 could be a part; or ""."""
    mail = _JAPANESE_MAIL.search(data, 0, _SAMPLE) and _decodes(data, "iso2022_jp")
    return "iso2022_jp" if mail else alphabets.utf16(data[:_SAMPLE])


def wide(data: bytes) -> str:
    """The encoding of a text with two or four bytes for each letter, marked or not; or ""."""
    marked = next((name for mark, name in _BOMS if data.startswith(mark)), "")
    return marked.removeprefix("utf-8") or alphabets.utf16(data[:_SAMPLE])


def declared(data: bytes) -> str:
    """The encoding that a page or an XML file says it is in, as Python calls it; or ""."""
    found = _SAID.search(data, 0, _SAID_IN)
    return known((found[1] or found[2]).decode("ascii", "ignore")) if found else ""


def known(label: str) -> str:
    """Python's name of an encoding, as the web understands the label; or ""."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except LookupError:
        return ""
    name = codecs.lookup(_LABELS.get(name, name)).name
    return name if name in _ENCODINGS else ""


def _decodes(data: bytes, encoding: str) -> bool:
    if not encoding:
        return False
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether more letters outside ASCII are whole than broken, as after a cut or a bad paste."""
    broken = data.decode("utf-8", "replace").count(_BROKEN)
    whole = sum(sign > "\x7f" for sign in data.decode("utf-8", "ignore"))
    return whole > broken


def _detected(data: bytes, said: str, name: str) -> str:
    """The most likely encoding, perhaps the one it `said`; `ReadError` for what is no text."""
    if len(_CONTROLS.findall(data[:_SAMPLE])) * 50 > len(data[:_SAMPLE]):
        raise _no_text(data, name)
    sample = _telling(data)
    likely = alphabets.likely(sample) or (said if said in _WIDE else "")
    if likely:
        return likely
    from charset_normalizer import from_bytes  # noqa: PLC0415 (25 ms, and most files are UTF-8)

    best = from_bytes(sample).best()
    found = known(best.encoding) if best else ""
    if found and found != "utf-8":
        return found
    if _decodes(data, "cp1252"):
        return "cp1252"
    raise _no_text(data, name)


def _telling(data: bytes) -> bytes:
    """A sample that begins where letters outside ASCII do, and ends between two of them."""
    at = next(found.start() for found in _HIGH.finditer(data))
    start = max(data.rfind(b"\n", 0, at) + 1, at - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    end = max(sample.rfind(b"\n"), sample.rfind(b"<"), sample.rfind(b" "))
    return sample[:end] if start + _SAMPLE < len(data) and end > _SAMPLE // 2 else sample


def _noted(data: bytes, encoding: str, name: str) -> tuple[str, tuple[Finding, ...]]:
    text, broken = _mended(data, encoding, name)
    message = f"This file is not in UTF-8; it was read as {_shown(encoding)}."
    return text, (note("encoding", name, message, _CHECK), *broken)


def _mended(data: bytes, encoding: str, name: str) -> tuple[str, tuple[Finding, ...]]:
    """The text, with U+FFFD where bytes are broken, and a warning at the first such line."""
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        text = data.decode(encoding, "replace")
        message = (
            f"Letters here are broken: byte {error.start} of the file is "
            f"0x{data[error.start]:02X}, which is not {_shown(encoding)}. "
            f"{_BROKEN} is in their place."
        )
        where = f"{name}:{before.count(chr(10)) + 1}"
        return text, (warning("encoding-broken", where, message, "Write these letters again."),)


def _shown(encoding: str) -> str:
    """The name of an encoding, as browsers and text editors call it."""
    if encoding in _SHOWN:
        return _SHOWN[encoding]
    named = encoding.removesuffix("-le").removesuffix("-be").upper().replace("ISO8859", "ISO-8859")
    return f"windows-{named[2:]}" if named.startswith("CP") else named


def _no_text(data: bytes, name: str) -> ReadError:
    at = next(n for n, byte in enumerate(data) if byte > 0x7F or byte < 9)
    return ReadError(
        "This is not text in any encoding that Allways can tell: byte "
        f"{at} of the file is 0x{data[at]:02X}.",
        where=f"{name}:{data.count(10, 0, at) + 1}",
        remedy=_UTF8_REMEDY,
    )
