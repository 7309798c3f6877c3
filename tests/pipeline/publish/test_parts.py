"""Each part of the program has all that can change what it makes, and no more than it must."""

import ast
import json
import pickle
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from formats.registry import POST_FORMATS, chosen
from pipeline import settings
from pipeline.publish import parts, prepare
from pipeline.publish.parts import CHECKS, ELSEWHERE, SHARED
from pipeline.publish.render import PAGED, Target
from pipeline.publish.request import PublishRun, Request
from pipeline.settings import VoiceSettings
from pipeline.store import imports
from pipeline.store.ledger import Card, Ledger, PostRecord
from pipeline.store.proof import Proof
from tests.disturbed import set_up
from tests.program import ROOT

PROOF = Proof(("V",), False, 160, 24_000, 9, (9,), (), 1, None, None, None, None)  # noqa: FBT003 (the field's own order)
CARD = Card(1, 1, 1, 1, ("V",), (), ())


def made(*names: str) -> frozenset[str]:
    """The modules of some parts."""
    roots = [root for name in names for root in parts.roots_of()[name]]
    return imports.reached(roots, ELSEWHERE)


def by_results() -> frozenset[str]:
    """The modules that are loaded, and that count by what came of them."""
    values = (names for module, names in ELSEWHERE.items() if module != "pipeline.publish.render")
    beginnings = tuple(name for names in values for name in names)
    every = (name for name in sys.modules if name.startswith(beginnings))
    return imports.reached(every, {})


Heard = Mapping[str, Mapping[str, list[str]]]


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    """What a worker loads and opens for each format of two posts, and for none."""
    place = set_up(tmp_path_factory.mktemp("blog"))
    (place.posts / "gull.md").write_text("# Gull\n\nA gull is a bird of the sea.\n", "utf-8")
    request = Request(place.posts, place.out, place.cache)
    sources = prepare.read_sources(PublishRun(request, settings.load(place.posts), Ledger(), ""))
    voice = VoiceSettings("silence", cache=place.cache)
    posts = [prepare.ready_post(post, sources, voice) for post in sources.reading.posts]
    blog = replace(sources.publication, formats=chosen(POST_FORMATS))
    target = Target(
        blog, tuple(POST_FORMATS), (), place.out, place.cache, place.folder / "drafts", ""
    )
    jobs = place.folder / "jobs"
    jobs.write_bytes(pickle.dumps((posts, target)))
    asked = [sys.executable, "-m", "tests.loaded", str(jobs)]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    told: Heard = json.loads(done.stdout)
    return told


@pytest.mark.parametrize("name", POST_FORMATS)
def test_all_that_is_loaded_and_opened_to_make_a_format_is_in_its_part(
    heard: Heard, name: str
) -> None:
    """What is loaded to make an edition, and to check it, is in the parts of these."""
    own = made(SHARED, f"makes {name}")
    files = {str(path) for path in imports.files_of(own)}

    assert {f"formats.{module}" for module in POST_FORMATS[name].render.modules} <= own
    loaded = set(heard[name]["modules"]) - set(heard[""]["modules"])
    assert {module for module in loaded if module.startswith("formats.")} <= own
    assert loaded - own <= by_results()
    assert set(heard[name]["files"]) - set(heard[""]["files"]) <= files


def test_all_else_that_a_worker_loads_is_shared_or_checks_posts_or_is_known_by_its_results(
    heard: Heard,
) -> None:
    own = made(SHARED, CHECKS)

    assert set(heard[""]["modules"]) - own <= by_results()
    assert set(heard[""]["files"]) <= {str(path) for path in imports.files_of(own)}


def test_the_pages_of_the_large_print_belong_to_the_formats_that_say_where_they_begin() -> None:
    def asks(name: str) -> bool:
        modules = POST_FORMATS[name].render.modules
        own = imports.reached([f"formats.{module}" for module in modules], {})
        return any(_has_printed(path) for path in imports.files_of(own) if path.suffix == ".py")

    assert {name for name in POST_FORMATS if asks(name)} == PAGED | {"easy-read-sound"}
    for name in PAGED:
        assert "formats.large_print.typeset" in made(f"makes {name}")


def _has_printed(path: Path) -> bool:
    """Whether a module reads `edition.printed`."""
    return any(
        isinstance(node, ast.Attribute) and ast.unparse(node) == "edition.printed"
        for node in ast.walk(ast.parse(path.read_bytes()))
    )


def test_no_format_shares_the_code_of_another() -> None:
    assert "formats.epub.package" in made("makes epub")
    assert "formats.epub.package" not in made(SHARED, CHECKS, "makes transcript", "makes zip")
    assert "formats.large_print.typeset" not in made(SHARED, "makes transcript", "makes read-along")
    assert "pipeline.braille.louis" in made("makes braille")
    assert "pipeline.braille.louis" not in made(SHARED, CHECKS)
    assert "pipeline.easy_read.draft" in made("makes easy-read-draft")


def test_what_comes_of_reading_and_speaking_is_compared_and_not_what_it_is_made_with() -> None:
    shared = made(SHARED)

    for name in ("pipeline.readers.markdown", "pipeline.split.sentences", "pipeline.voices.espeak"):
        assert name not in shared
    for name in ("formats.model.edition", "formats.markup.blocks", "pipeline.narrate.clips"):
        assert name in shared


def test_the_digests_are_kept_and_the_same_when_they_are_made_anew(tmp_path: Path) -> None:
    first = parts.digests(tmp_path / "one")

    assert parts.digests(tmp_path / "one") == first == parts.digests(tmp_path / "two")
    assert set(first) == {SHARED, CHECKS, *(f"makes {name}" for name in POST_FORMATS)}
    assert len(set(first.values())) >= len(first) - 1  # two formats have one module


def test_a_post_asks_for_the_parts_of_its_own_formats() -> None:
    known = {SHARED: "1", CHECKS: "2", "makes epub": "3", "makes word": "4"}

    assert parts.of(["word"], known) == {SHARED: "1", CHECKS: "2", "makes word": "4"}


def _ledger(**programs: dict[str, str]) -> Ledger:
    record = PostRecord({"program": "old"}, (), 0, 0, (), CARD, PROOF, (), (), "")
    return Ledger(posts={"one": record}, programs=programs)


def test_the_parts_that_have_changed_since_a_post_was_made_are_named() -> None:
    now = {SHARED: "1", CHECKS: "2", "makes epub": "3"}

    assert parts.changed(_ledger(old=now), "one", now) == ()
    assert parts.changed(_ledger(old={**now, "makes epub": "0"}), "one", now) == ("makes epub",)
    assert parts.changed(_ledger(old={**now, "makes epub": "0"}), "new", now) == ()
    assert parts.changed(_ledger(old=now), "one", {**now, "makes word": "4"}) == ()


def test_where_all_formats_have_changed_no_single_one_is_named() -> None:
    now = {SHARED: "1", CHECKS: "2", "makes epub": "3"}

    assert parts.changed(_ledger(old={**now, SHARED: "0", "makes epub": "0"}), "one", now) == (
        SHARED,
    )
    assert parts.changed(_ledger(), "one", now) == (SHARED,)


def test_what_is_made_anew_are_the_formats_whose_part_has_changed_and_what_packs_them() -> None:
    assert parts.formats_of(["makes epub", CHECKS]) == frozenset({"epub", "zip"})
    assert parts.formats_of([CHECKS]) == frozenset()
    assert parts.formats_of([SHARED]) is None
    assert parts.formats_of([]) is None
