"""What tables of languages share."""

from pipeline.script.normalise.languages.conventions import exactly_one, listed


def test_one_alone_is_singular() -> None:
    assert exactly_one(1, "")
    assert not exactly_one(1, "5")
    assert not exactly_one(0, "")


def test_a_list_is_apart_by_spaces_or_by_its_sign() -> None:
    assert listed("un deux") == ("un", "deux")
    assert listed("un deg un|dau", "|") == ("un deg un", "dau")
