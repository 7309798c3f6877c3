"""Numbers with a unit: lengths, weights, speeds, memory, temperatures."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.script.normalise.english.context import adjectival, near
from pipeline.script.normalise.english.numbers import NUMBER, number
from pipeline.script.normalise.english.rates import EACH, per_each
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

# Singular and plural; "" is the singular with an "s". {m} and {l} are spelled by region.
_UNITS: Mapping[str, tuple[str, str]] = {
    "km": ("kilo{m}", ""),
    "cm": ("centi{m}", ""),
    "mm": ("milli{m}", ""),
    "µm": ("micro{m}", ""),
    "nm": ("nano{m}", ""),
    "m": ("{m}", ""),
    "ft": ("foot", "feet"),
    "yd": ("yard", ""),
    "yds": ("yard", ""),
    "mi": ("mile", ""),
    "kg": ("kilogram", ""),
    "mg": ("milligram", ""),
    "µg": ("microgram", ""),
    "mcg": ("microgram", ""),
    "g": ("gram", ""),
    "lb": ("pound", ""),
    "lbs": ("pound", ""),
    "oz": ("ounce", ""),
    "ml": ("milli{l}", ""),
    "mL": ("milli{l}", ""),
    "cl": ("centi{l}", ""),
    "ltr": ("{l}", ""),
    "ltrs": ("{l}", ""),
    "l": ("{l}", ""),
    "L": ("{l}", ""),
    "mph": ("mile per hour", "miles per hour"),
    "km/h": ("kilo{m} per hour", "kilo{m}s per hour"),
    "kmh": ("kilo{m} per hour", "kilo{m}s per hour"),
    "kph": ("kilo{m} per hour", "kilo{m}s per hour"),
    "m/s2": ("{m} per second squared", "{m}s per second squared"),
    "m/s²": ("{m} per second squared", "{m}s per second squared"),
    "kb/s": ("kilobit per second", "kilobits per second"),
    "Mb/s": ("megabit per second", "megabits per second"),
    "Mbit/s": ("megabit per second", "megabits per second"),
    "Gb/s": ("gigabit per second", "gigabits per second"),
    "m/s": ("{m} per second", "{m}s per second"),
    "mpg": ("mile per gallon", "miles per gallon"),
    "Hz": ("hertz", "hertz"),
    "kHz": ("kilohertz", "kilohertz"),
    "MHz": ("megahertz", "megahertz"),
    "GHz": ("gigahertz", "gigahertz"),
    "kB": ("kilobyte", ""),
    "KB": ("kilobyte", ""),
    "MB": ("megabyte", ""),
    "GB": ("gigabyte", ""),
    "TB": ("terabyte", ""),
    "PB": ("petabyte", ""),
    "kbps": ("kilobit per second", "kilobits per second"),
    "Mbps": ("megabit per second", "megabits per second"),
    "Gbps": ("gigabit per second", "gigabits per second"),
    "W": ("watt", ""),
    "kW": ("kilowatt", ""),
    "MW": ("megawatt", ""),
    "GW": ("gigawatt", ""),
    "kWh": ("kilowatt hour", ""),
    "MWh": ("megawatt hour", ""),
    "TWh": ("terawatt hour", ""),
    "kJ": ("kilojoule", ""),
    "kcal": ("kilocalorie", ""),
    "cal": ("calorie", ""),
    "V": ("volt", ""),
    "kV": ("kilovolt", ""),
    "mAh": ("milliamp hour", ""),
    "ha": ("hectare", ""),
    "dB": ("decibel", ""),
    "px": ("pixel", ""),
    "dpi": ("dot per inch", "dots per inch"),
    "rpm": ("revolution per minute", "revolutions per minute"),
    "ppm": ("part per million", "parts per million"),
    "bpm": ("beat per minute", "beats per minute"),
    "fps": ("frame per second", "frames per second"),
    "hr": ("hour", ""),
    "hrs": ("hour", ""),
    "h": ("hour", ""),
    "min": ("minute", ""),
    "mins": ("minute", ""),
    "sec": ("second", ""),
    "secs": ("second", ""),
    "ms": ("millisecond", ""),
    "wks": ("week", ""),
    "wk": ("week", ""),
    "yr": ("year", ""),
    "yrs": ("year", ""),
    "mth": ("month", ""),
    "mths": ("month", ""),
    "mo": ("month", ""),
    "mos": ("month", ""),
    "m²": ("square {m}", ""),
    "m2": ("square {m}", ""),
    "km²": ("square kilo{m}", ""),
    "km2": ("square kilo{m}", ""),
    "cm²": ("square centi{m}", ""),
    "cm2": ("square centi{m}", ""),
    "mm²": ("square milli{m}", ""),
    "m³": ("cubic {m}", ""),
    "m3": ("cubic {m}", ""),
    "cm³": ("cubic centi{m}", ""),
    "sq ft": ("square foot", "square feet"),
    "ft²": ("square foot", "square feet"),
    "sq km": ("square kilo{m}", ""),
    "sq m": ("square {m}", ""),
    "sq mi": ("square mile", ""),
    "°C": ("degree Celsius", "degrees Celsius"),
    "°F": ("degree Fahrenheit", "degrees Fahrenheit"),
    "℃": ("degree Celsius", "degrees Celsius"),
    "℉": ("degree Fahrenheit", "degrees Fahrenheit"),
    "º": ("degree", ""),
    "ºC": ("degree Celsius", "degrees Celsius"),
    "ºF": ("degree Fahrenheit", "degrees Fahrenheit"),
    "° C": ("degree Celsius", "degrees Celsius"),
    "° F": ("degree Fahrenheit", "degrees Fahrenheit"),
    "°": ("degree", ""),
    "Ω": ("ohm", ""),
    "psi": ("pound per square inch", "pounds per square inch"),
    "kPa": ("kilopascal", ""),
    "mbar": ("millibar", ""),
    "mmol": ("millimole", ""),
    "IU": ("international unit", ""),
    "fl oz": ("fluid ounce", ""),
    "dl": ("deci{l}", ""),
    "t": ("tonne", ""),
    "mmHg": ("millimetre of mercury", "millimetres of mercury"),
    "mmol/mol": ("millimole per mole", "millimoles per mole"),
    "mmol/l": ("millimole per {l}", "millimoles per {l}"),
    "mmol/L": ("millimole per {l}", "millimoles per {l}"),
    "gal": ("gallon", ""),
    "qt": ("quart", ""),
    "tbsp": ("tablespoon", ""),
    "tsp": ("teaspoon", ""),
}
# A unit that is also a word or a letter must be right after its number.
_GLUED = {"in": ("inch", "inches"), "st": ("stone", "stone"), "K": ("K", "K")}
_TOUCHING = {"m", "g", "l", "h", "t", "V", "W", "L"}
_SMALL = "thousand|million|billion|trillion"
# "5m people" are five million.
_PEOPLE = regex(
    r" (?:people|users?|jobs|homes|households|visitors|customers|patients|workers|children|adults|"
    r"members|followers|views|downloads|visits|Britons|Americans|citizens|residents|students|"
    r"pupils|families|deaths|cases|copies|records|tonnes|tons|hectares|acres|barrels|doses|miles|"
    r"years|pounds|dollars|euros|units|tests|vehicles|cars|trees|pages|passengers|pensioners|"
    r"tweets|subscribers|viewers|hits|readers|listeners|voters)\b"
)
# A large unit with its forms, and the small one used with it: "5ft 7in".
_PAIRS = (
    ("ft", r"ft\.?", "in", "ins?"),
    ("st", "st", "lb", "lbs?"),
    ("lb", "lbs?", "oz", "oz"),
    ("h", "(?:h|hrs?)", "min", "(?:m|mins?)"),
    ("min", "(?:m|mins?)", "sec", "(?:s|secs?)"),
)
_WARM = regex(
    r"\b(?:temperatures?|degrees?|heat(?:ed|ing)?|oven|bak(?:e|ed|ing)|hot|cold|warm|cool|fever|"
    r"weather|fan|gas mark|freez\w*|boil\w*|cook\w*)\b",
    re.IGNORECASE,
)
# Without an article, too, these are described: "10 min walk".
_SINGLE = {"min", "hr", "wk", "mo", "mth", "yr", "day", "mile"}
_TRIP = regex(
    r" (?:walk|drive|ride|journey|read|wait|break|video|film|talk|session|slot|course|trip|stroll|"
    r"cycle|flight|delay|meeting|presentation|lecture|appointment|interview|placement|contract|"
    r"programme|warm-up|rest|run|train|bus|ferry|warranty|guarantee|membership)\b"
)
_SOLD = {"g", "kg", "ml", "cl", "l", "ltr", "oz", "lb", "mg", "mcg"}
_PACK = regex(
    r" (?:tins?|cans?|packs?|packets?|jars?|bottles?|bags?|cartons?|blocks?|pots?|tubs?|sachets?|"
    r"punnets?|tablets?|capsules?|boxes|box|tubes?|pouch(?:es)?|steaks?|fillets?|doses?|weights?)\b"
)
_BLOOD = regex(r"\b(?:[Bb]lood pressure|BP)\b")
_FORMS = sorted(_UNITS, key=len, reverse=True)
# Capitals are often wrong ("12KG"), but sometimes they matter: "Mb" is not "mb".
_LOOSE = {
    unit.upper(): unit for unit in ("kg", "km", "cm", "mm", "mph", "ml", "lb", "lbs", "ft", "oz")
}
_WORD = "|".join(re.escape(unit) for unit in (*_FORMS, *_LOOSE) if unit not in _TOUCHING)
_LETTER = "|".join(sorted(_TOUCHING))
_UNIT = rf"(?:\s?({_WORD})|({_LETTER})|(?<=\d) (m|g|l)(?=[ .,;:)]|$|{EACH}))(?![\w²³])"
_LENGTH = "mm|cm|m|ft|in|km|m2|m²|px|yds?"
_SIDE = r"\d+(?:\.\d+)?"
_START = r"(?<![\w.,£$€])"


@dataclass(frozen=True, slots=True)
class _Measurer:
    """How measures are spoken in one region."""

    english: English

    def unit(self, written: str, *, several: bool) -> str:
        one, more = {**_UNITS, **_GLUED}[_LOOSE.get(written, written)]
        words = (more or f"{one}s") if several else one
        return words.format(m=self.english.metre, l=self.english.litre)

    def measure(self, m: re.Match[str]) -> str:
        """Groups: number, second number of a range, scale, unit (three), what it is for."""
        written = m[4] or m[5] or m[6]
        if written == "m" and _PEOPLE.match(m.string, m.end()):
            return f"{self.amount(m)} million"
        several = m[1] != "1" or bool(m[2] or m[3])
        describes = adjectival(m) or self.packed(m, written)
        unit = self.unit(written, several=several and not describes)
        return f"{self.amount(m)} {unit}{per_each(m[7], self.english)}"

    def packed(self, m: re.Match[str], written: str) -> bool:
        """Whether it describes the next word without an article: "400g tins", "10 min walk"."""
        if written in _SINGLE:
            return bool(_TRIP.match(m.string, m.end()))
        return written in _SOLD and bool(_PACK.match(m.string, m.end()))

    def amount(self, m: re.Match[str]) -> str:
        said = number(m[1], self.english)
        if m[2]:
            said += f" to {number(m[2], self.english)}"
        return f"{said} {m[3]}" if m[3] else said

    def pair(self, first: str, second: str) -> Callable[[re.Match[str]], str]:
        """Two units together: "five stone seven pounds"."""

        def say(m: re.Match[str]) -> str:
            large = f"{number(m[1], self.english)} {self.unit(first, several=m[1] != '1')}"
            return f"{large} {number(m[2], self.english)} {self.unit(second, several=m[2] != '1')}"

        return say

    def glued(self, m: re.Match[str]) -> str:
        several = m[1] != "1" and not adjectival(m)
        return f"{number(m[1], self.english)} {self.unit(m[m.lastindex or 0], several=several)}"

    def per(self, m: re.Match[str]) -> str:
        unit = self.unit(m[2], several=False) if m[2] in _UNITS else m[2].upper()
        return f"{number(m[1], self.english)} per {unit}"

    def seconds(self, m: re.Match[str]) -> str:
        return f"{number(m[1], self.english)} seconds"

    def part(self, m: re.Match[str]) -> str:
        """After a fraction, which a later rule reads: "1½ tsp", "1/2 lb"."""
        return f"{m[1] or ''}{m[2]} {self.unit(m[3], several=bool(m[1]) and not adjectival(m))}"

    def pressure(self, m: re.Match[str]) -> str:
        """Blood pressure; the second number is read later, with its unit."""
        blood = m.string[m.end() :].startswith((" mmHg", "mmHg")) or near(_BLOOD, m)
        return f"{m[1]} over {m[2]}" if blood else m[0]

    def oven(self, m: re.Match[str]) -> str:
        """A temperature if a word nearby shows it, and always as a fraction or a range."""
        warm = re.search("[.–-]", m[0]) or near(_WARM, m)
        return f"{m[0].removesuffix('C')}°C" if warm else m[0]

    def area(self, m: re.Match[str]) -> str:
        return self.unit(m[0], several=False)

    def tall(self, m: re.Match[str]) -> str:
        return f"{number(m[1], self.english)} foot {number(m[2], self.english)}"

    def across(self, m: re.Match[str]) -> str:
        """A quotation mark after a number means inches, unless it closes a quotation."""
        before = m.string[: m.start()]
        opened = before.count('"') % 2 or before.count("“") > before.count("”")
        if opened and not m[2]:
            return m[0]
        several = m[1] != "1" and not adjectival(m)
        return f"{number(m[1], self.english)} {self.unit('in', several=several)}"

    def sides(self, m: re.Match[str]) -> str:
        """The lengths are read later, with their units."""
        return f"{m[1]} by "


def rules(english: English) -> tuple[Rule, ...]:
    """Before years and ranges, which have numbers without units."""
    say = _Measurer(english)
    span = rf"({NUMBER})(?:\s?[-–—]\s?({NUMBER}))?"
    stone = figured("stone", regex(r"(?<![\w.,])([4-9]|[1-4][02-9]|11)(st)(?!\w)"), say.glued)
    return (
        # The full stop of a unit inside a sentence does not end it.
        Rule(
            "stop",
            regex(
                r"(?<=[\d½¼¾])( ?(?:ft|ins?|yds?|lbs?|oz|gal|mi|hrs?|mins?|secs?|yrs?|wks?|mths?|"
                r"mos?|tbsp|tsp|kg|cm|mm|km|ml|sq|st(?=\. ?\d)))"
                r"\.(?= [a-z\d]|[,;:)])"
            ),
            lambda m: m[1].replace(" in", "in"),  # "in" is a unit only right after a number
        ),
        figured("oven", regex(rf"{_START}(?:\d+[-–])?\d+(?:\.\d+)?C\b"), say.oven),
        *_pairs(say),
        *_sides(say),
        figured(
            "times",
            regex(rf"(?<=\d) ?[x×] ?(?={_SIDE} ?(?:{_WORD}|{_LETTER})\b)"),
            lambda _: " times ",
        ),
        figured(
            "pressure",
            regex(r"(?<![\w.,/])(\d{2,3})/(\d{2,3})(?!\d|/)"),
            say.pressure,
        ),
        Rule(
            "part and unit",
            regex(
                rf"(?<![\w/.,])(\d{{1,2}} |\d{{1,2}}(?=[¼½¾⅓⅔⅛]))?([¼½¾⅓⅔⅛]|[1-9]/(?:[2-9]|10|"
                rf"16)(?!\d)) ?({_WORD})"
                r"(?![\w²³/])"
            ),
            say.part,
        ),
        figured(
            "measure",
            regex(rf"{_START}{span}(?: ({_SMALL}))?{_UNIT}({EACH}*)"),
            say.measure,
        ),
        figured(
            "inches", regex(rf"{_START}({NUMBER})(?:(in)(?!\w)| (in)(?=[.,;:)]|$))"), say.glued
        ),
        *((stone,) if english.british else ()),
        Rule("per", regex(rf"(?<![\w.,/-])({NUMBER})/([a-zA-Z]|{_WORD})(?![\w-])"), say.per),
        figured("seconds", regex(rf"{_START}(\d+\.\d+) ?s(?!\w)"), say.seconds),
        Rule("square", regex(r"\b(?:k|c|m)?m[²³]|\bft²"), say.area),
    )


def _pairs(say: _Measurer) -> tuple[Rule, ...]:
    """Two units of one measure together."""
    return (
        figured("height", regex(r"(?<![\w.,])(\d)['′’] ?(\d{1,2})(?:[\"″”]|['’]{2})"), say.tall),
        figured(
            "inches",
            regex(r'(?<![\w.,])(\d{1,3}(?:\.\d+)?)(?:(″)(?!\w)|(["”])(?= [a-z]))'),
            say.across,
        ),
        *(
            figured(
                f"{first} and {second}",
                regex(rf"(?<![\w.,])(\d+) ?{large} ?(\d+(?:\.\d+)?) ?{small}(?!\w)"),
                say.pair(first, second),
            )
            for first, large, second, small in _PAIRS
        ),
    )


def _sides(say: _Measurer) -> tuple[Rule, ...]:
    """Sizes: "2x8 m2" is two by eight."""
    return (
        figured(
            "sides with units",
            regex(rf"(?<=\d)( ?(?:{_LENGTH})) ?[x×] ?(?={_SIDE} ?(?:{_LENGTH})\b)"),
            lambda m: f"{m[1]} by ",
        ),
        figured(
            "sides",
            regex(
                rf"(?<![\w.,])(?!0x)({NUMBER})\s?[x×]\s?"
                rf"(?={_SIDE}(?:\s?[x×]\s?{_SIDE})?s?(?!\w| ?=)|{_SIDE} ?(?:{_LENGTH})\b)"
            ),
            say.sides,
        ),
    )
