"""IPA cut into sounds, and spelled for voices that take letters alone."""

import pytest

from pipeline.lexicon.ipa import IpaError, cut, respelled

SPELLED = {
    "ˈlɛmstə": "lem-stuh",
    "bɪˈʃɑːrə": "bih-shah-ruh",
    "nɪʃ": "nish",
    "ˈtʃʌmli": "chum-lee",
    "ʃɪˈvɔːn": "shih-vawn",
    "ˈkaɪrəʊ": "ky-roh",
    "ˈpaɪ.piː.aɪ": "py-pee-eye",
    "ˌʌndəˈstænd": "un-duh-stand",
    "taɪm": "tyme",
    "ˈvɛri": "verr-ee",
    "mɪs": "miss",
    "haʊs": "houss",
    "fɔːr": "for",
    "ˈtʃɪlɪ ˈkɒn": "chil-ih kon",
    "ˈbʌtn̩": "but-un",
    "pst": "pst",
}


@pytest.mark.parametrize(("ipa", "spelled"), SPELLED.items())
def test_sounds_are_spelled_as_an_english_reader_would(ipa: str, spelled: str) -> None:
    assert respelled(ipa) == spelled


@pytest.mark.parametrize(
    ("ipa", "sounds"),
    [
        ("t͡ʃɪp", ("tʃ", "ɪ", "p")),
        ("ʤɪn", ("dʒ", "ɪ", "n")),
        ("goː", ("ɡ", "oː")),
        ("'go:", ("ˈ", "ɡ", "oː")),
        ("pʰɪn(d)", ("p", "ɪ", "n")),
        ("vɪdɪəʊ", ("v", "ɪ", "d", "ɪ", "əʊ")),
        ("aɪˈdɪə", ("aɪ", "ˈ", "d", "ɪə")),
        (" a  b ", ("a", " ", " ", "b")),
        ("", ()),
    ],
)
def test_a_word_is_cut_into_its_sounds(ipa: str, sounds: tuple[str, ...]) -> None:
    assert cut(ipa) == sounds


@pytest.mark.parametrize(
    ("ipa", "symbol"),
    [("nɪ!", "!"), ("n7", "7"), ("ːa", "ː"), ("Nɪ", "N"), ("ñ", "\u0303")],
)
def test_a_sign_that_is_no_sound_is_named(ipa: str, symbol: str) -> None:
    with pytest.raises(IpaError) as caught:
        cut(ipa)

    assert caught.value.symbol == symbol
