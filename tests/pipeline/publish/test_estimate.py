"""What a publish would take is told before anything is made or anyone is asked."""

from decimal import Decimal
from pathlib import Path

from pipeline.narrate.narration import ClipScript
from pipeline.publish.estimate import Estimate, estimate, measured
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import estimate as estimate_of_run
from pipeline.script.lines import Part, plain
from pipeline.settings import VoiceSettings
from tests.pipeline.publish.two_posts import FIRST, run
from tests.voices import tiny_kokoro

_PARTS = (
    Part((plain("s1", "One two.", "en", 200), plain("s2", "Three.", "en", 450))),
    Part((plain("s3", "Four five six.", "en", 900),)),
)


def clips(voice: VoiceSettings) -> list[ClipScript]:
    """Two clips for a voice."""
    return [ClipScript(part, str(place), voice) for place, part in enumerate(_PARTS)]


def test_words_pauses_and_the_price_are_added_up() -> None:
    voice = VoiceSettings("silence", words_per_minute=120, price=Decimal("15.00"))

    found = estimate(2, clips(voice))

    assert found == Estimate(
        posts=2,
        clips=2,
        characters=28,
        requests=0,
        duration=6 * 500 + 200 + 450 + 900,
        cost=Decimal("0.00042"),
    )


def test_where_no_price_is_named_nothing_is_said_to_cost_anything() -> None:
    assert estimate(1, clips(VoiceSettings("silence"))).cost == 0


def test_what_a_publish_would_take_is_told_and_nothing_is_made(two_posts: Request) -> None:
    found = estimate_of_run(two_posts)

    assert (found.posts, found.requests) == (2, 0)
    assert found.characters > 100
    assert not two_posts.output.exists()


def test_what_is_spoken_already_is_not_reckoned_again(two_posts: Request) -> None:
    run(two_posts)
    assert estimate_of_run(two_posts).characters == 0

    (two_posts.source / "first.md").write_text(FIRST.replace("More.", "A bit more."))

    assert estimate_of_run(two_posts).characters == len("A bit more.")


def test_the_time_that_a_slow_voice_takes_is_told(tmp_path: Path) -> None:
    """By the length of its words alone, shared by the processes; pauses take no time."""
    tiny_kokoro.build(tmp_path)
    slow = clips(VoiceSettings("kokoro", words_per_minute=120, cache=tmp_path))
    quick = clips(VoiceSettings("silence", words_per_minute=120))

    assert estimate(1, [*slow, *quick], 2, lambda _: 0.5).seconds == 6 * 0.5 * 0.5 / 2
    assert estimate(1, quick, 2, lambda _: 0.5).seconds == 0


def test_the_speed_of_a_voice_is_measured_by_letting_it_speak(tmp_path: Path) -> None:
    """A model of a few hundred bytes needs far less time than its sound lasts."""
    tiny_kokoro.build(tmp_path)

    assert 0 < measured(VoiceSettings("kokoro", cache=tmp_path)) < 1
