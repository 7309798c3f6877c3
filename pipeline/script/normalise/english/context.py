"""The text around a match, where that decides how it is spoken."""

import re

from pipeline.script.normalise.regex import regex

_AFTER = regex(
    r"-(?!(?:odd|worth|off)\b)[^\W\d_]| (?!(?:a|an|and|as|at|but|by|each|every|for|from|in|into|"
    r"is|less|more|of|on|"
    r"or|over|out|per|plus|than|to|was|were|when|while|with|which|who|that|we|they|he|she|it|"
    r"you|I|has|have|had|will|would|can|could|should|may|might|must|did|does|went|came|spent|"
    r"given|paid|due|lost|made|cost|set|\w+ed)\b)[^\W\d_]"
)
# "£3m-a-year deal" needs no article.
_HYPHENED = regex(
    r"-(?:a|an|per)-[a-z]+ (?!(?:and|or|for|in|on|to|from|with|by|at|as|but|when|if)\b)[^\W\d_]"
)
_BEFORE = regex(r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Oo]ur|[Tt]heir) $")


def adjectival(match: re.Match[str]) -> bool:
    """Whether a sum or a measure describes the next word: "a £5 note", "a £5-a-week rise"."""
    text = match.string
    if _HYPHENED.match(text, match.end()):
        return True
    return bool(_BEFORE.search(text, 0, match.start()) and _AFTER.match(text, match.end()))


def ends_sentence(match: re.Match[str]) -> bool:
    """Whether only closing marks follow, so that a stop in the match ended the sentence."""
    return not match.string[match.end() :].strip(" )”’\"'")


def near(words: re.Pattern[str], match: re.Match[str], reach: int = 40) -> bool:
    """Whether one of `words` is in the same sentence, `reach` characters away at most."""
    begin, end = match.span()
    text = match.string
    return bool(
        words.search(text[max(0, begin - reach) : begin]) or words.search(text[end : end + reach])
    )
