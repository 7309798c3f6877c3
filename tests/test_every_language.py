"""What each language with words of our own promises wherever its words are used.

A language that is new in `formats.words.LANGUAGES` is held to all of it without a line here.
"""

import importlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import py3langid
import pytest
from babel import Locale
from babel.dates import format_date
from lxml import etree, html

from formats import words as table
from formats.languages import primary
from formats.large_print.document import document
from formats.large_print.page import page as large_print_page
from formats.model import (
    Blog,
    CodeBlock,
    Edition,
    Figure,
    FileCard,
    Link,
    Note,
    Notes,
    Paragraph,
    Picture,
    Row,
    Table,
    Text,
)
from formats.offers import offers
from formats.registry import BLOG_FORMATS, POST_FORMATS
from formats.words import LANGUAGES, UNWORDED, Words, phrases, words
from formats.words.easy_read import easy_read_words
from pipeline import dates
from pipeline.easy_read.edition import drafted
from tests.formats.builders import (
    PUBLICATION,
    blog_of,
    cell,
    edition_of,
    heading,
    paragraph,
    picture,
    post_of,
    sentence,
)

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


PARTS = ("page", "site", "podcast", "large_print", "epub")


def _parts(row: Words) -> dict[str, list[str]]:
    """The words of a language in parts, each long enough to be told by; speech is one of them."""
    others = [field.name for field in fields(row) if field.name not in (*PARTS, "language", "name")]
    speech = [text for name in others for text in _strings(getattr(row, name))]
    return _shown(row) | {"speech": speech}


def _shown(row: Words) -> dict[str, list[str]]:
    """What a language says on pages, by part."""
    own = {part: list(_strings(getattr(row, part))) for part in PARTS}
    return own | {"easy read": list(_strings(easy_read_words(row)))}


@every_language
def test_its_words_are_of_that_language(language: str) -> None:
    spoken = {part: _spoken_in(strings) for part, strings in _parts(LANGUAGES[language]).items()}

    assert spoken == dict.fromkeys(spoken, primary(language))


@pytest.mark.parametrize(("own", "tag"), [("nl", "pl"), ("en", "pl"), ("pt", "es"), ("de", "nl")])
def test_words_that_are_filed_under_another_languages_tag_are_refused(own: str, tag: str) -> None:
    misfiled = replace(LANGUAGES[own], language=tag)

    parts = _parts(misfiled)
    del parts["easy read"]  # these are found by the tag

    assert all(_spoken_in(strings) != tag for strings in parts.values())


@every_language
def test_its_words_fill_in_what_english_fills_in(language: str) -> None:
    """A place that is left out of a sentence would lose a name or a number."""
    ours, english = LANGUAGES[language], LANGUAGES["en"]

    assert _places(ours) == _places(english)


def _places(value: object) -> list[tuple[str, ...]]:
    """Of each word, in order, what is filled in."""
    return [tuple(sorted(re.findall(r"\{\w*\}", text))) for text in _strings(value)]


UNITS = {"{}\u00a0kB", "{}\u00a0MB"}
ALIKE = {
    "cy": UNITS,
    "de": UNITS,
    "es": UNITS | {"{}\u00a0bytes"},
    "fr": {"1 minute", "{} minutes", "Notes", "Note {}", "(note\u00a0{})"},
    "it": UNITS | {"(link\u00a0{})", "{}: podcast"},
    "ja": UNITS,
    "nl": UNITS | {"{}\u00a0bytes", "(link\u00a0{})", "{}: podcast"},
    "pt": UNITS | {"{}\u00a0bytes", "{}: podcast"},
}
"""What is said on pages as it is in English, and rightly."""


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if primary(tag) != "en"])
def test_only_what_is_said_as_in_english_is_the_same(language: str) -> None:
    """A word that nobody has translated yet is seen, however short it is."""
    english = {text for strings in _shown(LANGUAGES["en"]).values() for text in strings}
    own = {text for strings in _shown(LANGUAGES[language]).values() for text in strings}

    same = {text for text in own & english if re.search(r"[^\W\d]", re.sub(r"\{\w*\}", "", text))}
    assert same <= ALIKE.get(language, set())


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


@pytest.mark.parametrize("month", range(1, 13))
@every_language
def test_a_date_is_the_one_that_the_languages_own_readers_expect(language: str, month: int) -> None:
    """As the Unicode Common Locale Data Repository has it; for English, as in Great Britain."""
    day = datetime(2024, month, 3, tzinfo=UTC)
    locale = Locale.parse({"en": "en-GB"}.get(language, language), sep="-")

    assert phrases.day(day, LANGUAGES[language]) == format_date(day, "long", locale)


def test_no_name_is_that_of_two_months() -> None:
    """Else a date would be read in another language than it is written in."""
    numbers: dict[str, set[int]] = {}
    for row in LANGUAGES.values():
        for number, name in enumerate(row.months, 1):
            numbers.setdefault(name.lower(), set()).add(number)

    assert {name: found for name, found in numbers.items() if len(found) > 1} == {}


# --- what pages, books, print and the feed say ----------------------------------------------


def _edition(language: str) -> Edition:
    """An edition with all that we have words for: notes, pictures, a table, links."""
    post = post_of(
        heading(2, "Xyz"),
        Paragraph((sentence("Xyz ", Link("https://example.org/", (Text("xyz"),)), "."),)),
        Figure("", Picture("gone.jpg", "Xyz"), ()),
        Figure("", Picture("lost.jpg", None), ()),
        Figure("", Picture("away.jpg", ""), ()),
        Figure("", Picture("kept.png", None), ()),
        Table((), (Row((cell("xyz"),)),)),
        CodeBlock("", "xyz\n", ""),
        Notes((Note("n1", "1", (paragraph("Xyz."),)),)),
        language=language,
        title="Xyz",
    )
    publication = replace(PUBLICATION, language=language, description="")
    return edition_of(post, (picture("kept.png"),), publication)


def _made(language: str) -> Iterator[tuple[str, str]]:
    """(path, text) of all that is made in a language, books unpacked."""
    whole = _edition(language)
    files = [
        *(f for name in BESIDE_PRINT for f in POST_FORMATS[name].render(whole)),
        *(f for row in BLOG_FORMATS.values() for f in row.render(_blog(whole))),
    ]
    for file in files:
        if not file.path.endswith(".epub"):
            yield file.path, file.data.decode(errors="ignore")
            continue
        with zipfile.ZipFile(io.BytesIO(file.data)) as book:
            texts = [n for n in book.namelist() if n.endswith((".xhtml", ".opf"))]
            yield from ((f"{file.path}/{name}", book.read(name).decode()) for name in texts)
    yield "large-print.html", large_print_page(whole).decode()
    yield "large-print.pdf", json.dumps(document(whole, 18), ensure_ascii=False)


MARKS = " \u00a0:.,()"

# The PDF of a language needs typefaces that have its letters; what it is set from does not.
BESIDE_PRINT = [name for name in POST_FORMATS if name != "large-print"]


def _blog(whole: Edition) -> Blog:
    files = tuple(
        FileCard(f"posts/{whole.post.slug}/{path}", "x/y", 120_000, "")
        for path in offers(whole.post.slug, whole.publication)
    )
    blog = blog_of(whole, publication=whole.publication)
    return replace(blog, episodes=tuple(replace(e, files=files) for e in blog.episodes))


def _phrases(row: Words) -> set[str]:
    """What a language says on pages, cut at what is filled in."""
    strings = [text for shown in _shown(row).values() for text in shown]
    pieces = (piece for text in strings for piece in re.split(r"\{\w*\}", text))
    return {piece for text in pieces if len(piece := text.strip(MARKS)) > 3}


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if primary(tag) != "en"])
def test_nothing_is_said_in_english_that_the_language_has_words_for(language: str) -> None:
    english = _phrases(LANGUAGES["en"]) - _phrases(LANGUAGES[language])
    said = {
        f"{path}: {phrase}"
        for path, text in _made(language)
        for phrase in english
        if _says(_visible(text), phrase)
    }

    assert said == set()


def _says(text: str, phrase: str) -> bool:
    """Whether a text holds a phrase: one of a few letters only where it is said by itself."""
    said = re.escape(phrase)
    alone = rf'>{said}<|(?:label|alt)="{said}"|": "{said}\b'
    return re.search(alone if len(phrase) < 8 else rf"(?<![\w-]){said}(?![\w-])", text) is not None


def _visible(text: str) -> str:
    """A text without style sheets, scripts, comments and the names of its classes and ids."""
    text = re.sub(r"<(style|script|podcast:medium)\b.*?</\1>", "", text, flags=re.DOTALL)
    text = re.sub(
        r'"(kind|lang|body|type)": "[^"]*"', "", text
    )  # of the template, the script, links
    return re.sub(r"""\b(id|class|href|rel|property|content)="[^"]*\"""", "", text)


def test_english_in_a_page_of_another_language_is_seen() -> None:
    english = _phrases(LANGUAGES["en"])

    assert any(phrase in text for _, text in _made("fi") for phrase in english)


@pytest.mark.parametrize("path", ["index.html", "simpler.html", "large-print.html"])
def test_english_is_marked_where_the_language_has_no_words(path: str) -> None:
    """Else a Finnish voice reads it."""
    phrases = _phrases(LANGUAGES["en"])
    page = html.document_fromstring(dict(_pages("fi"))[path])
    holding = page.iter("a", "p", "h2", "li", "span", "button", "summary")
    ours = [e for e in holding if (e.text or "").strip(MARKS) in phrases]

    assert len(ours) > 5
    assert [e.text for e in ours if _language(e) != "en"] == []


def _pages(language: str) -> Iterator[tuple[str, bytes]]:
    whole = _edition(language)
    whole = replace(whole, easy=drafted(whole.post, whole.media, ()))
    for name in ("read-along", "easy-read-draft"):
        yield from ((f.path, f.data) for f in POST_FORMATS[name].render(whole))
    yield "large-print.html", large_print_page(whole)


def _language(element: etree._Element) -> str:
    """The language that an element is in: its own, or that of what it stands in."""
    within = [element, *element.iterancestors()]
    return next(tag for e in within if (tag := e.get("lang")))


@every_language
def test_a_page_says_that_it_is_in_the_language_of_the_post(language: str) -> None:
    for path, data in _pages(language):
        assert html.document_fromstring(data).get("lang") == language, path


@every_language
def test_a_draft_is_called_the_same_where_it_is_offered_and_where_it_stands(language: str) -> None:
    ours = LANGUAGES[language]

    assert easy_read_words(ours).label.startswith(ours.page.simpler)


# --- what the documents say ---------------------------------------------------------------


def test_the_documents_list_the_same_languages() -> None:
    names = sorted(row.name for tag, row in LANGUAGES.items() if tag == primary(tag))
    *first, last = names

    assert f"adds these words in {', '.join(first)} and {last}." in WHAT_IS_SAID


def test_another_region_has_the_words_of_its_language() -> None:
    assert words("fr-CA") is LANGUAGES["fr"]
    assert words("en-US") is not LANGUAGES["en"]
    assert words("fi") is UNWORDED
