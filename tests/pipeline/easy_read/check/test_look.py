"""The rules that pages decide: our pages keep them, and a page that is spoilt does not."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from formats import easy_read
from formats.model import EasyPart, EasyText, Edition, OutputFile, Sentence, Text
from pipeline.easy_read.check import check_pages
from pipeline.easy_read.check.page import page_of
from pipeline.easy_read.check.rules import PAGES
from tests.formats.easy_read.texts import ICON, of, row, signed, text


def whole(made: EasyText | None = None) -> Edition:
    """An edition with all that a page can have."""
    parts = tuple(
        EasyPart(
            Sentence(f"h{n}", (Text(f"Part {n}"),)), (row("The rungs broke.", n, picture=True),)
        )
        for n in range(2, 8)
    )
    full = text(meanings=(("rungs", "Steps of a ladder."),), media=(ICON,), model="tiny")
    full = replace(full, parts=parts, main_points=(row("The rungs.", 1),))
    edition = of(made or full)
    return replace(edition, publication=replace(edition.publication, email="a@example.org"))


def kinds() -> dict[str, Edition]:
    plain = whole()
    assert plain.easy is not None
    return {
        "a draft": plain,
        "signed": replace(plain, easy=signed(plain.easy)),
        "in Welsh": replace(plain, post=replace(plain.post, language="cy")),
        "short": whole(text(row("The sea rises."))),
    }


@pytest.mark.parametrize("kind", kinds())
def test_the_pages_that_are_made_keep_every_rule(kind: str) -> None:
    assert check_pages(kinds()[kind]) == ()


Spoil = Callable[[str], str]


def without(old: str, new: str = "") -> Spoil:
    def spoil(page: str) -> str:
        assert old in page
        return page.replace(old, new)

    return spoil


def styled(rule: str) -> Spoil:
    """The page with a rule at the end of its style."""
    return lambda page: page.replace("</style>", f"\n{rule}</style>")


SPOILT: list[tuple[str, Spoil]] = [
    ("ER-S09", without('<p id="e2">', '<p id="e2">We met.</p><p id="e2b">')),
    ("ER-W02", without("<strong>rungs</strong>", "rungs")),
    ("ER-W03", without("<dt>rungs</dt>", "<dt>steps</dt>")),
    ("ER-D06", lambda page: page.replace("<nav", "<div").replace("</nav", "</div")),
    ("ER-D06", without("counter(page)", "none")),
    ("ER-D06", styled("@media print { nav { display: none; } }")),
    ("ER-D07", without('href="index.html"', 'href="x.html"')),
    ("ER-D07", without("<h1>", "<h1></h1><h2>")),
    ("ER-P01", without('<div class="picture">', '<div class="image">')),
    ("ER-P02", without('<div class="picture">', '<div class="words"></div><div class="picture">')),
    ("ER-P02", styled(".row { display: block; }")),
    ("ER-P03", styled(".row { grid-template-columns: 4rem 1fr; }")),
    ("ER-P03", styled("@media print { .row { grid-template-columns: 20mm 1fr; } }")),
    ("ER-P05", without(' alt=""')),
    ("ER-P05", without("Health Icons", "somebody")),
    ("ER-L01", styled("body { font-size: 1rem; }")),
    ("ER-L01", styled("@media print { body { font-size: 14pt; } }")),
    ("ER-L02", styled(".row p { font-style: italic; }")),
    ("ER-L02", styled("h2 { text-transform: uppercase; }")),
    ("ER-L02", styled("p { text-align: justify; }")),
    ("ER-L02", styled("p { hyphens: auto; }")),
    ("ER-L02", styled("main { columns: 2; }")),
    ("ER-L02", styled("@page { @bottom-center { font: 16pt serif; } }")),
    ("ER-L02", styled("strong { text-decoration: underline; }")),
    ("ER-L02", styled("body { font-family: Georgia, serif; }")),
    ("ER-L02", without("broke.", "<u>broke</u>.")),
    ("ER-L02", without("broke.", "<dfn>broke</dfn>.")),
    ("ER-L03", styled("body { line-height: 1.2; }")),
    ("ER-L03", styled("p { max-width: 80ch; }")),
    ("ER-L04", styled(":root { --ink: #888888; }")),
    ("ER-L04", styled("@media (prefers-color-scheme: dark) { :root { --ink: #555555; } }")),
    ("ER-H01", without('class="banner"', 'class="note"')),
    ("ER-H01", without("<title>", "<title>Easy Read: ")),
    ("ER-H01", without("Allways made this draft.")),
    ("ER-H01", without(" helped: tiny.", ".")),
    ("ER-H01", without("<main>", '<main><img src="logo.png" alt=""/>')),
]


def broken(rule: str, spoil: Spoil, edition: Edition) -> bool:
    """Whether a rule says something of the page of the whole text, once that was spoilt."""
    (file,) = (f for f in easy_read.render(edition) if f.path.endswith("-whole.html"))
    data = spoil(file.data.decode()).encode()
    page = page_of(OutputFile(file.path, file.mime, data), edition)
    return any(told for one in PAGES if one.id == rule for told in one.check(page))


@pytest.mark.parametrize(("rule", "spoil"), SPOILT)
def test_a_page_that_is_spoilt_breaks_its_rule(rule: str, spoil: Spoil) -> None:
    assert broken(rule, spoil, whole())


def test_every_rule_for_pages_is_tried_here() -> None:
    assert {rule.id for rule in PAGES} == {rule for rule, _ in SPOILT}


def test_a_signed_page_says_who_checked_it() -> None:
    made = whole()
    assert made.easy is not None
    edition = replace(made, easy=signed(made.easy))
    assert broken("ER-H01", without("Who checked this", "About"), edition)


def test_readers_must_have_somebody_to_ask() -> None:
    edition = whole()
    blog = replace(edition.publication, email="", telephone="", address="")
    (found,) = check_pages(replace(edition, publication=blog))
    assert found.rule == "ER-D07"
    assert "publication.toml" in found.remedy
