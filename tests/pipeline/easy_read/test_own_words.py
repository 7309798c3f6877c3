"""Which sentences are the author's own words."""

import pytest

from formats.model import Picture, Sentence, Style, Styled, Text
from pipeline.easy_read.own_words import own_words
from pipeline.split.sentences import cut_run


def own(text: str, language: str = "en") -> list[str]:
    return [found for _, found in own_words(cut_run((Text(text),), language))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We call it “sharing power” here. It works.",
            ["We call it “sharing power” here.", "It works."],
        ),
        (
            "We call it ‘sharing power’ here. It works.",
            ["We call it ‘sharing power’ here.", "It works."],
        ),
        (
            "The patients’ group doesn't wait. It works.",
            ["The patients’ group doesn't wait.", "It works."],
        ),
        ("She said “We go now and all of us agree.” Then we left.", ["Then we left."]),
        ("She said: ‘We begin. We go on. We end.’ Then we left.", ["Then we left."]),
        ('She said: "We begin. We go on. We end." Then we left.', ["Then we left."]),
        ("“We begin here. We go on.", []),
    ],
)
def test_quotations_and_their_pieces_are_left_out_and_quoted_words_are_not(
    text: str, expected: list[str]
) -> None:
    assert own(text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Sie sagte: „Wir gehen jetzt alle zusammen.“ Wir gingen."),
        ("da", "Hun sagde: »Vi går nu alle sammen hjem.« Vi gik."),
        ("fr", "Elle dit : « Nous partons tous ensemble. » Nous partons."),
        ("ja", "彼女は「今からみんなで行きます」と。行きました。"),
    ],
)
def test_quotation_marks_of_other_languages_are_known(language: str, text: str) -> None:
    found = own(text, language)
    assert len(found) == 1
    assert text.endswith(found[0])


def test_what_is_marked_as_a_quotation_counts_and_a_sentence_with_a_picture_is_left_out() -> None:
    quoted = Styled(Style.QUOTATION, (Text("all of us will go there now"),))
    picture = Picture("a.png", "A garden")
    sentences = (
        Sentence("s1", (Text("She said "), quoted, Text("."))),
        Sentence("s2", (picture, Text("A garden in the town."))),
        Sentence("s3", (Text("We went."),)),
    )
    assert [sentence.id for sentence, _ in own_words(sentences)] == ["s3"]
