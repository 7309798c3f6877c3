"""Categories are those that podcast directories know; a wrong one is told with the nearest."""

import pytest

from pipeline.settings.categories import CATEGORIES, category


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Arts", ("Arts",)),
        ("Arts > Books", ("Arts", "Books")),
        ("Health & Fitness>Mental Health", ("Health & Fitness", "Mental Health")),
        ("  True Crime ", ("True Crime",)),
    ],
)
def test_a_category_may_name_a_sub_category_of_its_own(
    written: str, parts: tuple[str, ...]
) -> None:
    assert category(written) == parts


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("Helth", "Health & Fitness"),
        ("arts", "Arts"),
        ("Arts > Bookes", "Books"),
        ("Science > Fysics", "Physics"),
    ],
)
def test_a_category_that_is_not_there_is_told_with_the_nearest(written: str, nearest: str) -> None:
    with pytest.raises(ValueError, match=f'the nearest is "{nearest}"'):
        category(written)


@pytest.mark.parametrize("written", ["", "Qwertz", "Arts > Books > Novels", "Comedy > Books"])
def test_what_is_near_to_nothing_or_in_the_wrong_place_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="know no category"):
        category(written)


def test_every_sub_category_is_accepted_below_its_own_category() -> None:
    pairs = [(top, sub) for top, subs in CATEGORIES.items() for sub in subs]

    assert [category(f"{top} > {sub}") for top, sub in pairs] == pairs
