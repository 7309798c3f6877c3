"""Text is read in the encoding that it has, and a note says which, unless that is UTF-8."""

import pytest

from pipeline.errors import ReadError
from pipeline.readers.shared.encoding import declared, known, text_of, wide
from tests.growth import seconds

FRENCH = "Il était une fois une forêt où les élèves préféraient « ça » à tout."


def page(label: str, encoding: str) -> bytes:
    return f'<meta charset="{label}"><p>{FRENCH}'.encode(encoding)


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in text_of(data, "a.html")[1]]


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        (FRENCH, "cp1252", "windows-1252"),
        ("It’s “fine”.", "cp1252", "windows-1252"),
        ("これは日本語の文章です。今日は天気がいい。\n", "shift_jis", "Shift_JIS"),
        ("これは日本語の文章です。今日は天気がいい。\n", "iso2022_jp", "ISO-2022-JP"),
        ("这是一篇关于城市的文章。我们在河边散步。", "gb18030", "GB18030"),
        ("Это русский текст о прогулке вдоль канала.", "koi8-r", "KOI8-R"),
        (FRENCH, "utf-16-le", "UTF-16"),
        ("これは日本語です。\nはい。\n", "utf-16-be", "UTF-16"),
    ],
)
def test_an_encoding_that_nobody_names_is_recognised(text: str, encoding: str, shown: str) -> None:
    found, (finding,) = text_of(text.encode(encoding), "a.txt")
    assert found == text
    assert (finding.code, finding.where) == ("encoding", "a.txt")
    assert f"was read as {shown}." in finding.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_says_itself_how_it_is_to_be_read_needs_no_note(encoding: str) -> None:
    assert text_of(FRENCH.encode(encoding), "a.md") == (FRENCH, ())


@pytest.mark.parametrize(
    "head",
    [
        b'<meta charset="koi8-u">',
        b'<META http-equiv="Content-Type" content="text/html; charset=KOI8-U">',
        b"<?xml version='1.0' encoding='koi8-u'?>",
    ],
)
def test_a_page_says_its_encoding_in_three_ways(head: bytes) -> None:
    assert declared(head) == "koi8-u"
    assert declared(b"<p>charset=koi8-u</p>") == ""


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("x-sjis", "cp932"),
        ("gb2312", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("utf-16", "utf-8"),
        ("rot13", ""),
        ("utf-7", ""),
        ("none", ""),
    ],
)
def test_a_label_means_what_it_means_on_the_web(label: str, encoding: str) -> None:
    assert known(label) == encoding


def test_a_page_is_read_as_it_says_and_as_it_is_where_it_is_wrong() -> None:
    assert text_of(page("iso-8859-1", "cp1252"), "a.html")[0].endswith(FRENCH)
    assert text_of(page("iso-8859-1", "utf-8"), "a.html")[0].endswith(FRENCH)
    assert text_of(page("utf-8", "cp1252"), "a.html")[0].endswith(FRENCH)
    assert text_of(page("shift_jis", "cp1252"), "a.html")[0].endswith(FRENCH)
    broken = page("iso-8859-1", "utf-8") + b"\xff"
    assert text_of(broken, "a.html")[0].endswith(f"{FRENCH}\ufffd")
    assert codes(page("iso-8859-1", "cp1252")) == ["encoding"]


def test_a_few_broken_bytes_are_signs_in_their_place_and_the_line_is_told() -> None:
    text, (finding,) = text_of("é à ç\n\nTh".encode() + b"\xffe", "a.md")
    assert text == "é à ç\n\nTh\ufffde"
    assert (finding.code, finding.where) == ("encoding-broken", "a.md:3")


def test_a_cut_file_in_a_marked_encoding_is_read_as_far_as_it_goes() -> None:
    text, (finding,) = text_of("ab".encode("utf-16") + b"c", "a.md")
    assert text == "ab\ufffd"
    assert finding.code == "encoding-broken"


@pytest.mark.parametrize("data", [bytes(range(1, 256)) * 9, b"\x7fELF\x01\x01\x02\x03\xf1\xf2"])
def test_what_is_no_text_is_refused_with_its_place(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        text_of(data, "a.md")
    assert (caught.value.where, bool(caught.value.remedy)) == ("a.md:1", True)


def recognised(data: bytes) -> str:
    return text_of(data, "a.txt")[0]


def test_a_long_file_is_recognised_by_a_sample_where_it_is_not_ascii() -> None:
    short, long = ("Plain. " * size + "café " * 9 for size in (5_000, 300_000))
    assert recognised(long.encode("cp1252")) == long
    of_short, of_long = (seconds(recognised, text.encode("cp1252")) for text in (short, long))
    assert of_long < of_short * 30  # it is 60 times as long


def test_wide_letters_are_known_by_their_zeros() -> None:
    assert wide("Hello".encode("utf-16-le")) == "utf-16-le"
    assert wide(b"Hello") == ""
    assert wide("\ufeffHello".encode("utf-32-be")) == "utf-32-be"
