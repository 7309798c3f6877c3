"""The rules for sentences (ER-S): how long, how many thoughts, and how they are built."""

import re
from collections.abc import Iterator

from formats.easy_read.negation import negations
from formats.easy_read.wording import contractions
from pipeline.easy_read.check.subject import Checked, EasyLine, LineKind, Told, count, quoted

WARNED, MOST, MEAN = 15, 25, 12
"""Words of a sentence: above the first a warning, above the second an error (DH 2009, rule 13;
The Easy Read Standard); and the mean that follows from 10 to 15 (GOV.UK)."""

_SPLIT = "Leave something out, or make two rows of it."


def long_sentence(line: EasyLine, _: Checked) -> Iterator[Told]:
    """More than 15 words, and not more than 25."""
    for sentence in line.sentences:
        if WARNED < count(sentence) <= MOST:
            yield Told(f"This sentence has {count(sentence)} words.", _fewer(_SPLIT))


def too_long_sentence(line: EasyLine, _: Checked) -> Iterator[Told]:
    """More than 25 words."""
    for sentence in line.sentences:
        if count(sentence) > MOST:
            yield Told(f"This sentence has {count(sentence)} words.", _fewer(_SPLIT))


def _fewer(remedy: str) -> str:
    return f"Use {WARNED} or fewer. {remedy}"


def long_on_average(text: Checked) -> Iterator[Told]:
    """A mean of more than 12 words."""
    lengths = [count(s) for line in text.rows for s in line.sentences]
    mean = sum(lengths) / len(lengths) if lengths else 0
    if mean > MEAN:
        remedy = f"Easy read has {MEAN} or fewer. Begin with the longest sentences."
        yield Told(f"The sentences have {mean:.1f} words on average.", remedy)


# "so many", "so far" link nothing; "one and all", "more and more" are one thing.
_LINKS = re.compile(
    r"\b(?:and|but|because|which|although)\b"
    r"|(?:, |\b)so\b(?= (?:that|I|you|he|she|it|we|they|the)\b)",
    re.IGNORECASE,
)


def linking_words(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Two or more of and, but, because, which, so, although."""
    for sentence in line.sentences:
        found = [m[0].strip(" ,").lower() for m in _LINKS.finditer(sentence)]
        if len(found) > 1:
            said = ", ".join(found)
            remedy = "If these join thoughts, give each a row."
            yield Told(f"This sentence has {len(found)} linking words ({said}).", remedy)


_COMMA = re.compile(r"[,;](?!\d)")


def commas(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Two or more commas."""
    for sentence in line.sentences:
        found = len(_COMMA.findall(sentence))
        if found > 1:
            remedy = "Make shorter sentences of it, or a list."
            yield Told(f"This sentence has {found} commas.", remedy)


def semicolon(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Any semicolon."""
    if ";" in line.text:
        yield Told("There is a semicolon (;).", "Make two sentences of it.")


_IRREGULAR = (
    "born|bought|brought|broken|built|caught|chosen|cut|done|drawn|driven|eaten|felt|forgotten"
    "|found|given|heard|held|hidden|hit|hurt|kept|known|laid|led|left|lent|lost|made|meant|met"
    "|paid|put|read|run|said|seen|sent|set|shown|shut|sold|spent|spoken|spread|stolen|taken"
    "|taught|thought|thrown|told|understood|won|written"
)
# How somebody or something is, not what is done to them.
_ADJECTIVES = (
    "advanced|aged|ashamed|based|bored|complicated|concerned|confused|connected|dedicated"
    "|determined|detailed|disabled|disappointed|embarrassed|excited|experienced|finished|frightened"
    "|hundred|interested|involved|limited|linked|loved|married|lost|mixed|naked|need|outdated|pleased|prepared"
    "|qualified|related|relaxed|retired|sacred|satisfied|scared|supposed|surprised|talented|tired"
    "|unaided|used|wicked|worried"
)
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|get|gets|got|getting)\b"
    r"(?: (?:not|also|never|always|often|now|then|still|already|just|all|being|\w+ly))*"
    rf" (?P<done>(?!(?:{_ADJECTIVES})\b)(?:\w{{2,}}ed|{_IRREGULAR}))\b(?! (?:at|up for)\b)",
    re.IGNORECASE,
)


def passive(line: EasyLine, _: Checked) -> Iterator[Told]:
    """A form of "be" or "get" with a participle."""
    for found in _PASSIVE.finditer(line.own):
        remedy = "Say who does it: “we chose”, not “it was chosen”."
        yield Told(f"{quoted(found[0])} does not say who does it.", remedy)


# Denials in two clauses do not cancel each other.
_CLAUSE = re.compile(
    r"[,;:.!?–—]|\b(?:and|but|or|because|so|if|that|who|which|when|while)\b", re.IGNORECASE
)
UNDENIED = re.compile(
    r"\b(?:not|never|cannot|n[’']t)(?: \w+ly| very| at all| an?)? (?:un(?:common|usual|happy|likely"
    r"|like|able|aware|clear|helpful|true|fair|important|reasonable|necessary|kind|safe|known|willing"
    r"|interesting)|impossible|in(?:significant|correct|appropriate|visible)|dis(?:honest|similar"
    r"|agree|like))\b"
    r"|\b(?:not|never|cannot|n[’']t) (?:\w+ ){0,3}(?:without|never|nothing|nobody|no one|nowhere"
    r"|none)\b",
    re.IGNORECASE,
)


"""Two words that deny and together say yes."""


def double_negative(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Two words that deny and together say yes: "not unusual", "not without"."""
    for clause in _clauses(line):
        if UNDENIED.search(clause):
            yield Told(f"{quoted(clause)} denies twice.", "Say what is so, not what is not so.")


def perhaps_double_negative(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Two other words that deny in one clause."""
    for clause in _clauses(line):
        plain = re.sub(r"\bno[ -]one\b", "nobody", clause, flags=re.IGNORECASE)
        one = re.search(
            r"\bnor\b|\bneither\b|\bno longer\b|\b(no|not|never)\W+\1\b", plain, re.IGNORECASE
        )
        if negations(plain).total() > 1 and not one and not UNDENIED.search(clause):
            yield Told(f"{quoted(clause)} may deny twice.", "Say what is so, not what is not so.")


def _clauses(line: EasyLine) -> Iterator[str]:
    return (clause.strip() for clause in _CLAUSE.split(line.own))


_SHORT = re.compile(
    r"\b\w+(?:[’'](?:re|ve|ll|d|m)\b)|\b(?:it|that|there|here|he|she|let|what|who|where|how)[’']s\b",
    re.IGNORECASE,
)
_SHORT_NOT = re.compile(
    r"\b\w+n[’']t\b|\b(?:dont|cant|wont|isnt|didnt|doesnt|wasnt)\b", re.IGNORECASE
)


def negative_contraction(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Any negative short form, such as "don't"."""
    for found in _SHORT_NOT.finditer(line.own):
        yield _in_full(found[0], "can be read as the opposite.")


def contraction(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Any other short form, such as "we'll"."""
    for found in _SHORT.finditer(line.own):
        yield _in_full(found[0], "is a short form.")


def _in_full(short: str, why: str) -> Told:
    full = contractions(f"{short} a")[:-2]
    return Told(
        f"{quoted(short)} {why}", f"Write: {full}" if full != short else "Write it in full."
    )


_DEFINES = re.compile(r"\([A-Z][A-Za-z0-9&]{1,9}\)")
_BRACKETS = re.compile(r"\([^)]*\)?|\[[^\]]*\]?|[ \u00a0][–—-]+[ \u00a0]|\w—\w|\d ?–[ ]?\d")


def asides(line: EasyLine, _: Checked) -> Iterator[Told]:
    """Brackets, and dashes as signs; not a bracket that has only a short form."""
    for found in _BRACKETS.finditer(_DEFINES.sub("", line.text)):
        if re.fullmatch(r"\d ?–[ ]?\d", found[0]):
            yield Told(f"{quoted(found[0])} has a dash.", "Write “to” between numbers.")
        elif found[0][0] in "([":
            yield Told(f"{quoted(found[0])} is in brackets.", "Leave it out, or make a row of it.")
        else:
            yield Told("There is a dash.", "Make two sentences of it.")


def several_sentences(line: EasyLine, _: Checked) -> Iterator[Told]:
    """More than one sentence in a row."""
    if len(line.sentences) > 1 and line.kind in (LineKind.ROW, LineKind.ENTRY):
        yield Told(f"There are {len(line.sentences)} sentences here.", "Give each a row.")
