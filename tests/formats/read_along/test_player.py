"""The player: the browser's own where there is no script, and every button with a name."""

import re
from collections import Counter
from dataclasses import replace
from importlib.resources import files

from lxml import etree, html

from formats.model import Edition, Note, Notes, Picture
from formats.read_along.player import parts_list, player
from formats.words import LANGUAGES, player_words
from tests.formats.builders import RICH_MEDIA, edition, edition_of, heading, paragraph, rich_post

MINUS = "\N{MINUS SIGN}"
HOSTILE = '"><script>alert(1)</script>'


def of(whole: Edition) -> etree._Element:
    """The section of an edition, as a browser reads it."""
    return html.fragment_fromstring(player(whole))


def parts(whole: Edition) -> etree._Element:
    """The list of the parts of an edition."""
    return html.fragment_fromstring(parts_list(whole))


def test_without_scripts_there_is_the_browsers_own_player_and_no_dead_control() -> None:
    """The bar needs the script, and is hidden until it runs."""
    section = of(edition(paragraph("Sea.")))
    (audio,) = section.iter("audio")
    assert (audio.get("src"), audio.get("preload")) == ("a-post.mp3", "metadata")
    assert "controls" in audio.attrib
    (bar,) = section.findall("./div[@id='page-bar']")
    assert "hidden" in bar.attrib
    controls = {e for name in ("button", "select", "input") for e in section.iter(name)}
    assert controls <= set(bar.iter())


def test_every_control_has_a_name_in_the_language_of_the_post() -> None:
    """A screen reader says it, and who speaks to the computer says it to the computer."""
    for ours in LANGUAGES.values():
        section = of(edition(paragraph("Sea."), heading(2, "A"), language=ours.language))
        row = section.findall(".//div[@class='row']")[0]
        names = [e.get("aria-label") for e in row.iter("button", "select", "input")]
        assert len(names) == 15
        assert all(names)
        assert Counter(names).most_common(1)[0][1] == 1
        assert section.findall(".//button[@id='page-play']")[0].get("title") == (
            player_words(ours).play
        )


def test_what_opens_a_panel_names_one_that_is_there() -> None:
    """And says that it is closed."""
    whole = edition(paragraph("Sea."), heading(2, "Water"))
    tree = html.fragment_fromstring(f"<main>{parts_list(whole)}{player(whole)}</main>")
    openers = tree.findall(".//button[@aria-controls]")
    assert [e.get("aria-expanded") for e in openers] == ["false"] * 5
    assert {e.get("aria-controls") for e in openers} <= {e.get("id") for e in tree.iter()}


def test_speeds_go_from_a_half_to_three_and_begin_with_one() -> None:
    """As the language writes numbers."""
    section = of(edition(paragraph("Mer."), language="fr"))
    options = section.findall(".//select[@id='page-speed']/option")
    assert [options[0].get("value"), options[-1].get("value")] == ["0.5", "3"]
    assert options[0].text == "0,5 ×"
    assert [e.get("value") for e in options if "selected" in e.attrib] == ["1"]


def test_every_key_of_the_script_is_in_the_list_and_none_besides() -> None:
    """What nobody can look up, nobody uses."""
    script = (files("formats.scripts") / "read_along.js").read_text("utf-8")
    table = script[script.index("const keys = {") : script.index("};", script.index("const keys"))]
    known = set(re.findall(r'(?:^|[{,])\s*"?([a-z+?-])"?: ', table, re.MULTILINE))
    section = of(edition(paragraph("Sea.")))
    told = {kbd.text for kbd in section.findall(".//div[@id='page-keys']//kbd")}
    assert {key.upper().replace("-", MINUS) for key in known} == told - {"Esc"}
    assert len(known) == 12


def test_a_lock_screen_is_told_title_blog_and_picture() -> None:
    """The picture that stands for the post, or the cover where it is not here."""
    post = rich_post(picture=Picture("pictures/harbour.jpg", "A harbour."))
    shown = edition_of(post, RICH_MEDIA)
    assert of(shown).get("data-picture") == "pictures/harbour.jpg"
    assert of(edition_of(post)).get("data-picture") == "../../cover.jpg"
    assert (of(shown).get("data-title"), of(shown).get("data-blog")) == (
        "Salt & <Light>",
        "Tide & Time",
    )


def test_hostile_words_stay_words() -> None:
    """In the title, the blog, the name of the file and the chapters alike."""
    whole = edition(paragraph("Sea."), heading(2, HOSTILE), title=HOSTILE, slug=HOSTILE)
    hostile = replace(whole, publication=replace(whole.publication, title=HOSTILE))
    for written in (player(hostile), parts_list(hostile)):
        assert "<script" not in written
    assert of(hostile).get("data-blog") == HOSTILE


# --- parts ------------------------------------------------------------------------------


def test_a_chapter_that_we_name_is_marked_in_the_language_of_our_words() -> None:
    notes = Notes((Note("n1", "1", (paragraph("Huomautus."),)),))
    whole = edition(heading(2, "Meri"), notes, language="fi")
    shown = parts(whole).findall(".//a/span[@lang]")
    assert [(e.text, e.get("lang")) for e in shown[1:]] == [("Meri", "fi"), ("Notes", "en")]


def test_chapters_are_links_into_the_text_with_their_times() -> None:
    """Without the script they still lead to their headings."""
    links = parts(edition(paragraph("Sea."), heading(2, "Water"), paragraph("Salt."))).iter("a")
    assert [(a.get("href"), " ".join("".join(map(str, a.itertext())).split())) for a in links] == [
        ("#title", "A post 0:00"),
        ("#s2", "Water 0:03"),
    ]


def test_a_post_of_one_part_has_no_list_of_parts_and_no_button_for_it() -> None:
    """A list of one is noise."""
    whole = edition(paragraph("Sea."))
    assert parts_list(whole) == ""
    assert not of(whole).findall(".//button[@id='page-parts-button']")
