"""Rich Text Format is cut up as it says itself."""

from pipeline.readers.documents.rtf_tokens import RtfKind, tokens


def test_words_signs_bytes_and_groups_are_told_apart() -> None:
    parts = [(part.kind, part.text, part.number) for part in tokens(rb"{\b0 a\'e9\~\u-5?}")]

    assert parts == [
        (RtfKind.OPEN, "{", None), (RtfKind.WORD, "b", 0), (RtfKind.TEXT, "a", None),
        (RtfKind.BYTE, "é", None), (RtfKind.WORD, "~", None), (RtfKind.WORD, "u", -5),
        (RtfKind.TEXT, "?", None), (RtfKind.CLOSE, "}", None),
    ]  # fmt: skip


def test_binary_data_may_hold_anything_and_end_early() -> None:
    assert [part.text for part in tokens(rb"\bin3 }{\b")] == ["}{\\", "b"]
    assert [part.kind for part in tokens(rb"\bin999 x")] == [RtfKind.BINARY]
