"""Every file keeps the rules of the house, and every rule refuses something."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import house
from tests.house import Source

ROOT = Path(__file__).parents[1]
TOP = {"formats", "source_posts", "pipeline", "output", "tests", "docs", "bench", ".ci", ".github"}


def _files() -> list[Path]:
    """The files of the repository, without what was made or set up in it."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    named = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = (ROOT / name for name in named.split("\0") if name)
    return sorted(path for path in paths if path.is_file())


def _source(path: Path) -> Source:
    parts = path.relative_to(ROOT).with_suffix("").parts
    package = parts[-1] == "__init__"
    return Source(".".join(parts[: -1 if package else None]), path.read_text("utf-8"), package)


FILES = _files()
SOURCES = [_source(p) for p in FILES if p.suffix == ".py"]
PRODUCT = [source for source in SOURCES if source.half in {"formats", "pipeline"}]

SourceRule = Callable[[Source], Iterator[str]]
TextRule = Callable[[str], Iterator[str]]

SOURCE_RULES: list[SourceRule] = [
    house.one_way,
    house.pure,
    house.one_unicode,
    house.strangers,
    house.short,
    house.few_parameters,
    house.says_what_it_is,
    house.frozen,
    house.real_objects,
    house.excuses_have_reasons,
    house.no_shell,
]
TEXT_RULES: list[TextRule] = [house.finished, house.names_no_workshop]

OFF = "noqa"
IGNORE = "type: ignore"
LONG_FUNCTION = '"""Doc."""\ndef f() -> int:\n' + "    x = 1\n" * 51
REFUSED: list[tuple[SourceRule, str, str]] = [
    (house.one_way, "formats.mp3", "from pipeline.errors import ReadError"),
    (house.one_way, "formats.mp3", "import pipeline"),
    (house.one_way, "pipeline.build", "from tests import house"),
    (house.pure, "formats.mp3", "import os"),
    (house.pure, "formats.mp3", "from pathlib import Path"),
    (house.pure, "formats.mp3", "def f():\n    import subprocess"),
    (house.pure, "formats.mp3", "from urllib.request import urlopen"),
    (house.pure, "formats.mp3", "x = open('a')"),
    (house.pure, "formats.mp3", "x = datetime.datetime.now()"),
    (house.pure, "formats.mp3", "x = uuid.uuid4()"),
    (house.pure, "formats.mp3", "print('a')"),
    (house.pure, "formats.mp3", "x = Image.open('a.png')"),
    (house.one_unicode, "pipeline.build", "import unicodedata"),
    (house.strangers, "formats.epub.package", "from formats.mp3 import render"),
    (house.strangers, "formats.epub", "from formats import mp3"),
    (house.strangers, "formats.walk", "from formats.epub.package import package"),
    (house.short, "formats.mp3", LONG_FUNCTION),
    (house.short, "formats.mp3", "x = 1\n" * 401),
    (house.few_parameters, "formats.mp3", "def f(a, b, c, *, d, e, f): ..."),
    (house.says_what_it_is, "formats.mp3", "x = 1"),
    (house.frozen, "formats.mp3", "@dataclass\nclass A: ..."),
    (house.frozen, "formats.mp3", "@dataclass(frozen=True)\nclass A: ..."),
    (house.real_objects, "tests.test_a", "from unittest.mock import Mock"),
    (house.real_objects, "tests.test_a", "from unittest import mock"),
    (house.real_objects, "tests.test_a", "monkeypatch.setattr(a, b, c)"),
    (house.excuses_have_reasons, "formats.mp3", f"x = 1  # {OFF}: S101"),
    (house.excuses_have_reasons, "formats.mp3", f"x = 1  # {OFF}"),
    (house.excuses_have_reasons, "formats.mp3", f"x = 1  # {IGNORE}[arg-type]"),
    (house.excuses_have_reasons, "formats.mp3", f"x = 1  # {IGNORE}"),
    (house.no_shell, "pipeline.build", "subprocess.run('ls', shell=True)"),
    (house.no_shell, "pipeline.build", "Popen(words, shell=is_text)"),
    (house.no_shell, "pipeline.build", "os.system('ls')"),
    (house.no_shell, "pipeline.build", "from os import popen"),
    (house.no_shell, "pipeline.build", "asyncio.create_subprocess_shell('ls')"),
]  # fmt: skip
REFUSED_TEXTS: list[tuple[TextRule, str]] = [
    *((house.finished, f"# {word}: one day") for word in house.LATER),
    *((house.names_no_workshop, f"see https://{address}/x") for address in house.ADDRESSES),
]


@pytest.mark.parametrize("rule", SOURCE_RULES, ids=lambda rule: rule.__name__)
def test_every_python_file_keeps_the_rule(rule: SourceRule) -> None:
    broken = [f"{source.module}:{told}" for source in SOURCES for told in rule(source)]

    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("rule", TEXT_RULES, ids=lambda rule: rule.__name__)
def test_every_text_file_keeps_the_rule(rule: TextRule) -> None:
    broken = [f"{path.relative_to(ROOT)}:{t}" for path in FILES for t in rule(_text(path))]

    assert not broken, "\n".join(broken)


def _text(path: Path) -> str:
    """The text of a file; "" of one that is no text."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


@pytest.mark.parametrize(("rule", "module", "text"), REFUSED)
def test_a_rule_refuses_what_breaks_it(rule: SourceRule, module: str, text: str) -> None:
    assert list(rule(Source(module, text)))


@pytest.mark.parametrize(("rule", "text"), REFUSED_TEXTS)
def test_a_text_rule_refuses_what_breaks_it(rule: TextRule, text: str) -> None:
    assert list(rule(text))


def test_every_rule_is_shown_to_refuse_something() -> None:
    assert {rule for rule, _, _ in REFUSED} == set(SOURCE_RULES)
    assert {rule for rule, _ in REFUSED_TEXTS} == set(TEXT_RULES)


def test_nothing_imports_in_a_circle() -> None:
    assert house.cycle({source.module: source for source in PRODUCT}) == []


def test_a_circle_is_seen() -> None:
    circle = [Source("a", "from b import x"), Source("b", "import c.d"), Source("c.d", "import a")]

    assert house.cycle({source.module: source for source in circle})


def test_no_folder_imports_in_a_circle() -> None:
    assert house.folder_cycle({source.module: source for source in PRODUCT}) == []


def test_a_circle_of_folders_is_seen() -> None:
    circle = [
        Source("a.b.one", "from a.c.two import x"),
        Source("a.c.two", ""),
        Source("a.c.three", "from a.b.four import x"),
        Source("a.b.four", ""),
    ]
    sources = {source.module: source for source in circle}

    assert not house.cycle(sources)
    assert house.folder_cycle(sources)


WITHOUT_TESTS_OF_THEIR_OWN: dict[str, str] = {}
"""Modules that act and have no tests of their own name, each with the reason."""

ACROSS: dict[str, str] = {
    "tests/pipeline/readers/test_every_reader.py": "what holds for every reader in the table",
    "tests/pipeline/readers/test_trouble.py": "what no reader may fall over, whichever reads it",
    "tests/pipeline/script/normalise/test_heard.py": "sentences that people write",
    "tests/pipeline/script/normalise/test_oracle.py": "pairs made elsewhere, for all of them",
    "tests/pipeline/script/normalise/test_properties.py": "what holds for every rule on any text",
    "tests/pipeline/voices/test_hostile_servers.py": "a server against client and voice together",
}
"""Tests of what many modules of a folder do together, each with the reason."""

NAMES = frozenset(path.relative_to(ROOT).as_posix() for path in FILES)


def test_every_module_that_acts_has_its_tests_where_it_lies_itself() -> None:
    """A module that has them now is taken off the list."""
    assert house.untested(PRODUCT, NAMES) == list(WITHOUT_TESTS_OF_THEIR_OWN)


def test_every_file_of_tests_lies_where_what_it_tests_does() -> None:
    """A file that is gone is taken off the list."""
    assert house.mirrors_nothing(PRODUCT, sorted(NAMES)) == list(ACROSS)


def test_a_module_without_tests_of_its_own_is_seen() -> None:
    module = Source("pipeline.store.ledger", "def load() -> int:\n    return 1\n")
    package = Source("pipeline.store", module.text, package=True)
    promise = Source("pipeline.voice", 'def name() -> str:\n    """For people."""\n')

    assert house.untested([module], frozenset({"tests/pipeline/test_ledger.py"})) == [
        "pipeline.store.ledger"
    ]
    assert house.untested([module], frozenset({"tests/pipeline/store/test_ledger.py"})) == []
    assert house.untested([module], frozenset({"tests/pipeline/store/cases/ledger.csv"})) == []
    assert house.untested([package], frozenset({"tests/pipeline/store/test_store.py"})) == []
    assert house.untested([promise, Source("formats.values", "A = 1")], frozenset()) == []


def test_a_file_of_tests_without_its_module_is_seen() -> None:
    module = Source("formats.smil.clips", "A = 1")
    files = ["tests/formats/smil/test_clips.py", "tests/formats/test_clips.py", "tests/test_all.py"]

    assert house.mirrors_nothing([module], [*files, "tests/formats/smil/helper.py"]) == files[1:2]


def test_a_class_has_its_name_to_itself() -> None:
    assert house.shared_names(PRODUCT) == []


def test_two_classes_of_a_name_are_seen() -> None:
    both = [Source("a", "class Entry: ..."), Source("b", "class Entry: ...")]

    assert house.shared_names(both) == ["Entry"]


def test_most_functions_are_under_ten_lines() -> None:
    sizes = [house.body_lines(f) for source in PRODUCT for f in house.functions(source)]

    assert sum(size < 10 for size in sizes) >= 0.75 * len(sizes)


def test_most_modules_are_under_two_hundred_lines() -> None:
    sizes = [len(source.text.splitlines()) for source in PRODUCT]

    assert sum(size < 200 for size in sizes) >= 0.75 * len(sizes)


def test_the_top_level_holds_nothing_else() -> None:
    """Its folders are the user's choice, and stay few."""
    folders = {path.relative_to(ROOT).parts[0] for path in FILES if path.parent != ROOT}

    assert folders <= TOP


def test_no_lock_file_names_an_address() -> None:
    """A lock file pins versions and hashes; where packages come from is each machine's choice."""
    locks = [*ROOT.glob("*.lock"), *ROOT.glob("pipeline/judges/package-lock.json")]

    assert locks
    assert all('"resolved"' not in lock.read_text("utf-8") for lock in locks)
    assert all("--index-url" not in lock.read_text("utf-8") for lock in locks)
