"""The catalog comes as Atom and as JSON, of as many pages each."""

from tests.formats.opds.catalogs import files, many


def test_both_kinds_have_the_same_pages() -> None:
    assert [*files(many(101))] == ["opds.xml", "opds-2.xml", "opds.json", "opds-2.json"]
