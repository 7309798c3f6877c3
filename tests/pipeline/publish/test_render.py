"""Files are written whole; a format that can't be made fails alone, and nobody is misled."""

import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

from formats.offers import own_cover
from formats.registry import chosen
from pipeline.braille import louis
from pipeline.publish import render
from pipeline.publish.request import Request
from pipeline.store.files import drafts_folder
from tests.formats.builders import PUBLICATION, post_of
from tests.pipeline.publish.two_posts import FIRST, tree
from tests.pipeline.publish.two_posts import run as publish
from tests.program import changed, copied, run

BEFORE = "    if not edition.post.language:"
BROKEN = f"""    if edition.post.slug == "first":
        raise FormatError("no paper is left.", "Buy some.")
{BEFORE}"""
PUBLISH = ("publish", "posts", "--output", "output", "--engine", "silence", "--jobs", "1")
MODULE = "formats/large_print/__init__.py"
PDF = "output/posts/first/large-print.pdf"


@dataclass(frozen=True)
class Outdated:
    """A program that was broken after it had published: large print as it was, and how it ended."""

    folder: Path
    before: bytes
    done: "subprocess.CompletedProcess[str]"


def two_posts_in(folder: Path) -> Path:
    """The folder, with two posts in it."""
    (folder / "posts").mkdir()
    for name in ("first", "second"):
        (folder / "posts" / f"{name}.md").write_text(f"# {name.title()}\n\nOf {name} things.\n")
    return folder


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program beside two posts."""
    return two_posts_in(copied(tmp_path_factory.mktemp("program")))


@pytest.fixture
def broken(program: Path) -> Path:
    """The same where large print can't be made of the first post, with nothing published."""
    for name in ("output", "cache"):
        shutil.rmtree(program / name, ignore_errors=True)
    if BROKEN not in (program / MODULE).read_text("utf-8"):
        changed(program, MODULE, BEFORE, BROKEN)
    return program


def mend(program: Path) -> None:
    changed(program, MODULE, BROKEN, BEFORE)


def page(program: Path, name: str) -> str:
    return (program / "output" / name).read_text("utf-8")


def test_the_other_formats_and_posts_are_made_and_the_run_says_what_is_missing(
    broken: Path,
) -> None:
    done = run(broken, *PUBLISH)

    assert done.returncode == 1
    message = "first.md: its large-print could not be made: no paper is left. Buy some."
    assert message in done.stderr
    assert "2 posts made" in done.stdout
    made = {path.name for path in (broken / "output/posts/first").iterdir()}
    assert made >= {"first.mp3", "first.epub", "index.html", "first.txt", "transcript.vtt"}
    assert (broken / "output/posts/second/large-print.pdf").is_file()
    assert "first.mp3" in page(broken, "feed.xml")


def test_no_page_leads_to_what_is_not_there(broken: Path) -> None:
    run(broken, *PUBLISH)

    assert not (broken / PDF).exists()
    assert "large-print.pdf" not in page(broken, "posts/first/index.html")
    assert "posts/first/large-print.pdf" not in page(broken, "index.html")
    assert "posts/first/large-print.pdf" not in page(broken, "feed.xml")
    assert "large-print.pdf" in page(broken, "posts/second/index.html")


def test_the_next_run_tries_again(broken: Path) -> None:
    run(broken, *PUBLISH)

    assert "could not be made" in run(broken, *PUBLISH).stderr
    mend(broken)
    done = run(broken, *PUBLISH)
    assert (done.returncode, done.stderr.count("error")) == (0, 0)
    assert (broken / PDF).is_file()
    assert "large-print.pdf" in page(broken, "posts/first/index.html")


def test_a_book_of_the_whole_blog_that_can_not_be_made_fails_alone(broken: Path) -> None:
    """Without an earlier one nothing leads to it; with one, it is said to be earlier."""
    mend(broken)
    module, before = (
        "formats/epub/__init__.py",
        '        yield book(blog, "", book_post, heard=True)',
    )
    after = f'        raise ValueError("no glue")\n{before}'
    changed(broken, module, before, after)
    book = broken / "output/posts.epub"

    done = run(broken, *PUBLISH)

    assert done.returncode == 1
    assert "book: this is a fault of Allways (ValueError: no glue)" in done.stderr
    assert "Traceback" not in done.stderr
    assert "posts.epub" not in page(broken, "index.html")
    assert "first.mp3" in page(broken, "feed.xml")

    changed(broken, module, after, before)
    run(broken, *PUBLISH)
    assert "posts.epub" in page(broken, "index.html")
    made = book.read_bytes()
    changed(broken, module, before, after)
    run(broken, *PUBLISH)
    assert book.read_bytes() == made
    assert "(earlier version)" in page(broken, "index.html")
    changed(broken, module, after, before)


@pytest.fixture(scope="module")
def outdated(tmp_path_factory: pytest.TempPathFactory) -> Outdated:
    """The same two posts, of which large print could be made of the first, and can't any more."""
    folder = two_posts_in(copied(tmp_path_factory.mktemp("outdated")))
    run(folder, *PUBLISH)
    before = (folder / PDF).read_bytes()
    changed(folder, MODULE, BEFORE, BROKEN)
    return Outdated(folder, before, run(folder, *PUBLISH))


def test_what_was_published_before_stays_and_the_run_says_that_it_is_old(
    outdated: Outdated,
) -> None:
    assert (outdated.folder / PDF).read_bytes() == outdated.before
    assert outdated.done.returncode == 1
    assert "The earlier version stays in place, and is marked as such." in outdated.done.stderr


def test_pages_say_which_of_what_they_offer_is_old(outdated: Outdated) -> None:
    first, second, index = (
        page(outdated.folder, name)
        for name in ("posts/first/index.html", "posts/second/index.html", "index.html")
    )

    assert "Large print (PDF, 18 point, earlier version)" in first
    assert index.count("earlier version") == 3
    assert "earlier version" not in second


def test_the_report_says_what_is_old_and_the_check_refuses_it_alone(outdated: Outdated) -> None:
    checked = run(outdated.folder, "check", "output")

    assert '"outdated": true' in page(outdated.folder, "report.json")
    assert checked.returncode == 1
    assert checked.stdout.count("[outdated]") == 3
    assert "[proof-missing]" not in checked.stdout
    assert "[proof-count]" not in checked.stdout


def test_a_post_has_a_folder_of_its_own_name() -> None:
    assert render.folder(post_of(slug="tide")) == "posts/tide/"


def test_a_publication_without_a_format_makes_all_the_others() -> None:
    publication = replace(PUBLICATION, formats=chosen(("mp3", "epub", "text")))

    left = render.without(publication, {"epub"}, set())

    assert left == replace(publication, formats=chosen(("mp3", "text")))


def test_a_format_that_still_stands_is_kept_and_marked() -> None:
    publication = replace(PUBLICATION, formats=chosen(("mp3", "epub")))

    left = render.without(publication, {"epub"}, {"epub"})

    assert [row.name for row in left.formats if row.outdated] == ["epub"]
    assert left.makes("epub")


# --- letters and drafts ---------------------------------------------------------------------


def test_a_letter_of_another_script_takes_no_edition_away(two_posts: Request) -> None:
    """Whatever typefaces the machine has or has not."""
    (two_posts.source / "first.md").write_text(FIRST + "\nTea is 茶 there, and شاي here.\n")

    report = publish(two_posts)

    assert report.errors == ()
    assert not [finding for finding in report.findings if finding.code == "letter-unshown"]
    assert (two_posts.output / "posts/first/large-print.pdf").is_file()


def test_a_letter_that_no_typeface_has_is_told_of_and_stops_nothing(two_posts: Request) -> None:
    (two_posts.source / "first.md").write_text(FIRST + "\nA bird, 𓅓.\n")

    report = publish(two_posts)

    assert report.errors == ()
    (finding,) = (f for f in report.findings if f.code == "letter-unshown")
    assert finding.where == "first.md"
    assert "𓅓 (egyptian hieroglyph g017)" in finding.message
    assert (two_posts.output / "posts/first/large-print.pdf").is_file()


def test_a_draft_is_made_for_the_editor_alone(two_posts: Request) -> None:
    report = publish(two_posts)

    made = tree(two_posts.output)
    drafts = tree(drafts_folder(two_posts.cache, two_posts.output))
    names = ("simpler.html", "simpler-whole.html")
    assert set(drafts) == {f"posts/{slug}/{name}" for slug in report.made for name in names}
    assert not any(path.endswith(names) for path in made)
    assert not any(b"simpler.html" in data for data in made.values())


def test_the_editors_glossary_is_in_the_draft_and_a_new_word_makes_the_draft_anew(
    two_posts: Request,
) -> None:
    def drafts() -> str:
        publish(two_posts)
        made = tree(drafts_folder(two_posts.cache, two_posts.output))
        return made["posts/first/simpler-whole.html"].decode()

    glossary = two_posts.source / "glossary.csv"
    glossary.write_text("word,meaning\nsentences,Rows of words.\n")
    assert "Rows of words." in drafts()
    glossary.write_text("word,meaning\nsentences,Words <in> a row.\n")
    assert "Words &lt;in&gt; a row." in drafts()


def test_a_draft_is_public_when_the_settings_say_so(two_posts: Request) -> None:
    (two_posts.source / "publication.toml").write_text("[easy_read]\npublish_drafts = true\n")

    publish(two_posts)

    made = tree(two_posts.output)
    assert "posts/first/simpler.html" in made
    assert b"simpler.html" in made["posts/first/index.html"]
    assert not tree(drafts_folder(two_posts.cache, two_posts.output))


# --- covers ---------------------------------------------------------------------------------


def test_each_post_has_a_cover_of_its_own_and_its_book_and_sound_have_the_same(
    two_posts: Request,
) -> None:
    report = publish(two_posts)

    made = tree(two_posts.output)
    covers = [made[f"posts/{slug}/cover.jpg"] for slug in ("first", "second")]
    assert covers[0] != covers[1] != made["cover.jpg"]
    for slug, cover in zip(("first", "second"), covers, strict=True):
        assert cover in made[f"posts/{slug}/{slug}.epub"]
        assert cover in made[f"posts/{slug}/{slug}.mp3"]
    cards = [own_cover(episode) for episode in report.episodes]
    assert {card and card.path for card in cards} == {
        "posts/first/cover.jpg",
        "posts/second/cover.jpg",
    }


def test_a_post_s_picture_is_on_its_cover(two_posts: Request) -> None:
    Image.new("RGB", (1200, 800), "red").save(two_posts.source / "lock.png")
    (two_posts.source / "first.md").write_text(
        FIRST.replace("---\nThe", "image: lock.png\nimage_alt: A lock\n---\nThe")
    )

    publish(two_posts)

    with Image.open(two_posts.output / "posts/first/cover.jpg") as cover:
        pixel = cover.getpixel((700, 200))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 240
    assert pixel[1] < 20


def test_the_pages_of_a_book_are_those_of_the_large_print_if_it_is_made(
    two_posts: Request,
) -> None:
    publish(two_posts)
    with_print = tree(two_posts.output)["posts/first/first.epub"]
    (two_posts.source / "publication.toml").write_text('formats = ["epub"]\n')
    publish(two_posts)

    assert b"page-list" in with_print
    assert b"posts/first/large-print.pdf" in with_print
    assert b"page-list" not in tree(two_posts.output)["posts/first/first.epub"]


def test_a_post_without_a_braille_table_is_made_without_braille_and_nothing_links_to_it(
    two_posts: Request,
) -> None:
    (two_posts.source / "first.md").write_text("---\nlanguage: ja\n---\n# 点字\n\nこれは本です。\n")

    report = publish(two_posts)

    made = tree(two_posts.output)
    assert report.errors == ()
    assert {"braille-left-out"} <= {finding.code for finding in report.findings}
    assert "posts/second/braille.brf" in made
    assert b"braille.brf" in made["posts/second/index.html"]
    assert not any(path.startswith("posts/first/braille") for path in made)
    assert b"braille." not in made["posts/first/index.html"]


def test_braille_has_the_page_and_the_proofreader_that_the_settings_name(
    two_posts: Request,
) -> None:
    publish(two_posts)
    settings = '[braille]\nwidth = 40\nheight = 25\nproofread_by = "Ada"\n'
    (two_posts.source / "publication.toml").write_text(settings)
    publish(two_posts)

    made = tree(two_posts.output)
    assert b'cols="40" rows="25"' in made["posts/first/braille.pef"]
    assert b"proofread by Ada." in made["posts/first/braille.pef"]
    assert made["posts/first/braille.brf"].split(b"\n")[0] == b"#A" + b"#A".rjust(38)


def test_braille_is_made_anew_when_its_translator_is_another(
    two_posts: Request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    publish(two_posts)
    monkeypatch.setenv("LOUIS_TABLEPATH", str(tables))
    if not louis.identity():
        pytest.skip("no liblouis here")

    assert set(publish(two_posts).made) == {"first", "second"}
    assert publish(two_posts).made == ()
