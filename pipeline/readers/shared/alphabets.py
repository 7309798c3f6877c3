"""Which alphabet some bytes are most likely written in, where a detector is often wrong.

It is wrong for texts with a few accents or typographic quotation marks, which are most texts,
and for short ones. Here, an encoding is likely if its letters are those of one language.
"""

import re

# The letters outside ASCII of the languages that each encoding was made for.
_LETTERS = {
    "cp1252": (
        "éèêëàâæçîïôœùûüÿ", "äöüßé", "áéíóúüñ", "àèéìíòóùú", "áâãàçéêíóõôúü", "åäöéüø",
        "æøåéèêòóôâ", "éëèêïöüóáíú", "áðéíóúýþæö", "ŵŷâêîôûáàéèëïöüẃỳ",
    ),
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýžĺľôŕä", "áéíóöőúüű", "ăâîşţșț", "čćđšž", "äöüß"),
    "iso8859-2": ("ąćęłńóśźż", "áčďéěíňóřšťúůýžĺľôŕä", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
    "cp1254": ("çğıöşüâîûi\u0307",),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž"),
    "iso8859-14": ("ŵŷâêîôûáàéèëïöüẃỳ",),
    "mac-roman": ("éèêëàâæçîïôœùûüÿ", "äöüßé", "áéíóúüñ", "àèéìíòóùú", "áâãàçéêíóõôúü", "åäöæø"),
}  # fmt: skip
# Signs of prose in any language, not counted as letters.
_SIGNS = frozenset("–—‘’‚“”„…•«»‹›£€©®™°§·½¼¾¿¡ªº×\xa0\xad")
_ALIKE = 0.95  # of the signs outside ASCII, at least

# In Latin letters, few stand beside each other that are not in ASCII.
_RUNS = re.compile(rb"[\x80-\xff]{4,}")
_HIGH = re.compile(rb"[\x80-\xff]")

_CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
_DETECTED = "cp1251"  # a detector is right about it, and here Hebrew would be taken for it
_FREQUENT = frozenset("оеаинтсрвлкм")
_OFTEN = 0.55  # of the letters of a Russian, Ukrainian or Bulgarian text, they are 60 to 70 %

_EAST_ASIAN = re.compile("[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef\x09-\x7e]")


def likely(sample: bytes) -> str:
    """The encoding of a text in Latin or Cyrillic letters, or "" where it is none of them."""
    high = len(_HIGH.findall(sample))
    runs = sum(map(len, _RUNS.findall(sample)))
    return _latin(sample) if runs * 5 < high else _cyrillic(sample)


def _latin(sample: bytes) -> str:
    scored = [(_explained(sample, name), name) for name in _LETTERS]
    best, name = max(scored, key=lambda pair: pair[0])  # of equals, the first
    return name if best >= _ALIKE else ""


def _explained(sample: bytes, encoding: str) -> float:
    """How many of the signs outside ASCII belong to prose in the best language; 0 to 1."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0
    signs = [
        (before, sign) for before, sign in zip(f" {text}", text, strict=False) if sign > "\x7f"
    ]
    return max(
        sum(_belongs(sign, before, letters) for before, sign in signs) / len(signs)
        for letters in _LETTERS[encoding]
    )


def _belongs(sign: str, before: str, letters: str) -> bool:
    """Whether a sign is one of prose; a capital does not follow a small letter."""
    if sign in _SIGNS or sign in letters:
        return True
    return sign.lower() in letters and not before.islower()


def _cyrillic(sample: bytes) -> str:
    scored = [(_frequent(sample.decode(name, "replace")), name) for name in _CYRILLIC]
    best, name = max(scored, key=lambda pair: pair[0])
    return name if best >= _OFTEN and name != _DETECTED else ""


def _frequent(text: str) -> float:
    """How many of the signs outside ASCII are frequent Cyrillic letters; 0 to 1."""
    signs = [sign for sign in text if sign > "\x7f"]
    return sum(sign in _FREQUENT for sign in signs) / len(signs)


def utf16(sample: bytes) -> str:
    """The kind of UTF-16 of a text without a byte order mark; "" where it is something else.

    Spaces and line ends have a byte of zeros, always the first of two or always the second.
    """
    ends = len(sample) // 2 * 2
    first, second = sample[:ends:2].count(0), sample[1:ends:2].count(0)
    if 20 * min(first, second) > max(first, second) or not (first or second):
        return ""
    encoding = "utf-16-be" if first > second else "utf-16-le"
    text = sample[:ends].decode(encoding, "ignore")
    usual = sum((sign.isprintable() and sign < "\u2100") or sign in "\n\r\t" for sign in text)
    east = len(_EAST_ASIAN.findall(text))
    return encoding if max(usual, east) > 0.9 * len(text) else ""
