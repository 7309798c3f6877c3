"""Signs between and before numbers: a minus, a sum, the dash of a range."""

import re

from pipeline.script.normalise.languages.conventions import Conventions
from pipeline.script.normalise.languages.figures import pattern, read, said
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_YEAR = r"(?:1\d|20)\d\d"
_EDGE = r"(?<![\w.,:/+–-])"
_END = r"(?![\w–-]|[.,:/]\d)"


def rules(known: Conventions) -> tuple[Rule, ...]:
    """Before numbers, whose figures they leave as they are, but for those of an equation."""
    return (_equation(known), *_before_numbers(known), *_ranges(known))


def _equation(known: Conventions) -> Rule:
    number, words = pattern(known), known.arithmetic
    spoken = {"+": words.plus, "−": words.minus, "-": words.minus, "×": words.times}
    spoken |= {"=": words.equals, "*": words.times, "x": words.times}

    def part(match: re.Match[str]) -> str:
        if match[1]:
            return f" {spoken[match[1]]} "
        found = read(match[0], known)
        return said(found, known) if found else match[0]

    def equation(match: re.Match[str]) -> str:
        """A sign without a word leaves the whole equation to the voice."""
        if not all(spoken[sign] for sign in re.findall(r"[+−×x*=-]", match[0])):
            return match[0]
        return re.sub(rf" ?([+−×x*=-]) ?|{number}", part, match[0])

    written = rf"{_EDGE}{number}(?: ?[+−×x*-] ?{number})+ ?= ?{number}{_END}"
    return Rule("equation", regex(written), equation)


def _before_numbers(known: Conventions) -> tuple[Rule, ...]:
    words = known.arithmetic
    below = rf"(?<![^\s(])[-–](?={pattern(known)} ?[%°€])"
    return (
        Rule("plus", regex(r"(?<![\w+])\+ ?(?=\d)"), lambda _: f"{words.plus} "),
        Rule(
            "minus",
            regex(r"(?<![\w)])( ?)− ?(?=\d)"),
            lambda m: f"{m[1]}{words.minus} ",
        ),
        Rule("below nought", regex(below), lambda _: f"{words.minus} "),
    )


def _ranges(known: Conventions) -> tuple[Rule, ...]:
    number, to = pattern(known), known.arithmetic.to
    units = "|".join(map(re.escape, [*known.units, "€", "EUR"]))
    units += f"|{known.clock.after}" if known.clock.after else ""

    def span(match: re.Match[str]) -> str:
        """Only from less to more; "3–1" is a result, or something else."""
        first, last = read(match[1], known), read(match[2], known)
        rising = first and last and (first.whole, first.part) < (last.whole, last.part)
        return f"{match[1]} {to} {match[2]}" if rising else match[0]

    def bare(match: re.Match[str]) -> str:
        """Two single figures may be a score."""
        return match[0] if len(match[2]) == 1 else span(match)

    measured = rf"{_EDGE}({number}) ?[-–] ?({number})(?= ?(?:%|{units})(?!\w))"
    found = (
        Rule("years", regex(rf"{_EDGE}({_YEAR}) ?[-–] ?({_YEAR}){_END}"), span),
        Rule("range", regex(rf"{_EDGE}({number})–({number}){_END}"), bare),
        Rule("range of measures", regex(measured), span),
    )
    return found if to else ()
