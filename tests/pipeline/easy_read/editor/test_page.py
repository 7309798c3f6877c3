"""The pages around the rows."""

import re
from pathlib import Path

from PIL import Image

from formats.model import Stage
from pipeline.easy_read import edition
from pipeline.easy_read.easy_file import write
from pipeline.easy_read.editor import choices, page
from pipeline.easy_read.editor.posts import Posts
from pipeline.easy_read.editor.rows import view_of
from pipeline.easy_read.state import TextState, digest_of
from pipeline.errors import ReadError
from tests.pipeline.easy_read.editor.served import TEXT, file_of, place_of, write_posts


def test_the_list_has_each_post_with_the_stage_of_its_text(tmp_path: Path) -> None:
    write_posts(tmp_path)
    (tmp_path / "other.md").write_text("# Bread &lt; salt\n\nWords.\n", "utf-8")
    listed = page.list_html(Posts(tmp_path))

    assert '<a href="/easy-read/plan">The plan</a>' in listed
    assert "Edited. A group has not checked it yet. 1 of 4 rows are done." in listed
    assert "Bread &lt; salt" in listed
    assert "No easy-read text yet." in listed


def test_a_text_that_can_not_be_read_is_told_in_the_list(tmp_path: Path) -> None:
    write_posts(tmp_path, TEXT + "\nno hard word\n")

    assert "Please look: plan.easy.md:40: this is no hard word." in page.list_html(Posts(tmp_path))


def test_a_folder_without_posts_says_so(tmp_path: Path) -> None:
    assert "There are no posts." in page.list_html(Posts(tmp_path))


def test_every_stage_has_its_words() -> None:
    told = {stage: page.stage_text(TextState(stage, 2)) for stage in Stage}

    assert len(set(told.values())) == 4
    assert "round 2" in told[Stage.CHECKED]
    assert page.progress(file_of()) == "1 of 4 rows are done."


def test_the_link_for_readers_leads_to_the_page_that_there_is(tmp_path: Path) -> None:
    path = write_posts(tmp_path)
    place = place_of(tmp_path)
    view = view_of(file_of(), place)
    assert 'href="/posts/plan/simpler.html"' in page.post_html(view, "", "t")

    signed = {"signed_on": "2026-05-05", "paid": "yes", "named": "no"}
    file = file_of().with_facts(signed=digest_of(file_of()), **signed)
    path.write_text(write(file), "utf-8")
    html = page.post_html(view_of(file, place), "", "t")
    assert 'href="/posts/plan/easy-read.html"' in html
    assert "Signed: it is Easy Read." in html


def test_a_signed_text_whose_picture_changed_is_not_called_easy_read(tmp_path: Path) -> None:
    path = write_posts(tmp_path, TEXT.replace("- [x] It", "- [x] ![](meeting) It"))
    place = place_of(tmp_path)
    file = edition.open_file(path, tmp_path)
    data = choices.pictures_of(place).find("meeting", "").data
    file = file.with_facts(signed=digest_of(file, {"meeting": data}), signed_on="2026-05-05")
    path.write_text(write(file), "utf-8")
    assert page.standing(file, place).signed

    Image.new("RGB", (40, 31), "red").save(tmp_path / "pictures/meeting.png")
    assert not page.standing(file, place).signed


def test_a_picture_that_is_missing_is_a_note_with_its_line(tmp_path: Path) -> None:
    write_posts(tmp_path)
    place = place_of(tmp_path)
    file = file_of(TEXT.replace("- [x] It", "- [x] ![](nobody) It"))
    assert page.standing(file, place).notes == ("plan.easy.md:21: there is no picture “nobody”.",)


def test_no_page_has_a_style_or_script_inside(tmp_path: Path) -> None:
    write_posts(tmp_path)
    pages = [
        page.list_html(Posts(tmp_path)),
        page.start_html(place_of(tmp_path), "token"),
        page.error_html(ReadError("m", where="<b>", remedy="r"), "Heading"),
    ]

    for html in pages:
        assert not re.search(r"<style|style=|<script>| on\w+=", html)
    assert "<script src=" in pages[1]
    assert "&lt;b&gt;" in pages[2]


def test_the_style_has_the_colours_of_all_pages() -> None:
    assert "--ink: #221a16" in page.style()
    assert "prefers-contrast: more" in page.style()
