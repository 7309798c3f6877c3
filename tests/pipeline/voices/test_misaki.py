"""IPA → misaki's alphabet: the sounds that an English word has, and no others."""

import pytest

from pipeline.lexicon.ipa import CONSONANTS, VOWELS, IpaError
from pipeline.voices.misaki import misaki

WORDS = {
    "ˈlɛmstə": ("lˈɛmstə", "lˈɛmstə"),
    "nɪʃ": ("nˈɪʃ", "nˈɪʃ"),
    "həˈləʊ": ("həlˈO", "həlˈQ"),
    "ˈt͡ʃɜːtʃ": ("ʧˈɜɹʧ", "ʧˈɜːʧ"),
    "ˈbɜːrmɪŋəm": ("bˈɜɹmɪŋəm", "bˈɜːmɪŋəm"),
    "kɑːr": ("kˈɑɹ", "kˈɑː"),
    "nɪər": ("nˈɪɹ", "nˈɪə"),
    "ˈnɪərə": ("nˈɪɹə", "nˈɪəɹə"),
    "ˈriːrʌn": ("ɹˈiɹʌn", "ɹˈiːɹʌn"),
    "ˈfɜːri": ("fˈɜɹi", "fˈɜːɹi"),
    "ðeə": ("ðˈɛɹ", "ðˈɛː"),
    "ðɛːr": ("ðˈɛɹ", "ðˈɛː"),
    "aɪˈdɪə": ("Idˈiə", "Idˈɪə"),
    "ˈvɛri": ("vˈɛɹi", "vˈɛɹi"),
    "ˈbʌtn̩": ("bˈʌtᵊn", "bˈʌtᵊn"),
    "ˈlɪɾəl": ("lˈɪTəl", "lˈɪɹəl"),
    "lɒt": ("lˈɑt", "lˈɒt"),
    "ɡəʊt": ("ɡˈOt", "ɡˈQt"),
    "fliːs": ("flˈis", "flˈiːs"),
    "bɔɪ": ("bˈY", "bˈY"),
    "haʊ": ("hˈW", "hˈW"),
    "ˈdʒʌdʒɪz": ("ʤˈʌʤɪz", "ʤˈʌʤɪz"),
    "ˌʌndəˈstænd": ("ˌʌndəstˈænd", "ˌʌndəstˈand"),
    "ˈɡʊd ˈmɔːnɪŋ": ("ɡˈʊd mˈɔnɪŋ", "ɡˈʊd mˈɔːnɪŋ"),
    "ˈbɛtə(r)": ("bˈɛtə", "bˈɛtə"),
    "ˈbɛtɚ": ("bˈɛtəɹ", "bˈɛtə"),
}
"""Words as dictionaries write them, in American and in British signs of misaki."""

_SHARED = set("bdfhijklmnpstuvwzðŋɔəɛɜɡɪɹʃʊʌʒʤʧθᵊAIWYˈˌɑ ")
AMERICAN = _SHARED | set("OTæᵻ")
BRITISH = _SHARED | set("Qaɒː")
"""The letters that misaki's lexicons of each accent use (T for the flap, as they are spoken)."""

_FOREIGN = """
    x χ ç ɣ ʁ ʀ q ɬ ʎ ɲ ɳ ɭ ʂ ʐ ɕ ʑ tɕ dʑ c ɟ ʝ β ɸ ʋ ħ ʈ ɖ ɥ
    y yː ʏ ø øː œ œː ɤ ɯ ɑ̃ ɔ̃ ɛ̃ œ̃ õ ã
    """
FOREIGN = frozenset(_FOREIGN.split())
"""The sounds of our table of IPA that no accent of English has."""


@pytest.mark.parametrize("ipa", WORDS)
def test_a_word_of_a_dictionary_has_the_sounds_that_misaki_gives_it(ipa: str) -> None:
    assert (misaki(ipa), misaki(ipa, british=True)) == WORDS[ipa]


@pytest.mark.parametrize("sound", sorted({*VOWELS, *CONSONANTS}))
def test_every_sound_is_in_the_alphabet_or_is_none_of_english(sound: str) -> None:
    """What English lacks gives nothing, so that another voice says it; never a wrong letter."""
    word = f"b{sound}b" if sound in VOWELS else f"i{sound}i"
    american, british = misaki(word), misaki(word, british=True)
    assert bool(american) == bool(british) == (sound not in FOREIGN)
    assert set(american) <= AMERICAN
    assert set(british) <= BRITISH


def test_a_word_with_one_foreign_sound_is_not_said_in_part() -> None:
    """Nor the words beside it."""
    assert not misaki("ɬaˈnɛɬi")
    assert not misaki("ˈdʒɒn bax")


def test_no_sound_at_all_gives_nothing() -> None:
    assert not misaki("")
    assert not misaki("(ə)")


def test_a_sign_that_is_no_ipa_is_refused() -> None:
    with pytest.raises(IpaError):
        misaki("b&b")
