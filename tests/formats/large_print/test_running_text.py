"""Running text in large print: links, languages, whole words."""

import re

from formats.large_print.document import document
from formats.large_print.running_text import code_words, sentences
from formats.large_print.setting import setting
from formats.model import (
    Link,
    Style,
    Styled,
    Text,
)
from tests.formats.builders import (
    edition,
    paragraph,
    sentence,
)
from tests.formats.large_print.prints import lines, made, poppler


def test_addresses_of_links_are_numbered_and_listed() -> None:
    """On paper an address can only be followed when it is written out, once."""
    first = Link("https://example.org/a", (Text("One"),))
    other = Link("../other/", (Text("other"),))
    text = paragraph(sentence(first, " and ", other, " and ", first, "."))
    found = lines(made(edition(text))["large-print.pdf"])
    assert "One (link 1) and other (link 2) and One (link 1)." in found
    assert found[-2:] == ["1. https://example.org/a", "2. https://example.org/posts/other/"]


def test_a_script_for_an_address_is_no_link() -> None:
    """Its words stay, and it stands in no list."""
    bad = Link("javascript:alert(1)", (Text("press"),))
    pdf = made(edition(paragraph(sentence("Do ", bad))))["large-print.pdf"]
    assert lines(pdf)[-1] == "Do press"
    assert b"javascript" not in pdf


def test_a_word_with_a_hyphen_is_whole_but_not_where_it_touches_bold() -> None:
    bold = Styled(Style.STRONG, (Text("production"),))
    here = setting(edition(paragraph("Sea.")), 18)

    whole = sentences((sentence("A co-production now"),), here)
    first = sentences((sentence("co-production now"),), here)
    touched = sentences((sentence("A co-", bold),), here)

    assert whole == ["A ", {"kind": "whole", "text": "co-production"}, " now"]
    assert first == [{"kind": "whole", "text": "co-production"}, " now"]
    assert touched == ["A co-", {"kind": "strong", "body": ["production"]}]


def test_program_text_breaks_only_inside_a_run_wider_than_the_line() -> None:
    here = setting(edition(paragraph("Sea.")), 24)
    broken = code_words(f"a b\n{'x' * 80}", here)

    assert broken.replace("\u200b", "") == f"a b\n{'x' * 80}"
    assert broken.startswith("a b\nxxx")
    assert broken.count("\u200b") == 2


def test_an_address_is_read_from_left_to_right_in_every_language() -> None:
    link = Link("https://example.org/one/two", (Text("\u0643\u062a\u0627\u0628"),))
    whole = edition(paragraph(sentence(link)), language="ar", title="\u0643\u062a\u0627\u0628")

    found = poppler("pdftotext", "-bbox", pdf=made(whole)["large-print.pdf"])

    at = {w: float(x) for x, w in re.findall(r'xMin="([\d.]+)"[^>]*>[^<]*?(example|two)', found)}
    assert not at or len(at) == 1 or at["example"] < at["two"]


def test_no_space_stands_before_a_wide_bracket() -> None:
    link = Link("https://example.org/", (Text("\u6d77"),))

    found = str(document(edition(paragraph(sentence(link)), language="ja", title="x"), 18)["body"])

    assert "' '" not in found
