"""An export is read exactly where it is well-formed, and as far as possible where it is not."""

import pytest

from pipeline.readers.exports.wxr import Category, Export, parse
from tests.corpus import corpus_path
from tests.pipeline.readers.exports.wordpress_files import export, item


def parsed(*items: str) -> Export:
    """An export with some items, parsed."""
    return parse(export(*items).encode())


def contents(found: Export) -> list[str]:
    """The text of each item."""
    return [one.get("content:encoded") for one in found.items]


def test_an_item_has_its_fields_categories_and_the_line_of_its_text() -> None:
    term = '<category domain="post_tag" nicename="a-b"><![CDATA[A & B]]></category>'
    text = export(item("First\nSecond", term, {"_thumbnail_id": "7", "_edit_last": "1"}))
    (one,) = parse(text.encode()).items

    assert one.get("title") == "A tide"
    assert one.categories == (Category("post_tag", "a-b", "A & B"),)
    assert dict(one.metas) == {"_thumbnail_id": "7"}
    assert text.split("\n")[one.first - 1].startswith("<content:encoded>")


def test_the_channel_names_its_authors_by_login() -> None:
    found = parsed()

    assert found.channel["title"] == "Towpath notes"
    assert dict(found.authors) == {"ada": "Ada Example"}


def test_elements_are_known_by_their_namespace_whatever_their_prefix() -> None:
    text = export(item("Words.")).replace("wp:", "w:").replace("xmlns:wp", "xmlns:w")

    assert [one.get("wp:status") for one in parse(text.encode()).items] == ["publish"]


def test_an_element_of_another_namespace_says_nothing() -> None:
    false = '<a:status xmlns:a="http://example.org/">draft</a:status>'
    (one,) = parsed(item("Words.").replace("<item>", f"<item>{false}")).items

    assert one.get("wp:status") == "publish"


def test_a_comment_is_not_part_of_a_post() -> None:
    comment = "<wp:comment><wp:comment_content>Hello</wp:comment_content></wp:comment>"

    assert "Hello" not in str(parsed(item("Words.", comment)).items)


def test_an_end_of_cdata_that_wordpress_has_split_is_joined() -> None:
    assert contents(parsed(item("a ]]]]><![CDATA[> b"))) == ["a ]]> b"]


def test_control_characters_and_a_line_above_the_file_do_no_harm() -> None:
    text = "\nWarning: something\n" + export(item("a\x08b"))
    found = parse(text.encode())

    assert found.fault is None
    assert contents(found) == ["ab"]
    assert text.split("\n")[found.items[0].first - 1].startswith("<content:encoded>")


def test_menus_and_revisions_are_passed_over() -> None:
    found = parsed(item(post_type="nav_menu_item"), item(post_type="revision"), item("Kept."))

    assert contents(found) == ["Kept."]


@pytest.mark.parametrize("codec", ["utf-16", "iso-8859-1", "windows-1252", "big5hkscs"])
def test_the_encoding_is_the_one_that_the_file_declares(codec: str) -> None:
    text = export(item("Café")).replace("UTF-8", codec)

    found = parse(text.encode(codec))

    assert contents(found) == ["Café"]
    assert found.fault is None


@pytest.mark.parametrize("name", ["no-such-encoding", "base64", "utf-7"])
def test_an_encoding_that_is_none_does_no_harm(name: str) -> None:
    assert contents(parse(export(item("Words.")).replace("UTF-8", name).encode())) == ["Words."]


# --- files that are not well-formed -----------------------------------------------------


def test_a_stray_ampersand_costs_nothing_and_is_told() -> None:
    text = export(item("One & two."), item("Three.", title="Rope")).replace(
        "A tide", "A & B &amp; C"
    )
    text = text.replace("A &amp; B &amp;amp; C", "A & B &amp; C")
    found = parse(text.encode())

    assert contents(found) == ["One & two.", "Three."]
    assert found.items[0].get("title") == "A & B & C"
    assert found.fault is not None
    assert "A & B" in text.split("\n")[found.fault.line - 1]


def test_a_broken_file_has_the_same_items_as_a_whole_one() -> None:
    term = '<category domain="category" nicename="n"><![CDATA[N]]></category>\n'
    comment = "<wp:comment><wp:status>draft</wp:status></wp:comment>\n"
    text = export(item("One.\n\nTwo.", term + comment, {"footnotes": "[]"}), item("Three."))
    whole, broken = parse(text.encode()), parse(text.replace("</rss>", "").encode())

    assert whole.fault is None
    assert broken.fault is not None
    assert broken.items == whole.items
    assert broken.authors == whole.authors
    assert broken.channel["title"] == whole.channel["title"]


def test_a_file_that_breaks_off_has_its_last_item_marked() -> None:
    text = export(item("One."), item("Two."))
    found = parse(text[: text.index("Two.") + 2].encode())

    assert [one.whole for one in found.items] == [True, False]


def test_bytes_that_are_not_utf_8_are_read_as_windows_1252() -> None:
    assert contents(parse(export(item("Café – ☂")).encode().replace("é".encode(), b"\xe9"))) == [
        "Café – ☂"
    ]


def test_entities_are_never_expanded() -> None:
    text = (
        export(item("Words.", title="X"))
        .replace("<title>X", "<title>&a;")
        .replace(
            "<rss",
            '<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/passwd">]>\n<rss',
        )
    )
    (one,) = parse(text.encode()).items

    assert one.get("title") == "&a;"


def test_every_export_of_the_corpus_is_parsed() -> None:
    files = sorted(corpus_path("wordpress").rglob("*.xml"))
    faults = {file.name for file in files if parse(file.read_bytes()).fault}

    assert files
    assert faults == {"sample.xml", "sample-no-slug.xml", "crazy-cdata.xml"}
