"""The lexicon: whole words, case-aware, and told when it matches nothing or can't be read."""

from pathlib import Path

import pytest
import unicodedata2 as unicodedata

from pipeline import lexicon
from pipeline.errors import SettingsError
from pipeline.lexicon import Entry, Lexicon, pls, table
from pipeline.script.saying import runs

HEADER = "written,spoken\n"

CASES = {
    "a whole word is said as it is told": ("Bishara,Bish-are-a", "By Bishara.", "By Bish-are-a."),
    "a part of a word is left": ("dr,doctor", "A drôle drop.", "A drôle drop."),
    "small letters stand for both": ("co4cc,co four see see", "Co4CC met.", "co four see see met."),
    "a capital stands for itself": ("US,you ess", "Join us in the US.", "Join us in the you ess."),
    "a capital comes before small letters": ("us,uz\nUS,you ess", "Us, US.", "uz, you ess."),
    "the longest entry is taken": ("People First,PF\nFirst,1st", "People First.", "PF."),
    "wherever it stands": ("Stoke,one\nStoke Canon,two\nCanon,three", "Stoke Canon", "two"),
    "of overlapping ones the first": ("a b,one\nb c,two", "a b c", "one c"),
    "signs are not patterns": ("C++,see plus plus", "Use C++ now.", "Use see plus plus now."),
    "nor is anything else": (".*,all\na|b,or\n\\w+,word", "A rest.", "A rest."),
    "what is said is not looked up again": ("a,b\nb,c", "a b", "b c"),
    "the entry a": ("a,ay", "A cat, and a bat.", "ay cat, and ay bat."),
    "a point before": (".NET,dot net", "On .NET or ASP.NET", "On dot net or ASP.NET"),
    "a short form with its point": ("Dr.,doctor", "Dr. Leach", "doctor Leach"),
    "points inside": ("e.g.,such as", "Pots, e.g. bowls", "Pots, such as bowls"),
    "an account": ("@leach,at leach", "Ask @leach, not x@leach", "Ask at leach, not x@leach"),
    "a comma inside": ('"Usk, Wales",Isk', "In Usk, Wales, now", "In Isk, now"),
    "signs alone stand anywhere": ("&,and", "R&D, so & so", "R and D, so and so"),
    "a sign at the end of a word": ("+,plus", "Disney+ (A+)", "Disney plus (A plus)"),
    "no part of a number": ("100,ton", "100,000 1.100 100. 100", "100,000 1.100 ton. ton"),
    "a name in Japanese": ("東京,トーキョー", "私は東京へ行く", "私はトーキョーへ行く"),
    "a name in Thai": ("กรุงเทพ,บางกอก", "ไปกรุงเทพแล้ว", "ไปบางกอกแล้ว"),
    "either apostrophe": ("O'Brien,o bryan", "O’Brien spoke", "o bryan spoke"),
    "and the other": ("O’Brien,o bryan", "O'Brien spoke", "o bryan spoke"),
    "a possessive": ("Bishara,Bish-are-a", "Bishara’s bowl", "Bish-are-a’s bowl"),
    "letters of any language": ("Łódź,wootch\ncymraeg,kum", "Cymraeg, Łódź", "kum, wootch"),
    "no part of a word with a loose accent": ("cafe,x", "cafe\u0301 is", "cafe\u0301 is"),
    "a line of spaces is nothing": (" , \nb,c", "b", "c"),
}  # fmt: skip


def said_of(text: str, words: Lexicon, language: str = "cy") -> str:
    """What is said where rules of English read nothing anew."""
    return "".join(run.text for run in runs(text, language, words))


def of(text: str) -> Lexicon:
    """A lexicon of the lines of a file."""
    return Lexicon(table.parse(text.encode()))


@pytest.mark.parametrize(("entries", "text", "said"), CASES.values(), ids=CASES.keys())
def test_words_are_said_as_the_editor_wrote(entries: str, text: str, said: str) -> None:
    assert said_of(text, of(HEADER + entries)) == said


ONE_PIECE, TWO = unicodedata.normalize("NFC", "Łódź"), unicodedata.normalize("NFD", "Łódź")


@pytest.mark.parametrize("written", [ONE_PIECE, TWO])
@pytest.mark.parametrize("other", [ONE_PIECE, TWO])
def test_an_accent_is_the_same_in_one_piece_or_two(written: str, other: str) -> None:
    words = of(f"{HEADER}{written},wootch")

    assert said_of(f"In {other}.", words) == "In wootch."


def test_a_rule_never_reads_what_the_lexicon_has() -> None:
    assert said_of("Dr Leach etc.", of(HEADER + "Dr,dry"), "en-GB").startswith("dry Leach")


def test_a_folder_without_a_lexicon_says_words_as_they_are(tmp_path: Path) -> None:
    assert lexicon.load(tmp_path) == Lexicon()
    assert said_of("As it is.", Lexicon()) == "As it is."


def test_an_entry_that_matches_nothing_is_told_with_its_line() -> None:
    found = of(HEADER + "Leach,Leech\nLynch,Linch\n")

    assert [f.where for f in found.unused([("Bernard Leach", frozenset({"en-GB"}))])] == [
        "lexicon.csv:3"
    ]


@pytest.mark.parametrize(
    ("tag", "told"), [("", 0), ("en", 0), ("en-GB", 0), ("en-UK", 1), ("cy", 1)]
)
def test_an_entry_for_a_language_that_no_text_has_matches_nothing(tag: str, told: int) -> None:
    notes = of(f"written,spoken,language\nUsk,Isk,{tag}\n").unused(
        [("Usk", frozenset({"en-GB", "fr"}))]
    )

    assert len(notes) == told
    assert all(f'No text in "{tag}" has the word "Usk"' in note.message for note in notes)


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


@pytest.mark.parametrize(
    ("tag", "language", "found"),
    [
        ("en", "en-GB", 1),
        ("en-GB", "en-US", 0),
        ("en-gb", "en-GB", 1),
        ("", "cy", 1),
        ("e", "en", 0),
    ],
)
def test_an_entry_serves_its_language(tag: str, language: str, found: int) -> None:
    words = Lexicon([Entry("Usk", "Isk", language=tag)])

    assert len(words.find("Usk", language)) == found


def test_the_entry_for_the_language_comes_before_the_one_for_all() -> None:
    words = of("written,spoken,language\nUsk,one,\nUsk,two,en\n")

    assert said_of("Usk", words, "en-GB") == "two"
    assert said_of("Usk", words, "cy") == "one"


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("Leach’s", "liːtʃɪz"), ("Bath's", "bɑːθs"), ("Usk's", "ʌsks"), ("Bishara's", "bɪˈʃɑːrəz"),
    ],
)  # fmt: skip
def test_a_possessive_is_part_of_the_sounds(text: str, sounds: str) -> None:
    """Said apart it would be the name of the letter."""
    words = of("written,ipa\nLeach,liːtʃ\nBath,bɑːθ\nUsk,ʌsk\nBishara,bɪˈʃɑːrə\n")

    (found,) = words.find(f"{text} bowl", "en-GB")
    assert (found.entry.ipa, found.end) == (sounds, len(text))


def test_the_possessive_is_english_alone() -> None:
    (found,) = of("written,ipa\nLeach,liːtʃ\n").find("Leach's", "cy")
    assert found.end == 5


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


def test_ten_thousand_entries_are_found_as_surely_as_ten() -> None:
    """Compiled once: a pattern of them all, looked for in each sentence, took a minute."""
    words = of(HEADER + "".join(f"Aword{n},said {n}\n" for n in range(10_000)))

    assert said_of("An Aword9999 and Aword1.", words) == "An said 9999 and said 1."
    assert not [f for n in range(3_000) for f in words.find(f"A plain sentence, {n}.", "en")]


# --- W3C lexicons -----------------------------------------------------------------------

OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<lexicon version="1.0" alphabet="ipa"\n'
    ' xml:lang="en-GB" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">\n'
)


def lexemes(inside: str) -> tuple[Entry, ...]:
    """The entries of a file with these lexemes, the first on line 4."""
    return pls.parse(f"{OPEN}{inside}</lexicon>".encode(), "names.pls")


def test_a_lexeme_is_an_entry_for_each_way_to_write_it() -> None:
    found = lexemes(
        "<lexeme><grapheme>Leach</grapheme><grapheme> Lea\n ch </grapheme><!-- the potter -->"
        "<phoneme>/liːtʃ/</phoneme><phoneme>x</phoneme></lexeme>"
        "<lexeme role='a'><grapheme>PF</grapheme><alias>no</alias><alias prefer='true'>People First"
        "</alias></lexeme>"
    )

    assert found == (
        Entry("Leach", "leech", "liːtʃ", "en-GB", "names.pls:4"),
        Entry("Lea ch", "leech", "liːtʃ", "en-GB", "names.pls:4"),
        Entry("PF", "People First", "", "en-GB", "names.pls:5"),
    )


LEXEME = "<lexeme><grapheme>a</grapheme>{}</lexeme>"


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (LEXEME.format('<phoneme alphabet="x-sampa">li:tS</phoneme>'), "x-sampa"),
        (LEXEME.format("<phoneme>l!</phoneme>"), '"!"'),
        (LEXEME.format("<alias> </alias>"), "a lexeme needs"),
        ("<lexeme><alias>b</alias></lexeme>", "a lexeme needs"),
        ("<lexeme>", "not XML"),
    ],
)
def test_a_lexeme_that_can_not_be_used_is_named(inside: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        lexemes(inside)

    assert caught.value.where == "names.pls:4"
    assert caught.value.remedy


def test_xml_that_is_no_lexicon_is_told() -> None:
    with pytest.raises(SettingsError, match="not a W3C"):
        pls.parse(b"<lexicon/>", "names.pls")


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY a SYSTEM "{}">', '<!ENTITY b "bbbbbbbb"><!ENTITY a "&b;&b;&b;&b;&b;&b;">'],
)
def test_no_entity_is_opened(tmp_path: Path, entity: str) -> None:
    """Neither another file nor a billion of laughs comes in."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    kind = f"<!DOCTYPE lexicon [{entity.format(secret.as_uri())}]>"
    data = OPEN.replace("?>\n", f"?>{kind}\n", 1) + LEXEME.format("<alias>&a;</alias>")

    with pytest.raises(SettingsError, match="not looked up"):
        pls.parse(f"{data}</lexicon>".encode(), "names.pls")


def test_every_lexicon_of_a_folder_is_read_and_the_table_comes_first(tmp_path: Path) -> None:
    (tmp_path / "lexicon.csv").write_text("written,spoken,language\nLeach,Leech,en-GB\n")
    inside = "<lexeme><grapheme>{}</grapheme><alias>{}</alias></lexeme>"
    for name, words in {"b.pls": ["Leach", "Usk"], "a.PLS": ["Usk", "Nish"]}.items():
        text = OPEN + "".join(inside.format(w, f"{w} of {name}") for w in words) + "</lexicon>"
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "c.pls").mkdir()

    found = {e.written: e.spoken for e in lexicon.load(tmp_path).entries}
    assert found == {"Leach": "Leech", "Usk": "Usk of a.PLS", "Nish": "Nish of a.PLS"}
    assert lexicon.load(tmp_path / "post.md") == lexicon.load(tmp_path)
