"""Letters and figures in another style, with characters of their own: "𝐓𝐫𝐮𝐬𝐭", "Ⓐ", "Ｓａｌｅ".

No voice of any language reads them as letters.
"""

import re

import unicodedata2 as unicodedata

from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

# Mathematical letters and figures, and the older letters that complete their alphabets.
_MATHEMATICAL = (
    "\U0001d400-\U0001d7ff\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131"
    "\u2133\u2134"
)
_ROUND = "\u24b6-\u24e9\U0001f110-\U0001f12b\U0001f130-\U0001f149\U0001f150-\U0001f169"
_WIDE = "\uff21-\uff3a\uff41-\uff5a"
_SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ"
_PLAIN = dict(zip(_SMALL_CAPITALS, "abcdefghijklmnoprstuvwyz", strict=True))
# Strokes and lines that are drawn through or under the letter before.
_DRAWN = "\u0332\u0333\u0335-\u0338"


def _letter(sign: str) -> str:
    """Black letters have no plain form in Unicode, so that their name must do."""
    plain = unicodedata.normalize("NFKC", sign)
    if plain == sign and unicodedata.name(sign, "").startswith("NEGATIVE "):
        return unicodedata.name(sign)[-1]
    return plain.strip("()")


def _letters(match: re.Match[str]) -> str:
    return "".join(map(_letter, match[0]))


RULES = (
    Rule("drawn", regex(f"(?<=[^\\W\\d_])[{_DRAWN}]+"), lambda _: ""),
    Rule("styled", regex(f"[{_MATHEMATICAL}{_ROUND}{_WIDE}]+"), _letters),
    # A single one is a sound in phonetic script.
    Rule(
        "small capitals",
        regex(f"(?<!\\w)[A-Za-z]?[{_SMALL_CAPITALS}]{{3,}}(?!\\w)"),
        lambda m: "".join(_PLAIN.get(sign, sign) for sign in m[0]),
    ),
)
"""For every language, after what is never spoken has been taken away."""
