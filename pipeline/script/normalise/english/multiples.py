"""An "x" after a figure that means times: "2x a day", "5x bigger"; before one: "towels x2"."""

from pipeline.script.normalise.english.numbers import NUMBER
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import figured

_MANY = rf"(?<![\w.,£$€^/])({NUMBER}(?:[-–]\d{{1,3}})?)"
_OFTEN = "a|an|per|daily|weekly|monthly|yearly|annually|each|every"
_MORE = (
    r"\w+er|more|less|fewer|worse|better|as|the|faster|improvement|increase|growth|gains?|returns?|"
    r"performance|speed-?ups?|boost|reduction|efficiency|zoom|magnification|optical|speed|"
    r"champions?|"
    r"winners?|gold|medall?ists?|Grand|Olympic|world|World"
)
# At the end of a clause, after what is done; in algebra, and after "in", it is a name.
_NOT_DONE = (
    "and|or|is|are|was|from|at|in|of|with|to|about|for|on|the|solve|find|plus|minus|equals|into|"
    "expression|factor|called|named|model|size|team|where|that|if|when|as|than|by"
)
_GROWN = "[Uu]p|grew|grown|grow|rose|risen|increased?|improved|multiplied|fell|reduced|cut"

RULES = (
    figured("times often", regex(rf"{_MANY} ?[x×](?= (?:{_OFTEN})\b)"), lambda m: f"{m[1]} times"),
    figured("times more", regex(rf"{_MANY}[x×](?= (?:{_MORE})\b)"), lambda m: f"{m[1]} times"),
    # "2x tins of soup"; with more, it may be a name: "10x projects".
    figured(
        "times each",
        regex(r"(?<![\w.,£$€^/-])([2-9])[x×](?= [a-z]{3,}s\b)"),
        lambda m: f"{m[1]} times",
    ),
    figured(
        "times grown",
        regex(
            rf"\b((?:{_GROWN})(?: by)? (?:about |around |over |"
            rf"nearly )?{NUMBER})[x×](?= [a-z]{{2,}}|[,.;:!?)]|$)"
        ),
        lambda m: f"{m[1]} times",
    ),
    figured(
        "times done",
        regex(
            rf"\b((?!(?:{_NOT_DONE})\b)[A-Za-z]{{2,}} (?:about |around |over |"
            rf"nearly )?{NUMBER})"
            r"[x×](?=[,.;:!?)]|$)(?![^.]*[=+])"
        ),
        lambda m: f"{m[1]} times",
    ),
    figured(
        "times after",
        regex(r"(?<=[a-z]{3} )[x×] ?(\d{1,3})(?=[,.;)]|$)"),
        lambda m: f"times {m[1]}",
    ),
)
"""After sizes and measures ("4x4", "2 x 500mg") have been read."""
