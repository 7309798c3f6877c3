"""What only a site understands is told in the same words, whatever it is written in."""

from pipeline.readers.text.site_tags import first_kept, lost_link, shown, site_tag


def test_a_tag_is_shown_where_it_is_with_what_is_kept_of_it() -> None:
    found = site_tag("a.md:3", "[form]", "The text inside it was kept.")

    assert (found.code, found.where) == ("template-tag", "a.md:3")
    assert found.message == (
        "Only your site knows what [form] stands for, so it was left out. "
        "The text inside it was kept."
    )
    assert site_tag("a.md", "[form]").message.endswith("left out.")


def test_texts_to_choose_from_and_links_have_the_same_code() -> None:
    found = [first_kept("a.md", "{% if x %}"), lost_link("a.md", "{% link x %}")]

    assert [finding.code for finding in found] == ["template-tag"] * 2
    assert ["{% if x %}" in found[0].message, "{% link x %}" in found[1].message] == [True, True]


def test_a_long_tag_is_cut() -> None:
    assert (shown("a" * 80), shown("a" * 81)) == ("a" * 80, "a" * 79 + "…")
