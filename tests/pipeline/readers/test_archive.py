"""An archive page as plain text is cut into its posts, and every word stays where it was."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formats.model import Heading, Listing
from formats.walk import text
from pipeline.readers import Defaults, Reading, read
from tests.corpus import corpus_path
from tests.pipeline.readers.reading import codes, reading, words

BULLETS = re.compile(r"^\s*[•-]\s", re.MULTILINE)
PROSE = "This is running text, long enough to be a paragraph of its own, and it ends here."


def page_words(page: str) -> list[str]:
    return BULLETS.sub("", page).split()


def read_words(found: Reading) -> list[str]:
    posts = [[*post.title.split(), *words(post)] for post in found.posts]
    return [*found.title.split(), *(word for post in posts for word in post)]


@pytest.fixture(scope="module")
def coproduction() -> Reading:
    return read(corpus_path("coproduction-archive"), Defaults("en-GB"))


def expected() -> list[dict[str, str | int]]:
    found = json.loads(corpus_path("coproduction-archive/expected.json").read_text("utf-8"))
    return list(found["posts"])


def test_the_archive_page_holds_its_nine_posts_by_title(coproduction: Reading) -> None:
    assert [post.title for post in coproduction.posts] == [post["title"] for post in expected()]
    assert coproduction.title == "Category Archives: Uncategorized"
    assert coproduction.errors == ()


def test_each_post_begins_and_ends_with_its_own_words(coproduction: Reading) -> None:
    for post, known in zip(coproduction.posts, expected(), strict=True):
        shown = " ".join(words(post))
        assert shown.startswith(str(known["first_words"]))
        assert shown.endswith(str(known["last_words"]))


def test_each_post_has_as_many_words_as_were_counted_by_hand(coproduction: Reading) -> None:
    for post, known in zip(coproduction.posts, expected(), strict=True):
        bullets = sum(len(b.items) for b in post.blocks if isinstance(b, Listing))
        assert len(words(post)) + bullets == known["words"]


def test_no_word_of_the_page_is_lost_and_none_moved(coproduction: Reading) -> None:
    page = corpus_path("coproduction-archive/archive.txt").read_text("utf-8")
    assert read_words(coproduction) == page_words(page)


def test_sub_headings_are_told_from_titles(coproduction: Reading) -> None:
    post = coproduction.posts[4]
    headings = [text(block.sentences) for block in post.blocks if isinstance(block, Heading)]
    assert headings[0] == "1. Empowered staff lead to empowered patients"
    assert headings[-1] == "Final words….."
    assert len(headings) == 6


def test_what_ran_into_words_is_kept_and_told(coproduction: Reading) -> None:
    told = [f for f in coproduction.findings if f.code == "odd-words"]
    assert "“of23188075”" in " ".join(f.message for f in told)
    assert "of23188075" in words(coproduction.posts[7])
    assert tuple(f.where for f in told if "of23188075" in f.message) == ("archive.txt:232",)


def test_undated_posts_of_a_page_are_told_once_and_keep_its_order(coproduction: Reading) -> None:
    assert [f.where for f in coproduction.findings if f.code == "undated"] == ["archive.txt"]
    placed = [post.placed for post in coproduction.posts]
    assert placed == sorted(placed, reverse=True)
    assert {post.published for post in coproduction.posts} == {None}
    assert placed == [p.placed for p in read(corpus_path("coproduction-archive"), Defaults()).posts]


def test_the_first_of_a_pages_undated_posts_is_its_newest(tmp_path: Path) -> None:
    titles = ("A walk to the\u00a0sea", "What the harbour\u00a0said", "On leaving the\u00a0house")
    page = "\n".join(f"{title}\n\n{PROSE}\n" for title in titles)
    posts = reading(tmp_path, {"page.txt": page}).posts
    assert len(posts) == 3
    assert posts[0].placed > posts[1].placed > posts[2].placed


@pytest.mark.parametrize(
    "name", ["18f-2016-full", "18f-2019-excerpts", "lbm-cy-full", "ruby-ja-full"]
)
def test_pages_with_date_lines_are_cut_at_every_post(name: str) -> None:
    page = corpus_path(f"archivetext/{name}.txt")
    known = json.loads(page.with_suffix("").with_suffix(".expected.json").read_text("utf-8"))
    posts = read(page, Defaults()).posts
    assert [(p.title, str(p.published)[:10]) for p in posts] == [
        (" ".join(k["title"].split()), k["date"]) for k in known
    ]


def test_a_text_without_any_sign_is_one_post_named_by_its_file(tmp_path: Path) -> None:
    (post,) = reading(tmp_path, {"my-walk.txt": f"A walk\n\n{PROSE}\n"}).posts
    assert (post.slug, post.title) == ("my-walk", "A walk")


def test_a_title_without_text_fails_alone(tmp_path: Path) -> None:
    page = f"Page\n\nOne\n12 May 2021\n\nTwo\n11 May 2021\n\n{PROSE}\n"
    found = reading(tmp_path, {"page.txt": page})
    assert [post.title for post in found.posts] == ["Two"]
    assert [error.where for error in found.errors] == ["page.txt:3"]


def test_a_title_that_was_guessed_is_told(coproduction: Reading) -> None:
    assert [f.where for f in coproduction.findings if f.code == "title-guessed"] == [
        "archive.txt:224"
    ]


def test_a_plain_page_raises_no_findings_but_its_date(tmp_path: Path) -> None:
    assert codes(reading(tmp_path, {"a.txt": f"Title\n\n{PROSE}\n"})) == []


LINES = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "Nd", "Po", "Zs"]), max_size=60),
    max_size=20,
)


@given(lines=LINES)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None
)
def test_no_word_of_any_text_is_lost(tmp_path: Path, lines: list[str]) -> None:
    page = "\n".join(
        ["Heading", "", "First post of\u00a0many", "", "Text.", "", *lines, "", "End."]
    )
    path = tmp_path / "page.txt"
    path.write_text(page, "utf-8")
    found = read(path, Defaults())
    if not found.errors:
        known = re.findall(r"[^\W_]+", page.replace("\u00ad", ""))
        shown = re.findall(r"[^\W_]+", " ".join(read_words(found)))
        assert [word for word in known if not word.isdecimal()] == [
            word for word in shown if not word.isdecimal()
        ]


def test_titles_that_an_editor_names_are_the_titles(tmp_path: Path) -> None:
    page = f"My blog\n\nOne\n\n{PROSE}\n\nA heading\n\n{PROSE}\n\nTwo\n\n{PROSE}"
    found = reading(tmp_path, {"a.txt": page, "titles.txt": "one\nTwo\n\nThree\n"})
    assert [post.title for post in found.posts] == ["One", "Two"]
    assert codes(found) == ["title-unfound"]
    assert "“Three”" in next(f.message for f in found.findings if f.code == "title-unfound")


def test_a_list_of_titles_for_another_page_changes_nothing(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.txt": f"A post\n\n{PROSE}", "titles.txt": "Another"})
    assert ([post.title for post in found.posts], codes(found)) == (["A post"], [])


def test_a_text_whose_first_line_is_too_long_for_a_title_is_named_by_its_file(
    tmp_path: Path,
) -> None:
    found = reading(tmp_path, {"my-notes.txt": PROSE * 4})
    assert [post.title for post in found.posts] == ["My notes"]
    assert words(found.posts[0]) == (PROSE * 4).split()
    assert codes(found) == ["title-guessed"]


@pytest.mark.parametrize(
    "page",
    {
        "below the title": "One walk\n\n3 May 2026\n\n{0}\n\nTwo walks\n\n4 May 2026\n\n{0}\n",
        "above the title": "3 May 2026\n\nOne walk\n\n{0}\n\n4 May 2026\n\nTwo walks\n\n{0}\n",
        "with a byline": "One walk\n\n3 May 2026\n\nBy Ada\n\n{0}\n\nTwo walks\n\n"
        "4 May 2026\n\nBy Ada\n\n{0}\n",
    }.values(),
)
def test_an_empty_line_may_stand_between_a_title_and_its_date(tmp_path: Path, page: str) -> None:
    found = reading(tmp_path, {"page.txt": page.format(PROSE)})

    days = [(post.title, post.published and post.published.day) for post in found.posts]
    assert days == [("One walk", 3), ("Two walks", 4)]
    assert [words(post) for post in found.posts] == [PROSE.split()] * 2
    assert codes(found) == []


def test_where_only_one_title_stands_apart_from_its_date_it_is_a_guess(tmp_path: Path) -> None:
    """It may be a sub-heading with a date below it."""
    page = f"One\n3 May 2026\n\n{PROSE}\n\nTwo\n\n4 May 2026\n\n{PROSE}\n"
    found = reading(tmp_path, {"page.txt": page})

    assert [post.title for post in found.posts] == ["One", "Two"]
    assert codes(found) == ["title-guessed"]


def test_a_date_below_a_paragraph_begins_no_post(tmp_path: Path) -> None:
    page = f"One\n\n3 May 2026\n\n{PROSE}\n\n4 May 2026\n\n{PROSE}\n\n5 May 2026\n"
    found = reading(tmp_path, {"page.txt": page})

    assert [post.title for post in found.posts] == ["One"]
    assert found.posts[0].published == datetime(2026, 5, 3, tzinfo=UTC)
    assert "4 May 2026" in " ".join(words(found.posts[0]))


def test_an_empty_line_may_stand_between_a_title_and_its_byline(tmp_path: Path) -> None:
    page = f"One\n\nPosted by Ada\n\n{PROSE}\n\nTwo\n\nPosted by Ben\n\n{PROSE}\n"
    found = reading(tmp_path, {"page.txt": page})

    assert [(post.title, post.authors) for post in found.posts] == [
        ("One", ("Ada",)),
        ("Two", ("Ben",)),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "One\n\n3 May 2026\n\n{0}\n\nTwo\n4 May 2026\n\n{0}\n",
        "3 May 2026\n\nOne\n\n{0}\n\n4 May 2026\n\nTwo\n\n{0}\n",
    ],
)
def test_a_date_near_a_title_that_the_editor_names_is_that_of_the_post(
    tmp_path: Path, page: str
) -> None:
    found = reading(tmp_path, {"page.txt": page.format(PROSE), "titles.txt": "One\nTwo\n"})

    assert [(post.title, post.published and post.published.day) for post in found.posts] == [
        ("One", 3),
        ("Two", 4),
    ]
    assert [words(post) for post in found.posts] == [PROSE.split()] * 2


def test_a_date_that_ends_a_post_is_not_that_of_the_next_title_named(tmp_path: Path) -> None:
    page = f"One\n\n{PROSE}\n\n3 May 2026\n\nTwo\n\n{PROSE}\n\n4 May 2026\n"
    found = reading(tmp_path, {"page.txt": page, "titles.txt": "One\nTwo\n"})

    assert [post.published for post in found.posts] == [None, None]
    assert words(found.posts[0]) == [*PROSE.split(), "3", "May", "2026"]
