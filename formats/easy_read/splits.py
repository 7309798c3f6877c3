"""One sentence as two, at ";" and at ", and we …", where each half can stand alone; English only.

Without a parser, a half stands alone where a closed list says so: it begins with a subject and
has a verb that is finite in that place. A half with a word that could reach over the joint
("because", "that", "said") is left whole: what it governs would be cut off.
"""

import re

_TO_BE_AND_HAVE = "am|is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|may|must"
_PAST = (
    "got|made|went|came|took|gave|saw|became|began|left|kept|brought|held|wrote|met|ran|paid|sat"
    "|spoke|led|grew|lost|fell|sent|built|won|bought|taught|chose|drew|moved|worked|used|helped"
    "|wanted|needed|liked|lived|created|learned|started|looked|continued|tested|launched|tried"
    "|loved|decided|developed|designed|received|turned|opened|joined|married|died|returned"
    "|increased|changed|played|stayed|walked|called|published|released|shared|added|provided"
)
_PRESENT = (
    "make|makes|go|goes|come|comes|take|takes|give|gives|get|gets|work|works|use|uses|help|helps"
    "|want|wants|need|needs|like|likes|live|lives|love|loves|look|looks|offer|offers|include"
    "|includes|provide|provides|plan|plans|keep|keeps|run|runs|build|builds|contains|remains"
)
FINITE = frozenset("|".join((_TO_BE_AND_HAVE, _PAST, _PRESENT)).split("|"))
"""Verbs that are finite after a subject."""

_FINITE = "|".join(sorted(FINITE))
_ADVERB = r"(?:(?:also|now|often|still|then|already|always|soon|later|recently|currently) )?"
_PRONOUN = "I|you|he|she|it|we|they"
_STARTS = rf"(?P<next>(?:{_PRONOUN}) {_ADVERB}(?:{_FINITE})\b)"
_COMMA = re.compile(rf"(?P<gap> ?),\s+(?P<joint>and|but)\s+{_STARTS}")
_SEMICOLON = re.compile(
    rf"(?P<gap> ?);\s+(?P<joint>)(?P<next>(?:{_PRONOUN}|this|these|there) {_ADVERB}(?:{_FINITE})\b)"
)

_SUBJECT = re.compile(
    r"(?:I|You|He|She|It|We|They|This|These|Those|There|The|A|An|Our|My|His|Her|Their|Its|Your"
    rf"|Some|Many|Most|Several|People|[A-Z]\w+(?: [A-Z]\w+)? (?={_FINITE}\b))\b"
)
_REACHES_OVER = re.compile(
    r"\b(?:that|which|who|whom|whose|what|where|when|while|because|since|although|though|as|until"
    r"|after|before|so|than|how|why|both|either|think|thinks|thought|believe|believes|believed"
    r"|know|knows|knew|say|says|said|hope|hopes|hoped|feel|feels|felt|find|found|means|meant"
    r"|show|shows|showed|suggests?|suggested|agreed?|argued?|argues|expect\w*|assume\w*|wish\w*"
    r"|let|lets|sure|told|tells?|ask|asked|asks|like|such|every|each|maybe|perhaps|could|would|might)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"[,;:()\[\]–—]|\s-+\s|\.\s")
# The second half would say less alone: "and you will see" follows from what is before it.
_FOLLOWS = re.compile(
    r"(?:it|you) (?:will|would|can|could|may)\b|I mean\b|it shows\b"
    r"|it (?:is|was|became) (?:true|clear)\b"
)
# "You can ask, and we will come" is a condition.
_OFFER = re.compile(r"\b(?:can|may|must|should|need|will|have to|entitled|right)\b")
_THEN = re.compile(r"(?:I|he|she|we|they) \w*\s?(?:will|can|should|may|must|have)\b")
_EMPTY_IT = re.compile(r"\bit (?:is|was|became)\b.* that\b")
_SHORTEST = 3  # words of the second half: "and she was" says little alone
# What somebody says goes on to "he said" at the end.
_SPOKEN = re.compile(r"\b(?:says?|said|saying|explain\w*|added|adds|according|told|writes|wrote)\b")


def split(text: str) -> str:
    """The text with its one safe joint as the end of a sentence, or as it is."""
    if text.count(";") > 1:
        return text
    found = _SEMICOLON.search(text) or _COMMA.search(text)
    if found is None or not _stand_alone(text[: found.start()], text[found.start("next") :], text):
        return text
    begun = found["next"][0].upper() + found["next"][1:]
    kept = "But " + found["next"] if found["joint"] == "but" else begun
    return f"{text[: found.start()]}{found['gap']}. {kept}{text[found.end() :]}"


def _stand_alone(first: str, second: str, text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", first)
    return (
        text.rstrip().endswith(".")
        and len(words) >= 3
        and len(re.findall(r"[^\W_]+", second)) >= _SHORTEST
        and bool(_SUBJECT.match(first))
        and any(word in FINITE for word in words[1:])
        and not _REACHES_OVER.search(first)
        and not _INSIDE.search(first)
        and not _FOLLOWS.match(second)
        and not _SPOKEN.search(text)
        and not _EMPTY_IT.search(text)
        and not (_THEN.match(second) and _OFFER.search(first))
    )
