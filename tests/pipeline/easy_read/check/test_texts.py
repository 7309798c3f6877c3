"""The rules for a whole text: each flags one, and leaves another."""

import pytest

from formats.model import Media
from pipeline.easy_read.check import check
from pipeline.easy_read.check.rules import TEXTS
from pipeline.easy_read.easy_file import EasyFile, read
from pipeline.easy_read.state import digest_of
from pipeline.split.sentences import split
from tests.formats.builders import paragraph, post_of
from tests.pipeline.easy_read.check.asking import breaches, hits

W, E = "warning", "error"
ROW = "- [ ] We met at the sea to see if the boats come in.\n"
POINTS = "## The main points\n\n- [ ] The tide comes in.\n\n## The whole post\n\n"
WORD = "\n## Hard words\n\n**rungs**: Steps.\n\n**eels**: Long fish.\n\n**moss**: A plant.\n"

CASES: list[tuple[str, str, str, str]] = [
    ("ER-S02", W, "- [ ] We met at the sea to see if the boats come in at noon.", ROW),
    ("ER-W02", W, f"- [ ] Rungs, eels and moss.\n{WORD}", f"- [ ] Rungs and eels.\n{WORD}"),
    ("ER-W02", W, f"- [ ] See:\n  - the rungs\n{WORD}", f"- [ ] See the rungs.\n{WORD}"),
    ("ER-W04", W, "- [ ] The disabled initiative met.", "- [ ] The people met us at the house."),
    (
        "ER-W09",
        W,
        "- [ ] A coproduction.\n- [ ] A co-production.",
        "- [ ] A co-production.\n- [ ] The co-production.",
    ),
    (
        "ER-W09",
        W,
        "- [ ] We met.\n\n## Hard words\n\n**customer**: Who pays.\n\n**client**: Who pays.",
        "- [ ] We met.\n\n## Hard words\n\n**client**: Who pays.\n\n**clients**: Who pays.",
    ),
    ("ER-W10", W, "- [ ] The organisation met.", "- [ ] The hospital met."),
    ("ER-D01", W, ROW * 90, ROW * 80),
    ("ER-D04", W, ROW * 9, f"{ROW * 5}\n### The sea\n\n{ROW * 5}"),
    ("ER-D07", E, ROW * 30, POINTS + ROW * 30),
    ("ER-D07", E, ROW * 30, ROW * 3),
    ("ER-R01", W, "- [ ] Organisational participation necessitates it.", "- [ ] We met her."),
]


@pytest.mark.parametrize(("rule", "level", "flagged", "left"), CASES)
def test_a_rule_flags_one_text_and_leaves_another(
    rule: str, level: str, flagged: str, left: str
) -> None:
    assert (rule, level) in hits(flagged)
    assert (rule, level) not in hits(left)


def test_every_rule_for_texts_is_tried_here() -> None:
    tried = {case[0] for case in CASES} | {"ER-P04", "ER-H02"}
    assert {rule.id for rule in TEXTS} == tried


def test_a_title_of_signs_alone_is_none() -> None:
    post = split(post_of(paragraph("The tide.")))
    found = check(read("# …\n\n- [ ] We met.", "t.easy.md"), post, "en", (), {})
    assert any(b.rule == "ER-D07" for b in found)


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


def signed(words: str) -> EasyFile:
    file = read(f"# The tide\n\n- [ ] {words}", "t.easy.md")
    return file.with_facts(signed=digest_of(file))


def test_a_signature_for_another_text_is_told() -> None:
    post = split(post_of(paragraph("The tide.")))
    file = signed("The tide.")
    kept = check(file, post, "en-GB", (), {})
    other = EasyFile(file.name, "The sea", file.facts, whole=file.whole)
    changed = check(other, post, "en-GB", (), {})
    assert "ER-H02" not in {b.rule for b in kept}
    assert "ER-H02" in {b.rule for b in changed}
