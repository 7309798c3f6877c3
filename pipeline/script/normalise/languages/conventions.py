"""What a language says for figures: a table of values, one for each language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.script.normalise.rule import Rule


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted. `gender` is "m", "f" or "n", as far as the language has it.

    `after` has the forms that another number asks for: in Welsh after 2, 3 and 6.
    """

    one: str
    many: str
    gender: str = "m"
    after: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: `signs` as they are written before or after a sum, and its hundredth."""

    signs: tuple[str, ...]
    whole: Noun
    hundredth: Noun


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The words for signs; "" leaves a sign to the voice. `to` is said for the dash of a range."""

    minus: str
    plus: str
    times: str
    equals: str
    to: str


@dataclass(frozen=True, slots=True)
class Clock:
    """How times of day are written and said.

    `mark` is a pattern between hour and minutes ("14h30"), and `after` one behind them
    ("14:30 Uhr"); "" where the language has none. `before` is a pattern of the words before a
    time with a full stop ("alle 14.30"). `hour_alone` says whether `after` makes a time of an
    hour without minutes ("14 Uhr"). `say` gets hour and minutes, and returns "" for what it
    leaves to the voice.
    """

    say: Callable[[int, int], str]
    mark: str = ""
    after: str = ""
    before: str = ""
    hour_alone: bool = True


@dataclass(frozen=True, slots=True)
class Calendar:
    """How dates are written and said.

    `months` are as in a date that is said, from January on; after the twelfth come names that only
    some regions use. `others` are names as they are written, where that differs, with their place.
    `spoken` has {day} and {month}. `day` gets the number of the day and the word before it, and
    returns "" where its form can't be known. `mark` is a pattern of what may follow the figures of
    the day ("1er mai"), `joint` one of what stands before the month, and `before_year` is what
    stands before the year.
    """

    months: tuple[str, ...]
    spoken: str
    day: Callable[[int, str], str]
    year: Callable[[int], str]
    mark: str = ""
    joint: str = " "
    before_year: str = " "
    others: Mapping[str, int] = field(default_factory=dict)


class After(Protocol):
    """How the words of a number change after another word."""

    def __call__(self, before: str, said: str, *, alone: bool) -> str:
        """What is said after the text `before`; `alone` if nothing is counted.

        "" where that can't be known.
        """


@dataclass(frozen=True, slots=True)
class Conventions:
    """How one language, in one region, writes and says what is not plain words.

    `cardinal` gets a number and the gender of what it counts, "" if it stands alone. `bound` says
    whether a number changes with the word after it, so that only a voice may guess it. `singular`
    says whether a whole number and its decimals take the singular. `of` puts a plural after a
    million: "d’euros". `magnitudes` are the words and short forms of millions, as they are written
    in a sum. `after` is for a language whose numbers change after other words. `own` are rules
    that only this language needs.
    """

    decimal: str
    thousands: str  # the signs that may stand between groups of three figures
    point: str
    paired: bool  # two decimals are said as one number: "trois virgule quatorze"
    cardinal: Callable[[int, str], str]
    bound: Callable[[int], bool]
    singular: Callable[[int, str], bool]
    of: Callable[[str], str]
    percent: Noun
    and_cents: str
    magnitudes: Mapping[str, Noun]
    currencies: tuple[Currency, ...]
    units: Mapping[str, Noun]
    arithmetic: Arithmetic
    clock: Clock
    calendar: Calendar
    telephone: str  # a pattern of the words before a telephone number
    telephone_pairs: bool = False
    ordinal_stop: bool = False  # a full stop after a number makes it an ordinal
    after: After | None = None
    own: tuple[Rule, ...] = ()


def listed(words: str, between: str | None = None) -> tuple[str, ...]:
    """The words of a list in one string, apart by spaces or by the sign `between` them."""
    return tuple(words.split(between))


def exactly_one(whole: int, part: str) -> bool:
    """The singular of most languages: for 1 alone."""
    return whole == 1 and not part
