"""Kings and queens: "Charles I" is the first, where "I" is no pronoun."""

import re

from pipeline.script.normalise.english.numbers import arabic, ordinal
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_RULERS = (
    "King|Queen|Pope|Emperor|Empress|Tsar|Saint|Henry|Elizabeth|Charles|James|George|Edward|"
    "William|Mary|Richard|Louis|Philip|Francis|Frederick|Catherine|Peter|Nicholas|Alexander|"
    "Napoleon|Leo|Pius|John|Paul|Ptolemy|Ramesses|Xerxes|Darius|Robert|David|Juan|Carlos|"
    "Anne|Albert|Alfonso|Constantine|Ferdinand|Gustav|Haakon|Harald|Ivan|Joseph|Justinian|Leopold|"
    "Malcolm|Maximilian|Otto|Pedro|Rudolf|Selim|Stephen|Suleiman|Umberto|Victor|Wilhelm"
)
# The pronoun has a verb after it, a king may have these. "The Francis I know" has none of them.
_REIGNING = (
    r"(?=['’]s\b|[,.;:!?)]|$|\s[-–—:]| (?:of|was|is|had|has|are|died|reigned|ruled|became|and|in|"
    r"to|or|the|ended|began|by|at|on|from|with|for|during|under|into|over|near|until|till|after|"
    r"before|since|between|as|who|whose|which|whom|that|when|against|through|here|there|himself|"
    r"herself|today)\b)"
)
_AT_COURT = (
    r"(?<=\bKing )|(?<=\bQueen )|(?<=\bEmperor )|(?<=\bPope )|(?<=\bTsar )|(?<=\breign of )|"
    r"(?<=\bcourt of )|(?<=\btime of )|(?<=\bdeath of )|(?<=\bson of )|(?<=\bdaughter of )|"
    r"(?<=\bwife of )|(?<=\bportrait of )|(?<=\bstatue of )|(?<=\bdays of )|(?<=\b[Uu]nder )"
)
_DEEDS = (
    "succeeded|married|gave|granted|signed|founded|built|ordered|visited|came|issued|wrote|left|"
    "met|sent|made|took|lost|won|defeated|inherited|abdicated|fled|called|dissolved|invaded|"
    "created|commissioned|conquered|abolished|established|introduced|declared|converted|crowned|"
    "spoke|fought|raised|summoned|ascended|ordered|allowed|banned|imposed|executed|imprisoned|"
    "travelled|sailed|landed|lived|died|began"
)


def rules(english: English) -> tuple[Rule, ...]:
    """Only where no pronoun can be: before "at", after "reign of", in "When Mary I came"."""

    def placed(m: re.Match[str]) -> str:
        return f"{m[1]} the {ordinal(arabic(m[2]), english)}"

    return (
        Rule(
            "rulers of two realms",
            regex(rf"\b({_RULERS}) ([IVX]+) and ([IVX]+)(?!\w)"),
            lambda m: f"{placed(m)} and {ordinal(arabic(m[3]), english)}",
        ),
        Rule(
            "ruler",
            regex(rf"\b({_RULERS}) ([IVX])(?!\w|\.\s?[A-Z]){_REIGNING}"),
            placed,
        ),
        Rule(
            "ruler by a word before",
            regex(rf"(?:{_AT_COURT})({_RULERS}) ([IVX])(?!\w|\.\s?[A-Z])"),
            placed,
        ),
        Rule(
            "ruler by a deed",
            regex(
                rf"(?:^|(?<=\b[Ww]hen )|(?<=\b[Ww]hile )|(?<=\b[Bb]ecause )|(?<=\d, ))"
                rf"({_RULERS}) ([IVX])(?= (?:{_DEEDS})\b)"
            ),
            placed,
        ),
    )
