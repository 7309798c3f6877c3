"""Every key of publication.toml: which values it takes, and what it makes of them."""

from decimal import Decimal

import pytest

from pipeline.settings.keys import KEYS, RENAMED, TABLES

UUID = "9B024349-CCF0-5F69-A609-6B82873EAB3C"
TAKEN = [
    ("title", "T" * 1000, "T" * 1000),
    ("language", "en", "en"),
    ("language", "zh-Hant-TW", "zh-Hant-TW"),
    ("email", "name@example.org", "name@example.org"),
    ("telephone", "+44 (0)20 7946-0000", "+44 (0)20 7946-0000"),
    ("address", "  12 Cross Street\n\nLondon ", "12 Cross Street\nLondon"),
    ("base_url", "https://example.org", "https://example.org/"),
    ("base_url", "http://localhost:8000/blog/", "http://localhost:8000/blog/"),
    ("guid", UUID, UUID.lower()),
    ("formats", ["mp3", "epub"], ("mp3", "epub")),
    ("voice.words_per_minute", 80, 80),
    ("voice.words_per_minute", 400, 400),
    ("voice.requests_per_minute", 1, 1),
    ("voice.requests_per_minute", 6000, 6000),
    ("voice.names", {"fr": "b", "cy": "a"}, (("cy", "a"), ("fr", "b"))),
    ("voice.command", ["say", "{wav}"], ("say", "{wav}")),
    ("voice.price", "15.00", Decimal("15.00")),
    ("spoken.detail", "brief", "brief"),
    ("spoken.opening", "full", "full"),
    ("original", "https://a.org/{year}/{slug}/", "https://a.org/{year}/{slug}/"),
    ("braille.table", "en-ueb-g1.ctb", "en-ueb-g1.ctb"),
    ("braille.width", 20, 20),
    ("braille.width", 60, 60),
    ("braille.height", 10, 10),
    ("braille.height", 50, 50),
    ("braille.proofread_by", " A. Reader ", "A. Reader"),
    ("accessibility.evaluator", " A. Reader ", "A. Reader"),
    ("accessibility.level", "WCAG 2.2 AA", "WCAG 2.2 AA"),
    ("accessibility.report", "https://example.org/r.html", "https://example.org/r.html"),
]
REFUSED = [
    ("title", "T" * 1001),
    ("language", "English"),
    ("language", "e"),
    ("language", "en_GB"),
    ("email", "name"),
    ("telephone", "ring us"),
    ("telephone", "1 2"),
    ("address", " \n "),
    ("address", "x" * 501),
    ("email", "name@example"),
    ("email", "a b@example.org"),
    ("base_url", "example.org"),
    ("base_url", "ftp://example.org/"),
    ("base_url", "https://example.org/?a=b"),
    ("base_url", "https://example.org/index.html"),
    ("guid", "9b024349"),
    ("formats", []),
    ("formats", ["mp3", 5]),
    ("braille.table", "../../etc/passwd"),
    ("braille.table", "/tmp/a.ctb"),
    ("braille.table", "a.ctb,b.ctb"),
    ("braille.table", "grade 2"),
    ("braille.width", 19),
    ("braille.width", 61),
    ("braille.height", 9),
    ("braille.height", 51),
    ("braille.proofread_by", " "),
    ("voice.words_per_minute", 79),
    ("voice.words_per_minute", 401),
    ("voice.requests_per_minute", 0),
    ("voice.requests_per_minute", 6001),
    ("voice.names", {"fr": 5}),
    ("voice.names", {"French": "siwis"}),
    ("voice.command", []),
    ("voice.command", ["say", 5]),
    ("voice.price", "15,00"),
    ("voice.price", "-1"),
    ("spoken.detail", "short"),
    ("spoken.opening", "brief"),
    ("original", "https://a.org/"),
    ("original", "https://a.org/{title}/{slug}"),
    ("original", "https://{slug}/"),
    ("original", "javascript:{slug}"),
    ("accessibility.evaluator", " "),
    ("accessibility.level", "AA"),
    ("accessibility.level", "WCAG 3.0 AA"),
    ("accessibility.report", "report.html"),
    ("accessibility.report", "javascript:alert(1)"),
]


@pytest.mark.parametrize(("key", "written", "value"), TAKEN)
def test_a_value_is_taken_as_it_is_meant(key: str, written: object, value: object) -> None:
    assert KEYS[key].convert(written) == value


@pytest.mark.parametrize(("key", "written"), REFUSED)
def test_a_value_that_can_not_be_used_is_refused(key: str, written: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        KEYS[key].convert(written)


def test_a_key_that_was_renamed_has_a_new_name_that_is_one() -> None:
    assert set(RENAMED.values()) <= KEYS.keys()
    assert not RENAMED.keys() & KEYS.keys()


def test_every_key_of_a_table_is_in_a_table_that_is_known() -> None:
    assert {key.partition(".")[0] for key in KEYS if "." in key} <= set(TABLES)
