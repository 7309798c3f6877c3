"""requests.csv as people and spreadsheets write it, and what is written back."""

from datetime import date

import pytest

from pipeline.errors import SettingsError
from pipeline.requests.table import Wish, calculated, read

HEADER = "date,reader,post,format,note\n"
TODAY = date(2026, 6, 3)


def wishes(text: str, language: str = "en-GB") -> tuple[Wish, ...]:
    """The requests in a file with the usual columns."""
    found = read((HEADER + text).encode(), language)
    assert found.errors == ()
    return found.wishes


def marked(data: bytes, line: int) -> bytes:
    """The file after the request of a line was answered."""
    return read(data, "en-GB").marked({line: {"answered": TODAY}})


@pytest.mark.parametrize("written", ["2026-04-03", "03/04/2026", "3 April 2026", "3.4.2026"])
def test_a_day_is_read_as_people_in_britain_write_it(written: str) -> None:
    (wish,) = wishes(f"{written},a@b.org,Tides,MP3,\n")

    assert wish.asked == date(2026, 4, 3)


def test_a_day_is_read_as_people_in_the_blogs_region_write_it() -> None:
    (wish,) = wishes("03/04/2026,a@b.org,Tides,MP3,\n", "en-US")

    assert wish.asked == date(2026, 3, 4)


def test_a_file_saved_by_excel_is_read() -> None:
    """With a byte order mark, "sep=;", semicolons, and cells with line breaks and marks."""
    text = 'sep=;\r\nDate; Reader ;Post;Format;Note\r\n01/02/2026;a@b.org;"A; b";MP3;"two\r\nlines"'
    (wish,) = read(b"\xef\xbb\xbf" + text.encode(), "en-GB").wishes

    assert (wish.line, wish.post, wish.note) == (3, "A; b", "two lines")


def test_a_file_in_the_alphabet_of_windows_keeps_it() -> None:
    data = (HEADER + "2026-01-02,Zoë,Café,MP3,\n").encode("cp1252")

    assert read(data, "en-GB").wishes[0].post == "Café"
    assert "Zoë,Café,MP3,,2026-06-03\n".encode("cp1252") in marked(data, 2)


def test_lines_that_were_not_answered_keep_their_bytes() -> None:
    kept = '# mine\n\n2026-01-02,"a@b.org",Tides,MP3,"quoted"\n'
    data = (HEADER + kept + "2026-01-03,c@d.org,Tides,EPUB,").encode()
    header = HEADER.replace("note\n", "note,answered\n")

    assert marked(data, 5).decode() == header + kept + "2026-01-03,c@d.org,Tides,EPUB,,2026-06-03"


def test_an_answered_line_keeps_its_own_columns_and_the_line_breaks_in_its_cells() -> None:
    data = b'date;mine;reader;post;format;note;answered\r\n1/2/2026;x;r;p;f;"a\r\nb";\r\n'

    assert marked(data, 2) == data.replace(b'b";', b'b";2026-06-03')


def test_an_answered_request_is_read_as_answered() -> None:
    data = (HEADER + "2026-01-03,c@d.org,Tides,EPUB,\n").encode()

    assert read(marked(data, 2), "en-GB").wishes[0].answered == TODAY


def test_marking_twice_changes_nothing_more() -> None:
    once = marked((HEADER + "2026-01-03,c@d.org,Tides,EPUB,\n").encode(), 2)

    assert marked(once, 2) == once


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("soon,a@b.org,Tides,MP3,", '"soon" in the column date is no date'),
        (",a@b.org,Tides,MP3,", "column date is no date"),
        ("2026-01-02,,Tides,MP3,", "the column reader is empty"),
        ("2026-01-02,a@b.org,,MP3,", "the column post is empty"),
        ("2026-01-02,a@b.org,Tides", "the column format is empty"),
    ],
)
def test_a_line_that_says_too_little_is_an_error_with_its_place(line: str, message: str) -> None:
    found = read((HEADER + line + "\n2026-01-02,a@b.org,Tides,MP3,\n").encode(), "en-GB")

    assert [error.where for error in found.errors] == ["requests.csv:2"]
    assert message in found.errors[0].message
    assert found.errors[0].remedy
    assert len(found.wishes) == 1


@pytest.mark.parametrize("data", [b"", b"name,wish\nA,MP3\n", b"\xff\xfe\x00"])
def test_a_file_without_the_columns_is_refused(data: bytes) -> None:
    with pytest.raises(SettingsError, match="columns"):
        read(data, "en-GB")


def test_a_quotation_mark_that_stays_open_swallows_no_request() -> None:
    text = '2026-01-02,a@b.org,"Tides,MP3,\n2026-01-03,c@d.org,Tides,EPUB,\n'

    with pytest.raises(SettingsError, match=r"requests.csv:2.*quotation"):
        read((HEADER + text).encode(), "en-GB")


def test_all_is_a_standing_need() -> None:
    one, every = wishes("2026-01-02,a,Tides,MP3,\n2026-01-02,a,ALL,MP3,\n")

    assert (one.standing, every.standing) == (False, True)


def test_a_cell_that_a_spreadsheet_would_calculate_is_noticed() -> None:
    fair, foul = wishes("2026-01-02,a,Tides,MP3,\n2026-01-02,a,Tides,MP3,=cmd|' /C calc'!A0\n")

    assert calculated(fair) == ""
    assert calculated(foul).startswith("=cmd")
