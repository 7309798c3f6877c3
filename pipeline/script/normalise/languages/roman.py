"""Roman numerals of centuries, kings and chapters: I to XXXIX."""

ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
"""A numeral in capitals."""

_VALUES = {"I": 1, "V": 5, "X": 10}


def value(numeral: str) -> int:
    """The number that a match of ROMAN stands for."""
    values = [_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
