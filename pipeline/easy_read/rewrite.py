"""Small rewriting of English sentences that a person can sign: one rule after the other.

Each rule proposes; the gate of `fidelity` decides. What is quoted, asked, or holds code or
markup stays as it is. In a negation or a condition only short forms and contractions are
written in full: there another word is too easily another meaning.
"""

import re

from formats.easy_read import splits
from formats.easy_read.figures import RULES as FIGURES
from formats.easy_read.negation import negations
from formats.easy_read.plain_words import RULES as PLAIN_WORDS
from formats.easy_read.wording import Rule, contractions, digits, short_forms
from pipeline.easy_read.fidelity import changes, conditions

_FORMS: tuple[Rule, ...] = (short_forms, contractions)
RULES: tuple[Rule, ...] = (*_FORMS, *PLAIN_WORDS, digits, *FIGURES, splits.split)
"""Every rule, in the order in which they propose."""

# Quotation marks, single ones too; questions; code, markup, templates; what is no sentence.
_KEPT = re.compile(
    r"[“”\"«»„?`<>{}|\\‘]|(?<![\w’'])['’](?=\w)|['’](?![\w\s])|https?:|\*|_\w|&#?\w+;"
)
_LONGEST = 2_000  # characters: a longer line is no sentence


def rewrite(sentence: str) -> str:
    """The sentence after each rule that kept its meaning; mostly, it comes back unchanged."""
    if len(sentence) > _LONGEST or _KEPT.search(sentence):
        return sentence
    guarded = negations(sentence) or conditions(sentence)
    kept = sentence
    for rule in _FORMS if guarded else RULES:
        proposed = rule(kept)
        if proposed != kept and not changes(sentence, proposed):
            kept = proposed
    return kept
