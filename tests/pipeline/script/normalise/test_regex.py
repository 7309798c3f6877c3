"""A pattern is compiled when it is used, and then it is what `re.compile` makes."""

import re
import subprocess
import sys

import pytest

from pipeline.script.normalise.regex import regex
from tests.program import ROOT


def test_it_finds_what_a_compiled_pattern_finds() -> None:
    tide = regex(r"(\w+) tide", re.IGNORECASE)
    text = "High tide, LOW TIDE."

    assert [match[1] for match in tide.finditer(text)] == ["High", "LOW"]
    assert tide.sub(r"\1 water", text) == "High water, LOW water."
    assert tide.search("tide") is None
    assert tide.groups == 1


def test_what_it_is_made_of_is_known_before() -> None:
    broken = regex("(", re.IGNORECASE)

    assert (broken.pattern, broken.flags) == ("(", re.IGNORECASE)
    with pytest.raises(re.error):
        broken.search("")


def test_the_rules_of_a_language_are_known_without_compiling_one() -> None:
    code = (
        "import re, re._compiler as c; from pipeline.script.normalise import rules, clean; "
        "whole = c.compile; made = []; "
        "c.compile = lambda p, f=0: made.append(p) or whole(p, f); "
        "patterns = {rule.pattern.pattern for rule in rules('en-GB')}; "
        "print(len(patterns) > 200, len(patterns & {p for p in made if isinstance(p, str)}))"
    )
    asked = [sys.executable, "-c", code]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "True 0\n"
