"""Whatever lies in the folder: each file fails alone, with a word that a person can use."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import FaultError, ReadError
from pipeline.readers import Defaults, Reading, read
from tests.coming import coming_and_going
from tests.pipeline.readers.reading import codes, only_post, reading, words
from tests.unprivileged import public_folder, unprivileged

GOOD = "# Good\n\nText."


def _told(found: Reading, where: str) -> str:
    """The one error, at a place, of a folder whose other post was read."""
    assert "good" in [post.slug for post in found.posts]
    (error,) = found.errors
    assert isinstance(error, ReadError)
    assert (error.where, bool(error.remedy)) == (where, True)
    return error.message


# --- what is no file --------------------------------------------------------------------

PUT: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (os.mkfifo, "not a file"),
    "a link out": (lambda p: p.symlink_to("../secret.md"), "leads out"),
    "a link to a device": (lambda p: p.symlink_to("/dev/zero"), "leads out"),
    "a link to memory": (lambda p: p.symlink_to("/proc/self/mem"), "leads out"),
    "a link to nothing": (lambda p: p.symlink_to("none.md"), "link to a file that is not there"),
    "a link to itself": (lambda p: p.symlink_to("bad.md"), "symbolic links"),
}


@pytest.mark.parametrize(("put", "reason"), PUT.values(), ids=PUT)
def test_a_post_that_is_no_file_of_the_folder_fails_alone(
    tmp_path: Path, put: Callable[[Path], object], reason: str
) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n\nNot yours.")
    folder = tmp_path / "posts"
    folder.mkdir()
    put(folder / "bad.md")

    assert reason in _told(reading(folder, {"good.md": GOOD}), "bad.md")


def test_a_link_inside_the_folder_is_a_post(tmp_path: Path) -> None:
    (tmp_path / "post.md").symlink_to("drafts/one.md")
    found = reading(tmp_path, {"drafts/one.md": "# T\n\nText."})

    assert {post.source for post in found.posts} == {"drafts/one.md", "post.md"}


def test_a_folder_that_is_a_link_itself_is_read(tmp_path: Path) -> None:
    reading(tmp_path / "posts", {"a.md": GOOD})
    (tmp_path / "blog").symlink_to("posts")

    assert [post.slug for post in read(tmp_path / "blog", Defaults()).posts] == ["a"]


def test_a_linked_folder_outside_is_told_and_one_inside_is_read_where_it_lies(
    tmp_path: Path,
) -> None:
    reading(tmp_path / "others", {"other.md": GOOD})
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "inside").symlink_to("sub")
    (tmp_path / "posts" / "outside").symlink_to("../others")
    found = reading(tmp_path / "posts", {"sub/a.md": GOOD})

    assert [post.source for post in found.posts] == ["sub/a.md"]
    assert [f.where for f in found.findings if f.code == "unread-file"] == ["outside"]


def test_a_folder_may_be_called_as_a_file_is(tmp_path: Path) -> None:
    found = reading(tmp_path, {"x.md/post.md": GOOD, "good.md": GOOD})

    assert [post.source for post in found.posts] == ["good.md", "x.md/post.md"]


@pytest.mark.parametrize("name", ["bad.md", "bad.txt", "bad.html"])
def test_a_post_that_may_not_be_read_fails_alone(name: str) -> None:
    with public_folder() as folder:
        reading(folder, {"good.md": GOOD, name: GOOD})
        (folder / name).chmod(0)
        with unprivileged():
            found = read(folder, Defaults())

    assert "Permission denied" in _told(found, name)


def test_a_folder_that_may_not_be_entered_fails_alone() -> None:
    with public_folder() as folder:
        reading(folder, {"good.md": GOOD, "sub/bad.md": GOOD})
        (folder / "sub").chmod(0)
        with unprivileged():
            found = read(folder, Defaults())
        (folder / "sub").chmod(0o755)

    assert "Permission denied" in _told(found, "sub")


def test_a_picture_that_may_not_be_read_is_told_and_its_words_kept() -> None:
    with public_folder() as folder:
        reading(folder, {"good.md": f"{GOOD}\n\n![An A](a.png)", "a.png": b"x"})
        (folder / "a.png").chmod(0)
        with unprivileged():
            found = read(folder, Defaults())

    assert codes(found) == ["picture-unreadable"]
    assert "alt='An A'" in str(only_post(found).blocks)


def test_files_may_come_and_go_while_the_folder_is_read(tmp_path: Path) -> None:
    """As an editor's own files do: there when the folder is listed, gone when they are read."""
    reading(tmp_path, {"good.md": GOOD})
    with coming_and_going({tmp_path / "4913": "x", tmp_path / "tmp.md": GOOD}):
        for _ in range(200):
            found = read(tmp_path, Defaults())
            assert "good" in [post.slug for post in found.posts]
            assert {type(error) for error in found.errors} <= {ReadError}
            assert {error.where for error in found.errors} <= {"tmp.md"}


# --- names ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "shown", "slug"),
    [
        (os.fsdecode(b"caf\xe9.md"), "caf�.md", "caf"),
        ("a\nb\x1b[31m.md", "a�b�[31m.md", "a-b-31m"),
        ("a: b.md", "a: b.md", "a-b"),
        (f"{'long-' * 50}.md", f"{'long-' * 50}.md", "-".join(["long"] * 16)),
        ("x" * 252 + ".md", "x" * 252 + ".md", "x" * 80),
    ],
)
def test_a_post_may_have_any_name_that_the_disk_takes(
    tmp_path: Path, name: str, shown: str, slug: str
) -> None:
    found = reading(tmp_path, {name: GOOD})

    post = only_post(found)
    assert (post.source, post.slug) == (shown, slug)
    assert [finding.where for finding in found.findings] == [shown]
    assert repr((post, found.findings)).encode()


def test_a_name_that_gives_no_address_fails_alone(tmp_path: Path) -> None:
    found = reading(tmp_path, {"good.md": GOOD, os.fsdecode(b"\xe9.md"): "# …\n\nText."})

    assert "No address" in _told(found, "�.md")


# --- numbers and depths that no machine holds --------------------------------------------

DEEP = 3000


@pytest.mark.parametrize(
    "date",
    [
        "9999-12-31T23:00:00-05:00",
        "9999-12-31",
        "0001-01-01T00:00:00+05:00",
        "0001-01-01",
        "0001-01-02",
        "31 December 9999",
        "Fri, 31 Dec 9999 23:00:00 -0500",
        "1" * 5000,
    ],
)
def test_a_date_that_no_edition_can_write_is_told_and_left_out(tmp_path: Path, date: str) -> None:
    front = f"---\ntitle: T\ndate: {date}\nupdated: {date}\n---\n\nText."
    found = reading(tmp_path, {"a.md": front})

    assert codes(found) == ["front-matter-value", "front-matter-value"]
    assert (only_post(found).published, only_post(found).updated) == (None, None)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_file_named_by_a_day_that_no_edition_can_write_is_undated(
    tmp_path: Path, day: str
) -> None:
    post = only_post(reading(tmp_path, {f"{day}-post.md": GOOD}))

    assert (post.slug, post.published) == (f"{day}-post", None)


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        (f"+++\nx = {'[' * DEEP}{']' * DEEP}\n+++", "nested too deep"),
        (f"+++\n{'a.' * DEEP}b = 1\n+++", "nested too deep"),
        (f"+++\nx = {'{a = ' * DEEP}1{'}' * DEEP}\n+++", "nested too deep"),
        (f"---\nx: {'[' * DEEP}{']' * DEEP}\n---", "nested too deep"),
        (f"+++\nx = {'1' * 5000}\n+++", "too long"),
        (f"+++\nx = 0x{'1' * 5000}\n+++", "too long"),
    ],
)
def test_front_matter_that_no_machine_can_hold_fails_alone(
    tmp_path: Path, front: str, reason: str
) -> None:
    found = reading(tmp_path, {"bad.md": f"{front}\n\n{GOOD}", "good.md": GOOD})

    assert reason in _told(found, "bad.md:2")


def test_a_number_of_any_length_is_a_value_in_yaml(tmp_path: Path) -> None:
    front = f"---\ntitle: T\nweight: {'1' * 5000}\n---\n\nText."

    assert codes(reading(tmp_path, {"a.md": front})) == []


@pytest.mark.parametrize("name", ["div", "blockquote", "ul><li", "b", "table><tr><td", "details"])
@pytest.mark.parametrize("file", ["a.html", "a.md"])
def test_html_may_be_nested_deeper_than_python_calls_itself(
    tmp_path: Path, name: str, file: str
) -> None:
    ends = "".join(f"</{tag}>" for tag in reversed(name.split("><")))
    deep = f"<{name}>" * DEEP + "deep" + ends * DEEP
    found = reading(tmp_path, {file: f"<h1>T</h1>\n\n<p>First.</p>\n\n{deep}\n\n<p>Last.</p>"})

    assert words(only_post(found)) == ["First.", "deep", "Last."]
    assert codes(found) == ["too-deep"]


@pytest.mark.parametrize(
    "text", [">" * DEEP, "*" * DEEP, "[" * DEEP, "![" * DEEP, "**a " * DEEP, "<i>" * DEEP]
)
def test_marks_may_be_nested_deeper_than_python_calls_itself(tmp_path: Path, text: str) -> None:
    found = reading(tmp_path, {"a.md": f"# T\n\n{text} deep\n\nLast."})

    assert words(only_post(found))[-2:] == ["deep", "Last."]


def test_lists_deeper_than_any_format_shows_are_kept_and_told(tmp_path: Path) -> None:
    deep = "".join(f"{'  ' * n}- a{n}\n" for n in range(1500))
    found = reading(tmp_path, {"a.md": f"# T\n\n{deep}"})

    assert words(only_post(found)) == [f"a{n}" for n in range(1500)]
    assert codes(found) == ["too-deep"]


@pytest.mark.parametrize(
    ("span", "columns"),
    [("9" * 5000, 1000), ("1001", 1000), ("0" * 5000, 1), ("007", 7), ("-2", 1)],
)
def test_spans_and_first_numbers_may_be_as_long_as_they_like(
    tmp_path: Path, span: str, columns: int
) -> None:
    page = f"<h1>T</h1><ol start={span}><li>a</ol><table><tr><td colspan={span}>b</table>"
    post = only_post(reading(tmp_path, {"a.html": page}))

    assert words(post)[-2:] == ["a", "b"]
    assert f"columns={columns}," in repr(post.blocks)


def test_the_first_line_of_a_page_is_only_its_title_if_it_is_short(tmp_path: Path) -> None:
    page = f"{'Words ' * 100}\n\nOne\n12 May 2021\n\nText.\n"
    found = reading(tmp_path, {"a.txt": page})

    assert found.title == ""
    assert codes(found) == ["page-furniture"]


def test_a_post_larger_than_any_text_fails_alone(tmp_path: Path) -> None:
    found = reading(tmp_path, {"good.md": GOOD, "bad.md": b"x" * (16 * 1024 * 1024 + 1)})

    assert "larger than 16 MB" in _told(found, "bad.md")


# --- anything at all --------------------------------------------------------------------

_PIECES = """
    --- +++ title: title= date: 2024-01-01 [ ] { } &a *a !!python/object:os.x <div> </div> <table>
    <td\tcolspan=9> </table> <tr> > - 1. $$ $ ``` ![a](x) <script> </script> <![CDATA[ ]]> <!-- -->
    &#xD800; &#0; &#x110000; [^1] [^1]: *[A]:b {:.x} {% %} {{ }} <a\thref='http://[x'> <img\tsrc=x>
    <math> <mi> <sup> <ol\tstart=-1> <dl> <dt> <details> <h1> </h1> <p> <ruby> <rt> <template>
    <iframe\tsrc='http://[x'> [a](http://[x) <svg> <pre> <code> <title> <html\tlang='x-'> <body>
    <?xml\tversion='1.0'?> <!DOCTYPE\thtml> &a; <x:y> # ## | a|b ~~ ** _ ` \\ ' \" ''' draft: slug:
    image: tags: 12\tMay\t2021 0x1F 1e999 -07:32 word
    """
PIECES = [piece.replace("\t", " ") for piece in _PIECES.split()]
JUNK = st.lists(
    st.one_of(
        st.sampled_from([*PIECES, "\n", "\n\n", "\x00", "\x85", "\u202e", "9" * 5000]), st.text()
    ),
    max_size=30,
).map("".join)
FRONT = st.builds("{0}\n{1}\n{0}\n\n# T\n\nText.\n".format, st.sampled_from(["---", "+++"]), JUNK)
BYTES = st.one_of(
    st.binary(max_size=200), st.one_of(JUNK, FRONT).map(lambda text: text.encode(errors="replace"))
)


@given(data=BYTES, name=st.sampled_from(["a.md", "a.html", "a.txt", "a.xhtml"]))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=250, deadline=None
)
def test_any_bytes_at_all_give_posts_or_errors_for_people(
    tmp_path: Path, data: bytes, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = read(path, Defaults())

    assert found.posts or found.errors or found.findings
    assert [error for error in found.errors if isinstance(error, FaultError)] == []
    assert repr(found.posts).encode()


def test_a_title_may_be_as_long_as_a_paragraph(tmp_path: Path) -> None:
    assert len(only_post(reading(tmp_path, {"a.md": f"# {'T' * 1000}\n\nText."})).title) == 1000


@pytest.mark.parametrize("page", [f"# {'T' * 1001}\n\nText.", f"<h1>{'T ' * 600}</h1><p>Text."])
def test_a_title_that_no_cover_has_room_for_fails_alone(tmp_path: Path, page: str) -> None:
    name = "bad.html" if page.startswith("<") else "bad.md"

    assert "characters" in _told(reading(tmp_path, {name: page, "good.md": GOOD}), name)
