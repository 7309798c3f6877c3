"""DAISY 3: the package, the SMIL files and the resources of a book."""

from tests.formats.builders import edition, paragraph
from tests.formats.daisy.talking_books import blog3, daisy3, rich

SMIL = "{http://www.w3.org/2001/SMIL20/}"


def test_the_manifest_has_every_file_and_the_spine_every_smil() -> None:
    book = daisy3(rich())
    package = book.xml("package.opf")
    items = {e.get("id"): e.get("href", "") for e in package.iter("{*}item")}

    assert sorted(items.values()) == sorted(book.names)
    assert [items[e.get("idref")] for e in package.iter("{*}itemref")] == book.smils()


def test_the_package_says_what_the_book_has() -> None:
    book = daisy3(rich())

    assert book.said("package.opf", "dtb:multimediaType") == ["audioFullText"]
    assert book.said("package.opf", "dtb:multimediaContent") == ["audio,text,image"]
    assert book.said("package.opf", "dtb:totalTime") == ["0:00:27.000"]
    assert book.said("package.opf", "dtb:narrator") == ["a test voice"]
    plain = daisy3(edition(paragraph("Sea.")))
    assert plain.said("package.opf", "dtb:multimediaContent") == ["audio,text"]


def test_a_list_a_table_and_a_note_can_be_left_and_only_notes_skipped() -> None:
    book = daisy3(rich())
    left = [
        (e.get("class"), e.get("customTest"))
        for smil in book.smils()
        for e in book.xml(smil).iter(f"{SMIL}seq")
        if e.get("end")
    ]

    assert left == [
        *[("list", None)] * 4,
        ("table", None),
        ("note", "note"),
        ("note", "note"),
        ("list", None),
    ]


def test_a_structure_ends_with_its_last_part() -> None:
    book = daisy3(rich())
    for smil in book.smils():
        for structure in book.xml(smil).iter(f"{SMIL}seq"):
            if structure.get("end"):
                assert structure.get("end") == f"DTBuserEscape;{structure[-1].get('id')}.end"


def test_what_can_be_skipped_is_declared_only_where_it_is() -> None:
    book = daisy3(rich())
    declaring = [n for n in book.smils() if book.xml(n).find(f".//{SMIL}customTest") is not None]

    assert declaring == book.smils()[-1:]


def test_each_smil_file_says_what_came_before_it() -> None:
    book = daisy3(rich())
    told = [book.said(smil, "dtb:totalElapsedTime") for smil in book.smils()]

    assert told[:2] == [["0:00:00.000"], ["0:00:04.800"]]


def test_players_are_told_the_names_of_structures_in_the_language_of_the_book() -> None:
    resources = daisy3(edition(paragraph("Meer."), language="de")).xml("text.res")

    assert [e.text for e in resources.iter("{*}text")] == [
        "Anmerkung",
        "Liste",
        "Tabelle",
        "Anmerkung",
    ]


def test_every_file_of_a_blog_has_the_identifier_of_the_book() -> None:
    book = blog3(rich(), edition(paragraph("Sea."), slug="other"))
    files = [n for n in book.names if n.endswith((".xml", ".smil", ".ncx"))]

    assert len({*(uid for name in files for uid in book.said(name, "dtb:uid"))}) == 1
