"""The encoding of texts with few letters outside ASCII, on which detectors fail."""

import pytest

from pipeline.readers.shared.alphabets import likely, utf16


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("It’s a plain text.", "cp1252"),
        ("På kvällen gick vi längs kanalen.", "cp1252"),
        ("O coração não é só da manhã.", "cp1252"),
        ("Árvíztűrő tükörfúrógép.", "cp1250"),
        ("Příliš žluťoučký kůň úpěl.", "iso8859-2"),
        ("Dün akşam kanal boyunca yürüdük ve çiğ.", "cp1254"),
        ("It’s “fine”, a café.", "mac-roman"),
        ("Это текст о прогулке вдоль канала.", "koi8-r"),
        ("Это текст о прогулке вдоль канала.", "cp866"),
    ],
)
def test_letters_of_one_language_show_the_encoding(text: str, encoding: str) -> None:
    assert likely(text.encode(encoding)) == encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("これは日本語の文章です。", "shift_jis"),
        ("这是一篇关于城市的文章。", "gb18030"),
        ("אתמול הלכנו לטייל לאורך התעלה וראינו ברווזים.", "cp1255"),
    ],
)
def test_other_alphabets_are_left_to_the_detector(text: str, encoding: str) -> None:
    assert likely(text.encode(encoding)) == ""


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_unmarked_utf_16_is_known_by_its_zeros(encoding: str) -> None:
    assert utf16("Café – a b".encode(encoding)) == encoding
    assert utf16("Café".encode("cp1252")) == ""
    assert utf16(bytes(100)) == ""
