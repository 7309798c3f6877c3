"""What differs between one region's English and another's, when it is said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class English:
    """English as it is said in one region.

    `hundred` joins a hundred to what follows; `oh` is the 0 of a telephone number; `percent`
    is the sign's word; `metre` and `litre` are spelled as the region does. `british` chooses
    where more than a word differs: the order of a date in figures, stones, sums, scores.
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
    """Of a BCP 47 tag: any English but that of the United States is said as in Britain."""
    return US if language.lower().split("-")[-1] == "us" else GB
