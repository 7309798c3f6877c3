"""What the pages share: the scripts, at the place that the pages name."""

from formats import read_along
from formats.reader import script_element, shared_files
from tests.formats.builders import edition, paragraph


def test_a_page_names_a_file_that_is_there() -> None:
    """By the way from the page's own folder to the output's."""
    (page,) = read_along.render(edition(paragraph("Sea.")))
    for file in shared_files():
        assert script_element(file.path.rpartition("/")[2], "../../").encode() in page.data
