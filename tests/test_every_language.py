"""What each language with words of our own promises wherever its words are used.

A language that is new in `formats.words.LANGUAGES` is held to all of it without a line here.
"""

import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import py3langid
import pytest

from formats import words as table
from formats.languages import primary
from formats.words import LANGUAGES, UNWORDED, Words, words
from pipeline.readers.shared import dates

ROOT = Path(__file__).parents[1]
WHAT_IS_SAID = (ROOT / "docs" / "what-is-said.md").read_text("utf-8")

every_language = pytest.mark.parametrize("language", LANGUAGES)


def _strings(value: object) -> Iterator[str]:
    """All the words of a language, but for its tag and its English name."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"language", "name"}:
                yield from _strings(getattr(value, field.name))


def _spoken_in(strings: Iterable[str]) -> str:
    """The language that the words are in, as far as their letters tell one from many others."""
    text = re.sub(r"\{\w*\}|\bHTML|EPUB|PDF|URL\b", " ", " ".join(strings))
    language, _ = py3langid.classify(text)
    return str(language)


# --- where it stands ----------------------------------------------------------------------


@every_language
def test_a_language_stands_in_the_file_and_under_the_key_of_its_tag(language: str) -> None:
    module = importlib.import_module(f"formats.words.{primary(language)}")
    held = [value for value in vars(module).values() if isinstance(value, Words)]

    assert LANGUAGES[language] in held
    assert LANGUAGES[language].language == language


def test_every_file_of_words_is_listed() -> None:
    """A language that is written and not listed would be silent."""
    folder = Path(str(table.__file__)).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    tags = {m for m in modules if re.fullmatch("[a-z]{2,3}", m)}

    assert tags == {primary(language) for language in LANGUAGES}


# --- whether it is that language ----------------------------------------------------------


PARTS = ("page", "site", "podcast", "large_print", "easy_read", "epub")


def _parts(row: Words) -> dict[str, list[str]]:
    """The words of a language in parts, each long enough to be told by; speech is one of them."""
    shown = {part: list(_strings(getattr(row, part))) for part in PARTS}
    others = [field.name for field in fields(row) if field.name not in (*PARTS, "language", "name")]
    return shown | {"speech": [text for name in others for text in _strings(getattr(row, name))]}


@every_language
def test_its_words_are_of_that_language(language: str) -> None:
    spoken = {part: _spoken_in(strings) for part, strings in _parts(LANGUAGES[language]).items()}

    assert spoken == dict.fromkeys(spoken, primary(language))


@pytest.mark.parametrize(("own", "tag"), [("nl", "pl"), ("en", "pl"), ("pt", "es"), ("de", "nl")])
def test_words_that_are_filed_under_another_languages_tag_are_refused(own: str, tag: str) -> None:
    misfiled = replace(LANGUAGES[own], language=tag)

    assert all(_spoken_in(strings) != tag for strings in _parts(misfiled).values())


@every_language
def test_its_words_fill_in_what_english_fills_in(language: str) -> None:
    """A place that is left out of a sentence would lose a name or a number."""
    ours, english = LANGUAGES[language], LANGUAGES["en"]

    assert _places(ours) == _places(english)


def _places(value: object) -> list[tuple[str, ...]]:
    """Of each word, in order, what is filled in."""
    return [tuple(sorted(re.findall(r"\{\w*\}", text))) for text in _strings(value)]


@every_language
def test_nothing_is_left_unsaid(language: str) -> None:
    assert all(text.strip() for text in _strings(LANGUAGES[language]))


# --- dates --------------------------------------------------------------------------------


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("words_of", [*LANGUAGES.values(), UNWORDED], ids=lambda row: row.name)
def test_a_date_that_we_write_is_a_date_that_we_read(words_of: Words, month: int) -> None:
    day = datetime(2024, month, 3, tzinfo=UTC)
    written = words_of.date.format(day=day.day, month=words_of.months[month - 1], year=day.year)

    assert dates.parse(written) == day
    assert dates.line(written.upper()) == day


def test_no_name_is_that_of_two_months() -> None:
    """Else a date would be read in another language than it is written in."""
    numbers: dict[str, set[int]] = {}
    for row in LANGUAGES.values():
        for number, name in enumerate(row.months, 1):
            numbers.setdefault(name.lower(), set()).add(number)

    assert {name: found for name, found in numbers.items() if len(found) > 1} == {}


# --- what the documents say ---------------------------------------------------------------


def test_the_documents_list_the_same_languages() -> None:
    names = sorted(row.name for tag, row in LANGUAGES.items() if tag == primary(tag))
    *first, last = names

    assert f"adds these words in {', '.join(first)} and {last}." in WHAT_IS_SAID


def test_another_region_has_the_words_of_its_language() -> None:
    assert words("fr-CA") is LANGUAGES["fr"]
    assert words("en-US") is not LANGUAGES["en"]
    assert words("fi") is UNWORDED
