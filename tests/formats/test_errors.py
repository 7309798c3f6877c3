"""An error of a format says what is wrong and what to do, apart."""

from formats.errors import FormatError


def test_message_and_remedy_are_told_apart() -> None:
    error = FormatError("no paper is left.", "Buy some.")

    assert (error.message, error.remedy, str(error)) == (
        "no paper is left.",
        "Buy some.",
        "no paper is left.",
    )
