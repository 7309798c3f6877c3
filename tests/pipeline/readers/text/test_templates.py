"""What only a site generator understands is taken out and told; its words are kept."""

from pathlib import Path

import pytest

from pipeline.readers.text.templates import without_tags
from tests.pipeline.readers.html.trees import text_file
from tests.pipeline.readers.reading import only_post, reading, words


def test_a_generator_tag_is_told_with_its_line_and_its_words_kept(tmp_path: Path) -> None:
    found = reading(
        tmp_path, {"a.md": '# T\n\nHi. {{< weather caption="A fine day" >}}'}
    )
    assert words(only_post(found)) == ["Hi.", "A", "fine", "day"]
    assert next((f.code, f.where) for f in found.findings) == ("template-tag", "a.md:3")


def without(body: str) -> tuple[str, list[str]]:
    """The text without tags, and where they were; it stands below two lines of front matter."""
    text, found = without_tags(body, text_file(body), 2)
    return text, [finding.where for finding in found]


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("{% include 'a.html' %}", ""),
        ('{{< weather caption="A fine day" >}}', "A fine day"),
        ("{{ page.title }}", ""),
    ],
)
def test_a_tag_leaves_only_the_words_in_it(body: str, left: str) -> None:
    assert without(f"One\n{body}") == (f"One\n{left}", ["post.md:4"])


@pytest.mark.parametrize(
    "body", ["`{{ a }}`", "```\n{% a %}\n```", "~~~\n{{ a }}", "{ a }", "no brace", "{{ no end"]
)
def test_a_tag_that_is_shown_as_an_example_stays(body: str) -> None:
    assert without(body) == (body, [])


def test_a_comment_goes_and_is_not_told() -> None:
    assert without("a{/* hidden */}b") == ("ab", [])


def test_an_address_that_goes_through_a_filter_is_the_address() -> None:
    assert without("![A]({{ '/a.png' | relative_url }})") == ("![A](/a.png)", [])


def test_a_program_between_two_tags_is_between_two_fences() -> None:
    body = "{% highlight python %}\nx = 1\n{% endhighlight %}"

    assert without(body) == ("\n```python\nx = 1\n```\n", [])


def test_a_long_tag_is_shown_cut() -> None:
    _, (finding,) = without_tags("{{ " + "a" * 200 + " }}", text_file(""), 0)

    assert "…" in finding.message
    assert len(finding.message) < 200
