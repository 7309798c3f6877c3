"""publication.toml: what it sets, and what it refuses, with line and remedy."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline import settings
from pipeline.errors import SettingsError
from pipeline.settings import Settings
from pipeline.settings.keys import KEYS

ROOT = Path(__file__).parents[3]


def test_a_folder_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == Settings()


def test_every_kind_of_value_is_read() -> None:
    text = b"""
title = "A blog"
language = "cy"
base_url = "https://example.org/blog"
category = "Health & Fitness > Mental Health"
explicit = true
formats = ["mp3", "epub"]

[voice]
engine = "silence"
words_per_minute = 140

[dates]
a-post = 2014-11-03
"""
    found = settings.parse(text, "publication.toml")

    assert found.title == "A blog"
    assert (found.language, found.voice.language) == ("cy", "cy")
    assert found.base_url == "https://example.org/blog/"
    assert found.category == ("Health & Fitness", "Mental Health")
    assert found.explicit is True
    assert (found.voice.engine, found.voice.words_per_minute) == ("silence", 140)
    assert found.formats == ("mp3", "epub")
    assert found.dates["a-post"] == datetime(2014, 11, 3, tzinfo=UTC)


def test_an_evaluation_is_who_when_what_and_where() -> None:
    text = b"""
[accessibility]
evaluator = "A. Reader"
date = 2026-05-31
level = "WCAG 2.2 AA"
report = "https://example.org/r.html"
"""
    found = settings.parse(text, "publication.toml").accessibility

    assert (found.evaluator, found.date) == ("A. Reader", date(2026, 5, 31))
    assert (found.level, found.report) == ("WCAG 2.2 AA", "https://example.org/r.html")


def test_a_time_of_another_zone_is_the_moment_that_it_names() -> None:
    found = settings.parse(b"[dates]\na = 2014-11-03T09:30:00+02:00\n", "publication.toml")

    assert found.dates["a"] == datetime(2014, 11, 3, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "written", "moment", "doubt"),
    [
        ("en-GB", "5 April 2026", datetime(2026, 4, 5, tzinfo=UTC), []),
        ("en-GB", "05/04/2026", datetime(2026, 4, 5, tzinfo=UTC), ["a"]),
        ("en-US", "05/04/2026", datetime(2026, 5, 4, tzinfo=UTC), ["a"]),
        ("en-US", "14/04/2026", datetime(2026, 4, 14, tzinfo=UTC), []),
        ("fr", "5 avril 2026", datetime(2026, 4, 5, tzinfo=UTC), []),
        ("en-GB", "2026-04-05", datetime(2026, 4, 5, tzinfo=UTC), []),
    ],
)
def test_a_date_is_read_as_its_region_writes_it(
    language: str, written: str, moment: datetime, doubt: list[str]
) -> None:
    text = f'language = "{language}"\n[dates]\na = "{written}"\n'
    found = settings.parse(text.encode(), "publication.toml")

    assert found.dates["a"] == moment
    assert list(found.unsure_dates) == doubt


REFUSED = {
    "an unknown key names its line and the nearest key": (
        b'# words\n\ntitel = "A blog"\n',
        "publication.toml:3",
        '"title"',
    ),
    "an unknown key of a table names its line": (
        b'[voice]\nengine = "espeak"\nnam = "x"\n',
        "publication.toml:3",
        '"voice.name"',
    ),
    "an unknown table names its line": (b"[voices]\nx = 1\n", "publication.toml:1", '"voice"'),
    "a wrong type says which is right": (b"title = 5\n", "publication.toml:1", "text in quotes"),
    "a yes in quotes is no yes": (b'explicit = "yes"\n', "publication.toml:1", "true or false"),
    "a model's address without http": (
        b'[easy_read]\nmodel_address = "localhost:11434"\n',
        "publication.toml:2",
        "http://localhost:11434",
    ),
    "a model's address with a password": (
        b'[easy_read]\nmodel_address = "http://me:secret@localhost"\n',
        "publication.toml:2",
        "http://localhost:11434",
    ),
    "a model of two lines": (
        b'[easy_read]\nmodel = "a\\nb"\n',
        "publication.toml:2",
        "llama3.2",
    ),
    "an address needs its scheme": (
        b'base_url = "example.org"\n',
        "publication.toml:1",
        "https://example.org/blog/",
    ),
    "a category is one that directories know": (
        b'category = "Helth"\n',
        "publication.toml:1",
        "Health & Fitness",
    ),
    "a language is a language tag": (b'language = "English!"\n', "publication.toml:1", "en-GB"),
    "a pace is one that can be followed": (
        b"[voice]\nwords_per_minute = 401\n",
        "publication.toml:2",
        "80 to 400",
    ),
    "a pace is not too slow to be followed": (
        b"[voice]\nwords_per_minute = 79\n",
        "publication.toml:2",
        "80 to 400",
    ),
    "a date is a date": (b'[dates]\na = "May"\n', "publication.toml:2", "a = 2026-05-31"),
    "a date in figures has quotes": (
        b"[dates]\na = 05/04/2026\n",
        "publication.toml:2",
        'a = "05/04/2026"',
    ),
    "a date in words has quotes": (
        b"[dates]\na = 5 April 2026\n",
        "publication.toml:2",
        'a = "5 April 2026"',
    ),
    "a broken line is named": (b'title = "A blog\n', "publication.toml:1", 'key = "value"'),
    "an old key is told with the new": (
        b'[formats]\neditions = ["mp3"]\n',
        "publication.toml:2",
        '"formats.editions" is now called "formats"',
    ),
    "a key below the wrong table is told where it belongs": (
        b'[voice]\nformats = ["mp3"]\n',
        "publication.toml:2",
        "at the top of the file",
    ),
    "a number without end": (
        b"explicit = " + b"9" * 5000,
        "publication.toml",
        "a number too long",
    ),
    "a nesting without end": (
        b"title = " + b"[" * 5000 + b"]" * 5000,
        "publication.toml",
        "nested too deep",
    ),
    "a date beyond the years that there are": (
        b"[dates]\na = 9999-12-31T23:00:00-12:00\n",
        "publication.toml:2",
        "a = 2026-05-31",
    ),
    "a claim of conformance needs who stands for it": (
        b'[accessibility]\nlevel = "WCAG 2.2 AA"\ndate = 2026-05-31\n',
        "publication.toml:1",
        "who made it",
    ),
    "an evaluation needs its day": (
        b'[accessibility]\nevaluator = "A. Reader"\n',
        "publication.toml:1",
        "date = 2026-05-31",
    ),
    "a day of an evaluation has no quotes": (
        b'[accessibility]\nevaluator = "A. Reader"\ndate = "2026-05-31"\n',
        "publication.toml:3",
        "a date without quotes",
    ),
    "another encoding is named": (b'title = "\xff"\n', "publication.toml:1", "UTF-8"),
}


@pytest.mark.parametrize(("text", "where", "hint"), REFUSED.values(), ids=REFUSED.keys())
def test_what_can_not_be_used_is_refused(text: bytes, where: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings.parse(text, "publication.toml")

    assert caught.value.where == where
    assert hint in str(caught.value)


def test_every_key_is_documented_with_its_default() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/settings.md").read_text(), re.MULTILINE)

    assert sorted(rows) == sorted(key.rpartition(".")[2] for key in KEYS)


def test_the_sample_settings_can_be_used_as_they_say_by_taking_the_marks_away() -> None:
    """Each line that is a setting behind a "#", and each table."""
    sample = (ROOT / "source_posts" / settings.FILE).read_text("utf-8")
    lines = re.sub(r"^# (?=\[?[a-z_-]+(\]$| = ))", "", sample, flags=re.MULTILINE)

    found = settings.parse(lines.encode(), settings.FILE)

    assert found.formats == ("mp3", "epub", "podcast")
    assert found.easy_read.publish_drafts
    assert found.email
    assert "a-very-short-post" in found.dates


@pytest.mark.parametrize("end", ["", "/", "/v1", "/v1/", "/v1/chat/completions"])
def test_the_address_of_a_model_may_have_its_endpoint(end: str) -> None:
    """As servers print it."""
    text = f'[easy_read]\nmodel_address = "http://localhost:11434{end}"\n'
    found = settings.parse(text.encode(), "publication.toml")
    assert found.easy_read.model_address == "http://localhost:11434"
