"""The rules for pictures that the file decides."""

from formats.model import Media
from tests.pipeline.easy_read.check.asking import ERROR, WARNING, breaches, hits

W, E = WARNING, ERROR


def picture(path: str, data: bytes) -> Media:
    return Media(path, "image/png", data, 10, 10)


def test_one_picture_under_two_names_stands_for_two_things() -> None:
    written = "- [ ] ![](a.png) We met.\n- [ ] ![](b.png) We ate."
    same = {name: picture(name, b"one") for name in ("a.png", "b.png")}
    other = {**same, "b.png": picture("b.png", b"two")}
    assert ("ER-P04", E) in {(b.rule, b.level) for b in breaches(written, pictures=same)}
    assert ("ER-P04", E) not in {(b.rule, b.level) for b in breaches(written, pictures=other)}


def test_one_thing_has_one_picture() -> None:
    rows = "- [ ] ![]({}) We had a meeting.\n- [ ] ![]({}) The meeting was long."
    assert ("ER-P04", W) in hits(rows.format("meeting", "talk"))
    assert ("ER-P04", W) not in hits(rows.format("meeting", "meeting"))
