"""The ways into long lists: pages, subjects, authors, years, and what only a script can do."""

import dataclasses
from typing import Any

from lxml import html

from formats.model import Blog
from formats.site import render_blog
from tests.formats.builders import HOSTILE, PUBLICATION, edition_of, episode_of, post_of


def pages(*posts: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Every page of a blog, by its path."""
    made = (
        post_of(**{"slug": f"p{n}", "title": f"Post {n}"} | post) for n, post in enumerate(posts)
    )
    publication = dataclasses.replace(PUBLICATION, **fields)
    blog = Blog(publication, tuple(episode_of(edition_of(post)) for post in made), ())
    files = [file for file in render_blog(blog) if file.path.endswith(".html")]
    return {file.path: html.document_fromstring(file.data.decode()) for file in files}


def links(page: Any, where: str) -> dict[str, str]:
    """The links of a part of a page, by their words."""
    return {" ".join("".join(a.itertext()).split()): str(a.get("href")) for a in page.xpath(where)}


def test_pages_lead_to_their_neighbours_and_to_the_first_and_the_last() -> None:
    made = pages(*[{} for _ in range(130)])
    found = links(made["page-3.html"], "//nav[@class='pages']//a")

    assert found["Newer posts"] == "page-2.html"
    assert found["Older posts"] == "page-4.html"
    assert [found[f"Page {n}"] for n in (1, 2, 4, 5)] == [
        "index.html",
        "page-2.html",
        "page-4.html",
        "page-5.html",
    ]
    assert made["page-3.html"].xpath("//a[@aria-current='page']")[0].text == "Page 3"
    assert made["page-3.html"].findtext(".//title") == "Tide & Time, page 3 of 5"


def test_a_list_of_one_page_has_no_links_to_others() -> None:
    assert pages({})["index.html"].xpath("//nav[@class='pages']") == []


def test_subjects_authors_and_years_have_pages_that_the_index_and_each_post_lead_to() -> None:
    made = pages({"tags": ("sea",)})
    shown = links(made["index.html"], "//article//a")
    listed = links(made["index.html"], "//nav[@class='groups']//a")

    assert {"tags/sea/index.html", "authors/ada-shore/index.html"} <= {*shown.values()}
    assert {"tags/sea/index.html", "authors/ada-shore/index.html", "years/2024/index.html"} <= {
        *listed.values()
    }
    assert listed["All subjects"] == "tags/index.html"
    assert links(made["tags/index.html"], "//main//a") == {"sea": "../tags/sea/index.html"}


def test_the_page_of_a_subject_has_its_posts_and_leads_back() -> None:
    made = pages({"tags": ("sea",)}, {"title": "Other"}, {"tags": ("sea",)})["tags/sea/index.html"]

    assert [h.find("a").text for h in made.iter("h3")] == ["Post 0", "Post 2"]
    assert "".join(made.find(".//h1").itertext()) == "Posts about sea"
    assert links(made, "//article//h3/a")["Post 0"] == "../../posts/p0/index.html"
    assert links(made, "//header//a")["All posts of Tide & Time"] == "../../index.html"


def test_a_hostile_subject_is_words_and_breaks_nothing() -> None:
    made = pages({"tags": (HOSTILE,), "authors": (HOSTILE,), "title": HOSTILE})

    assert all(
        not page.xpath("//script[not(@src) and not(@type='application/ld+json')]")
        for page in made.values()
    )
    assert all(page.xpath("//main") for page in made.values())


def test_a_name_in_another_language_is_marked_as_such() -> None:
    made = pages({"tags": ("mer",), "language": "fr"})
    (mer,) = made["index.html"].xpath("//article//ul[@class='subjects']//a")
    assert (mer.get("lang"), mer.get("dir")) == ("fr", "ltr")


def test_search_and_choice_are_hidden_where_nothing_would_run_them() -> None:
    (tools,) = pages({})["index.html"].xpath("//*[@id='page-tools']")

    assert tools.get("hidden") is not None
    assert tools.xpath(".//form[@role='search']//input[@type='search']")
    assert "large-print.pdf" in [option.get("value") for option in tools.iter("option")]


def test_the_index_names_the_largest_subjects_and_a_page_names_all() -> None:
    posts = [{"tags": (f"rare {n}", "common")} for n in range(60)]
    made = pages(*posts)
    named = links(made["index.html"], "//nav[@aria-labelledby='page-tags']//ul//a")

    assert "common" in named
    assert len(named) == 24
    assert len(links(made["tags/index.html"], "//main//a")) == 61
