"""The container holds its files in their order, and its bytes follow from them alone."""

import io
import zipfile

from formats.epub.archive import Archive


def packed() -> bytes:
    """A container of two files."""
    file = io.BytesIO()
    archive = Archive(file)
    archive.writestr("b.xhtml", "é")
    archive.writestr("a.mp3", b"\x00")
    archive.close()
    return file.getvalue()


def test_a_file_in_pieces_is_the_same_as_one_in_whole() -> None:
    whole, pieces = io.BytesIO(), io.BytesIO()
    for file, data in ((whole, b"abc"), (pieces, (b"a", b"bc"))):
        archive = Archive(file)
        archive.writestr("a.mp3", data)
        archive.close()

    assert whole.getvalue() == pieces.getvalue()


def test_the_type_comes_first_and_the_rest_in_the_order_given() -> None:
    with zipfile.ZipFile(io.BytesIO(packed())) as read:
        assert read.namelist() == ["mimetype", "b.xhtml", "a.mp3"]
        assert read.read("mimetype") == b"application/epub+zip"
        assert read.read("b.xhtml") == "é".encode()


def test_the_type_stands_at_the_byte_where_readers_look_for_it() -> None:
    """EPUB 3.3, 4.2.2: the name at byte 30, the type right after it."""
    assert packed()[30:58] == b"mimetypeapplication/epub+zip"


def test_nothing_in_it_is_of_this_machine_or_this_day() -> None:
    with zipfile.ZipFile(io.BytesIO(packed())) as read:
        for info in read.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.create_system, info.external_attr >> 16) == (3, 0o644)
            assert info.compress_type == zipfile.ZIP_STORED
    assert packed() == packed()
