"""What of Node is missing is told with the way to get it."""

import pytest

from pipeline.judges import node


def test_a_package_that_is_not_installed_is_told_with_the_way_to_get_it() -> None:
    assert node.missing_module("no-such-package") == (
        "no-such-package is not installed: “make judges” fetches it, with the others from npm"
    )


def test_the_browser_is_the_one_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLWAYS_CHROMIUM", "/opt/chromium")

    assert node.browser() == "/opt/chromium"
    assert node.missing_browser() == ""


def test_without_a_browser_on_the_path_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLWAYS_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")

    assert node.browser() == ""
    assert "apt-get install chromium" in node.missing_browser()


def test_a_node_that_is_found_is_not_missing() -> None:
    assert bool(node.executable()) != bool(node.missing_node())
