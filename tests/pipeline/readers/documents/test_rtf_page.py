"""Paragraphs and tables grow as Rich Text Format says them."""

from dataclasses import replace

from pipeline.readers.documents.rtf_page import Flow, Look, ParagraphPlace


def test_words_are_dressed_together_and_made_safe() -> None:
    flow = Flow()
    for word in ("a", "<b"):
        flow.say(word, Look(("strong",), "cy", "https://a.org"))
    flow.end_paragraph()

    assert flow.html() == (
        '<p><a href="https://a.org"><span lang="cy"><strong>a&lt;b</strong></span></a></p>'
    )


def test_items_count_on() -> None:
    flow = Flow()
    flow.place = ParagraphPlace(sign="a)", is_item=True)
    flow.say("x", Look())
    flow.end_paragraph()
    flow.place = replace(flow.place, sign="b)")
    flow.say("y", Look())
    flow.end_paragraph()

    assert 'data-number="2">y' in flow.html()


def test_a_row_without_an_end_is_kept() -> None:
    flow = Flow()
    flow.place = ParagraphPlace(in_table=True)
    flow.say("x", Look())
    flow.end_cell()

    assert flow.html() == '<table><tr><td colspan="1"><p>x</p></td></tr></table>'


def test_a_box_stands_behind_its_paragraph() -> None:
    flow = Flow()
    flow.box("<p>in</p>")
    flow.put("<br>")
    flow.say("out", Look())

    assert flow.html() == "<p><br>out</p><p>in</p>"
