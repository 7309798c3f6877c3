"""A picture and its caption belong together, however the blog laid them out."""

from pipeline.readers.exports.captions import figures


def test_bloggers_table_around_a_picture_is_a_figure() -> None:
    table = (
        '<table class="tr-caption-container"><tr><td><a href="b"><img src="a"></a></td></tr>'
        '<tr><td class="tr-caption">Two <b>ducks</b></td></tr></table>'
    )
    caption = '<figcaption class="tr-caption">Two <b>ducks</b></figcaption>'

    assert figures(table) == f'<figure><img src="a"/>{caption}</figure>'


def test_the_box_of_wordpress_is_a_figure() -> None:
    box = '<div class="wp-caption"><img src="a"/><p class="wp-caption-text">Ducks</p></div>'

    assert figures(box) == (
        '<figure class="wp-caption"><img src="a"/>'
        '<figcaption class="wp-caption-text">Ducks</figcaption></figure>'
    )


def test_a_table_without_a_picture_keeps_its_words_and_other_text_is_left_as_it_is() -> None:
    table = '<table class="tr-caption-container"><tr><td>a</td></tr></table>'

    assert figures(table) == table
    assert figures("<p>x") == "<p>x"
