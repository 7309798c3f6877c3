"""A text as WordPress keeps it becomes the HTML that a reader of the blog sees."""

import pytest

from pipeline.readers.exports.attachments import Library
from pipeline.readers.exports.rendering import Rendering, Site
from pipeline.readers.exports.wxr import parse
from tests.pipeline.readers.exports.wordpress_files import export, picture

_LOCK = "https://example.org/wp-content/uploads/lock.jpg"
_ITEMS = (
    picture("7", _LOCK, "A lock", "The lock"),
    picture("8", "https://example.org/wp-content/uploads/duck.png"),
    picture("9", "https://example.org/wp-content/uploads/song.mp3"),
)


def rendering(footnotes: str = "") -> Rendering:
    """The rendering of a post with three attachments and a synced pattern."""
    library = Library(parse(export(*_ITEMS).encode()).items, lambda _path: False)
    pattern = "<!-- wp:paragraph --><p>Shared.</p><!-- /wp:paragraph -->"
    site = Site(library, {"5": pattern, "6": '<!-- wp:block {"ref":6} /-->Again.'})
    return Rendering("1", site, footnotes, "line {}".format)


def shown(text: str) -> str:
    """The HTML for a text, without line ends."""
    return rendering().html(text).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        (
            '<!-- wp:paragraph {"dropCap":true} -->\n<p>One.\nTwo.</p>\n<!-- /wp:paragraph -->',
            "<p>One.Two.</p>",
        ),
        (
            "Loose.\n\nText.\n\n<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->",
            "<p>Loose.</p><p>Text.</p><p>One.</p>",
        ),
        (
            "<!-- wp:shortcode -->\n[su_note]One.\n\nTwo.[/su_note]\n<!-- /wp:shortcode -->",
            "<p>One.</p><p>Two.</p>",
        ),
        (
            '<!-- wp:pre --><pre class="wp-block-verse">One\ntwo\n\nthree</pre><!-- /wp:pre -->',
            "<p>One<br>two</p><p>three</p>",
        ),
        ("<!-- wp:separator /-->", "<hr>"),
        ('<!-- wp:block {"ref":5} /-->', "<p>Shared.</p>"),
        (
            '<!-- wp:social-link {"url":"https://a.org","service":"mail"} /-->',
            '<p><a href="https://a.org">mail</a></p>',
        ),
        (
            '<a href="x.pdf">Plan</a><a href="x.pdf" class="wp-block-file__button">Download</a>',
            '<p><a href="x.pdf">Plan</a></p>',
        ),
        (
            "<!-- wp:a --><!-- wp:b --><p>One.</p><!-- /wp:a --><!-- /wp:b --><!-- /wp:c -->",
            "<p>One.</p>",
        ),
        ("<!-- wp:x {not json} /-->One.", "<p>One.</p>"),
        ("It is $latex x^2$ and $5.", "<p>It is <code>$$x^2$$</code> and $5.</p>"),
    ],
)
def test_blocks_are_shown_without_their_marks(text: str, made: str) -> None:
    assert shown(text) == made


def test_blocks_that_wordpress_fills_in_are_told_in_one_finding() -> None:
    post = rendering()
    post.html("<!-- wp:latest-posts /--><p>One.</p><!-- wp:core/search /--><!-- wp:search /-->")

    (finding,) = post.findings
    assert finding.code == "dynamic-block"
    assert finding.where == "line 1"
    assert "left out: latest-posts, search." in finding.message


def test_a_list_of_other_posts_is_left_out_with_its_template() -> None:
    post = rendering()
    made = post.html(
        "<p>One.</p><!-- wp:query --><div><!-- wp:post-title /--><!-- wp:query-no-results -->"
        "<p>Nothing found.</p><!-- /wp:query-no-results --></div><!-- /wp:query --><p>Two.</p>"
    )

    assert made == "<p>One.</p><p>Two.</p>"
    assert "left out: query." in post.findings[0].message


def test_a_pattern_that_holds_itself_ends() -> None:
    assert shown('<!-- wp:block {"ref":6} /-->').count("Again.") == 5


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "One.\n\nhttps://youtu.be/x\n\nTwo.",
            '<p>One.</p><p><iframe src="https://youtu.be/x"></iframe></p><p>Two.</p>',
        ),
        (
            "https://example.org/a?b=1&amp;c=2",
            '<p><a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a></p>',
        ),
        ("<p>https://vimeo.com/1</p>", '<p><iframe src="https://vimeo.com/1"></iframe></p>'),
        ("See https://youtu.be/x here.", "<p>See https://youtu.be/x here.</p>"),
        ("<b>x</b>https://youtu.be/x", "<p><b>x</b>https://youtu.be/x</p>"),
        ("<pre>\nhttps://youtu.be/x\n</pre>", "<pre>https://youtu.be/x</pre>"),
        (
            "<!-- wp:embed --><figure>\nhttps://youtu.be/x\n</figure><!-- /wp:embed -->",
            '<figure><iframe src="https://youtu.be/x"></iframe></figure>',
        ),
    ],
)
def test_an_address_alone_on_a_line_is_a_link_to_what_it_shows(text: str, made: str) -> None:
    assert shown(text) == made


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<img class="wp-image-7" src="x.jpg" alt="">', 'alt="A lock"'),
        (f'<img src="{_LOCK.replace(".jpg", "-300x200.jpg")}">', 'alt="A lock"'),
        ('<img data-id="7" src="x.jpg">', 'alt="A lock"'),
        ('<img class="wp-image-7" src="x.jpg" alt="Its own">', 'alt="Its own"'),
        ('<img src="y.png" class="emoji" alt="🙂">', "<p>🙂</p>"),
    ],
)
def test_a_picture_has_the_words_of_its_attachment(text: str, words: str) -> None:
    assert words in shown(text)


def test_a_picture_that_is_not_described_stays_so() -> None:
    assert (
        shown('<img class="wp-image-8" src="x.jpg">')
        == '<p><img class="wp-image-8" src="x.jpg"></p>'
    )


def test_a_gallery_has_the_pictures_that_it_names_in_order() -> None:
    made = shown('[gallery ids="8,7"]')

    assert made.index("duck.png") < made.index("lock.jpg")
    assert '<img src="https://example.org/wp-content/uploads/duck.png">' in made
    assert "<figcaption>The lock</figcaption>" in made


def test_a_gallery_that_names_none_has_all_of_the_post_but_those_left_out() -> None:
    assert shown("[gallery]").count("<img") == 2
    assert shown('[gallery exclude="8"]').count("<img") == 1


def test_a_player_without_an_address_plays_what_belongs_to_the_post() -> None:
    song = "https://example.org/wp-content/uploads/song.mp3"

    assert f'<audio src="{song}"' in shown("[audio]")
    assert f'<audio src="{song}"' in shown("[playlist]")


def test_a_gallery_of_unknown_pictures_is_told() -> None:
    post = rendering()

    assert post.html('[gallery ids="70"]').strip() == ""
    assert [finding.code for finding in post.findings] == ["template-tag"]


def test_footnotes_that_the_text_refers_to_stand_at_its_end() -> None:
    said = '[{"content":"A note.","id":"ab-1"},{"content":"Not used.","id":"ab-2"}]'
    post = rendering(said)
    made = post.html(
        '<p>Text<sup data-fn="ab-1"><a href="#ab-1">1</a></sup></p><!-- wp:footnotes /-->'
    )

    assert made.endswith('<ol class="footnotes"><li id="ab-1">A note.</li></ol>')
    assert "Not used" not in made
    assert post.findings == ()


@pytest.mark.parametrize("said", ["", "not json", "{}", "[1]", '[{"id":1}]'])
def test_footnotes_that_make_no_sense_are_none(said: str) -> None:
    assert rendering(said).html("<p>a</p>") == "<p>a</p>"
