"""The hard words of a row that its file does not explain."""

from dataclasses import replace

from pipeline.easy_read.easy_file import EasyFile, FileRow, Group, Meaning
from pipeline.easy_read.editor.unexplained import unexplained


def file_with(words: str, *meanings: Meaning) -> EasyFile:
    return EasyFile("a.easy.md", "A", whole=(Group((), (FileRow(words),)),), meanings=meanings)


def test_a_hard_word_comes_with_what_it_may_mean() -> None:
    found = unexplained(file_with("Tokenism is a pastiche."), 0, ())

    assert {word.word.lower(): bool(word.meaning) for word in found} == {
        "tokenism": True,
        "pastiche": False,
    }


def test_the_editors_own_meaning_goes_before_ours() -> None:
    own = (("tokenism", "Only for show."),)
    (found,) = unexplained(file_with("We end tokenism."), 0, own)

    assert found.meaning == "Only for show."
    assert unexplained(file_with("We end tokenism."), 0, (("tokenism", ""),)) == ()


def test_a_word_that_the_file_explains_is_not_told_again() -> None:
    meanings = (Meaning("tokenism", "Only for show."), Meaning("good pastiche", "A copy."))
    file = file_with("Tokenism is a good pastiche.", *meanings)

    assert unexplained(file, 0, ()) == ()
    assert unexplained(replace(file, meanings=meanings[:1]), 0, ())[0].word == "pastiche"
