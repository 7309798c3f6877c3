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
# Somebody's own words without quotation marks: "Ada: I'm here.", "It's late, she says.", "gonna",
# "a saying: if you're not paying, ..."; and what a name means: "Adesso Parto (Now I'm leaving)".
_SAYS = "says|said|adds|added|explains|explained|believes|admits|admitted|recalls|recalled"
_TELLS = rf"saying|slogan|motto|quote|proverb|message|say|{_SAYS}|asks?|asked|reads?|wrote|told \w+"
_SPOKEN = re.compile(
    rf"\A[^:]{{1,80}}: (?=[A-Z])|: (?:I|We|You|It)\b|\A[—–] ?[A-Z]|\b(?:{_TELLS}): "
    r"| [—–-] ?(?:[A-Z][\w’'.-]+ ){1,2}[A-Z][\w’'-]+(?:,[^.]*)?\Z"
    r"|[—–-] ?[A-Z][^()]{1,40} \(@\w+\)"  # the end of a post quoted from elsewhere
    r"|\b(?:ain['’]t|gotta|gonna|wanna|y['’]all)\b"
    r"|[A-Z]\w+ \([A-Z][a-z]+ [^)]*['’]"
    rf"|, (?:(?:he|she|they|I|we|who) (?:say|told|believe|{_SAYS})\b|(?:{_SAYS}) [A-Z]"
    rf"|(?:[A-Z][\w’'-]+ ){{1,3}}(?:{_SAYS})\b)"
)
# A title or a name: its capitals would be wrong in other words.
_TITLE = re.compile(r"\b[A-Z]")
_LONG_WORD = re.compile(r"\b[^\W\d_][\w’']{3,}")
# Posts in two languages name one; "utilise" and "commence" are French too.
_FOREIGN = re.compile(
    r"\b(?:le|la|les|de|des|du|une|est|qui|que|pour|dans|sur|avec|il|elle|el|los|las|por|para"
    r"|con|una|der|das|und|ist|nicht|ein|eine|von|mit|het|een|van|dos|uma|och|att|yn|yr)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:the|of|to|and|is|are|was|were|we|you|it|that|for|with|this|be|have|has|by|from|or|at"
    r"|they|I|he|she|my|our|your|an|in|as|not)\b",
    re.IGNORECASE,
)


def rewrite(sentence: str) -> str:
    """The sentence after each rule that kept its meaning; mostly, it comes back unchanged."""
    if len(sentence) > _LONGEST or _KEPT.search(sentence) or _is_no_prose(sentence):
        return sentence
    guarded = negations(sentence) or conditions(sentence)
    kept = sentence
    for rule in _FORMS if guarded else RULES:
        proposed = rule(kept)
        if proposed != kept and not changes(sentence, proposed):
            kept = proposed
    return kept


def _is_no_prose(sentence: str) -> bool:
    """Whether it is what somebody says, a title, or in another language."""
    rest = _LONG_WORD.findall(sentence)[1:]
    return (
        bool(_SPOKEN.search(sentence))
        or (len(rest) > 1 and all(map(_TITLE.match, rest)))
        or len(_ENGLISH.findall(sentence)) < 2 * len(_FOREIGN.findall(sentence))
    )
