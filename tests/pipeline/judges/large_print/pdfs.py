"""Large print set by hand, which every rule passes, and the same with one thing changed."""

from pathlib import Path

import typst

from formats.typefaces import fonts
from pipeline.judges.large_print.opened import opened
from pipeline.judges.large_print.printed import Print, Problem
from tests.formats.builders import PUBLICATION, picture

WORDS = "The tide came in at three and nobody on the quay had seen it come for the fog was in. " * 2

GOOD = f"""#set document(title: "The tide")
#set page(paper: "a4", margin: (x: 25mm, top: 25mm, bottom: 30mm), numbering: "1")
#set text(lang: "en", region: "GB", size: 18pt, hyphenate: false, fallback: false)
#set text(font: ("Source Sans Pro", "DejaVu Sans Mono"), top-edge: 0.75em, bottom-edge: -0.25em)
#set par(leading: 0.5em, spacing: 2em, justify: false)
#set list(marker: text(font: "DejaVu Sans Mono")[\u25cf])
#show heading: set text(weight: 700)
#show heading.where(level: 1): set text(size: 22.5pt)
#show link: strong
#title()

This is large print: 18 point Source Sans Pro. Other sizes: ask\\@example.org

= The harbour

{WORDS}

{WORDS}

#list[One boat.][Another boat.]

#table(columns: 2, table.header[Boat][Crew], [Star], [Three])

See #link("https://example.org/")[the quay].

= Addresses

+ #text(weight: 400)[https:\\/\\/example.org/]
"""


def pdf(folder: Path, text: str = GOOD, *, claims: bool = True) -> Path:
    """A PDF of Typst markup; one that claims nothing may break what Typst would refuse."""
    (folder / "a.png").write_bytes(picture("a.png", width=1200, height=600).data)
    (folder / "large.typ").write_text(text, "utf-8")
    path = folder / "large-print.pdf"
    source, faces = folder / "large.typ", fonts((PUBLICATION.typeface.folder,))
    if claims:
        made = typst.compile(source, font_paths=faces, pdf_standards=["ua-1", "a-2a"])
    else:
        made = typst.compile(source, font_paths=faces)
    path.write_bytes(made)
    return path


def changed(folder: Path, old: str, new: str) -> Print:
    """The good PDF with one thing changed, as it is read."""
    assert old in GOOD
    return opened(pdf(folder, GOOD.replace(old, new, 1), claims=False))


def good(folder: Path) -> Print:
    """The good PDF, as it is read."""
    return opened(pdf(folder))


def rules(problems: "list[Problem]") -> set[str]:
    """The ids of the rules that are broken."""
    return {rule for rule, _, _ in problems}
