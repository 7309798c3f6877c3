"""What differs between British and American English in speech."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class English:
    """Spoken English of one region.

    `hundred` joins a hundred to the rest of a number; `oh` is the 0 of a telephone number;
    `percent` is the word for the sign; `metre` and `litre` are spelled as in the region.
    `british` decides where more than a word differs: the order of a date in figures, stones,
    sums, scores.
    """

    british: bool
    hundred: str
    oh: str
    percent: str
    metre: str
    litre: str


GB = English(
    british=True, hundred=" and ", oh="oh", percent="per cent", metre="metre", litre="litre"
)
US = English(british=False, hundred=" ", oh="zero", percent="percent", metre="meter", litre="liter")


def region(language: str) -> English:
    """The region of a BCP 47 tag: all English except that of the United States is British."""
    return US if language.lower().split("-")[-1] == "us" else GB
