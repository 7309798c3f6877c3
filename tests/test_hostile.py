"""Input from hell goes through the whole pipeline: nothing breaks, hangs, leaks or runs."""

import shutil
from pathlib import Path

import pytest

from formats.registry import USUAL
from pipeline.errors import FaultError
from pipeline.publish import progress
from pipeline.publish.request import Request
from pipeline.publish.up_to_date import publish
from pipeline.store.report import Report
from tests.active import active
from tests.corpus import corpus_path

SECRET = "planted-secret"
NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DRAWINGS = {
    "onload": f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]><svg {NAMES}><rect/></svg>',
    "sheet": f'<?xml-stylesheet href="https://a.example/a.css"?><svg {NAMES}><rect/></svg>',
    "escapes": f"<svg {NAMES}><style>@\\69mport 'a'; a{{b:\\75rl(//a.example)}}</style></svg>",
    "use": f'<svg {NAMES}><use href="data:image/svg+xml,&lt;svg/&gt;#a"/></svg>',
    "link": f'<svg {NAMES}><a xlink:href="javascript:x()"><text>Hi</text></a></svg>',
    "set": f'<svg {NAMES}><a><set attributeName="href" to="javascript:x()"/></a></svg>',
    "entity": f'<!DOCTYPE svg [<!ENTITY a "<script/>">]><svg {NAMES}>&a;</svg>',
    "foreign": f"<svg {NAMES}><foreignObject><script/></foreignObject></svg>",
    "outside": f'<svg {NAMES}><image href="https://a.example/a.png"/></svg>',
}
HTML = """<html lang="en"><head><title>Page</title><base href="javascript:x()"></head><body>
<article><h1>Page</h1><p onclick="x()">Words <a href="javascript:x()">a</a>
<a href=" JaVa&#9;script:x()">b</a> <a href="data:text/html,x">c</a> <img src=x onerror=x()>
<svg onload="x()"><script>x()</script></svg> <math href="javascript:x()"><mi>x</mi></math>
<iframe srcdoc="<script>x()</script>"></iframe><object data="javascript:x()"></object>
<form action="javascript:x()"><button formaction="javascript:x()">d</button></form>
<style>@import "//a.example/a.css"</style><template><script>x()</script></template></p>
<p>More words, so that the page has some text to be read aloud.</p></article></body></html>"""


def published(folder: Path, source: Path) -> tuple[Report, Path]:
    """The usual formats, but for Opus: ten hours of it take a minute, and hold no text."""
    output = folder / "output"
    formats = tuple(name for name in USUAL if name != "low-data")
    request = Request(source, output, folder / "cache", formats=formats, engine="silence", jobs=1)
    return publish(request, progress.Quiet()), output


def active_in(output: Path) -> list[str]:
    files = (path for path in sorted(output.rglob("*")) if path.is_file())
    return [found for path in files for found in active(path.name, path.read_bytes())]


def copied(folder: Path, name: str) -> Path:
    """A folder of the corpus, with a secret beside it."""
    source = folder / "posts"
    shutil.copytree(corpus_path(name), source, symlinks=True)
    (folder / "secret.md").write_text(f"# Secret\n\n{SECRET}\n", "utf-8")
    (source / "link.md").symlink_to("../secret.md")
    (source / "good.md").write_text("# Good\n\nText.\n", "utf-8")
    return source


def whole(folder: Path, source: Path) -> list[str]:
    """Publish a folder; the errors, none of which is a fault, and nothing of which runs."""
    beside = sorted(path.name for path in folder.iterdir())
    report, output = published(folder, source)
    assert not [str(error) for error in report.errors if isinstance(error, FaultError)]
    assert "good" in [episode.post.slug for episode in report.episodes]
    assert active_in(output) == []
    assert {path.name for path in folder.iterdir()} == {*beside, "output", "cache"}
    pages = [path.read_text("utf-8") for path in output.rglob("*.html")]
    assert not [page for page in pages if SECRET in page]
    return [str(error) for error in report.errors]


def test_nothing_that_runs_is_left_of_drawings_and_pages(tmp_path: Path) -> None:
    source = tmp_path / "posts"
    source.mkdir()
    shown = "\n\n".join(f"![A drawing]({name}.svg)" for name in DRAWINGS)
    (source / "good.md").write_text(f"# Good\n\nText.\n\n{shown}\n", "utf-8")
    (source / "page.html").write_text(HTML, "utf-8")
    for name, text in DRAWINGS.items():
        (source / f"{name}.svg").write_text(text, "utf-8")
    assert whole(tmp_path, source) == []
    assert len(list((tmp_path / "output" / "posts" / "good" / "pictures").iterdir())) >= 8


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<p onclick='x()'>"),
        ("a.html", b"<script>x()</script>"),
        ("a.html", b"<a href=' javascript:x()'>"),
        ("a.html", b"<img src='//a.example/a.png'>"),
        ("a.svg", b"<svg><set/></svg>"),
        ("a.svg", b"<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x'>]><svg/>"),
        ("a.svg", b"<svg style='fill: url(//a)'/>"),
        ("a.xhtml", b"<html><iframe/></html>"),
    ],
)
def test_the_search_for_what_runs_finds_it(name: str, data: bytes) -> None:
    assert list(active(name, data))


@pytest.mark.parametrize("name", ["own", "naughty-strings", "feedparser-illformed"])
def test_hostile_files_of_the_corpus_fail_alone(tmp_path: Path, name: str) -> None:
    whole(tmp_path, copied(tmp_path, f"hostile/{name}"))


def test_files_that_were_trouble_fail_alone(tmp_path: Path) -> None:
    source = copied(tmp_path, "trouble")
    (source / "T3-pub-deep" / "publication.toml").unlink()
    whole(tmp_path, source)
