"""Pictures on other sites are fetched once each; one that can't be is told, and its post kept."""

from dataclasses import replace

from formats.model import Figure, Media, Picture, Post
from pipeline.errors import ReadError
from pipeline.importing.fetch import Fetched
from pipeline.importing.remote_pictures import PictureFetcher, PictureLimits
from tests.formats.builders import picture
from tests.pipeline.importing.test_front_matter import POST

PNG = picture("a.png").data
FILES = {"https://a.org/lock.png": PNG, "https://a.org/x/lock.png": PNG, "https://a.org/t": b"text"}

USUAL = PictureLimits()


def _fetch(address: str) -> Fetched:
    if address not in FILES:
        raise ReadError("The server answers 404.", where=address)
    return Fetched(address, FILES[address], "image/png", "")


def _post(*addresses: str) -> Post:
    figures = (Figure("", Picture(address, "A lock"), ()) for address in addresses)
    return replace(POST, blocks=(*figures, *POST.blocks))


def _complete(
    post: Post, limits: PictureLimits = USUAL, media: tuple[Media, ...] = ()
) -> tuple[list[str], list[str], list[str]]:
    """The pictures that a post shows then, its media, and what was told."""
    found, there, told = PictureFetcher(_fetch, limits).complete(post, media)
    shown = [block.picture.src for block in found.blocks if isinstance(block, Figure)]
    return shown, [m.path for m in there], [finding.message for finding in told]


def test_a_picture_is_fetched_once_and_has_a_name_of_its_own() -> None:
    lock, other = "https://a.org/lock.png", "https://a.org/x/lock.png"

    shown, media, told = _complete(_post(lock, other, lock), media=(picture("pictures/lock.png"),))

    assert shown == ["pictures/lock-2.png", "pictures/lock-3.png", "pictures/lock-2.png"]
    assert media == ["pictures/lock.png", "pictures/lock-2.png", "pictures/lock-3.png"]
    assert told == []


def test_a_picture_that_can_not_be_fetched_or_shown_is_told_and_keeps_its_address() -> None:
    gone, text = "https://a.org/gone.png", "https://a.org/t"

    shown, media, told = _complete(_post(gone, text))

    assert shown == [gone, text]
    assert media == []
    assert [message.rpartition(": ")[2] for message in told] == [
        "The server answers 404.",
        f"The picture {text} can't be decoded.",
    ]


def test_a_file_beside_the_post_is_not_fetched() -> None:
    assert _complete(_post("pictures/lock.png")) == (["pictures/lock.png"], [], [])


def test_the_picture_that_stands_for_the_post_is_fetched_too() -> None:
    post = replace(_post(), picture=Picture("https://a.org/lock.png", "A lock"))

    found, media, _ = PictureFetcher(_fetch, USUAL).complete(post, ())

    assert found.picture == Picture("pictures/lock.png", "A lock")
    assert media[0].data == PNG


def test_no_more_pictures_are_fetched_than_is_allowed() -> None:
    post = _post("https://a.org/lock.png", "https://a.org/x/lock.png")

    assert len(_complete(post, PictureLimits(count=1))[1]) == 1
    assert len(_complete(post, PictureLimits(size=1))[1]) == 1
