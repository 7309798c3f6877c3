"""Formulas in TeX → words, as well as can be done without understanding the mathematics.

An unknown command is said by its name ("alpha", "sum"); no letter or digit is lost.
"""

import re
from collections.abc import Mapping

from formats.words import Words

_FENCE = "$$"

# Commands that only change how a formula looks.
_LOOKED = """
    left right big Big bigg Bigg quad qquad displaystyle textstyle mathrm mathbf mathit mathsf
    mathcal mathbb text textbf textit operatorname limits nolimits begin end
    """
_LOOKS = frozenset(_LOOKED.split())
_SIGNS: Mapping[str, str] = {
    "times": "×",
    "cdot": "×",
    "div": "÷",
    "pm": "±",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "approx": "≈",
    "infty": "∞",
    "to": "→",
    "rightarrow": "→",
    "sqrt": "√",
}
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?|\\(.)", re.DOTALL)
_PLAIN = r"\{[^{}]{0,200}\}"
_GROUP = rf"\{{((?:[^{{}}]|\{{(?:[^{{}}]|{_PLAIN}){{0,200}}\}}){{0,200}})\}}"
_FRACTION = re.compile(rf"\\[dt]?frac\s*{_GROUP}\s*{_GROUP}")
_MOST_NESTED = 20


def is_formula(code: str) -> bool:
    """Whether program text is a formula: TeX between double dollars."""
    inside = code[2:-2].strip()
    return bool(inside) and code.startswith(_FENCE) and code.endswith(_FENCE)


def said(code: str, known: Words) -> str:
    """The words of a formula, with an announcement."""
    text = code.removeprefix(_FENCE).removesuffix(_FENCE)
    for _ in range(_MOST_NESTED):
        text, changed = _FRACTION.subn(rf" \1{known.over}\2 ", text)
        if not changed:
            break
    text = _COMMAND.sub(_command, text)
    text = re.sub(r"\s*\^\s*", known.power, text)
    text = re.sub(r"[{}_&~]", " ", text)
    return known.formula.format(" ".join(text.split()))


def _command(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return f" {match[2]} " if match[2].isalnum() or match[2] in "$%#" else " "
    return " " if name in _LOOKS else f" {_SIGNS.get(name, name)} "
