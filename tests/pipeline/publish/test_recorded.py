"""What is recorded of a post says all that a later run reports of it without looking at it."""

from pipeline.errors import ReadError
from pipeline.publish.recorded import PostRun, newest_first
from pipeline.publish.request import Request
from pipeline.store import ledger
from tests.formats.builders import paragraph, post_of
from tests.pipeline.publish.two_posts import FIRST, SECOND, run

LEXICON = "written,spoken\nsentences,sentinces\nnowhere,nowear\n"


def _unused(request: Request) -> list[str]:
    return [f.message for f in run(request).findings if f.code == "lexicon-unused"]


def test_an_entry_that_only_an_unchanged_post_has_is_not_said_to_be_unused(
    two_posts: Request,
) -> None:
    (two_posts.source / "lexicon.csv").write_text(LEXICON)
    first = _unused(two_posts)
    (two_posts.source / "second.md").write_text(SECOND + "\nOther words.\n")

    assert _unused(two_posts) == first
    assert ["nowhere" in message for message in first] == [True]


def test_a_voice_that_does_not_speak_a_language_is_told_of_in_each_run(two_posts: Request) -> None:
    (two_posts.source / "first.md").write_text(FIRST.replace("title", "language: cy\ntitle"))
    told = [f for f in run(two_posts).findings if f.code == "no-voice"]
    (two_posts.source / "second.md").write_text(SECOND + "\nOther words.\n")

    assert [f for f in run(two_posts).findings if f.code == "no-voice"] == told


def test_a_post_that_is_made_ready_from_other_things_to_the_same_is_known_from_then_on(
    two_posts: Request,
) -> None:
    run(two_posts)
    before = ledger.load(two_posts.cache, two_posts.output).posts["first"]
    (two_posts.source / "lexicon.csv").write_text("written,spoken\nnowhere,nowear\n")
    report = run(two_posts)
    after = ledger.load(two_posts.cache, two_posts.output).posts["first"]

    assert report.made == ()
    assert after.read != before.read
    assert (after.inputs, after.digest) == (before.inputs, before.digest)


def test_a_post_that_failed_has_no_digest_for_what_was_kept_of_it(two_posts: Request) -> None:
    """It stands in lists with its present words, beside the files of earlier ones."""
    run(two_posts)
    known = ledger.load(two_posts.cache, two_posts.output).posts
    post = post_of(paragraph("Other words."), slug="first")
    well = PostRun(post, None, {}, (), known["first"])
    failed = PostRun(post, None, {}, (), known["first"], error=ReadError("no", where="first.md"))

    assert newest_first([well], known)[0].digest == known["first"].digest != ""
    assert newest_first([failed], known)[0].digest == ""
