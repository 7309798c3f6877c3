"""Titles before a name, streets after one, and the lines of an address."""

import re
from collections.abc import Mapping

from pipeline.script.normalise.english.context import ends_sentence
from pipeline.script.normalise.english.numbers import below_hundred, digits
from pipeline.script.normalise.english.region import English
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

# Before a name, with or without a full stop (British titles have none).
_TITLES: Mapping[str, str] = {
    "Dr": "Doctor",
    "Drs": "Doctors",
    "Mr": "Mister",
    "Mrs": "Missis",
    "Ms": "Mizz",
    "Messrs": "Messers",
    "Prof": "Professor",
    "Profs": "Professors",
    "Rev": "Reverend",
    "Revd": "Reverend",
    "Fr": "Father",
    "Sgt": "Sergeant",
    "Capt": "Captain",
    "Col": "Colonel",
    "Lt": "Lieutenant",
    "Cllr": "Councillor",
    "Cllrs": "Councillors",
    "Gen": "General",
    "Maj": "Major",
    "Cpl": "Corporal",
    "Cmdr": "Commander",
    "Hon": "Honourable",
    "Gov": "Governor",
    "Sen": "Senator",
    "Rep": "Representative",
    "Pres": "President",
    "Insp": "Inspector",
    "Supt": "Superintendent",
    "Pte": "Private",
    "Brig": "Brigadier",
    "Adm": "Admiral",
    "Cdr": "Commander",
    "Cdre": "Commodore",
    "Ven": "Venerable",
    "Mt": "Mount",
    "Ft": "Fort",
    "Mme": "Madame",
    "Mlle": "Mademoiselle",
}
# Only with a full stop, since it may be another word without.
_STOPPED = {"Gen", "Gov", "Sen", "Rep", "Pres", "Ft"}
# Ranks of two words; the second may stand before the name or alone: "the Lt Col".
_RANKS: Mapping[str, str] = {
    "Lt Col": "Lieutenant Colonel",
    "Lt Gen": "Lieutenant General",
    "Lt Cdr": "Lieutenant Commander",
    "Lt Cmdr": "Lieutenant Commander",
    "Lt Gov": "Lieutenant Governor",
    "Flt Lt": "Flight Lieutenant",
    "Flt Sgt": "Flight Sergeant",
    "Sqn Ldr": "Squadron Leader",
    "Wg Cdr": "Wing Commander",
    "Gp Capt": "Group Captain",
    "Air Cdre": "Air Commodore",
    "Maj Gen": "Major General",
    "Brig Gen": "Brigadier General",
    "Sgt Maj": "Sergeant Major",
    "Staff Sgt": "Staff Sergeant",
    "Det Sgt": "Detective Sergeant",
    "Det Insp": "Detective Inspector",
    "Det Con": "Detective Constable",
    "Ch Insp": "Chief Inspector",
    "Ch Supt": "Chief Superintendent",
    "Hon Sec": "Honorary Secretary",
    "Hon Treasurer": "Honorary Treasurer",
    "Rt Hon": "Right Honourable",
    "Rt Revd": "Right Reverend",
    "Rt Rev": "Right Reverend",
}
_STREETS: Mapping[str, str] = {
    "St": "Street",
    "Rd": "Road",
    "Ave": "Avenue",
    "Av": "Avenue",
    "Blvd": "Boulevard",
    "Ln": "Lane",
    "Sq": "Square",
    "Pl": "Place",
    "Cres": "Crescent",
    "Hwy": "Highway",
    "hwy": "highway",
    "Pkwy": "Parkway",
    "Terr": "Terrace",
    "Gdns": "Gardens",
    "Gro": "Grove",
    "Ct": "Court",
    "Cl": "Close",
}
_STATES = dict(
    pair.split("=")
    for pair in [
        "AL=Alabama",
        "AK=Alaska",
        "AZ=Arizona",
        "AR=Arkansas",
        "CA=California",
        "CO=Colorado",
        "CT=Connecticut",
        "DE=Delaware",
        "DC=D C",
        "FL=Florida",
        "GA=Georgia",
        "HI=Hawaii",
        "ID=Idaho",
        "IL=Illinois",
        "IN=Indiana",
        "IA=Iowa",
        "KS=Kansas",
        "KY=Kentucky",
        "LA=Louisiana",
        "ME=Maine",
        "MD=Maryland",
        "MA=Massachusetts",
        "MI=Michigan",
        "MN=Minnesota",
        "MS=Mississippi",
        "MO=Missouri",
        "MT=Montana",
        "NE=Nebraska",
        "NV=Nevada",
        "NH=New Hampshire",
        "NJ=New Jersey",
        "NM=New Mexico",
        "NY=New York",
        "NC=North Carolina",
        "ND=North Dakota",
        "OH=Ohio",
        "OK=Oklahoma",
        "OR=Oregon",
        "PA=Pennsylvania",
        "RI=Rhode Island",
        "SC=South Carolina",
        "SD=South Dakota",
        "TN=Tennessee",
        "TX=Texas",
        "UT=Utah",
        "VT=Vermont",
        "VA=Virginia",
        "WA=Washington",
        "WV=West Virginia",
        "WI=Wisconsin",
        "WY=Wyoming",
    ]
)
_STATE = "|".join(_STATES)
_AFTER_STATE = "|".join(f"(?<={name} )|(?<={name}, )" for name in _STATES.values())
_SIDES = {"N": "North", "S": "South", "E": "East", "W": "West"}
_NUMBERED_PLACES = {"Apt": "Apartment", "Rte": "Route", "Hwy": "Highway", "Ste": "Suite"}
# Words with a capital that no street is named after.
_NO_DRIVE = frozenset(("The", "A", "My", "Your", "Our", "His", "Her", "Their", "And", "By", "See"))
_NO_NAME = frozenset(
    ("The", "At", "In", "Of", "And", "To", "From", "By", "On", "For", "With", "But", "As", "Is")
)


def _either(forms: Mapping[str, str]) -> str:
    return "|".join(sorted(forms, key=len, reverse=True))


_RANK = _either(_RANKS).replace(" ", r"(?:\.? |\.?-)")
_NAME = regex(r" [A-Z][a-z]")
_NUMBERED = regex(r"\d\w? (?:[A-Z]\w+ )*$")
_STREET = (
    rf"(?<!\w)([A-Z][\w'’]*|\d+(?:st|nd|rd|th)) ({_either(_STREETS)})"
    r"(?:\.(?=\W|$)|(?!\w))(?! [A-Z][a-z]+(?: [A-Z]|['’]s))"
)

_DRIVE = r"(?<![\w,.-])(\d{1,5}[a-z]? (?:[A-Z][a-z’']+ ){1,2})Dr\b(?:\.(?=[ ,;]))?(?! [A-Z][a-z])"


def _title(match: re.Match[str]) -> str:
    form = match[1]
    if form in _STOPPED and not match[2]:
        return match[0]
    return f"{_TITLES[form]} "


def _rank(match: re.Match[str]) -> str:
    """The full stop is kept where it ended the sentence."""
    stop = "." if match[0].endswith(".") and ends_sentence(match) else ""
    return _RANKS[" ".join(re.findall(r"\w+", match[0]))] + stop


def _street(match: re.Match[str]) -> str:
    """The full stop is kept where it ended the sentence."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    saint = match[0].endswith("St") and _NAME.match(after) and not _NUMBERED.search(before)
    if match[1] in _NO_NAME or saint:
        return match[0]
    stop = "." if match[0].endswith(".") and ends_sentence(match) else ""
    return f"{match[1]} {_STREETS[match[2]]}{stop}"


def _house(match: re.Match[str]) -> str:
    """Three figures before a street in American English: "one twenty-three"."""
    first, rest = int(match[0][0]), int(match[0][1:])
    tail = "hundred" if not rest else f"{'oh ' if rest < 10 else ''}{below_hundred(rest)}"
    return f"{below_hundred(first)} {tail}"


def rules(english: English) -> tuple[Rule, ...]:
    """Here "St." is "Saint" before a name, and "Street" after one."""
    return (
        # Not before a name: "at Church St. John met Dr. May".
        Rule("street", regex(_STREET), _street),
        Rule("rank", regex(rf"\b(?:{_RANK})\b\.?"), _rank),
        Rule(
            "title",
            regex(rf"\b({_either(_TITLES)})\b(?:(\.)\s*|\s+)(?=[A-Z]|& [A-Z]|and (?:Mrs|Dr|Ms)\b)"),
            _title,
        ),
        figured(
            "numbered place",
            regex(rf"\b({_either(_NUMBERED_PLACES)})\b\.? (?=#?\d)"),
            lambda m: f"{_NUMBERED_PLACES[m[1]]} ",
        ),
        Rule(
            "drive at the end",
            regex(
                r"(?<=[a-z] )([A-Z][a-z]+ )Dr\b(\.?)(?=[,;)]|$| (?:and|or|is|was|in|at|from|to)\b)"
            ),
            lambda m: (
                m[0]
                if m[1].strip() in _NO_DRIVE
                else f"{m[1]}Drive{m[2] if ends_sentence(m) else ''}"
            ),
        ),
        figured("drive", regex(_DRIVE), lambda m: f"{m[1]}Drive"),
        Rule("saint", regex(r"\bSt\b\.?\s(?=[A-Z][a-z])"), lambda _: "Saint "),
        Rule("saints", regex(r"\bSS\.?\s(?=[A-Z][a-z]+ (?:and|&))"), lambda _: "Saints "),
        *(() if english.british else _american()),
    )


def _american() -> tuple[Rule, ...]:
    """Addresses: houses in pairs of figures, states, ZIP codes, sides of a town."""
    # A court may be one of law: "U.S. Tax Court".
    full = {name: "" for name in _STREETS.values() if name not in {"Court", "Close"}}
    street = _either({**_STREETS, **full})
    return (
        figured(
            "house",
            regex(rf"(?<![\w,.-])[1-9]\d\d(?= (?:[A-Z]\w+ ){{1,3}}(?:{street})\b)"),
            _house,
        ),
        Rule(
            "state",
            regex(rf"\b([A-Z][\w.]{{1,40}}, )({_STATE})(?=(?:,? \d{{5}}\b)|[.,;)]|$)"),
            lambda m: m[1] + _STATES[m[2]],
        ),
        figured(
            "state before a code",
            regex(rf"\b({_STATE})\.?(?= \d{{5}}(?:-\d{{4}})?\b)"),
            lambda m: _STATES[m[1]],
        ),
        figured(
            "zip",
            regex(
                rf"(?:{_AFTER_STATE}|(?<=\bZIP )|(?<=\bZIP code )|"
                rf"(?<=\bzip code ))\d{{5}}(?:-\d{{4}})?(?!\w|,\d)"
            ),
            lambda m: ", ".join(map(digits, m[0].split("-"))),
        ),
        Rule(
            "side of town",
            regex(
                rf"(?:(?<=\d )|(?<=\b[Oo]n )|(?<=\b[Aa]t ))([NSEW])\.? (?=(?:[A-Z]\w+|\d+(?:st|nd|"
                rf"rd|th)) (?:{street})\b)"
            ),
            lambda m: f"{_SIDES[m[1]]} ",
        ),
    )
