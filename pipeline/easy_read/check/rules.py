"""Every rule that a program can decide, by its id: the only list of them.

A rule stands here twice where it is a warning first and then an error. An error blocks a
signature; a warning is listed. `english` rules are not asked of other languages.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pipeline.easy_read.check import (
    document,
    fidelity,
    look,
    numbers,
    pictures,
    sentences,
    status,
    words,
)
from pipeline.easy_read.check.page import MadePage
from pipeline.easy_read.check.subject import Checked, EasyLine, RowGroup, Told
from pipeline.findings import Level

Check = TypeVar("Check", bound=Callable[..., Iterator[Told]])

LineCheck = Callable[[EasyLine, Checked], Iterator[Told]]
RowsCheck = Callable[[RowGroup, Checked], Iterator[Told]]
TextCheck = Callable[[Checked], Iterator[Told]]
PageCheck = Callable[[MadePage], Iterator[Told]]


@dataclass(frozen=True, slots=True)
class EasyRule(Generic[Check]):
    """A rule: its id, how much it matters, what it is asked with, and where it is from."""

    id: str
    level: Level
    check: Check
    source: str
    english: bool = False

    @property
    def what(self) -> str:
        """What it finds, in one sentence."""
        return " ".join((self.check.__doc__ or "").split()).removesuffix(".")


_E, _W, _N = Level.ERROR, Level.WARNING, Level.NOTE

LINES: tuple[EasyRule[LineCheck], ...] = (
    EasyRule("ER-S01", _W, sentences.long_sentence, "GOV.UK, DH 2009"),
    EasyRule("ER-S01", _E, sentences.too_long_sentence, "Easy Read Standard"),
    EasyRule("ER-S03", _W, sentences.linking_words, "W3C COGA", english=True),
    EasyRule("ER-S04", _W, sentences.commas, "W3C COGA"),
    EasyRule("ER-S04", _E, sentences.semicolon, "GOV.UK"),
    EasyRule("ER-S05", _W, sentences.passive, "GOV.UK, NHS", english=True),
    EasyRule("ER-S06", _E, sentences.double_negative, "W3C COGA", english=True),
    EasyRule("ER-S06", _W, sentences.perhaps_double_negative, "W3C COGA", english=True),
    EasyRule("ER-S07", _E, sentences.negative_contraction, "NHS, GOV.UK", english=True),
    EasyRule("ER-S07", _W, sentences.contraction, "Norfolk", english=True),
    EasyRule("ER-S08", _W, sentences.asides, "NHS, Inclusion Europe"),
    EasyRule("ER-S09", _E, sentences.several_sentences, "Inclusion Europe, DIN SPEC 33429"),
    EasyRule("ER-W01", _E, words.hard_word, "Inclusion Europe, DH 2009", english=True),
    EasyRule("ER-W01", _W, words.perhaps_hard_word, "Inclusion Europe, DH 2009", english=True),
    EasyRule("ER-W05", _W, words.plain_word, "GOV.UK", english=True),
    EasyRule("ER-W06", _W, words.saying, "Inclusion Europe", english=True),
    EasyRule("ER-W07", _E, words.acronym, "Inclusion Europe, GOV.UK", english=True),
    EasyRule("ER-W08", _E, words.latin, "Norfolk", english=True),
    EasyRule("ER-W11", _W, words.learning_difficulty, "Easy Read Standard", english=True),
    EasyRule("ER-N01", _E, numbers.number_word, "Ace Anglia", english=True),
    EasyRule("ER-N01", _W, numbers.perhaps_number_word, "Ace Anglia", english=True),
    EasyRule("ER-N02", _W, numbers.percentage, "Inclusion Europe"),
    EasyRule("ER-N03", _W, numbers.large_number, "Inclusion Europe, W3C COGA"),
    EasyRule("ER-N04", _E, numbers.roman, "W3C COGA", english=True),
    EasyRule("ER-N05", _W, numbers.date_form, "Inclusion Europe", english=True),
    EasyRule("ER-N06", _W, numbers.signs, "Inclusion Europe"),
    EasyRule("ER-D03", _W, document.long_paragraph, "W3C COGA, NHS"),
    EasyRule("ER-D05", _W, document.series, "W3C COGA", english=True),
    EasyRule("ER-L02", _W, words.capitals, "NHS"),
)
"""Asked of each line: the title, headings, rows, entries of lists, meanings."""

ROWS: tuple[EasyRule[RowsCheck], ...] = (
    EasyRule("ER-F01", _E, fidelity.added_facts, "fidelity"),
    EasyRule("ER-F01", _W, fidelity.moved_facts, "fidelity"),
    EasyRule("ER-F02", _N, fidelity.left_out, "fidelity"),
    EasyRule("ER-F03", _E, fidelity.negation, "fidelity", english=True),
    EasyRule("ER-F03", _W, fidelity.fewer_negations, "fidelity", english=True),
    EasyRule("ER-F04", _E, fidelity.altered_quote, "co-production"),
)
"""Asked of each group of rows, beside the sentences that they say."""

TEXTS: tuple[EasyRule[TextCheck], ...] = (
    EasyRule("ER-S02", _W, sentences.long_on_average, "derived"),
    EasyRule("ER-W02", _W, words.explained_beside, "GOV.UK, Ace Anglia"),
    EasyRule("ER-W04", _W, words.uncommon_share, "W3C COGA", english=True),
    EasyRule("ER-W09", _W, words.two_names, "Inclusion Europe, Easy Read Standard"),
    EasyRule("ER-W10", _W, words.long_words, "derived", english=True),
    EasyRule("ER-D01", _W, document.too_many_words, "Easy Read Standard"),
    EasyRule("ER-D04", _W, document.few_headings, "derived"),
    EasyRule("ER-D07", _E, document.no_title, "Inclusion Europe"),
    EasyRule("ER-D07", _E, document.no_summary, "Inclusion Europe"),
    EasyRule("ER-P04", _E, pictures.one_file_two_names, "Inclusion Europe"),
    EasyRule("ER-P04", _W, pictures.two_pictures, "Inclusion Europe", english=True),
    EasyRule("ER-R01", _W, document.hard_to_read, "DWP, OpenLearn", english=True),
    EasyRule("ER-H02", _E, status.signed_another, "a signature is for one text"),
)
"""Asked once."""

PAGES: tuple[EasyRule[PageCheck], ...] = (
    EasyRule("ER-S09", _E, look.sentence_alone, "Inclusion Europe, DIN SPEC 33429"),
    EasyRule("ER-W02", _E, look.bold_and_explained, "GOV.UK, Ace Anglia"),
    EasyRule("ER-W03", _E, look.listed_again, "GOV.UK"),
    EasyRule("ER-D06", _E, look.contents, "Inclusion Europe"),
    EasyRule("ER-D07", _E, look.ways_out, "Inclusion Europe"),
    EasyRule("ER-P01", _E, look.picture_or_slot, "DH 2009"),
    EasyRule("ER-P02", _E, look.picture_first, "DH 2009"),
    EasyRule("ER-P03", _E, look.picture_size, "DH 2009; our own numbers"),
    EasyRule("ER-P05", _E, look.alternatives, "WCAG 1.1.1"),
    EasyRule("ER-L01", _E, look.base_size, "DH 2009, GOV.UK"),
    EasyRule("ER-L02", _E, look.plain_letters, "People First, UKAAF G003, NHS"),
    EasyRule("ER-L03", _E, look.lines, "Lebenshilfe, Selkokeskus"),
    EasyRule("ER-L04", _E, look.contrast, "WCAG 1.4.6"),
    EasyRule("ER-H01", _E, look.says_what_it_is, "people sign, not programs"),
)
"""Asked of each page that was made."""

RULES: tuple[EasyRule[Any], ...] = (*LINES, *ROWS, *TEXTS, *PAGES)
"""All of them."""

UNASKED: tuple[tuple[str, str], ...] = (
    ("ER-D02", "How many pages it has on paper: at most 20. Print it, and look."),
)
"""Rules with a number that this program does not measure."""
