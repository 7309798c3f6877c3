"""Writes which characters the rules need: `python -m tests.needed`, when a rule has changed."""

import json

from formats.words import LANGUAGES
from pipeline.script.normalise import clean, rules, styled
from pipeline.script.normalise.necessary import key, parsed
from tests.program import ROOT

TABLE = ROOT / "pipeline/script/normalise/needed.json"


def needed() -> dict[str, list[str]]:
    """The sets of characters of each pattern, by its name."""
    spoken = (rule for tag in (*LANGUAGES, "en-GB", "en-US") for rule in rules(tag))
    patterns = [rule.pattern for rule in (*clean.RULES, *styled.RULES, *spoken)]
    return {key(one): ["".join(sorted(chars)) for chars in parsed(one)] for one in patterns}


if __name__ == "__main__":
    rows = (f"{json.dumps(name)}: {json.dumps(sets)}" for name, sets in sorted(needed().items()))
    TABLE.write_text("{\n" + ",\n".join(rows) + "\n}\n")
