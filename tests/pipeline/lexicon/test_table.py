"""lexicon.csv as an editor writes it; what can not be used is told with its line."""

import pytest

from pipeline.errors import SettingsError
from pipeline.lexicon import Entry, table
from tests.pipeline.lexicon.files import HEADER, of


@pytest.mark.parametrize("spoken", ["/nɪʃ", "nɪʃ/", "[nish]", "ˈnish", "nɪsh"])
def test_ipa_without_its_slashes_is_told(spoken: str) -> None:
    with pytest.raises(
        SettingsError, match=r"csv:2: .* looks like IPA\. Put it between two slashes"
    ):
        of(f"written,spoken\nNish,{spoken}\n")


def test_columns_stand_in_any_order_and_most_may_be_missing() -> None:
    (entry,) = of("note,IPA, Language,written\nher town,nɪʃ,en_GB,Nish\n").entries

    assert entry == Entry("Nish", "nish", "nɪʃ", "en-GB", "lexicon.csv:2")


@pytest.mark.parametrize(
    ("line", "spoken", "ipa"),
    [
        ("Nish,/nɪʃ/,", "nish", "nɪʃ"),
        ("Nish,,/nɪʃ/", "nish", "nɪʃ"),
        ("Nish,,[nɪʃ]", "nish", "nɪʃ"),
        ("Nish,Neesh,nɪʃ", "Neesh", "nɪʃ"),
        ("Nish,and/or/and,", "and/or/and", ""),
    ],
)
def test_slashes_say_that_it_is_ipa(line: str, spoken: str, ipa: str) -> None:
    (entry,) = of(f"written,spoken,ipa\n{line}").entries

    assert (entry.spoken, entry.ipa) == (spoken, ipa)


@pytest.mark.parametrize("data", [
    "written;spoken\nA;b\n", "written\tspoken\nA\tb\n", "\ufeffwritten,spoken\r\nA,b\r\n",
    '"written","spoken"\n"A","b"\n', "\nWritten , SPOKEN,\n\nA , b,,\n", "written,spoken\rA,b\r",
])  # fmt: skip
def test_files_of_any_spreadsheet_are_read(data: str) -> None:
    (entry,) = of(data).entries

    assert (entry.written, entry.spoken) == ("A", "b")


@pytest.mark.parametrize(
    ("data", "where", "told"),
    [
        ("word,sound\n", "lexicon.csv:1", "columns"),
        ("written\n", "lexicon.csv:1", "columns"),
        ("", "lexicon.csv:1", "columns"),
        ("written,spoken,launguage\n", "lexicon.csv:1", "launguage"),
        ("written,spoken,spoken\n", "lexicon.csv:1", "twice"),
        (f"{HEADER}one\n", "lexicon.csv:2", "two parts"),
        (f"{HEADER},two\n", "lexicon.csv:2", "two parts"),
        (f"{HEADER}a,b\nLeominster, Herefordshire, Lemster\n", "lexicon.csv:3", "more than 2"),
        (f'{HEADER}"a\nb",c\n"d,e\nf,g\n', "lexicon.csv:4", "quotes"),
        (f'{HEADER}"a"b,c\n', "lexicon.csv:2", "quotes"),
        (f"{HEADER}a,b\n\na,c\n", "lexicon.csv:4", "line 2"),
        ("written,ipa\nLeach,liːtʃ\nNish,n!ʃ\n", "lexicon.csv:3", '"!"'),
        ("written,ipa\nNish,/ˈ/\n", "lexicon.csv:2", "no sound"),
        ("written,spoken,language\na,b,English (UK)\n", "lexicon.csv:2", "English (UK)"),
    ],
)
def test_a_line_that_can_not_be_used_is_named(data: str, where: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        of(data)

    assert caught.value.where == where
    assert told in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ("written,spoken\na,b\n".encode("utf-16"), "lexicon.csv"),
        ("written,spoken\na,b\n".encode("utf-16-le"), "lexicon.csv"),
        ("written,spoken\na,b\nŁ,é\n".encode("cp1250"), "lexicon.csv:3"),
    ],
)
def test_another_encoding_is_told_plainly(data: bytes, where: str) -> None:
    with pytest.raises(SettingsError, match="UTF-") as caught:
        table.parse(data)

    assert caught.value.where == where


def test_a_word_is_there_twice_whatever_the_capitals_of_its_language() -> None:
    with pytest.raises(SettingsError, match="on line 2 too"):
        of("written,spoken,language\nUsk,Isk,en-GB\nUsk,Usk,en-gb\n")
