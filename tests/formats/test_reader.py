"""What the pages share: the scripts, at the place that the pages name."""

from formats import read_along, site
from formats.reader import script_element, shared_files
from tests.formats.builders import blog_of, edition, paragraph


def test_a_page_names_a_file_that_is_there() -> None:
    """By the way from the page's own folder to the output's."""
    whole = edition(paragraph("Sea."))
    (page,) = read_along.render(whole)
    index, *_ = site.render_blog(blog_of(whole))
    along, lists = shared_files()

    assert script_element(along.path.rpartition("/")[2], "../../").encode() in page.data
    assert script_element(lists.path.rpartition("/")[2], "").encode() in index.data
