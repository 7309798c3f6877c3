"""The lexicon: whole words, case-aware, and told when it matches nothing or can't be read."""

from pathlib import Path

import pytest
import unicodedata2 as unicodedata

from pipeline import lexicon
from pipeline.lexicon import Lexicon
from pipeline.script.saying import runs
from tests.pipeline.lexicon.files import HEADER, OPEN, of

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
    used = found.used(["Bernard Leach"], {"en-GB"})

    assert used == (("en-GB", "Leach"),)
    assert [f.where for f in found.unused(used)] == ["lexicon.csv:3"]


@pytest.mark.parametrize(
    ("tag", "told"), [("", 0), ("en", 0), ("en-GB", 0), ("en-UK", 1), ("cy", 1)]
)
def test_an_entry_for_a_language_that_no_text_has_matches_nothing(tag: str, told: int) -> None:
    words = of(f"written,spoken,language\nUsk,Isk,{tag}\n")
    notes = words.unused(words.used(["Usk"], {"en-GB", "fr"}))

    assert len(notes) == told
    assert all(f'No text in "{tag}" has the word "Usk"' in note.message for note in notes)


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


def test_ten_thousand_entries_are_found_as_surely_as_ten() -> None:
    """Compiled once: a pattern of them all, looked for in each sentence, took a minute."""
    words = of(HEADER + "".join(f"Aword{n},said {n}\n" for n in range(10_000)))

    assert said_of("An Aword9999 and Aword1.", words) == "An said 9999 and said 1."
    assert not [f for n in range(3_000) for f in words.find(f"A plain sentence, {n}.", "en")]


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
