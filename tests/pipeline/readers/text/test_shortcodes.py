"""Shortcodes are shown or left out, their words kept; brackets of prose are never taken for one."""

from pathlib import Path

import pytest

from pipeline.readers.text.shortcodes import without_shortcodes
from tests.growth import grows_evenly
from tests.pipeline.readers.reading import only_post, reading, words


def without(text: str) -> str:
    """A text without shortcodes, on one line."""
    return " ".join(without_shortcodes(text, str)[0].split())


def told(text: str) -> list[str]:
    """The shortcodes that were left out, and the line of each."""
    return [
        f"{finding.where} {finding.message.partition('[')[2].partition(']')[0]}"
        for finding in without_shortcodes(text, str)[1]
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "He said so [sic] in [1] and [2].",
        "[a link](https://example.org) and [another][ref]",
        '[ref]: https://example.org "A title"',
        '[x y="z"](https://example.org)',
        "- [x] done\n- [ ] to do",
        "A name [the minister] and [Smith 2020].",
        "We asked 45 people [sample n=45] twice.",
        "Watch it [video] or hear it [audio].",
        "See the [table] below [embed].",
        'In CSS, a[href="x"] and [data-x="y"] select links.',
        "The function f[some_name] is called.",
        "[Laughter]\n\n[off-stage]",
        "[[wiki]] and [[1]] and [[a b]]",
        "A stray [/b] and [gallery",
        "`[gallery]` is a shortcode.",
        '```\n[caption id="a"]\n```',
        '<pre>[gallery ids="1"]</pre> <code>[x a="b"]</code>',
        '<a title="[gallery]">x</a> <!-- [gallery] -->',
    ],
)
def test_brackets_of_prose_and_of_examples_stay(prose: str) -> None:
    assert without_shortcodes(prose, str) == (prose, ())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('One [gallery ids="1,2"] two.', "One two."),
        ("[su_note]Inner[/su_note]", "Inner"),
        ('See [my_button url="x"]a button[/my_button].', "See a button."),
        ("[vc_row][vc_column]One[/vc_column][vc_column]Two[/vc_column][/vc_row]", "One Two"),
        ("[box]One[/box][box]Two[/box]", "One Two"),
        ("one[my_spacer a='b']two", "one two"),
        ("[b]bold[/b]ly", "boldly"),
        ("[contact_form]", ""),
        ("One.\n[toc]\nTwo.", "One. Two."),
        ("[table id=1 /]", ""),
        ("[/vc_column]One", "One"),
        ("[x title=&#8221;a&#8221;]", "a"),
        ("[x a=“b”]", ""),
        ('[vc_custom_heading text="Our story"]', "Our story"),
        ('[toggle title="Why?"]Because.[/toggle]', "Why? Because."),
        ('A [tooltip title="gloss"]word[/tooltip].', "A word."),
        ('[x title="https://example.org/a"]', ""),
    ],
)
def test_a_shortcode_is_left_out_and_its_words_are_kept(text: str, kept: str) -> None:
    assert without(text) == kept


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            '[caption id="a" width="3"]<a href="b"><img src="x.jpg"></a> Words[/caption]',
            '<figure><a href="b"><img src="x.jpg"></a><figcaption>Words</figcaption></figure>',
        ),
        (
            '[wp_caption caption="Old words"]<img src="x.jpg">[/wp_caption]',
            '<figure><img src="x.jpg"><figcaption>Old words</figcaption></figure>',
        ),
        ("[caption]No picture[/caption]", "No picture"),
        ("[embed]https://a.org/?b=c&d[/embed]", '<iframe src="https://a.org/?b=c&amp;d"></iframe>'),
        ("[youtube https://youtu.be/x]", '<iframe src="https://youtu.be/x"></iframe>'),
        ("[youtube=https://youtu.be/x]", '<iframe src="https://youtu.be/x"></iframe>'),
        ('[video mp4="https://a.org/b.mp4"][/video]', '<video src="https://a.org/b.mp4"></video>'),
        ("[audio https://a.org/b.mp3]", '<audio src="https://a.org/b.mp3"></audio>'),
        ("[embed]javascript:alert(1)[/embed]", "javascript:alert(1)"),
        (
            '[code language="js"]a[0] &lt; b<i>[/code]',
            '<pre><code class="language-js">a[0] &lt; b&lt;i&gt;</code></pre>',
        ),
        ("[php]x[/php]", '<pre><code class="language-php">x</code></pre>'),
        ("[latex]x^2[/latex]", "<code>$$x^2$$</code>"),
        ("[vc_raw_html]JTNDcCUzRUElM0MlMkZwJTNF[/vc_raw_html]", "<p>A</p>"),
        ("[vc_raw_html]not base64![/vc_raw_html]", ""),
        ("[vc_raw_js]JTNDcCUz[/vc_raw_js]", ""),
        ("[[gallery]]", "[gallery]"),
        ("[[code]x[/code]]", "[code]x[/code]"),
        (
            "[caption]<img src='x'> a [su_b]c[/su_b][/caption]",
            "<figure><img src='x'><figcaption>a c</figcaption></figure>",
        ),
    ],
)
def test_a_shortcode_that_says_all_itself_is_shown(text: str, shown: str) -> None:
    assert without(text) == shown


def test_each_name_is_told_once_at_its_first_line() -> None:
    assert told("[a_b x='1']\n\n[a_b x='2']\n[c_d]e[/c_d]") == ["1 a_b", "4 c_d"]


def test_what_is_shown_is_not_told() -> None:
    assert told("[caption]<img src='x'>[/caption] [code]x[/code]") == []


def test_columns_are_paragraphs_of_their_own() -> None:
    made, _ = without_shortcodes("[vc_column]One[/vc_column][vc_column]Two[/vc_column]", str)

    assert [part.strip() for part in made.split("\n\n") if part.strip()] == ["One", "Two"]


def test_a_markdown_file_is_read_without_its_shortcodes(tmp_path: Path) -> None:
    text = '---\ntitle: T\n---\n\n[gallery ids="1"]\n\n[su_note]Words *here*[/su_note]\n'
    found = reading(tmp_path, {"post.md": text})

    assert words(only_post(found)) == ["Words", "here"]
    assert [(f.code, f.where) for f in found.findings if f.code == "template-tag"] == [
        ("template-tag", "post.md:5"),
        ("template-tag", "post.md:7"),
    ]


@pytest.mark.parametrize(
    "bait", ["[a ", "[a]", "[a][/a]", "[[", "[caption]<img>", '[a x="y"]', "[a_b]", "[a]<!--"]
)
def test_bait_takes_no_more_than_linear_time(bait: str) -> None:
    assert grows_evenly(
        lambda text: without_shortcodes(text, str), lambda size: bait * (size // len(bait)), 25_000
    )
