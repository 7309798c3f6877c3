"""Short forms of words, Latin and English, with or without a full stop."""

import re
from collections.abc import Mapping

from pipeline.script.normalise.english.context import ends_sentence
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule, figured

# Matched without case; the full stop is part of the form.
_PHRASES: Mapping[str, str] = {
    "e.g.": "for example",
    "e.g": "for example",
    "eg.": "for example",
    "i.e.": "that is",
    "i.e": "that is",
    "ie.": "that is",
    "etc.": "et cetera",
    "etc": "et cetera",
    "vs.": "versus",
    "cf.": "compare",
    "et al.": "and others",
    "et al": "and others",
    "viz.": "namely",
    "approx.": "approximately",
    "approx": "approximately",
    "ca.": "about",
    "ibid.": "in the same place",
    "n.b.": "note well",
    "p.a.": "per annum",
    "p.s.": "P S",
    "incl.": "including",
    "excl.": "excluding",
    "dept.": "department",
    "govt.": "government",
    "govt": "government",
    "ph.d.": "PhD",
    "b.sc.": "BSc",
    "m.sc.": "MSc",
    "inc.": "incorporated",
    "ltd.": "limited",
    "corp.": "corporation",
    "bros.": "brothers",
    "jr.": "junior",
    "sr.": "senior",
    "asst.": "assistant",
    "jnr": "junior",
    "jnr.": "junior",
    "snr": "senior",
    "snr.": "senior",
    "cttee": "committee",
    "cttee.": "committee",
    "univ.": "university",
    "hosp.": "hospital",
    "regt": "regiment",
    "esq.": "esquire",
    "esq": "esquire",
    "doz.": "dozen",
    "cwt": "hundredweight",
    "hon. sec.": "honorary secretary",
    "eds.": "editors",
    "bldg.": "building",
    "ind. est.": "industrial estate",
    "opp.": "opposite",
    "nr.": "near",
    "esp.": "especially",
    "qty.": "quantity",
    "qty": "quantity",
    "xmas": "Christmas",
    "cont'd": "continued",
    "cont’d": "continued",
    "avg.": "average",
    "min.": "minimum",
    "max.": "maximum",
    "misc.": "miscellaneous",
    "tel.": "telephone",
    "appt.": "appointment",
    "appts.": "appointments",
    "flr.": "floor",
    "mob.": "mobile",
    "ext.": "extension",
    "r.s.v.p.": "RSVP",
    "a.k.a.": "also known as",
    "o'clock": "o'clock",
}
# A full stop in these may also end the sentence.
_ENDS = frozenset(
    {
        "etc.",
        "et al.",
        "ph.d.",
        "b.sc.",
        "m.sc.",
        "inc.",
        "ltd.",
        "corp.",
        "bros.",
        "jr.",
        "sr.",
        "p.a.",
        "p.s.",
        "r.s.v.p.",
    }
)
# Written with a slash.
_STROKES: Mapping[str, str] = {
    "w/c": "week commencing",
    "w/e": "week ending",
    "c/o": "care of",
    "n/a": "not applicable",
    "w/o": "without",
    "w/out": "without",
    "b/c": "because",
    "b/w": "black and white",
    "and/or": "and or",
    "he/she": "he or she",
    "she/he": "she or he",
    "s/he": "she or he",
    "him/her": "him or her",
    "her/him": "her or him",
    "his/her": "his or her",
    "her/his": "her or his",
    "his/hers": "his or hers",
    "himself/herself": "himself or herself",
    "either/or": "either or",
    "a/c": "account",
    "km/h": "kilometres per hour",
    "1-2-1": "one to one",
    "1-to-1": "one to one",
    "y/n": "yes or no",
}


def _either(forms: Mapping[str, str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


def _as_written(said: str, written: str, match: re.Match[str]) -> str:
    """With a capital at the beginning of a sentence."""
    first = written[0].isupper() and not match.string[: match.start()].strip(" (“‘\"'")
    return said[0].upper() + said[1:] if first else said


def _phrase(match: re.Match[str]) -> str:
    """The form in full; a full stop that also ended the sentence still ends it."""
    form = match[0].lower()
    stop = "." if form in _ENDS and ends_sentence(match) else ""
    return _as_written(_PHRASES[form], match[0], match) + stop


def _shire(match: re.Match[str]) -> str:
    stop = "." if match[0].endswith(".") and ends_sentence(match) else ""
    return _SHIRES[match[1]] + stop


# Without a full stop; the capital distinguishes them from other words.
_BARE: Mapping[str, str] = {
    "Ltd": "Limited",
    "Tel": "Telephone",
    "Dept": "Department",
    "Xmas": "Christmas",
}
_SHIRES: Mapping[str, str] = {
    "Herts": "Hertfordshire",
    "Lancs": "Lancashire",
    "Wilts": "Wiltshire",
    "Hants": "Hampshire",
    "Worcs": "Worcestershire",
    "Glos": "Gloucestershire",
    "Cambs": "Cambridgeshire",
    "Northants": "Northamptonshire",
    "Notts": "Nottinghamshire",
    "Lincs": "Lincolnshire",
    "Leics": "Leicestershire",
    "Warks": "Warwickshire",
    "Middx": "Middlesex",
}
_COUNTIES = (
    "Durham|Down|Antrim|Armagh|Tyrone|Fermanagh|Londonderry|Cork|Kerry|Galway|Mayo|Clare|Donegal"
)
_BEFORE_NUMBER: Mapping[str, str] = {"Yr": "Year", "Yrs": "Years", "Wk": "Week", "Wks": "Weeks"}

RULES = (
    # Before a name, a nun; after one, "senior".
    Rule("sister", regex(r"(?<![a-z] )\bSr\.\s(?=[A-Z][a-z])"), lambda _: "Sister "),
    Rule(
        "including",
        regex(r"(?<=\d )(in|ex)c\. ?(?=\w)|\b([Ii]n|[Ee]x)c\. (?=VAT|GST|tax|P&P)"),
        lambda m: f"{(m[1] or m[2])}cluding ",
    ),
    Rule(
        "phrase",
        regex(
            rf"(?<![\w.@/-])(?!(?<=[\d½¼¾] )min\.)(?:{_either(_PHRASES)})(?![\w@/]|\.\w)",
            re.IGNORECASE,
        ),
        _phrase,
    ),
    Rule("bare", regex(rf"\b({_either(_BARE)})\b(?!\.)"), lambda m: _BARE[m[1]]),
    figured(
        "counted",
        regex(rf"\b({_either(_BEFORE_NUMBER)})(?= \d)"),
        lambda m: _BEFORE_NUMBER[m[1]],
    ),
    Rule("shire", regex(rf"\b({_either(_SHIRES)})\b\.?"), _shire),
    Rule("county", regex(rf"\bCo\.? (?=(?:{_COUNTIES})\b)"), lambda _: "County "),
    Rule(
        "company",
        regex(r"(?<=& )Co\b\.?(?= [a-z])|(?<=& )Co\b(?=[,.;]|$)"),
        lambda _: "Company",
    ),
    Rule("near", regex(r"(?<!\w)nr (?=[A-Z][a-z])"), lambda _: "near "),
    Rule("great", regex(r"\bGt\.? (?=[A-Z][a-z])"), lambda _: "Great "),
    figured(
        "size",
        regex(r"\b([Ww]|[Hh])t\.? ?(?=\d)"),
        lambda m: f"{m[1]}eight ",
    ),
    figured(
        "population",
        regex(
            r"\b([Pp])op(?:\. ?(?=\d|(?:approximately|about|over|under|circa) \d)|"
            r" (?=\d{3}|\d+,\d))"
        ),
        lambda m: f"{m[1]}opulation ",
    ),
    figured("altitude", regex(r"\b([Aa])lt\. ?(?=\d)"), lambda m: f"{m[1]}ltitude "),
    figured("temperature", regex(r"\b([Tt])emp\. ?(?=[-−]?\d)"), lambda m: f"{m[1]}emperature "),
    Rule("reference", regex(r"\b([Rr])ef\. (?=[Nn]o\.|\d)"), lambda m: f"{m[1]}eference "),
    figured(
        "established",
        regex(r"\b(E|e)st(?:d\.?|\.) ?(?=(?:1\d|20)\d\d\b)"),
        lambda m: f"{m[1]}stablished ",
    ),
    # In British style without full stops; in capitals they are something else.
    Rule("eg", regex(r"(?<![\w.@/-])eg(?=,? [\w£$€“‘(])"), lambda _: "for example"),
    Rule("ie", regex(r"(?<![\w.@/-])ie(?=,? [\w£$€“‘(])"), lambda _: "that is"),
    # Some programs that extract text from pages split a word here.
    Rule("not", regex(r"(?<=[a-z]) (?=n['’]t\b)"), lambda _: ""),
    Rule(
        "stroke",
        regex(rf"(?<![\w/.])(?:{_either(_STROKES)})(?![\w/])", re.IGNORECASE),
        lambda m: _as_written(_STROKES[m[0].lower()], m[0], m),
    ),
    figured(
        "about",
        regex(r"(?<!\w)c(?:a?\. ?(?=[£$€]\d|\d{3}|\d+,\d)(?!1\d{3}\b)| ?(?=[£$€]\d))"),
        lambda _: "about ",
    ),
    Rule("with", regex(r"(?<![\w/])w/ ?(?=\w)"), lambda _: "with "),
    Rule("versus", regex(r"(?<=\s)vs?\.?(?=\s|, flag of)(?! \d)"), lambda _: "versus"),
)
