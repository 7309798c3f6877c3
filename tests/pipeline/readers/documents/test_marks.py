"""Marks in a text become the HTML that they stand for, and none is left."""

from pipeline.readers.documents.marks import DECORATION, mark, replaced, strange, unmarked


def test_languages_equations_and_items_become_html() -> None:
    welsh = f"{mark('lang', 'cy')}b{mark('endlang')}"
    html = f"<p>{mark('item', '1:4')}a {welsh}{mark('equation', '0')}</p>"

    assert replaced(html, ["<math></math>"]) == (
        '<p data-level="1" data-number="4">a <span lang="cy">b</span> <math></math> </p>'
    )


def test_a_decoration_has_an_empty_description() -> None:
    assert replaced(f'<img alt="{DECORATION}">', []) == '<img alt="">'


def test_what_is_no_mark_leaves_no_sign_behind() -> None:
    assert strange(mark("lang", "x"))
    assert not strange(unmarked(mark("lang", "x")))
    assert replaced(f"a{mark('nothing')}b{mark('lang', 'x y')}", []) == "ab<span>"
