"""A message names the first few of many, and none at length."""

from pipeline.readers.shared.listing import quoted


def test_the_first_few_are_named_and_the_others_counted() -> None:
    assert quoted(["A", "B", "C"]) == "“A”, “B”, “C”"
    assert quoted(["A", "B", "C", "D"]) == "“A”, “B”, “C” and 1 more"
    assert quoted(["A", "B"], 1) == "“A” and 1 more"


def test_a_long_text_is_cut() -> None:
    assert quoted(["a" * 60, "b" * 61]) == f"“{'a' * 60}”, “{'b' * 59}…”"
