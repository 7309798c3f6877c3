"""What the pages share lies where the pages look for it."""

from importlib.resources import files

from formats import read_along, site
from formats.reader import script_element, shared_files
from tests.formats.builders import blog_of, edition, paragraph


def test_every_script_of_a_page_is_a_file_that_is_there() -> None:
    """By the way from the page's own folder to the output's."""
    whole = edition(paragraph("Sea."))
    (page,) = read_along.render(whole)
    index, *_ = site.render_blog(blog_of(whole))
    scripts = [f.path for f in shared_files() if f.mime == "text/javascript"]
    assert len(scripts) == 3
    for path in scripts:
        named = (
            f'<script src="../../{path}"'.encode() in page.data,
            f'<script src="{path}"'.encode() in index.data,
        )
        assert any(named)


def test_a_script_waits_for_the_page_unless_it_must_come_early() -> None:
    assert (
        script_element("a.js", "../../") == '<script src="../../reader/a.js" defer=""></script>\n'
    )
    assert script_element("a.js", "", early=True) == '<script src="reader/a.js"></script>\n'


def test_the_typeface_is_small_is_the_one_that_the_script_loads_and_has_its_licence() -> None:
    """Less than two pictures; and the licence asks to go with it."""
    made = {file.path: file.data for file in shared_files()}
    script = (files("formats.scripts") / "settings.js").read_text("utf-8")
    assert "`atkinson-hyperlegible-${file}.ttf`" in script
    for weight in ("regular", "bold"):
        data = made[f"reader/atkinson-hyperlegible-{weight}.ttf"]
        assert data.startswith(b"\0\1\0\0")
        assert len(data) < 150_000
    assert b"SIL OPEN FONT LICENSE" in made["reader/atkinson-hyperlegible-licence.txt"].upper()
