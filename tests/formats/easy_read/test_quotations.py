"""Another person's words are never changed."""

from formats.easy_read.quotations import quoting
from tests.formats.builders import sentence


def test_a_quotation_is_known_to_its_end_over_several_sentences() -> None:
    """A person's words are never reworded."""
    said = ("She said: “I can't.", "I don't want to.", "Never.”", "We can't know.")
    assert quoting(tuple(map(sentence, said))) == (True, True, True, False)


def test_after_an_opening_single_mark_the_rest_of_the_block_is_left() -> None:
    """Its end looks like an apostrophe, so that nothing after it is certain."""
    quoted = (sentence("‘I can't.’"), sentence("We can't."))
    ours = (sentence("The carers' view isn't ours."), sentence("It's theirs."))
    assert quoting(quoted) == (True, True)
    assert quoting(ours) == (False, False)
