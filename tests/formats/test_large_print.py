"""Large print keeps every word, at its size, in the order of the post."""

import re
import subprocess
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from shutil import which

import pytest

from formats import walk
from formats.errors import FormatError
from formats.large_print import render, unshown
from formats.large_print.letters import emoji_in_words
from formats.model import (
    CodeBlock,
    Edition,
    Figure,
    Foreign,
    Link,
    Media,
    Picture,
    Quote,
    Row,
    Sentence,
    Table,
    Text,
)
from pipeline.findings import Level
from tests.formats.builders import (
    AWKWARD,
    RICH_MEDIA,
    bullets,
    cell,
    edition,
    edition_of,
    heading,
    paragraph,
    picture,
    post_of,
    rich_post,
    sentence,
)
from tests.judging import BROWSER, JAVA, judged

PDFS = {"large-print.pdf": 18, "giant-print.pdf": 24}
REGIONS = {f"NotoSansCJK{region}-Thin" for region in ("jp", "kr", "sc", "tc", "hk")}


def made(of: Edition) -> dict[str, bytes]:
    """The files of an edition by name."""
    return {file.path: file.data for file in render(of)}


def written(of: Edition, folder: Path) -> list[Path]:
    """The files of an edition, with the pictures that the page shows, in a folder."""
    for media in of.media:
        (folder / media.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / media.path).write_bytes(media.data)
    paths = [folder / name for name in made(of)]
    for path, data in zip(paths, made(of).values(), strict=True):
        path.write_bytes(data)
    return paths


def poppler(*command: str, pdf: bytes, to: Path | str = "-") -> str:
    """What a program of poppler-utils says of a PDF; the test is skipped where it is absent."""
    if not which(command[0]):
        pytest.skip(f"no {command[0]} here: apt-get install poppler-utils")
    done = subprocess.run([*command, "-", str(to)], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def lines(pdf: bytes) -> list[str]:
    """The lines of a PDF without page numbers, no-break spaces as spaces."""
    text = poppler("pdftotext", pdf=pdf).replace("\u00a0", " ").replace("\u200b", "")
    found = (line.strip() for line in re.split(r"[\n\f]", text))
    return [line for line in found if line and not line.isdigit()]


def words(pdf: bytes) -> list[str]:
    """The words of a PDF."""
    return " ".join(lines(pdf)).split()


def squeezed(text: str) -> str:
    """Text without white space: where lines break does not matter."""
    return re.sub(r"[\s\u200b]", "", text)


def unmarked(text: str) -> str:
    """Text without our own numbers of notes and links, quotation marks and words for pictures."""
    return re.sub(r"\((?:note|link)\s\d+\)|[“”]|\(Picture: [^)]*\)", "", text)


def shown(unit: walk.Unit) -> str:
    """What a unit shows in print."""
    match unit:
        case CodeBlock():
            return unit.text
        case Figure():
            return f"Picture: {unit.picture.alt}"
        case Sentence():
            return walk.plain(i for i in unit.inlines if not isinstance(i, Picture))


def sizes(pdf: bytes) -> set[int]:
    """The sizes of all letters of a PDF, in points."""
    xml = poppler("pdftohtml", "-xml", "-stdout", "-zoom", "1", "-i", pdf=pdf)
    return {int(size) for size in re.findall(r'<fontspec [^>]*size="(\d+)"', xml)}


# --- words ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PDFS)
def test_words_of_plain_post_are_the_words_of_the_pdf_in_order(name: str) -> None:
    """After the header nothing stands in the PDF but the post's words."""
    said = [
        f"Sentence {n} says that well-known things at 3 p.m. on 5 March stay." for n in range(99)
    ]
    found = words(made(edition(*(paragraph(s) for s in said)))[name])
    assert found[-len(" ".join(said).split()) :] == " ".join(said).split()


@pytest.mark.parametrize("name", PDFS)
def test_every_unit_of_a_rich_post_is_printed_in_order(name: str) -> None:
    """Each sentence, picture and code block follows the one before it."""
    post = rich_post()
    rest = squeezed(unmarked("\n".join(lines(made(edition_of(post, RICH_MEDIA))[name]))))
    for unit in walk.units(post.blocks):
        _, found, rest = rest.partition(squeezed(shown(unit)))
        assert found or not squeezed(shown(unit)), unit


def test_characters_that_typst_reads_as_commands_are_printed() -> None:
    """No character of a post is a command."""
    hostile = (
        '#panic("x") $x^2$ @ref <label> *b* _i_ `c` = h // c /* d */ \\u{41} "q" ~ - + [a] {b}'
    )
    code = CodeBlock("", hostile, "typ")
    title = "#title() /* $"
    found = squeezed(
        " ".join(words(made(edition(paragraph(hostile), code, title=title))["large-print.pdf"]))
    )
    assert found.count(squeezed(hostile)) == 2
    assert found.startswith(squeezed(title))


def test_emoji_are_printed_in_words() -> None:
    """A coloured picture has no size of letters: its name stands for it."""
    assert emoji_in_words("Up 👍🏽, ❤️ and 🇬🇧!") == (
        "Up (thumbs up sign, emoji modifier fitzpatrick type-4), (heavy black heart) and (flag GB)!"
    )
    assert "(water wave)" in " ".join(lines(made(edition(paragraph("A 🌊.")))["large-print.pdf"]))


def test_emoji_have_their_names_whatever_unicode_the_python_has() -> None:
    """Python 3.11 knows none that is newer than 2021."""
    assert emoji_in_words("\U0001fae8 \U0001fae9") == "(shaking face) (face with bags under eyes)"


def test_arrows_and_letters_are_no_emoji() -> None:
    """What the typefaces can print stays as it is."""
    assert emoji_in_words("→ ✓ © ™ 1 # é") == "→ ✓ © ™ 1 # é"


@pytest.mark.parametrize("name", AWKWARD)
def test_no_awkward_post_stops_large_print(name: str) -> None:
    """Whatever typefaces the machine has or has not."""
    assert list(made(edition_of(AWKWARD[name]))) == [
        "large-print.pdf",
        "giant-print.pdf",
        "large-print.html",
    ]


def test_a_letter_that_no_typeface_has_is_given_by_name() -> None:
    """A box in place of a letter is a word lost."""
    of = edition(
        paragraph("A 𓀀 bird, 𓀀 and x\u05b8."), CodeBlock("", "𓅓 = \u0378", ""), title="The 𓅂"
    )
    found = " ".join(lines(made(of)["large-print.pdf"]))
    assert "A (egyptian hieroglyph a001) bird, (egyptian hieroglyph a001)" in found
    assert "x(hebrew point qamats)." in found
    assert "(egyptian hieroglyph g017) = (symbol 378)" in found
    assert found.startswith("The (egyptian hieroglyph g004)")
    assert unshown(of) == ("𓅂", "𓀀", "\u05b8", "𓅓", "\u0378")


def test_nothing_is_missing_from_the_letters_of_any_living_script() -> None:
    """Nor from emoji, which are named on purpose."""
    assert unshown(edition(paragraph("Tea 茶 شاي चाय ชา תה чай τσάι trà ☕ 🌊 → ♡"))) == ()


@pytest.mark.parametrize(
    ("language", "face"),
    [("ja", "JP"), ("ko", "KR"), ("zh", "SC"), ("zh-Hant", "TC"), ("zh-HK", "HK"), ("en", "SC")],
)
def test_chinese_characters_have_the_shapes_of_their_language(language: str, face: str) -> None:
    """In the whole post, and in a passage of another language within it."""
    whole = made(edition(paragraph("骨直次"), language=language, title="Bones"))
    assert _fonts(whole) & REGIONS == {f"NotoSansCJK{face.lower()}-Thin"}
    inside = paragraph(sentence("Bones ", Foreign(language, (Text("骨直次"),))))
    assert _fonts(made(edition(inside))) & REGIONS == {f"NotoSansCJK{face.lower()}-Thin"}


def test_traditional_characters_are_not_made_simplified(tmp_path: Path) -> None:
    """The language "zh" alone asks each typeface for the shapes of simplified ones."""
    drawn = {tag: _drawn(tag, tmp_path) for tag in ("zh-Hant", "zh-TW", "zh", "ja")}
    assert drawn["zh-Hant"] == drawn["zh-TW"]
    assert len(set(drawn.values())) == 3


def _drawn(language: str, folder: Path) -> bytes:
    """The page on which bone stands, as a picture."""
    pdf = made(edition(paragraph("骨直次"), language=language))["large-print.pdf"]
    poppler("pdftoppm", "-r", "50", "-png", pdf=pdf, to=folder / "page")
    return (folder / "page-1.png").read_bytes()


def test_letters_of_other_scripts_do_not_run_off_the_page() -> None:
    """They are wider than Latin ones."""
    for long in ("കാലാവസ്ഥ" * 12, "சௌகரியமானது" * 12, "ሰላምታዎች" * 12, "Жизнеописание" * 12):
        boxes = poppler("pdftotext", "-bbox", pdf=made(edition(paragraph(long)))["giant-print.pdf"])
        assert max(float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)) <= 595.3 - 70


def test_a_mark_for_the_order_of_bytes_stops_nothing() -> None:
    """PDF/A refuses it, and it means no more than that no line ends there."""
    assert lines(made(edition(paragraph("ﻢ\ufeffﺽ")))["large-print.pdf"])


def test_a_letter_of_private_use_stops_nothing() -> None:
    """An icon of somebody's own typeface is no word."""
    assert lines(made(edition(paragraph("A \ue123.")))["large-print.pdf"])[-1] == "A \ufffd."


# --- letters and lines ------------------------------------------------------------------


@pytest.mark.parametrize(("name", "points"), PDFS.items())
def test_nothing_is_smaller_than_the_text(name: str, points: int) -> None:
    """Page numbers, captions, notes, code and raised letters included."""
    found = sizes(made(edition_of(rich_post(), RICH_MEDIA))[name])
    assert min(found) == points
    assert max(found) == points * 1.5


def test_no_typeface_is_slanted() -> None:
    """Emphasis is bold; the one other typeface is for code and signs."""
    fonts = _fonts(made(edition_of(rich_post(), RICH_MEDIA)))
    assert fonts == {
        "SourceSansPro-Regular",
        "SourceSansPro-Bold",
        "DejaVuSansMono",
    }


def _fonts(files: dict[str, bytes]) -> set[str]:
    names = re.findall(rb"/BaseFont/[A-Z]+\+([A-Za-z-]+)", files["large-print.pdf"])
    return {name.decode().removesuffix("-Identity-H") for name in names}


def test_lines_are_one_and_a_half_letters_apart() -> None:
    """27 points at 18."""
    xml = poppler(
        "pdftohtml",
        "-xml",
        "-stdout",
        "-zoom",
        "1",
        pdf=made(edition(paragraph("word " * 60)))["large-print.pdf"],
    )
    tops = [int(top) for top in re.findall(r'<text top="(\d+)"[^>]*>(?:word ?)+</text>', xml)]
    assert {b - a for a, b in pairwise(tops)} <= {27}
    assert len(tops) > 3


def test_dates_times_and_compounds_stay_on_one_line() -> None:
    """A single piece of information is not split, wherever on the line it falls."""
    for kept in ("25 December 2024", "3 p.m.", "£4 million", "020 7946 0018", "co-production"):
        for before in range(30, 60, 3):
            text = f"{'x' * 9} " * (before // 10) + "y" * (before % 10) + f" {kept} and more"
            found = lines(made(edition(paragraph(text)))["large-print.pdf"])
            assert any(kept in line for line in found), found


def test_a_word_wider_than_the_page_is_broken_and_none_of_it_lost() -> None:
    """Every letter stays inside the margins."""
    long = "Donaudampfschifffahrtsgesellschaft" * 5
    pdf = made(edition(paragraph(f"A {long}."), CodeBlock("", "W" * 300, "")))["giant-print.pdf"]
    assert long in squeezed("".join(lines(pdf)))
    boxes = poppler("pdftotext", "-bbox", pdf=pdf)
    assert max(float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)) <= 595.3 - 70


@pytest.mark.parametrize("name", PDFS)
def test_no_cell_entry_or_picture_runs_off_its_page(name: str) -> None:
    """What is kept on one page is only ever what surely fits."""
    long = "Words and more words. " * 60
    cells = (cell("Who", header=True), cell("What", header=True))
    of = post_of(
        Table((), (Row(cells), Row((cell("All"), cell(long))))),
        bullets(long, bullets(bullets(bullets(bullets(*("one two three four " * 3,) * 9))))),
        Figure("", Picture("a.png", long), ()),
        Quote((CodeBlock("", "x = 1\n" * 60, ""),)),
    )
    pdf = made(edition_of(of, (picture("a.png", width=900, height=900),)))[name]
    boxes = poppler("pdftotext", "-bbox", pdf=pdf)
    assert squeezed("".join(lines(pdf))).count(squeezed(long)) == 3
    assert max(float(y) for y in re.findall(r'yMax="([\d.]+)"', boxes)) < 842 - 28
    assert max(float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)) <= 595.3 - 70


# --- parts ------------------------------------------------------------------------------


def test_a_table_of_six_columns_is_set_line_by_line() -> None:
    """Each value follows the heading of its column."""
    names = ("Day", "High", "Low", "Wind", "Sun", "Sea")
    table = Table(
        (),
        (
            Row(tuple(cell(name, header=True) for name in names)),
            Row(tuple(cell(f"{name} one") for name in names)),
        ),
    )
    found = lines(made(edition(table))["large-print.pdf"])
    assert found[-6:] == [f"{name}: {name} one" for name in names]


def test_a_table_of_two_columns_stays_a_table() -> None:
    """The other way round: what fits is not taken apart."""
    rows = (
        Row((cell("Day", header=True), cell("High", header=True))),
        Row((cell("Mon"), cell("2"))),
    )
    assert "Day: Mon" not in lines(made(edition(Table((), rows)))["large-print.pdf"])


def test_addresses_of_links_are_numbered_and_listed() -> None:
    """On paper an address can only be followed when it is written out, once."""
    first = Link("https://example.org/a", (Text("One"),))
    other = Link("../other/", (Text("other"),))
    text = paragraph(sentence(first, " and ", other, " and ", first, "."))
    found = lines(made(edition(text))["large-print.pdf"])
    assert "One (link 1) and other (link 2) and One (link 1)." in found
    assert found[-2:] == ["1. https://example.org/a", "2. https://example.org/posts/other/"]


def test_a_script_for_an_address_is_no_link() -> None:
    """Its words stay, and it stands in no list."""
    bad = Link("javascript:alert(1)", (Text("press"),))
    pdf = made(edition(paragraph(sentence("Do ", bad))))["large-print.pdf"]
    assert lines(pdf)[-1] == "Do press"
    assert b"javascript" not in pdf


def test_long_posts_have_a_list_of_contents_and_short_ones_not() -> None:
    """From the fifth page on, as ACB asks."""
    parts = [b for n in range(6) for b in (heading(2, f"Part {n}"), paragraph("Words. " * 120))]
    assert "Contents" in lines(made(edition(*parts))["large-print.pdf"])
    assert "Contents" not in lines(made(edition(*parts[:4]))["large-print.pdf"])


def test_the_first_page_says_its_size_and_where_others_are() -> None:
    """Each file for itself."""
    files = made(edition(paragraph("Sea.")))
    for name, points in PDFS.items():
        found = " ".join(lines(files[name]))
        assert f"{points} point Source Sans Pro. Other sizes and formats:" in found
        assert "https://example.org/posts/a-post/" in squeezed(found)


def test_a_picture_that_is_missing_is_told_in_words() -> None:
    """Never a gap."""
    found = lines(made(edition(Figure("", Picture("gone.png", "A boat"), ())))["large-print.pdf"])
    assert found[-1] == "Picture: A boat"


def test_decoration_is_left_out() -> None:
    """A picture that says nothing takes no page."""
    figure = Figure("", Picture("a.png", ""), ())
    pdf = made(edition_of(post_of(figure), (picture("a.png"),)))["large-print.pdf"]
    assert b"/Subtype/Image" not in pdf


def test_a_picture_that_is_broken_is_refused() -> None:
    """Not dropped without a word."""
    broken = Media("a.png", "image/png", picture("a.png").data[:60], 64, 48)
    with pytest.raises(FormatError, match="decode"):
        made(edition_of(post_of(Figure("", Picture("a.png", "A"), ())), (broken,)))


# --- the file ---------------------------------------------------------------------------


def test_two_renders_are_the_same_bytes() -> None:
    """No clock and no chance."""
    assert made(edition_of(rich_post(), RICH_MEDIA)) == made(edition_of(rich_post(), RICH_MEDIA))


def test_a_changed_word_changes_the_bytes() -> None:
    """The check above would see it."""
    one, other = (made(edition(paragraph(words)))["large-print.pdf"] for words in ("Sea.", "See."))
    assert one != other


@pytest.mark.parametrize("language", ["", "english", "x"])
def test_a_post_without_a_language_is_refused(language: str) -> None:
    """Typst would write that it is English."""
    with pytest.raises(FormatError, match="language"):
        made(edition(paragraph("Sea."), language=language))


@pytest.mark.parametrize(("language", "said"), [("en-GB", b"en-GB"), ("cy", b"cy"), ("ar", b"ar")])
def test_the_pdf_says_its_language(language: str, said: bytes) -> None:
    """With its region, where the post says one."""
    pdf = made(edition(paragraph("Sea."), language=language))["large-print.pdf"]
    assert b"/Lang(" + said + b")" in pdf


JUDGED: Sequence[str] = [name for name in AWKWARD if name != "a thousand paragraphs"]


@JAVA
def test_verapdf_passes_the_rich_post_and_the_awkward_ones(tmp_path: Path) -> None:
    """PDF/UA-1 and PDF/A-2a, every machine rule of both."""
    paths = []
    for n, post in enumerate([rich_post(), *(AWKWARD[name] for name in JUDGED)]):
        folder = tmp_path / str(n)
        folder.mkdir()
        paths += [p for p in written(edition_of(post, RICH_MEDIA), folder) if p.suffix == ".pdf"]
    assert judged("verapdf", *paths) == ()


@pytest.mark.parametrize("judge", ["nu", pytest.param("axe", marks=BROWSER)])
def test_the_page_passes(judge: str, tmp_path: Path) -> None:
    """Nu and axe, with its AAA rules on."""
    paths = written(edition_of(rich_post(), RICH_MEDIA), tmp_path)
    found = judged(judge, *(p for p in paths if p.suffix == ".html"))
    assert [finding for finding in found if finding.level is Level.ERROR] == []


def test_the_page_has_no_small_letters() -> None:
    """Every size of its own style is in rem or points, and at least 18 point."""
    page = made(edition(bullets("one")))["large-print.html"].decode()
    own = page.partition("Large print on a screen")[2].partition("</style>")[0]
    found = re.findall(r"font-size:\s*(?:clamp\()?([\d.]+)(rem|pt|em)", own)
    least = {"rem": 1.5, "pt": 18, "em": 1}
    assert found
    assert all(float(size) >= least[unit] for size, unit in found)
