"""English words for the few numbers that a voice reads wrongly as digits."""

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def below_hundred(number: int) -> str:
    """0 to 99 as words."""
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def year(number: int) -> str:
    """A year from 1000 to 2999 as it is said: "nineteen oh five", "twenty fourteen"."""
    century, rest = divmod(number, 100)
    if century % 10 == 0 and rest < 10:
        thousand = f"{_ONES[century // 10]} thousand"
        return f"{thousand} and {_ONES[rest]}" if rest else thousand
    if rest == 0:
        return f"{below_hundred(century)} hundred"
    return f"{below_hundred(century)} {'oh ' if rest < 10 else ''}{below_hundred(rest)}"


def plural(words: str) -> str:
    """The plural of a number's last word: "nineties", "sixes"."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}{'es' if words.endswith('x') else 's'}"


def ordinal(number: int) -> str:
    """1 to 99 with its ending, which every English voice reads: "1st", "12th"."""
    ending = "th" if number in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
