"""A post that is ready to be spoken names the voices that really speak in it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from formats import walk
from pipeline.errors import SettingsError
from pipeline.narrate.narration import joined
from pipeline.publish import prepare
from pipeline.publish.prepare import Sources
from pipeline.publish.ready import ReadyPost
from pipeline.publish.request import PublishRun, Request
from pipeline.settings import Settings, VoiceSettings
from pipeline.store.ledger import Ledger
from tests.pipeline.publish.two_posts import run
from tests.pipeline.readers.reading import reading as reading_of

ENGLISH = "eSpeak NG English (Great Britain)"
WELSH = "eSpeak NG Welsh"


def ready(tmp_path: Path, text: str) -> ReadyPost:
    """The one post of a folder, for the voices of espeak-ng."""
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "post.md").write_text(text, "utf-8")
    voice = VoiceSettings("espeak", cache=tmp_path / "cache")
    request = Request(tmp_path / "posts", tmp_path / "out", voice.cache)
    sources: Sources = prepare.read_sources(PublishRun(request, Settings(), Ledger(), ""))
    (post,) = sources.reading.posts
    return prepare.ready_post(post, sources, voice)


def shown(post: ReadyPost) -> list[str]:
    """The ids of the lines, in order."""
    return [line.id for part in post.scripts[0].parts for line in part.lines]


def named(post: ReadyPost) -> str:
    """What is said of the voice at the end."""
    (sentence,) = (sentence for sentence in post.frame.closing if sentence.id == "voice")
    return walk.plain(sentence.inlines)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en-GB", ENGLISH),
        ("en-US", "eSpeak NG English (America)"),
        ("fr", "eSpeak NG French (France)"),
        ("cy", WELSH),
        ("es", "eSpeak NG Spanish (Spain)"),
    ],
)
def test_a_post_is_read_by_the_voice_of_its_language_and_says_so(
    tmp_path: Path, language: str, name: str
) -> None:
    """The blog's name is given in no language of its own, so that one voice is heard."""
    post = ready(tmp_path, f"---\ntitle: Un\nlanguage: {language}\n---\n\nDau.\n")

    assert name in named(post)
    assert joined(post.scripts[0], {}).voices[0] == name


def test_a_phrase_in_another_language_names_its_voice_too(tmp_path: Path) -> None:
    text = '# Tide\n\nThey said <span lang="cy">bore da</span> and went.\n'
    post = ready(tmp_path, text)

    assert f"{ENGLISH} and {WELSH}" in named(post)
    assert joined(post.scripts[0], {}).voices == (ENGLISH, WELSH)


def test_a_long_post_is_named_again_in_its_middle(tmp_path: Path) -> None:
    paragraph = "The sea rose and fell. " * 42 + "\n\n"
    post = ready(tmp_path, "# Tide\n\n" + paragraph * 40)
    reminder = post.frame.reminder

    assert reminder is not None
    assert reminder.after == 20
    said = walk.plain(reminder.sentence.inlines)
    assert said == "You are listening to Tide, read by a synthetic voice."
    at = shown(post).index("reminder")
    assert shown(post)[at - 1 : at + 2] == ["s840", "reminder", "s841"]


def test_a_short_post_is_not_named_again(tmp_path: Path) -> None:
    post = ready(tmp_path, "# Tide\n\nIt rose.\n\nIt fell.\n")

    assert post.frame.reminder is None
    assert "reminder" not in shown(post)


def test_a_narration_holds_its_own_script(tmp_path: Path) -> None:
    post = ready(tmp_path, "# Tide\n\nIt was 3 pm.\n")
    narration = joined(post.scripts[0], {})

    assert [unit for unit, _ in narration.script] == [cue.id for cue in narration.cues]
    assert dict(narration.script)["s1"] == "It was three PM."


def test_a_word_of_the_lexicon_that_posts_have_is_not_called_unused(two_posts: Request) -> None:
    (two_posts.source / "lexicon.csv").write_text("written,spoken\nsentences,sent ences\nx,y\n")

    report = run(two_posts)

    assert [f.where for f in report.findings if f.code == "lexicon-unused"] == ["lexicon.csv:3"]


def test_a_folder_without_posts_is_told(two_posts: Request) -> None:
    for post in two_posts.source.glob("*.md"):
        post.unlink()

    with pytest.raises(SettingsError, match="no posts"):
        run(two_posts)


def test_a_folder_without_posts_says_what_is_there_instead(two_posts: Request) -> None:
    for post in two_posts.source.glob("*.md"):
        post.write_text("---\ntitle: Not yet\ndraft: true\n---\n")

    with pytest.raises(SettingsError, match="no posts") as caught:
        run(two_posts)

    assert caught.value.remedy.count("“Not yet” is a draft") == 2


def test_a_folder_without_posts_says_what_each_file_in_it_is(tmp_path: Path) -> None:
    (tmp_path / "walk.pages").write_bytes(b"PK")
    request = Request(tmp_path, tmp_path / "output", tmp_path / "cache")

    with pytest.raises(SettingsError, match="no posts here") as told:
        prepare.read_sources(PublishRun(request, Settings(), Ledger(), ""))
    assert "walk.pages: This is a document of Pages" in told.value.remedy
    assert "In Pages, choose File, Export To, and Word." in told.value.remedy


def test_a_date_in_the_settings_that_can_be_read_in_two_ways_is_told(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, {"one.md": "# One\n\nText.\n"})
    settings = Settings(
        dates={"one": datetime(2026, 4, 5, tzinfo=UTC)}, unsure_dates={"one": "05/04/2026"}
    )

    (told,) = prepare.unknown_dates(settings, reading)

    assert told.code == "date-order"
    assert "05/04/2026" in told.message
    assert "2026-04-05" in told.message
