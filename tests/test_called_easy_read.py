"""Only what people have signed is called Easy Read, in everything that is published."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from pipeline.easy_read import signing
from pipeline.publish import progress
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish
from tests.pipeline.easy_read.places import POST, TEXT, checked, tide

CALLED = re.compile(r"easy[ _]?read|easy-read(?!(?:-draft|-sound)?\"|/)", re.IGNORECASE)
"""The name in words and in names of files; not a format's in the report, nor a folder's."""

_TEXTS = (".html", ".json", ".xml", ".txt", ".vtt", ".srt", ".css", ".js", ".opf", ".xhtml", ".rss")

SETTINGS = """title = "Notes"
base_url = "https://example.org/notes/"
email = "ada@example.org"
formats = ["all", "email", "zip", "blog-zip"]

[voice]
engine = "silence"

[easy_read]
publish_drafts = {drafts}
in_feed = true
"""


def blog(folder: Path, *, signed: bool) -> Path:
    """Posts with a signed text (or one that is only checked), an edited one, and none."""
    place = tide(folder)
    checked(place)
    if signed:
        who = signing.Signing("The Tide Group", named=True, paid=True, day=date(2026, 11, 27))
        signing.sign(place, who)
    for slug, title in (("boats", "The boats"), ("wind", "The wind")):
        text = POST.replace("The tide", title)
        (place.root / f"{slug}.md").write_text(text.replace("tide", "sea"), "utf-8")
    (place.root / "boats.easy.md").write_text(TEXT.replace("The tide", "The boats"), "utf-8")
    return place.root


def published(folder: Path, *, drafts: bool, signed: bool = True) -> Path:
    posts = blog(folder, signed=signed)
    (posts / "publication.toml").write_text(SETTINGS.format(drafts=str(drafts).lower()), "utf-8")
    output = folder / "out"
    report = publish(Request(posts, output, folder / "cache", jobs=1), progress.Quiet())
    assert report.clean, (report.errors, report.findings)
    return output


def texts(output: Path) -> Iterator[tuple[str, str]]:
    """Each text file by its path, with those inside books and archives."""
    for path in sorted(p for p in output.rglob("*") if p.is_file()):
        name = path.relative_to(output).as_posix()
        if name == "report.json":  # what the editor is told
            continue
        if path.suffix in (".epub", ".zip"):
            with ZipFile(path) as packed:
                for inside in packed.namelist():
                    if inside.endswith(_TEXTS):
                        yield f"{name}/{inside}", packed.read(inside).decode()
        elif name.endswith(_TEXTS):
            yield name, path.read_text("utf-8")


def naming(output: Path) -> dict[str, list[str]]:
    """Each text file that has the name, with what stands around it."""
    found = {
        name: [text[max(0, m.start() - 60) : m.end() + 40] for m in CALLED.finditer(text)]
        for name, text in texts(output)
    }
    return {name: around for name, around in found.items() if around}


@pytest.mark.parametrize("drafts", [False, True])
def test_without_a_signature_nothing_is_called_easy_read(tmp_path: Path, drafts: bool) -> None:  # noqa: FBT001 (a case)
    output = published(tmp_path, drafts=drafts, signed=False)
    assert naming(output) == {}


def test_one_signed_text_is_called_so_and_no_other(tmp_path: Path) -> None:
    """The pages of the blog name it as an offer of that post alone."""
    output = published(tmp_path, drafts=True)
    found = naming(output)
    others = {name for name in found if re.search(r"(?:posts|notes)/(?:boats|wind)/", name)}
    assert others == set()
    assert {"index.html", "feed.xml", "posts/tide/easy-read.html"} <= set(found)
    entries = re.findall(
        r'(?s)<article aria-labelledby="post-.*?</article>', text_of(output, "index.html")
    )
    assert [bool(CALLED.search(entry)) for entry in entries] == ["post-tide" in e for e in entries]
    assert not CALLED.search(text_of(output, "accessibility.html"))  # not every post has it
    assert "<title>Easy Read: The tide" in text_of(output, "posts/tide/easy-read.html")
    assert "<title>Simpler version" in text_of(output, "posts/boats/simpler.html")


def test_a_signed_text_that_was_changed_is_not_published_as_easy_read_any_more(
    tmp_path: Path,
) -> None:
    output = published(tmp_path, drafts=False)
    page = output / "posts/tide/easy-read.html"
    assert page.is_file()
    text = tmp_path / "posts/tide.easy.md"
    text.write_text(text.read_text("utf-8").replace("rose", "fell"), "utf-8")
    request = Request(tmp_path / "posts", output, tmp_path / "cache", jobs=1)
    report = publish(request, progress.Quiet())
    assert "easy-read-changed" in {finding.code for finding in report.findings}
    assert not page.exists()
    assert naming(output) == {}


def text_of(output: Path, name: str) -> str:
    return (output / name).read_text("utf-8")
