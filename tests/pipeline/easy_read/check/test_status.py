"""The rule for the state of a text."""

from pipeline.easy_read.check import check
from pipeline.easy_read.easy_file import EasyFile, read
from pipeline.easy_read.state import digest_of
from pipeline.split.sentences import split
from tests.formats.builders import paragraph, post_of
from tests.pipeline.easy_read.check.asking import ERROR, WARNING

W, E = WARNING, ERROR


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
