"""Addresses of pages and people are said in any language, without their path."""

import pytest

from pipeline.script.normalise import spoken


def test_another_language_gets_only_what_is_safe_in_every_one() -> None:
    written = "Dr. Müller & Söhne, z.\u00adB. http://www.beispiel.de/x"
    assert spoken(written, "de") == "Dr. Müller & Söhne, z.B. Link zu beispiel Punkt de"
    assert spoken("katso http://esim.fi/x", "fi") == "katso esim.fi"
    assert spoken("hupsu, 5 % 🎉 1. £5", "fi") == "hupsu, 5 % 🎉 1. £5"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Voir https://www.example.org/a/b?c.", "Voir lien vers example point org."),
        ("http://example.org?a=b", "lien vers example point org"),
        ("(www.example.org)", "(lien vers example point org)"),
        ("Écrivez à a.b@example.org !", "Écrivez à a point b@example point org !"),
    ],
)
def test_an_address_is_said_by_its_host_in_the_words_of_the_language(
    written: str, said: str
) -> None:
    assert spoken(written, "fr") == said
