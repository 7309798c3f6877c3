"""Posts are grouped by what people mean by a name, in folders that stay."""

from formats.groups import AUTHORS, SUBJECTS, Group, groups
from tests.formats.builders import edition_of, episode_of, post_of


def _found(kind: str, *names: tuple[str, ...]) -> list[Group]:
    field = {SUBJECTS: "tags", AUTHORS: "authors"}[kind]
    posts = [post_of(slug=f"p{n}", **{field: given}) for n, given in enumerate(names)]
    return list(groups([episode_of(edition_of(post)) for post in posts]).of(kind))


def test_two_spellings_are_one_group_named_as_most_write_it() -> None:
    (group,) = _found(SUBJECTS, ("Easy Read",), ("easy-read",), ("Easy Read",))

    assert (group.name, group.slug, len(group.episodes)) == ("Easy Read", "easy-read", 3)


def test_a_post_that_names_a_subject_twice_is_in_it_once() -> None:
    (group,) = _found(SUBJECTS, ("Sea", "sea"))

    assert len(group.episodes) == 1


def test_names_that_would_share_a_folder_get_two() -> None:
    slugs = [group.slug for group in _found(SUBJECTS, ("C",), ("C++",))]

    assert slugs[0] == "c"
    assert len(set(slugs)) == 2


def test_the_folder_of_a_group_is_that_of_its_kind() -> None:
    assert [group.folder for group in _found(AUTHORS, ("Ada Shore",))] == ["authors/ada-shore/"]
