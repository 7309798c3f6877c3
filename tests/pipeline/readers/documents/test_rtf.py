"""Rich Text Format is read whichever program wrote it, and only what is meant to be read."""

from pathlib import Path

import pytest

from formats import walk
from formats.model import (
    CodeBlock,
    Foreign,
    Heading,
    Link,
    Notes,
    Post,
    Quote,
    Style,
    Styled,
    Table,
)
from pipeline.readers.documents.rtf import claims
from tests.pipeline.readers.documents.pages import outline, text
from tests.pipeline.readers.reading import codes, only_post, reading, words
from tests.pipeline.readers.shared.drawings import png

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\deflang2057{\fonttbl{\f0\fcharset0 Arial;}"
    r"{\f1\fcharset2 Symbol;}{\f2\fcharset204 Arial Cyr;}{\f3\fcharset128 MS Gothic;}}"
    r"{\colortbl;\red0\green0\blue255;}{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}"
    r"{\s2\sbasedon1 Chapter;}{\s3 Quote;}{\s4 HTML Preformatted;}{\s5 Title;}{\s6 toc 1;}"
    r"{\*\cs7 HTML Code;}}{\info{\title Other}{\author Ann Example}}"
    r"\pard\s5 A walk\par\pard\plain\lang2057 "
)


def made(folder: Path, body: str) -> Post:
    return only_post(reading(folder, {"walk.rtf": (HEAD + body + "}").encode("latin-1")}))


def test_title_author_and_language_are_those_of_the_document(tmp_path: Path) -> None:
    post = made(tmp_path, r"Text.\par ")

    assert (post.title, post.authors, post.language) == ("A walk", ("Ann Example",), "en-GB")
    assert words(post) == ["Text."]


def test_blocks_are_known_by_their_styles_or_outline(tmp_path: Path) -> None:
    body = (
        r"\pard\s2\b One\b0\par\pard\outlinelevel1 Two\par\pard\s3 Said.\par"
        r"\pard\s4 a = 1\par\pard\s4 b = 2\par"
    )
    one, two, quote, code = made(tmp_path, body).blocks

    assert isinstance(one, Heading)
    assert isinstance(two, Heading)
    assert (one.level, two.level, text(one)) == (2, 3, "One")
    assert isinstance(quote, Quote)
    assert isinstance(code, CodeBlock)
    assert code.text == "a = 1\nb = 2"


def item(sign: str, words: str, level: int = 0) -> str:
    return rf"\pard{{\listtext\pard\plain {sign}\tab}}\ls1\ilvl{level} {words}\par "


def test_lists_nest_and_keep_their_numbers(tmp_path: Path) -> None:
    body = item("3.", "Three") + item(r"\'b7", "Inner", 1) + item("4.", "Four")
    body += r"\pard{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt}Bullet\par "
    first, second = made(tmp_path, body).blocks

    assert (outline(first), outline(second)) == ("ol3(Three ul(Inner) Four)", "ul(Bullet)")


def test_a_table_has_its_rows_and_joined_cells(tmp_path: Path) -> None:
    body = (
        r"\trowd\trhdr\cellx100\clmrg\cellx200\pard\intbl Ages\cell\cell\row"
        r"\trowd\cellx100\cellx200\pard\intbl Ann\cell 5\cell\row\pard After.\par"
    )
    table, after = made(tmp_path, body).blocks

    assert isinstance(table, Table)
    assert [[(c.header, c.columns) for c in row.cells] for row in table.rows] == [
        [(True, 2)], [(False, 1), (False, 1)],
    ]  # fmt: skip
    assert text(after) == "After."


@pytest.mark.parametrize("star", ["", r"\*"])
def test_a_footnote_is_a_note(tmp_path: Path, star: str) -> None:
    body = rf"It fell.{{\super\chftn{{{star}\footnote\pard\plain\chftn In 2020.}}}} Then.\par "
    first, notes = made(tmp_path, body).blocks

    assert (text(first), isinstance(notes, Notes), text(notes)) == (
        "It fell. Then.", True, "In 2020.",
    )  # fmt: skip


def test_a_picture_comes_with_what_it_shows(tmp_path: Path) -> None:
    alt = r"{\*\picprop{\sp{\sn wzDescription}{\sv Two ducks.}}}"
    data = png(4, 3).hex("\n", 32)
    body = rf"Text.\par{{\*\shppict{{\pict{alt}\pngblip {data}}}}}{{\nonshppict{{\pict 00}}}}\par "
    found = reading(tmp_path, {"walk.rtf": HEAD + body + "}"})

    assert [one.alt for one in walk.pictures(only_post(found).blocks)] == ["Two ducks."]
    assert [media.width for media in found.media["walk"]] == [4]


def test_a_picture_of_another_kind_is_told(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.rtf": HEAD + r"Text.{\pict\wmetafile8 0100}\par}"})

    assert (words(only_post(found)), codes(found)) == (["Text."], ["document-part"])


@pytest.mark.parametrize(
    ("inner", "heard"),
    [
        (r"{\v secret}", ""),
        (r"{\deleted old}{\revised new}", "new"),
        (r"{\*\annotation Really?}", ""),
        (r"{\*\unheard of}", ""),
        (r"{\header My head}", ""),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 7}}", ""),
        (r"{\field{\*\fldinst DATE}{\fldrslt May}}", "May"),
        (r"{\ldblquote so\rdblquote}", "“so”"),
        (r"caf\'e9", "café"),
        (r"\u8364 ?5", "€5"),
        (r"{\uc0\u8364 5}", "€5"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"{\f2\'cf\'f0}", "Пр"),
        (r"{\f3\'83A\'83B}", "ア" + "ィ"),
        (r"a\line b\tab c", "a b c"),
        (r"\{x\}\\", "{x}\\"),
        (r"soft\-er", "softer"),
        (r"{\bin5 }}}}}", ""),
        (r"{\shp{\*\shpinst{\sp{\sn wzName}{\sv Box}}}}", ""),
    ],
)
def test_what_is_meant_to_be_read_is_and_what_is_not_is_left_out(
    tmp_path: Path, inner: str, heard: str
) -> None:
    post = made(tmp_path, rf"In {inner} then.\par ")

    assert words(post) == f"In {heard} then.".split()


def test_words_keep_their_style_and_a_link_its_address(tmp_path: Path) -> None:
    field = r'{\field{\*\fldinst{HYPERLINK "https://a.org/"}}{\fldrslt{\ul there}}}'
    post = made(tmp_path, rf"{{\b bold}} x{{\super 2}} {{\cs7 code}} {field}\par ")
    inlines = list(walk.block_inlines(post.blocks))

    assert [part.style for part in inlines if isinstance(part, Styled)] == [
        Style.STRONG, Style.SUPERSCRIPT,
    ]  # fmt: skip
    assert [part.href for part in inlines if isinstance(part, Link)] == ["https://a.org/"]


def test_words_in_another_language_say_so(tmp_path: Path) -> None:
    post = made(tmp_path, r"Hello to you all {\lang1106 Bore da} {\lang1033 color}\par ")
    foreign = [part for part in walk.block_inlines(post.blocks) if isinstance(part, Foreign)]

    assert [part.language for part in foreign] == ["cy-GB"]


def test_a_text_box_stands_behind_its_paragraph_and_contents_are_told(tmp_path: Path) -> None:
    box = r"{\shp{\*\shpinst{\shptxt\pard Boxed.\par}}}"
    contents = r"\pard\s6 One 5\par{\field{\*\fldinst TOC \\o}{\fldrslt Two 6}}\par"
    found = reading(
        tmp_path, {"a.rtf": HEAD + rf"\pard First.{box}\par{contents}\pard Last.\par}}"}
    )

    assert words(only_post(found)) == ["First.", "Boxed.", "Last."]
    assert codes(found) == ["document-part"]


@pytest.mark.parametrize(
    "body", ["{" * 100_000, r"{\*\footnote " * 5000, r"\par" * 50_000, "}" * 1000, r"\bin99999 x"]
)
def test_bait_is_read_in_a_moment_and_without_a_fault(tmp_path: Path, body: str) -> None:
    found = reading(tmp_path, {"a.rtf": rf"{HEAD}Text.\par {body}"})

    assert not any("fault" in error.message for error in found.errors)
    assert [post.title for post in found.posts] == ["A walk"]


def test_it_is_claimed_by_its_first_bytes_whatever_its_name() -> None:
    assert claims("letter.doc", HEAD.encode())
    assert claims("a.rtf", b"")
    assert not claims("a.rtf", b"Text.")
