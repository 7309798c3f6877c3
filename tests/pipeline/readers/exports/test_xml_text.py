"""XML from anywhere becomes a tree: in any encoding, mended, and without expanding an entity."""

import pytest
from lxml import etree

from pipeline.errors import ReadError
from pipeline.readers.exports.xml_text import parse
from tests.pipeline.readers.exports.shapes import file


def said(data: str | bytes) -> str:
    """All text in the root of a file."""
    return etree.tostring(parse(file(data))[0], encoding="unicode", method="text")


def told(data: str | bytes) -> list[str]:
    return [finding.code for finding in parse(file(data))[1]]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_word(codec: str) -> None:
    data = f"<?xml version='1.0' encoding='{codec}'?><a>é</a>".encode(codec)

    assert (said(data), told(data)) == ("é", [])


@pytest.mark.parametrize(
    ("label", "codec", "word"),
    [
        ("utf-16", "utf-16-le", "é"),
        ("utf-16", "utf-16-be", "é"),
        ("iso-8859-1", "cp1252", "é “x”"),  # on the web it has the quotes of Windows
        ("koi8-r", "koi8-r", "Ж"),
        ("Shift_JIS", "shift_jis", "日"),
        ("big5", "big5", "日"),
    ],
)
def test_a_file_is_read_in_the_encoding_that_it_says(label: str, codec: str, word: str) -> None:
    data = f"<?xml version='1.0' encoding='{label}'?><a>{word}</a>".encode(codec)

    assert (said(data), told(data)) == (word, ["encoding"])


@pytest.mark.parametrize("label", ["utf-8", "us-ascii-of-mine", "hex", "utf-16"])
def test_a_wrong_encoding_is_told(label: str) -> None:
    data = f"<?xml version='1.0' encoding='{label}'?><a>".encode() + b"un caf\xe9 au lait</a>"

    assert (said(data), told(data)) == ("un café au lait", ["encoding"])


def test_utf8_is_known_even_where_the_file_says_something_else() -> None:
    data = "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>".encode()

    assert (said(data), told(data)) == ("é", [])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("R & D", "R & D"),
        ("AT&T;", "AT&T;"),
        ("a&nbsp;b", "a\xa0b"),
        ("caf&eacute;", "café"),
        ("it&#8217;s", "it’s"),
        ("it&#146;s", "it’s"),
        ("&#x41;&apos;", "A'"),
        ("&lt;p&gt; &amp;amp;", "<p> &amp;"),
        ("&#60;p&#62;", "<p>"),
        ("&own;", "&own;"),
        ("<![CDATA[<p> &nbsp; R & D]]>", "<p> &nbsp; R & D"),
        ("a\x0bb&#31;c", "a bc"),
    ],
)
def test_every_reference_keeps_its_words(written: str, read: str) -> None:
    data = f"<a>{written}</a>"

    assert (said(data), told(data)) == (read, [])


def test_no_declared_entity_is_expanded() -> None:
    data = '<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'

    assert said(data) == "&b;&c;"


def test_what_comes_before_a_break_is_read_and_the_break_is_told() -> None:
    root, (finding,) = parse(file("<rss>\n<a>one</a>\n<b>tw"))

    assert [child.tag for child in root] == ["a", "b"]
    assert (finding.code, finding.where) == ("xml-broken", "blog.xml:3")


def test_a_prefix_without_a_namespace_loses_nothing_and_is_not_told() -> None:
    assert told("<rss><content:encoded>x</content:encoded></rss>") == []


@pytest.mark.parametrize("data", ["", "no markup", "<", "<!-- only -->"])
def test_nothing_to_read_is_an_error_with_a_remedy(data: str) -> None:
    with pytest.raises(ReadError) as raised:
        parse(file(data))

    assert raised.value.remedy


MANY_ATTRIBUTES = " ".join(f"b{n}=''" for n in range(2000))


@pytest.mark.parametrize("data", ["<a/>" * 700_001, "&" * 2_000_001, f"<a {MANY_ATTRIBUTES}/>"])
def test_bait_for_the_parser_is_an_error(data: str) -> None:
    with pytest.raises(ReadError, match="too many elements"):
        parse(file(data))
