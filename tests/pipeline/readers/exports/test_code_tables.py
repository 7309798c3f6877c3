"""Code in a table with line numbers is code, and its numbers are nobody's words."""

import pytest

from pipeline.readers.exports.code_tables import plain_code

TABLE = (
    '<table><tr><td class="gutter"><pre>1<br>2</pre></td><td class="code"><pre>'
    '<span class="line">a &lt; b</span><br><span class="line">c</span></pre></td></tr></table>'
)


@pytest.mark.parametrize(
    ("box", "code"),
    [
        (f'<figure class="highlight js">{TABLE}</figure>', '<code class="language-js">'),
        (f'<figure class="highlight plain">{TABLE}</figure>', "<code>"),
        (TABLE, "<code>"),
    ],
)
def test_a_table_of_code_is_code_in_its_language(box: str, code: str) -> None:
    assert plain_code(f"<p>x</p>{box}") == f"<p>x</p><pre>{code}a &lt; b\nc</code></pre>"


def test_another_table_and_the_word_are_left_as_they_are() -> None:
    text = '<table><tr><td class="gutter">1</td></tr></table><p>The gutter</p>'

    assert plain_code(text) == text
    assert plain_code("<p>x") == "<p>x"
