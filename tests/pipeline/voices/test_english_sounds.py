"""The rules of English: which words they know, and the sounds that they give."""

from typing import TYPE_CHECKING

import pytest

from pipeline.script.lines import Run
from pipeline.voices.hibari_files import package
from tests.voices import require_natural

if TYPE_CHECKING:
    from pipeline.voices.english_sounds import EnglishSounds


def loaded(*, british: bool) -> "EnglishSounds":
    """The rules of one accent."""
    require_natural()
    from pipeline.voices.english_sounds import EnglishSounds

    return EnglishSounds(package(), british=british)


@pytest.fixture(scope="module")
def american() -> "EnglishSounds":
    """The rules of American English."""
    return loaded(british=False)


@pytest.fixture(scope="module")
def british() -> "EnglishSounds":
    """The rules of British English."""
    return loaded(british=True)


def said(rules: "EnglishSounds", *runs: str | Run) -> str:
    """The sounds of runs of English."""
    return rules.sounds([run if isinstance(run, Run) else Run(run, "en-GB") for run in runs])


KNOWN = [
    "tide", "“Tide,”", "don’t", "Ceinwen’s", "co-production", "NHS", "A", "naïve", "Łódź",
    "Nguyễn", "…", "—", "🌊", "***", "£", "", "(sic)", "x" * 24,
    "'" * 3 + "tide" + "'" * 30,
]  # fmt: skip
UNKNOWN = [
    "θάλασσα", "海", "Ψ", "море", "tideθ", "3", "B2B", "٣", "½", "x" * 25,
    "a-" * 30 + "a", "שלום", "frindle'" * 3 + "frindle", "frindle’" * 3 + "frindle",
]  # fmt: skip


@pytest.mark.parametrize("word", KNOWN)
def test_english_words_and_signs_are_known(american: "EnglishSounds", word: str) -> None:
    assert american.knows(word)
    assert bool(said(american, word)) == any(map(str.isalnum, word)) or word in "…—"


@pytest.mark.parametrize("word", UNKNOWN)
def test_words_in_other_letters_or_with_figures_or_too_long_are_not(
    american: "EnglishSounds", word: str
) -> None:
    """One letter is enough."""
    assert not american.knows(word)


SOUNDS = {
    "The tide came in.": "ðə tˈId kˈAm ˈɪn.",
    "They read it; he will read it.": "ðˌA ɹˈɛd ɪt; hi wɪl ɹˈid ɪt.",
    "The apple, the pear": "ði ˈæpᵊl, ðə pˈɛɹ",
    "the co-production": "ðə kˌOpɹədˈʌkʃən",
    "vitamin A and E": "vˈITəmən ˈA ænd ˈi",
    "bold ***and*** b": "bˈOld ænd bˈi",
    "A and E, in room A.": "ˈA ænd ˈi, ɪn ɹˈum ˈA.",
}


@pytest.mark.parametrize("text", SOUNDS)
def test_words_have_the_sounds_of_american_english_with_their_punctuation(
    american: "EnglishSounds", text: str
) -> None:
    assert said(american, text) == SOUNDS[text]


@pytest.mark.parametrize(
    "text",
    ["Dr Jones of St Ives", "No. two", "Chapter IV", "ft and kg", "vol. and approx."],
)
def test_our_rules_for_words_are_not_followed_by_the_packages_own(
    american: "EnglishSounds", text: str
) -> None:
    """It would say "Saint", "number", "four", "feet" and "volume", as Americans write."""
    sounds = said(american, text)
    assert not any(word in sounds for word in ("sˈAnt", "nˈʌmbəɹ", "fˈɔɹ", "fˈit", "vˈɑljum"))


def test_an_ipa_is_said_in_place_of_its_word(american: "EnglishSounds") -> None:
    named = Run("Leominster", "en-GB", "ˈlɛmstə")
    assert said(american, "to ", named, ", then") == "tə lˈɛmstə, ðˈɛn"
    assert said(american, "(", named, ")") == "(lˈɛmstə)"
    assert said(american, named, "’s tide") == "lˈɛmstəz tˈId"
    assert said(american, Run("Nish", "en-GB", "nɪʃ"), "’s tide") == "nˈɪʃᵻz tˈId"


def test_the_last_letter_has_its_name_of_the_region(american: "EnglishSounds") -> None:
    assert said(american, "from A to Z") == "fɹʌm ˈA tə zˈɛd"
    assert said(american, Run("from A to Z", "en-US")) == "fɹʌm ˈA tə zˈi"


def test_the_brackets_of_a_post_are_no_notation(american: "EnglishSounds") -> None:
    """Written so, the package would say these sounds in place of the word."""
    assert "zzz" not in said(american, "[tide](/zzz/)")
    assert "tˈId" in said(american, "[tide](/zzz/)")
    assert said(american, "[so ", Run("x", "en", "ˈlɛmstə")).endswith("lˈɛmstə")


def test_parts_of_a_word_in_no_lexicon_are_looked_up_one_by_one(american: "EnglishSounds") -> None:
    """The net for unknown words would read "have" as in "behave"."""
    assert "hˈæv" in said(american, "a have-more-fun-zz day")


BRITISH = {
    "The tide came in.": "ðə tˈId kˈAm ˈɪn.",
    "a bath in the garden": "ɐ bˈɑːθ ɪn ðə ɡˈɑːdᵊn",
    "“Though,” said the Colonel": "ðˌQ, sˈɛd ðə kˈɜːnᵊl",
    "A and E": "ˈA and ˈiː",
}


@pytest.mark.parametrize("text", BRITISH)
def test_words_have_the_sounds_of_british_english(british: "EnglishSounds", text: str) -> None:
    """And a quotation mark does not hide a word from the dictionary."""
    assert said(british, text) == BRITISH[text]


def test_an_ipa_is_said_with_british_sounds(british: "EnglishSounds") -> None:
    """Also where "'s" follows it."""
    named = Run("Nish", "en-GB", "nɪʃ"), Run("car", "en-GB", "kɑːr")
    assert said(british, named[0], "’s ", named[1]) == "nˈɪʃɪz kˈɑː"


def test_each_word_has_the_place_of_its_first_sound(american: "EnglishSounds") -> None:
    runs = [
        Run("“The” co-production (of ", "en-GB"),
        Run("Usk", "en-GB", "ʌsk"),
        Run(") is.", "en-GB"),
    ]
    text, words = american.placed(runs)

    assert [word for word, _ in words] == ["“The”", "co-production", "(of", "Usk)", "is."]
    firsts = [text[place] for _, place in words]
    assert [first.isalpha() or first in "ˈˌ" for first in firsts] == [True] * len(words)
    assert [place for _, place in words][1:] == [
        at + 1 + (text[at + 1] == "(") for at, sign in enumerate(text) if sign == " "
    ]


def test_a_sound_that_is_said_once_for_two_moves_the_words_after_it(
    american: "EnglishSounds",
) -> None:
    text, words = american.placed([Run("Mirror mirror here now", "en-GB")])
    assert [text[place - 1] for _, place in words[1:]] == [" ", " ", " "]
