"""axe-core in Chromium: every page, wide and narrow, light and dark, AAA rules on."""

import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pipeline.findings import Finding, Level
from pipeline.judges import node
from pipeline.judges.judge import Judge, suffix

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = (1280, 320)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# Off by default in axe-core, but we promise them.
RULES = ("color-contrast-enhanced", "target-size", "identical-links-same-purpose")

# What stays at an edge of the window covers other targets only until one scrolls, which axe-core
# does not do; so it is put where it stands in the page.
RUN = """async (rules) => {
    for (const element of document.querySelectorAll("body *")) {
        const { position } = getComputedStyle(element);
        if (position === "sticky" || position === "fixed") element.style.position = "static";
    }
    const on = Object.fromEntries(rules.map((rule) => [rule, { enabled: true }]));
    const { violations, incomplete } = await axe.run(document, { rules: on });
    const short = (result) => ({
        id: result.id, help: result.help, count: result.nodes.length,
        html: result.nodes[0].html.slice(0, 200),
        why: result.nodes[0].failureSummary.split("\\n").slice(1).join(" ").trim(),
    });
    return { violations: violations.map(short), incomplete: incomplete.map(short) };
}"""


def _missing() -> str:
    if find_spec("playwright") is None:
        return "no playwright in this Python: pip install 'allways[judges]'"
    return node.missing_module("axe-core") or node.missing_browser()


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    with import_module("playwright.sync_api").sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which is who a build machine often is.
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=node.browser(), args=flags)
        try:
            return _all_findings(paths, browser)
        finally:
            browser.close()


def _all_findings(paths: Sequence[Path], browser: "Browser") -> tuple[Finding, ...]:
    page = browser.new_page(reduced_motion="reduce")
    page.add_init_script(path=node.MODULES / "axe-core" / "axe.min.js")
    return tuple(finding for path in paths for finding in _findings(path, page))


def _findings(path: Path, page: "Page") -> Iterator[Finding]:
    """The findings of one page; one that all widths and colour schemes share is given once."""
    page.goto(path.absolute().as_uri())
    told: dict[tuple[str, str], Finding] = {}
    for width, scheme in product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        where = f"{path} ({width} px, {scheme})"
        results = page.evaluate(RUN, list(RULES))
        for level, kind in ((Level.ERROR, "violations"), (Level.NOTE, "incomplete")):
            for result in results[kind]:
                finding = _finding(level, where, result)
                told.setdefault((finding.code, finding.message), finding)
    yield from told.values()


def _finding(level: Level, where: str, result: dict[str, Any]) -> Finding:
    """A finding; what axe could not decide is a note, because a person has to look."""
    message = f"{result['help']} ({result['count']} times): {result['html']}"
    return Finding(level, f"axe-{result['id']}", where, message, result["why"])


AXE = Judge("axe", suffix(".html"), _missing, _judge)
