"""A post in which one sentence is missing, doubled, moved or out of its clip is refused."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.judges.check import JUDGES
from tests.judging import codes, judged
from tests.pipeline.judges.published import (
    SLUG,
    post,
    proof,
    rebound,
    reproved,
    rewritten,
    sound,
    with_frames,
)

FRAME_BYTES = 208  # 64 kb/s at 22,050 Hz: 208 bytes and sometimes a padding byte
PAR = re.compile(r"<par>.*?</par>\s*", re.DOTALL)


def found(output: Path) -> set[str]:
    """The faults of a broken copy, but for this: that something in it was changed."""
    return every(output) - {"proof-changed"}


def every(output: Path) -> set[str]:
    paths = sorted(p for p in output.rglob("*") if JUDGES["completeness"].wants(p))
    return codes(judged("completeness", *paths))


def captions(output: Path) -> list[str]:
    """The blocks of the transcript."""
    return (post(output) / "transcript.vtt").read_text("utf-8").strip().split("\n\n")


def write(output: Path, blocks: list[str]) -> None:
    (post(output) / "transcript.vtt").write_text("\n\n".join(blocks) + "\n", "utf-8")


def _swapped(text: str, one: str, other: str) -> str:
    return text.replace(one, "#x").replace(other, one).replace("#x", other)


def test_what_was_published_is_complete(output: Path) -> None:
    assert every(output) == set()


def test_the_report_counts_the_same_units_everywhere(output: Path) -> None:
    told = proof(output)

    assert told["cues"] == told["captions"] == told["pars"] == len(told["letters"]) > 8
    assert sum(told["clips"]) == told["samples"]
    assert told["pace"][0] <= told["pace"][1] <= told["pace"][2]
    assert -40 < told["quietest"] < -10


def test_a_caption_that_is_missing_is_refused(output: Path) -> None:
    write(output, [block for block in captions(output) if not block.startswith("s3\n")])

    assert "proof-missing" in found(output)


def test_a_caption_that_is_there_twice_is_refused(output: Path) -> None:
    blocks = captions(output)
    write(output, [*blocks, blocks[-1]])

    assert found(output) == {"proof-double", "proof-count"}


def test_a_page_whose_cues_nest_without_end_is_refused(output: Path) -> None:
    page = post(output) / "index.html"
    text = page.read_text("utf-8")
    nested = re.sub(r'(id="page-cues"[^>]*>)', rf"\1{'[' * 100_000}", text)
    page.write_text(nested, "utf-8")

    assert "proof-unreadable" in found(output)


def test_captions_out_of_order_are_refused(output: Path) -> None:
    blocks = captions(output)
    write(output, [*blocks[:-2], blocks[-1], blocks[-2]])

    assert "proof-order" in found(output)


def test_a_caption_of_nothing_that_is_shown_is_refused(output: Path) -> None:
    rewritten(post(output) / "transcript.vtt", "\ns2\n", "\ns99\n")

    assert found(output) == {"proof-strange", "proof-missing"}


def test_a_caption_moved_into_the_next_clip_is_refused(output: Path) -> None:
    """The heading's, to where the paragraph after it is heard."""
    blocks = captions(output)
    at = next(n for n, block in enumerate(blocks) if block.startswith("s3\n"))
    times = blocks[at + 1].split("\n")[1]
    write(output, [*blocks[:at], re.sub(r".* --> .*", times, blocks[at]), *blocks[at + 1 :]])

    assert found(output) == {"proof-clip", "proof-apart"}


def test_a_caption_that_runs_into_the_next_clip_is_refused(output: Path) -> None:
    blocks = captions(output)
    at = next(n for n, block in enumerate(blocks) if block.startswith("s3\n"))
    end = blocks[at + 1].split("\n")[1].split(" --> ")[1]
    write(output, [*blocks[:at], re.sub(r"(?<=--> ).*", end, blocks[at]), *blocks[at + 1 :]])

    assert found(output) == {"proof-clip"}


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("proof-missing", lambda text: PAR.sub("", text, count=1)),
        ("proof-double", lambda text: PAR.sub(r"\g<0>\g<0>", text, count=1)),
        ("proof-strange", lambda text: text.replace("#s2", "#s98")),
        ("proof-order", lambda text: _swapped(text, "#s1", "#s2")),
        (
            "proof-apart",
            lambda text: re.sub(r'(?s)(#s2".*?="0:00:)\d\d', r"\g<1>59", text, count=1),
        ),
    ],
)
@pytest.mark.parametrize("book", [f"posts/{SLUG}/{SLUG}.epub", "*.epub"])
def test_a_book_that_does_not_play_each_sentence_once_is_refused(
    output: Path, book: str, code: str, change: Callable[[str], str]
) -> None:
    (path,) = (p for p in output.glob(book) if not p.stem.endswith("-text"))
    rebound(path, "post.smil", change)

    assert code in found(output)


def test_a_sound_that_is_a_frame_short_is_refused(output: Path) -> None:
    with_frames(sound(output), lambda frames: frames[FRAME_BYTES:])

    assert found(output) <= {"proof-length", "proof-unreadable", "proof-count"}
    assert found(output)


def test_sound_that_no_sentence_belongs_to_is_refused(output: Path) -> None:
    """What is left when two long sentences are in no edition."""
    page = post(output) / "index.html"
    text = re.sub(r'\["s[123]",\d+\],', "", page.read_text("utf-8"))
    page.write_text(re.sub(r'id="s[123]"', "", text), "utf-8")
    write(output, [b for b in captions(output) if not re.match(r"s[123]\n", b)])

    assert "proof-gap" in found(output)


def test_clips_that_do_not_add_up_are_refused(output: Path) -> None:
    first, *rest = proof(output)["clips"]
    reproved(output, clips=[first - 576, *rest])

    assert "proof-length" in found(output)


def test_a_clip_without_a_sentence_is_refused(output: Path) -> None:
    first, *rest = proof(output)["clips"]
    reproved(output, clips=[576, first - 576, *rest])

    assert found(output) == {"proof-clip"}


def test_a_player_that_is_ten_milliseconds_late_is_refused(output: Path) -> None:
    page = post(output) / "index.html"
    late = re.sub(r'(?<=\["s2",)\d+', lambda at: str(int(at[0]) + 10), page.read_text("utf-8"))
    page.write_text(late, "utf-8")

    assert found(output) == {"proof-apart"}


def test_a_player_that_skips_a_sentence_is_refused(output: Path) -> None:
    page = post(output) / "index.html"
    text = page.read_text("utf-8")
    page.write_text(re.sub(r'\["s2",\d+\],', "", text), "utf-8")

    assert found(output) == {"proof-missing", "proof-count"}


def test_a_sentence_put_into_the_page_afterwards_is_refused(output: Path) -> None:
    place = '<div id="page-post">'
    rewritten(post(output) / "index.html", place, f'{place}<p id="s77">Here.</p>')

    assert found(output) == {"proof-missing"}


@pytest.mark.parametrize(
    ("codes", "name"),
    [
        ({"proof-absent"}, "transcript.vtt"),
        ({"proof-absent"}, "transcript.srt"),
        ({"proof-absent"}, "large-print.pdf"),
        ({"proof-absent"}, f"{SLUG}.epub"),
        ({"proof-absent"}, "../../feed.xml"),
        ({"proof-absent", "proof-unreadable"}, "index.html"),
        ({"proof-absent", "proof-unreadable"}, f"{SLUG}.mp3"),
    ],
)
def test_a_file_that_is_gone_is_missed(output: Path, codes: set[str], name: str) -> None:
    (post(output) / name).unlink()

    assert every(output) == codes


@pytest.mark.parametrize("name", ["index.html", "transcript.vtt", f"{SLUG}.txt"])
def test_words_that_were_changed_afterwards_are_refused(output: Path, name: str) -> None:
    rewritten(post(output) / name, "at noon", "at dusk")

    assert every(output) == {"proof-changed"}


def test_one_changed_byte_in_any_file_is_refused(output: Path) -> None:
    """Each that the report lists, and of the same size as before."""
    report = json.loads((output / "report.json").read_text("utf-8"))
    cards = [*report["files"], *(card for each in report["posts"] for card in each["files"])]
    assert len(cards) > 12
    for card in cards:
        path = output / card["path"]
        whole = path.read_bytes()
        path.write_bytes(whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:])

        changed = judged("completeness", *(output / n for n in ("report.json", f"{SLUG}.mp3")))
        assert ("proof-changed", str(path)) in [(f.code, f.where) for f in changed]
        path.write_bytes(whole)


@pytest.mark.parametrize("name", ["cues", "captions", "pars", "samples"])
def test_a_proof_that_counts_otherwise_is_refused(output: Path, name: str) -> None:
    reproved(output, **{name: proof(output)[name] - 1})

    assert "proof-count" in found(output)


@pytest.mark.parametrize("name", ["cues", "units", "seconds", "voices"])
def test_a_report_that_does_not_say_what_its_proof_says_is_refused(output: Path, name: str) -> None:
    path = output / "report.json"
    report = json.loads(path.read_bytes())
    report["posts"][0][name] *= 2
    path.write_text(json.dumps(report), "utf-8")

    assert found(output) == {"proof-count"}


@pytest.mark.parametrize(
    "change", [{"rate": 0}, {"words_per_minute": 0}, {"clips": ["many"]}, {"clips": [-1, 1]}]
)
def test_a_proof_that_can_t_be_one_is_refused(output: Path, change: dict[str, object]) -> None:
    reproved(output, **change)

    assert found(output) == {"proof-unreadable"}


def test_books_that_are_gone_are_missed(output: Path) -> None:
    for book in output.rglob("*.epub"):
        book.unlink()

    assert found(output) == {"proof-absent"}


def test_a_sound_that_no_report_tells_of_is_refused(output: Path) -> None:
    (output / "report.json").unlink()

    assert found(output) == {"proof-unreported"}


@pytest.mark.parametrize(
    "data",
    [b"no JSON", b"\xff", b"[]", b"7", b"[" * 100_000, b"{}", b'{"posts": [{"slug": "tide"}]}'],
    ids=range(7),
)
def test_a_report_that_can_t_be_read_is_refused(output: Path, data: bytes) -> None:
    (output / "report.json").write_bytes(data)

    assert found(output) == {"proof-unreadable"}


def test_a_book_that_is_no_book_is_refused(output: Path) -> None:
    (post(output) / f"{SLUG}.epub").write_bytes(b"no archive")

    assert found(output) == {"proof-unreadable"}


def test_each_fault_names_the_file_and_the_sentence(output: Path) -> None:
    write(output, [block for block in captions(output) if not block.startswith("s3\n")])

    paths = sorted(p for p in output.rglob("*") if JUDGES["completeness"].wants(p))
    (finding,) = (f for f in judged("completeness", *paths) if f.code == "proof-missing")
    assert finding.where.endswith("transcript.vtt")
    assert "s3 " in finding.message
