"""Signs between and before numbers: a minus, a sum, the dash of a range."""

import re

from pipeline.script.normalise.languages.conventions import Conventions
from pipeline.script.normalise.languages.figures import pattern, read, said
from pipeline.script.normalise.rule import Rule

_YEAR = r"(?:1\d|20)\d\d"


def rules(known: Conventions) -> tuple[Rule, ...]:
    """Before numbers, whose figures they leave as they are."""
    number, words = pattern(known), known.arithmetic
    spoken = {"+": words.plus, "−": words.minus, "-": words.minus, "×": words.times}
    spoken |= {"=": words.equals, "*": words.times}
    units = "|".join(map(re.escape, [*known.units, "€", "EUR"]))
    units += f"|{known.clock.after}" if known.clock.after else ""

    def equation(match: re.Match[str]) -> str:
        """A sign without a word leaves the whole equation to the voice."""
        signs = re.findall(r"[+−×*=-]", match[0])
        if not all(spoken[sign] for sign in signs):
            return match[0]
        return re.sub(rf" ?([+−×*=-]) ?|{number}", part, match[0])

    def part(match: re.Match[str]) -> str:
        if match[1]:
            return f" {spoken[match[1]]} "
        found = read(match[0], known)
        return said(found, known) if found else match[0]

    def span(match: re.Match[str]) -> str:
        """Only from less to more; "3–1" is a result, or something else."""
        first, last = read(match[1], known), read(match[2], known)
        rising = first and last and (first.whole, first.part) < (last.whole, last.part)
        return f"{match[1]} {words.to} {match[2]}" if rising else match[0]

    def bare(match: re.Match[str]) -> str:
        """Two single figures may be a score."""
        return match[0] if len(match[2]) == 1 else span(match)

    edge, end = r"(?<![\w.,:/+–-])", r"(?![\w–-]|[.,:/]\d)"
    found = [
        Rule("plus", re.compile(r"(?<![\w+])\+ ?(?=\d)"), lambda _: f"{words.plus} "),
        Rule("minus", re.compile(r"(?<![\w)]) ?− ?(?=\d)"), lambda m: _apart(m, words.minus)),
        Rule(
            "cold",
            re.compile(rf"(?<![^\s(])[-–](?={number} ?(?:[%°]))"),
            lambda _: f"{words.minus} ",
        ),
    ]
    if words.to:
        found += [
            Rule("years", re.compile(rf"{edge}({_YEAR}) ?[-–] ?({_YEAR}){end}"), span),
            Rule("range", re.compile(rf"{edge}({number})–({number}){end}"), bare),
            Rule(
                "range of measures",
                re.compile(rf"{edge}({number}) ?[-–] ?({number})(?= ?(?:%|{units})(?!\w))"),
                span,
            ),
        ]
    sum_of = rf"{edge}{number}(?: ?[+−×*-] ?{number})+ ?= ?{number}{end}"
    return (Rule("equation", re.compile(sum_of), equation), *found)


def _apart(match: re.Match[str], word: str) -> str:
    return f" {word} " if match[0].startswith(" ") else f"{word} "
