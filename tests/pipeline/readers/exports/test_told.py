"""What is told of a whole export is one finding with a number, and none for nothing."""

from pipeline.readers.exports import told


def test_one_is_singular_and_more_are_plural() -> None:
    assert [told.counted(n, "box", "boxes") for n in (1, 1200)] == ["1 box", "1,200 boxes"]
    assert told.counted(2, "post") == "2 posts"


def test_nothing_is_not_told() -> None:
    found = [told.pages(0, "a"), told.comments(0, "a"), told.recordings(0, "a")]
    assert [*found, told.untitled([], "a"), told.without_text([], "a")] == [()] * 5
    assert told.furniture(0, "line", "lines", "a") == told.lost_links(0, "a") == ()
    assert told.beginnings(0, "a") == ()


def test_each_kind_has_its_code_and_names_its_file() -> None:
    found = (
        *told.pages(2, "a.xml"),
        *told.comments(1, "a.xml"),
        *told.recordings(3, "a.xml"),
        *told.untitled(["T"], "a.xml"),
        *told.without_text(["T"], "a.xml"),
        *told.furniture(4, "line", "lines", "a.xml"),
        *told.lost_links(1, "a.xml"),
        *told.beginnings(1, "a.xml"),
    )

    assert [finding.code for finding in found] == [
        "pages-left-out",
        "comments-left-out",
        "recording-left-out",
        "title-guessed",
        "no-text",
        "page-furniture",
        "links-left-out",
        "excerpt-only",
    ]
    assert {finding.where for finding in found} == {"a.xml"}
    assert "pages = true" in found[0].remedy
