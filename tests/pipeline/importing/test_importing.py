"""An editor owns what was imported: it reads as its source does, and is never overwritten."""

from dataclasses import replace
from pathlib import Path

import pytest

from formats import walk
from formats.model import CodeBlock, Post, Sentence
from pipeline import readers
from pipeline.errors import ReadError, SettingsError
from pipeline.importing import Imported, ImportRequest, import_posts, record
from pipeline.importing.fetch import FetchRules, anywhere
from pipeline.importing.remote_pictures import PictureLimits
from pipeline.readers import Defaults
from pipeline.split.sentences import split
from tests.corpus import corpus_path
from tests.formats.builders import picture
from tests.pipeline.importing.site import Answer, served
from tests.pipeline.readers.samples import SAMPLES

OPEN = FetchRules(accepts=anywhere, seconds=20)
CASES = Path(__file__).parents[2] / "cases"

PAGE = """<!doctype html><html lang="en-GB"><head><title>A walk</title>
<meta name="date" content="2024-05-31"></head><body><article>
<h1>{title}</h1><p>It rained. <a href="https://a.org/">Ducks</a> came.</p>{more}</article></body>"""


def _page(title: str = "A walk", more: str = "") -> str:
    return PAGE.format(title=title, more=more)


def _import(origin: Path | str, folder: Path) -> Imported:
    return import_posts(ImportRequest(str(origin), folder, OPEN))


FACTS = ("title", "language", "authors", "published", "updated", "summary", "tags", "picture_size")


def _heard(post: Post) -> list[tuple[str, str]]:
    """The id of each unit of a post, with its words; tabs become spaces in Markdown."""
    return [(unit.id, _words(unit).expandtabs(4)) for unit in walk.units(split(post).blocks)]


def _words(unit: walk.Unit) -> str:
    match unit:
        case Sentence():
            return walk.plain(unit.inlines)
        case CodeBlock():
            return f"{unit.language}: {unit.text}"
        case _:
            return repr(unit)


def _shown(post: Post) -> str | None:
    """What the picture that stands for a post shows; its file has another name."""
    return post.picture.alt if post.picture else None


def _files(folder: Path) -> list[str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != record.FILE)
    return sorted(path.relative_to(folder).as_posix() for path in found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "posts"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Two pages that somebody has saved."""
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "first.html").write_text(_page("The first lock"))
    (saved / "second.html").write_text(_page("The second lock"))
    return saved


# --- the same words ---------------------------------------------------------------------


def _same(source: Path, folder: Path) -> None:
    result = import_posts(ImportRequest(str(source), folder, pictures=PictureLimits(count=0)))
    direct, written = readers.read(source, Defaults()), readers.read(folder, Defaults())
    assert [finding.message for finding in result.findings if "differs" in finding.code] == []
    found = {post.slug: post for post in written.posts}
    assert sorted(found) == sorted(post.slug for post in direct.posts)
    for post in direct.posts:
        assert _heard(found[post.slug]) == _heard(post)
        assert [getattr(found[post.slug], f) for f in FACTS] == [getattr(post, f) for f in FACTS]
        assert _shown(found[post.slug]) == _shown(post)


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_what_is_imported_is_published_as_its_source_would_be(case: str, folder: Path) -> None:
    _same(CASES / case / "in", folder)


_EXPORTS = "blogs/ghost-and-exports/packages"
CORPORA = (
    *("coproduction-archive", "archivetext", "blogs/de-ruby-lang", "govblog/cds-ca"),
    *(
        "wordpress/importer",
        "wordpress/ghost-migrate",
        "feeds/feedparser-wellformed/wellformed/rss",
    ),
    *(f"{_EXPORTS}/mg-medium-export", f"{_EXPORTS}/mg-substack", f"{_EXPORTS}/mg-assetscraper-db"),
    "blogs/zh-pelican-bekcpear/content",
)


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_file_of_each_kind_is_published_as_it_would_be_itself(
    kind: str, tmp_path: Path, folder: Path
) -> None:
    (tmp_path / kind).write_bytes(SAMPLES[kind])

    _same(tmp_path / kind, folder)


@pytest.mark.parametrize("name", CORPORA)
def test_posts_of_the_corpus_are_published_as_their_source_would_be(
    name: str, folder: Path
) -> None:
    _same(corpus_path(name), folder)


# --- again ------------------------------------------------------------------------------


def test_each_post_is_a_file_named_by_its_slug(pages: Path, folder: Path) -> None:
    assert _import(pages, folder) == Imported(new=("first", "second"))
    assert _files(folder) == ["first.md", "second.md"]


def test_a_second_time_only_what_is_new_is_added(pages: Path, folder: Path) -> None:
    _import(pages / "first.html", folder)

    assert _import(pages, folder).new == ("second",)
    assert _import(pages, folder) == Imported(known=("first", "second"))


def test_what_has_changed_in_its_source_alone_is_written_again(pages: Path, folder: Path) -> None:
    _import(pages, folder)
    (pages / "first.html").write_text(_page("The lowest lock"))

    assert _import(pages, folder) == Imported(updated=("first",), known=("second",))
    assert "The lowest lock" in (folder / "first.md").read_text()


def test_what_the_editor_has_changed_renamed_or_deleted_is_left_and_told_once(
    pages: Path, folder: Path
) -> None:
    (pages / "third.html").write_text(_page("The third lock"))
    _import(pages, folder)
    (folder / "first.md").write_text("# Mine\n\nMy own words.\n")
    (folder / "second.md").rename(folder / "a-better-name.md")
    (folder / "third.md").unlink()
    for name in ("first", "second", "third"):
        (pages / f"{name}.html").write_text(_page(f"All is new: {name}"))

    again, last = _import(pages, folder), _import(pages, folder)

    assert again == Imported(left=("first", "second", "third"))
    assert last == Imported(known=("first", "second", "third"))
    assert _files(folder) == ["a-better-name.md", "first.md"]
    assert (folder / "first.md").read_text() == "# Mine\n\nMy own words.\n"


def test_a_post_with_a_changed_picture_is_the_editors(tmp_path: Path, folder: Path) -> None:
    page = tmp_path / "walk.html"
    (tmp_path / "lock.png").write_bytes(picture("lock.png").data)
    page.write_text(_page(more='<img src="lock.png" alt="A lock">'))
    _import(page, folder)
    (folder / "pictures/walk/lock.png").write_bytes(picture("lock.png", width=9).data)
    page.write_text(_page("Another title", more='<img src="lock.png" alt="A lock">'))

    assert _import(page, folder).left == ("walk",)


@pytest.mark.parametrize("name", ["first.md", "pictures/first/lock.png"])
def test_a_file_that_was_there_before_is_not_overwritten(
    name: str, pages: Path, folder: Path
) -> None:
    (pages / "lock.png").write_bytes(picture("lock.png").data)
    (pages / "first.html").write_text(_page(more='<img src="lock.png" alt="A lock">'))
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text("mine")

    assert _import(pages, folder) == Imported(new=("second",), taken=("first",))
    assert _files(folder) == sorted([name, "second.md"])
    assert (folder / name).read_text() == "mine"


def test_another_post_of_the_same_name_does_not_replace_the_first(
    pages: Path, tmp_path: Path, folder: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "first.html").write_text(_page("Something else").replace("2024", "2023"))
    _import(pages, folder)

    assert _import(other, folder).taken == ("first",)
    assert "The first lock" in (folder / "first.md").read_text()


def test_what_lies_in_the_folder_of_posts_itself_is_told(folder: Path) -> None:
    folder.mkdir()
    (folder / "walk.html").write_text(_page())

    assert _import(folder / "walk.html", folder).inside


def test_the_folder_is_not_imported_into_itself(pages: Path) -> None:
    with pytest.raises(SettingsError, match="itself"):
        _import(pages, pages)


def test_the_settings_of_the_folder_say_which_language_needs_no_words(
    pages: Path, folder: Path
) -> None:
    folder.mkdir()
    (folder / "publication.toml").write_text('language = "cy"\n')

    _import(pages, folder)

    assert 'language: "en-GB"' in (folder / "first.md").read_text()


# --- from the web -----------------------------------------------------------------------


def test_a_page_is_imported_from_its_address_with_its_pictures(folder: Path) -> None:
    lock, more = picture("lock.png"), '<img src="{}/lock.png" alt="A lock">'
    with served({"/lock.png": Answer(lock.data, "image/png")}) as site:
        site.answers = site.answers | {
            "/2024/a-walk/": Answer(_page(more=more.format(site.address)).encode())
        }

        result = _import(f"{site.address}/2024/a-walk/", folder)

    assert result == Imported(new=("a-walk",))
    assert _files(folder) == ["a-walk.md", "pictures/a-walk/lock.png"]
    assert (folder / "pictures/a-walk/lock.png").read_bytes() == lock.data
    assert readers.read(folder, Defaults()).findings == ()


def test_a_picture_that_can_not_be_fetched_is_told_and_tried_again(folder: Path) -> None:
    more = '<img src="{}/lock.png" alt="A lock">'
    with served({}) as site:
        address = f"{site.address}/walk"
        site.answers = {"/walk": Answer(_page(more=more.format(site.address)).encode())}
        first = _import(address, folder)
        site.answers |= {"/lock.png": Answer(picture("lock.png").data, "image/png")}
        second = _import(address, folder)

    assert first.new == ("walk",)
    assert [finding.code for finding in first.findings] == ["picture-unfetched"]
    assert second.updated == ("walk",)
    assert _files(folder) == ["pictures/walk/lock.png", "walk.md"]


def test_the_pictures_of_posts_that_are_left_are_not_fetched_again(folder: Path) -> None:
    more = '<img src="{}/lock.png" alt="A lock">'
    with served({"/lock.png": Answer(picture("lock.png").data)}) as site:
        site.answers |= {"/walk": Answer(_page(more=more.format(site.address)).encode())}
        _import(f"{site.address}/walk", folder)
        _import(f"{site.address}/walk", folder)

        assert site.paths == ["/walk", "/lock.png", "/walk"]


def test_nothing_private_is_fetched_for_a_post(tmp_path: Path, folder: Path) -> None:
    page = tmp_path / "walk.html"
    with served({"/lock.png": Answer(picture("lock.png").data)}) as site:
        page.write_text(_page(more=f'<img src="{site.address}/lock.png" alt="A lock">'))

        result = import_posts(ImportRequest(str(page), folder))

        assert site.asked == []
    assert "public internet" in result.findings[-1].message


def test_an_address_without_a_page_stops_the_import(folder: Path) -> None:
    with served({}) as site, pytest.raises(ReadError, match="404"):
        _import(f"{site.address}/gone", folder)

    assert not folder.exists()


def test_limits_of_pictures_are_those_of_the_request(tmp_path: Path, folder: Path) -> None:
    page = tmp_path / "walk.html"
    page.write_text(_page(more='<img src="https://nobody.invalid/lock.png" alt="A lock">'))
    request = ImportRequest(str(page), folder, OPEN)

    result = import_posts(replace(request, pictures=PictureLimits(count=0)))

    assert "no more are in this import" in result.findings[-1].message


def test_a_later_export_has_another_name_and_the_same_posts(
    pages: Path, tmp_path: Path, folder: Path
) -> None:
    later = tmp_path / "later"
    later.mkdir()
    (later / "first.html").write_text(_page(more="<p>And on.</p>"))
    _import(pages, folder)

    assert _import(later, folder).updated == ("first",)
    assert "And on." in (folder / "first.md").read_text()
