"""Words in text boxes and with ruby are found."""

from lxml import etree

from pipeline.readers.documents.word_words import choose, keep_ruby
from tests.pipeline.readers.documents.made import W, paragraph, run

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def body(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{W}" xmlns:mc="{MC}">{inner}</w:body>')


def texts(root: etree._Element) -> list[str]:
    return ["".join(map(str, p.itertext())) for p in root.iter(f"{{{W}}}p")]


def test_of_two_versions_of_a_box_one_is_kept_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('In.')}</w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    alternative = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    root = body(f"<w:p>{run('Out.')}<w:r>{alternative}</w:r></w:p>")
    choose(root)

    assert texts(root) == ["Out.", "In."]


def test_ruby_is_text_with_marks() -> None:
    ruby = f"<w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby>"
    root = body(f"<w:p><w:r>{ruby}</w:r></w:p>")
    keep_ruby(root)

    (only,) = texts(root)
    assert only.index("漢") < only.index("kan")
