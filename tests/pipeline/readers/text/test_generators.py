"""What the usual shortcodes stand for, however a generator writes them."""

import pytest

from pipeline.readers.text.generators import arguments, meaning

ALONE = {
    ("figure", 'src="a.png" alt="An A" caption="Cap"'): (
        '<figure><img src="a.png" alt="An A"><figcaption>Cap</figcaption></figure>'
    ),
    ("image_with_class", '"a.png" "tall" "A man looking"'): '<img src="a.png" alt="A man looking">',
    ("img", "src=a.webp"): '<img src="a.webp" alt="">',
    ("youtube", "abc_1"): '<iframe src="https://www.youtube.com/watch?v=abc_1" title=""></iframe>',
    ("YouTubeIframe", 'src="https://youtu.be/x" title="A talk"'): (
        '<iframe src="https://youtu.be/x" title="A talk"></iframe>'
    ),
    (
        "tweet",
        'user="u" id="12"',
    ): '<iframe src="https://twitter.com/u/status/12" title=""></iframe>',
    ("gist", "ann 12"): '<iframe src="https://gist.github.com/ann/12" title=""></iframe>',
    ("embed.html", 'url="https://a.org/x"'): '<iframe src="https://a.org/x" title=""></iframe>',
    ("button", 'href="https://a.org" text="Go on"'): "[Go on](https://a.org)",
    ("toc", ""): "",
}


@pytest.mark.parametrize(("written", "expected"), ALONE.items())
def test_a_shortcode_alone_stands_for_something(written: tuple[str, str], expected: str) -> None:
    found = meaning(written[0], arguments(written[1]), paired=False)
    assert found is not None
    assert found[0].strip() == expected


PAIRED = {
    ("note", ""): ('**<span lang="en">Note</span>**', ""),
    ("notice", "warning"): ('**<span lang="en">Warning</span>**', ""),
    ("Callout", 'title="Look here"'): ("**Look here**", ""),
    ("box", ""): ("", ""),
    ("quote", 'author="A"'): ("<blockquote>", "</blockquote>"),
    ("details", '"More"'): ("<details><summary>More</summary>", "</details>"),
    ("button", 'href="https://a.org"'): ('<a href="https://a.org">', "</a>"),
}


@pytest.mark.parametrize(("written", "expected"), PAIRED.items())
def test_a_shortcode_with_an_end_stands_around_its_text(
    written: tuple[str, str], expected: tuple[str, str]
) -> None:
    found = meaning(written[0], arguments(written[1]), paired=True)
    assert found is not None
    assert (found[0].strip(), found[1].strip()) == expected


@pytest.mark.parametrize("paired", [True, False])
def test_of_a_name_that_nobody_knows_nothing_is_made(paired: bool) -> None:  # noqa: FBT001 - a case
    assert meaning("weather", arguments('place="A town"'), paired=paired) is None


def test_values_are_escaped_for_html() -> None:
    found = meaning("figure", arguments("src='a.png' alt='<b>\"x\"'"), paired=False)
    assert found is not None
    assert 'alt="&lt;b&gt;&quot;x&quot;"' in found[0]


def test_words_are_values_with_a_space_and_no_styles() -> None:
    given = arguments("one 'two words' class=\"a b\" title='A title' `func x`")
    assert given.words == ["two words", "A title"]
