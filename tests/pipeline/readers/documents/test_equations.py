"""Word's equations become MathML in the order in which they are read."""

import pytest
from lxml import etree

from pipeline.readers.documents.equations import M, mathml

NAMES = f'xmlns:m="{M[1:-1]}"'


def r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inner", "made"),
    [
        (r("a+12"), "<mi>a</mi><mo>+</mo><mn>12</mn>"),
        (f"<m:f><m:num>{r('a')}</m:num><m:den>{r('b')}</m:den></m:f>",
         "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>"),
        (f"<m:sSup><m:e>{r('x')}</m:e><m:sup>{r('2')}</m:sup></m:sSup>",
         "<msup><mrow><mi>x</mi></mrow><mrow><mn>2</mn></mrow></msup>"),
        (f"<m:rad><m:deg/><m:e>{r('c')}</m:e></m:rad>", "<msqrt><mrow><mi>c</mi></mrow></msqrt>"),
        (f"<m:d><m:dPr><m:begChr m:val='['/></m:dPr><m:e>{r('x')}</m:e></m:d>",
         "<mrow><mo>[</mo><mrow><mi>x</mi></mrow><mo>)</mo></mrow>"),
        (r("&lt;"), "<mo>&lt;</mo>"),
    ],
)  # fmt: skip
def test_a_part_is_the_element_that_means_it(inner: str, made: str) -> None:
    root = etree.fromstring(f"<m:oMath {NAMES}>{inner}</m:oMath>")

    assert mathml(root) == f"<math><mrow>{made}</mrow></math>"


def test_a_deep_equation_keeps_its_text() -> None:
    deep = "<m:box><m:e>" * 60 + r("x") + "</m:e></m:box>" * 60

    assert "<mtext>x</mtext>" in mathml(etree.fromstring(f"<m:oMath {NAMES}>{deep}</m:oMath>"))
