"""Stretches of a sentence in bold."""

from formats.easy_read.bold import bold, own_words
from formats.model import Code, Link, Style, Styled, Text

RUN = (Text("Ask "), Link("https://example.org/", (Text("a tenant"),)), Text(" now"), Code("x"))


def test_a_stretch_is_bold_where_it_stands() -> None:
    tenant = Styled(Style.STRONG, (Text("tenant"),))
    assert bold(RUN, [(6, 12)])[1] == Link("https://example.org/", (Text("a "), tenant, Text("")))


def test_a_stretch_of_several_inlines_stays_as_it_is() -> None:
    assert own_words(bold(RUN, [(6, 15)])) == own_words(RUN)
    assert bold(RUN, [(6, 15)]) == RUN


def test_program_text_is_no_word_of_the_author() -> None:
    assert own_words(RUN) == "Ask a tenant now\N{OBJECT REPLACEMENT CHARACTER}"
