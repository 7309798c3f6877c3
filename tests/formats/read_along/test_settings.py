"""“My settings”: each field is one that the script keeps."""

import re
from importlib.resources import files

from lxml import etree, html

from formats.read_along.settings import settings_form
from formats.words import LANGUAGES, player_words
from formats.words.en import EN


def form() -> etree._Element:
    """The form in English."""
    return html.fragment_fromstring(settings_form(EN, player_words(EN)))


def kept() -> dict[str, str]:
    """The names that the script keeps, and how it writes their usual values."""
    script = (files("formats.scripts") / "settings.js").read_text("utf-8")
    usual = re.search(r"const usual = \{(.*?)\};", script, re.DOTALL)
    assert usual
    return dict(re.findall(r"(\w+): ([^,]+),", usual[1]))


def test_every_setting_that_is_kept_has_a_field_and_every_field_is_kept() -> None:
    """But the box for the keys, which stands beside their list."""
    fields = {str(e.get("name")) for e in form().iter("select", "input")}
    assert fields | {"keys"} == set(kept())


def test_a_choice_begins_with_what_is_usual() -> None:
    """Who changes nothing sees the page as it was made."""
    usual = kept()
    for choice in form().iter("select"):
        values = [str(option.get("value")) for option in choice.iter("option")]
        assert usual[str(choice.get("name"))].strip('"') in values


def test_every_field_has_a_label_and_every_group_a_name() -> None:
    """In each language."""
    for ours in LANGUAGES.values():
        written = html.fragment_fromstring(settings_form(ours, player_words(ours)))
        for field in written.iter("select", "input"):
            label = field.getparent()
            assert label is not None
            assert (label.tag, bool("".join(map(str, label.itertext())).strip())) == ("label", True)
        for group in written.iter("fieldset"):
            assert group[0].tag == "legend"
