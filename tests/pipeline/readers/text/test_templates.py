"""What only a site generator understands is taken out and told; its words are kept."""

from pathlib import Path

import pytest

from pipeline.readers.text.templates import without_tags
from tests.pipeline.readers.html.trees import text_file
from tests.pipeline.readers.reading import only_post, reading, words


def test_a_generator_tag_is_told_with_its_line_and_its_words_kept(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.md": '# T\n\nHi. {{< weather caption="A fine day" >}}'})
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


CASES = {
    "a comment": ("a {% comment %}b {{ c }}{% endcomment %}d", "a d"),
    "a comment of Nunjucks": ("a {# b #}c", "a c"),
    "a comment of HTML": ("a <!-- b\n\nc -->d", "a d"),
    "a comment of kramdown": ("a {::comment}b{:/comment}c", "a c"),
    "kramdown's HTML": ("{::nomarkdown}<b>x</b>{:/}", "<b>x</b>"),
    "a literal": (
        "{% raw %}{{ a }}{% endraw %} `{% raw %}{{ b }}{% endraw %}`",
        "{{ a }} `{{ b }}`",
    ),
    "a literal of two braces": (
        "{% raw %}{{{% endraw %} b }} `{% raw %}{{{% endraw %} c`",
        "{{ b }} `{{ c`",
    ),
    "an escape of Hugo": ("{{</* a */>}} {{%/* b */%}}", "{{< a >}} {{% b %}}"),
    "a value that was set": ('{% assign a = "b" %}{{ a }}', "b"),
    "a value that was caught": ("{% capture a %}b{% endcapture %}c {{ a }}", "c b"),
    "a value of the front matter": ("{{ page.deck }} {{ deck }}", "D D"),
    "a literal with a filter": ("[a]({{ '/b' | url }})", "[a](/b)"),
    "a box of Hugo": ("{{% notice tip %}}a{{% /notice %}}", '**<span lang="en">Tip</span>** a'),
    "a function of Zola": ("{% quote(author='B') %}a{% end %}", "<blockquote> a </blockquote>"),
    "an include": (
        '{% include "linked-figure.html",\n  image: "a.png",\n  alt: "An A", caption: "Cap" %}',
        '<figure><img src="a.png" alt="An A"><figcaption>Cap</figcaption></figure>',
    ),
    "a file of Pelican": ("![a]({static}/b.png)", "![a](/b.png)"),
    "an anchor": ("## A {#b}", "## A {#b}"),
}


@pytest.mark.parametrize(("body", "left"), CASES.values(), ids=CASES.keys())
def test_what_is_understood_is_not_told(body: str, left: str) -> None:
    text, found = without_tags(body, text_file(body), 2, {"deck": "D", "page.deck": "D"})
    assert (" ".join(text.split()), found) == (left, ())


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("{% if a %}A{% elsif b %}B{% else %}C{% endif %}", "A"),
        ("{% if a %}{% if b %}A{% else %}B{% endif %}C{% else %}D{% endif %}E", "ACE"),
        ("{% case a %}{% when 1 %}A{% when 2 %}B{% endcase %}", "A"),
        ("{% unless a %}A{% endunless %}", "A"),
    ],
)
def test_of_branches_the_first_is_kept_and_that_is_told(body: str, left: str) -> None:
    text, found = without(body)
    assert text == left
    assert found


def test_many_tags_of_one_name_are_told_once() -> None:
    text, found = without("{{ a.b }}{{ a.c }}\n{% d %}x{% endd %}\n{{ a.e }}")
    assert (text, found) == ("\nx\n", ["post.md:3", "post.md:4"])


@pytest.mark.parametrize(
    "link",
    ["{% post_url 2020-01-01-a %}", '{{< ref "a.md" >}}', "{filename}a.md", "@/a.md", "../a.md#b"],
)
def test_a_link_to_a_file_of_the_blog_keeps_its_words_and_is_told(link: str) -> None:
    text, (finding,) = without_tags(f"[a]({link})", text_file(""), 0)
    assert text == "[a]()"
    assert "another page" in finding.message


@pytest.mark.parametrize(
    "body", ["[a](https://a.org/b.md)", "`[a](b.md)`", "[a](b.pdf)", "[a](#b)"]
)
def test_other_links_stay(body: str) -> None:
    assert without(body) == (body, [])
