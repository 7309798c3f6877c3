"""What a BCP 47 tag says about its text: language and writing direction."""

# Unicode scripts written from right to left, in use today (ISO 15924).
_RTL_SCRIPTS = {"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"}

# Languages whose usual script is one of those (CLDR likely subtags).
_RTL_LANGUAGES = {
    "ar",
    "arc",
    "arz",
    "azb",
    "bal",
    "ckb",
    "dv",
    "fa",
    "glk",
    "he",
    "iw",
    "ji",
    "ks",
    "lrc",
} | {"mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd", "syr", "ug", "ur", "yi"}


def primary(language: str) -> str:
    """The language of a BCP 47 tag, without its region or script, in small letters."""
    return language.lower().split("-")[0]


def direction(language: str) -> str:
    """The value of `dir`, "rtl" or "ltr"; a script in the tag decides, else the language."""
    _, *rest = language.lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    if script:
        return "rtl" if script in _RTL_SCRIPTS else "ltr"
    return "rtl" if primary(language) in _RTL_LANGUAGES else "ltr"
