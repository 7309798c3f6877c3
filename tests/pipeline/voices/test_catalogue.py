"""What voices there are, which would read the blog, and how another is fetched."""

from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.voices import ENGINES, catalogue
from pipeline.voices.piper_files import GET
from pipeline.voices.piper_licences import LICENCES
from tests.voices.shop import Shop
from tests.voices.tiny_piper import NAME


def test_every_engine_is_explained(tmp_path: Path) -> None:
    lines = "\n".join(catalogue.listing(tmp_path, tmp_path / "cache"))
    assert all(f"{name:8} {engine.what}" in lines for name, engine in ENGINES.items())
    assert "make voice NAME=en_GB-cori-high" in lines


@pytest.fixture
def source(shop: Shop, tmp_path: Path) -> Path:
    """A blog whose settings name the shop."""
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "publication.toml").write_text(
        f'[voice]\nengine = "piper"\ndownloads = "{shop.address}"\n'
    )
    return folder


def test_a_fetched_voice_is_the_one_that_reads(source: Path, tmp_path: Path) -> None:
    """Fetching it is all: it is the only one for the language of the blog."""
    cache = tmp_path / "cache"
    assert "Not ready" in "\n".join(catalogue.listing(source, cache))

    catalogue.get(NAME, source, cache)

    lines = catalogue.listing(source, cache)
    assert any(line.startswith("* piper") for line in lines)
    assert f"           Reads with: Piper {NAME}." in lines
    assert f"Fetched Piper voices: {NAME} (the list states no licence)." in lines


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", r'no voice is named. For "en-GB" there are: en_GB-tiny-low \(0 MB\), kokoro-emma'),
        ("en_GB-tyni-low", 'no Piper voice "en_GB-tyni-low". Did you mean "en_GB-tiny-low"'),
    ],
)
def test_without_a_name_the_voices_for_the_blog_are_told(
    source: Path, tmp_path: Path, name: str, told: str
) -> None:
    """And what a wrong name may have meant."""
    with pytest.raises(SettingsError, match=told):
        catalogue.get(name, source, tmp_path / "cache")


def test_only_the_engine_that_reads_the_blog_is_marked(tmp_path: Path) -> None:
    (tmp_path / "publication.toml").write_text('[voice]\nengine = "silence"\n')

    marked = [line for line in catalogue.listing(tmp_path, tmp_path / "c") if line.startswith("*")]

    assert len(marked) == 1
    assert marked[0].startswith("* silence")


def test_a_voice_of_kokoro_is_named_among_those_that_can_be_had_with_its_licence(
    source: Path, tmp_path: Path
) -> None:
    """What the list does not say is told to be missing, never guessed."""
    with pytest.raises(SettingsError) as caught:
        catalogue.get("", source, tmp_path / "cache")

    assert "kokoro-emma (63 MB; Apache 2.0)" in caught.value.remedy
    assert "Where no licence is named, the list states none" in caught.value.remedy


def test_how_a_fetched_voice_is_chosen_is_told() -> None:
    assert '[voice]\nengine = "kokoro"\nname = "kokoro-fable"' in catalogue.setting("kokoro-fable")
    assert f'[voice]\nengine = "piper"\nname = "{NAME}"' in catalogue.setting(NAME)


@pytest.mark.parametrize("name", ["emma", "kokoro-ema", "kokoro-fabel"])
def test_a_mistyped_voice_of_kokoro_is_told_without_a_look_at_any_list(
    name: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError, match="there is no voice") as caught:
        catalogue.get(name, tmp_path, tmp_path / "cache")

    assert "Did you mean" in caught.value.remedy


def test_the_voice_that_is_recommended_is_free_for_any_use() -> None:
    """And the one that was recommended before is said to descend from one that is not."""
    assert LICENCES["en_GB-cori-high"] == "public domain"
    assert "research only" in LICENCES["en_GB-alba-medium"]
    assert "en_GB-cori-high" in GET
