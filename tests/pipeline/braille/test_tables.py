"""Each language has the table that its readers can read, or none."""

import pytest

from formats.languages import primary
from formats.model import BrailleRun
from formats.words import LANGUAGES
from pipeline.braille.louis import Louis
from pipeline.braille.tables import table_for

TEXTS = {
    "cy": "Mae’r môr yn ddwfn: ŵyl, ŷ, â, 25%",
    "de": "Größe, Übung: „schön“ – 1.000",
    "en": "People’s “knowledge” – 25% of £5.20 (café)",
    "es": "¿Qué? ¡Año! niño, acción, «sí», 25",
    "fr": "L’été, à Noël : « œuvre », ça, où, 25",
    "it": "Perché, città è più «sì», 25",
    "nl": "Een reünie, ’s avonds “ja”, 25",
    "pt": "Ação, coração, à vista, ê, «sim», 25",
}


def test_every_language_with_words_of_ours_has_a_table_except_japanese() -> None:
    assert {primary(tag) for tag in LANGUAGES} - {"ja"} == set(TEXTS)
    assert all(table_for(tag, "") for tag in TEXTS)
    assert table_for("ja", "") is None
    assert table_for("ar", "") is None


@pytest.mark.parametrize("language", TEXTS)
def test_the_table_of_a_language_has_six_dots_and_a_sign_for_each_letter(
    louis: Louis, language: str
) -> None:
    table = table_for(language, "")
    assert table
    cells = {
        c: louis.translate(table.file, (BrailleRun(c),))
        for c in set(TEXTS[language].replace(" ", ""))
    }

    assert {c for c, found in cells.items() if not found or max(found) > "⠿"} == set()


def test_english_is_contracted_unified_english_braille() -> None:
    for tag in ("en", "en-GB", "en-US"):
        table = table_for(tag, "")
        assert table
        assert (table.file, table.system, table.unified) == ("en-ueb-g2.ctb", "UEB grade2", True)


def test_a_table_that_the_editor_chose_goes_first() -> None:
    known, other = table_for("en", "en-ueb-g1.ctb"), table_for("en", "en-us-g1.ctb")

    assert known
    assert known.system == "UEB grade1"
    assert other
    assert (other.system, other.unified) == ("en-us-g1 no-grade", False)
