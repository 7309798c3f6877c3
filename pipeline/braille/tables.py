"""Which table of liblouis is usual for which language: a short list, each tried on real text.

English has contracted braille (UEB, grade 2), which its readers expect. Elsewhere it is
uncontracted, since contractions that nobody has checked mislead more than they save; an editor
with readers who know them names another table. Japanese is missing: its braille is written by
sound, and no table knows how its characters are read.
"""

from dataclasses import dataclass

from formats.languages import primary


@dataclass(frozen=True, slots=True)
class BrailleTable:
    """A table by the name of its file, and its code as eBraille's registry of codes forms it."""

    file: str
    system: str

    @property
    def unified(self) -> bool:
        """Whether it is of Unified English Braille."""
        return self.system.startswith("UEB ")


_UEB = (BrailleTable("en-ueb-g2.ctb", "UEB grade2"), BrailleTable("en-ueb-g1.ctb", "UEB grade1"))

_USUAL = {
    "cy": BrailleTable("cy-cy-g1.utb", "Welsh grade1"),
    "de": BrailleTable("de-g0.utb", "German grade0"),
    "en": _UEB[0],
    "es": BrailleTable("es-g1.ctb", "Spanish grade1"),
    "fr": BrailleTable("fr-bfu-comp6.utb", "French grade1"),
    "it": BrailleTable("it-it-comp6.utb", "Italian grade1"),
    "nl": BrailleTable("nl-NL-g0.utb", "Dutch grade1"),
    "pt": BrailleTable("pt-pt-g1.utb", "Portuguese grade1"),
}

_KNOWN = {table.file: table for table in (*_UEB, *_USUAL.values())}


def table_for(language: str, chosen: str) -> BrailleTable | None:
    """The table that the editor chose, or the usual one of a language; None where there is none."""
    if chosen:
        stem = chosen.rpartition(".")[0] or chosen
        return _KNOWN.get(chosen) or BrailleTable(chosen, f"{stem} no-grade")
    return _USUAL.get(primary(language))
