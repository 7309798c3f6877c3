"""The words of WordPress that its exports and its programming interface have in common."""

from collections.abc import Mapping

STATUSES: Mapping[str, str] = {
    "draft": "is a draft",
    "auto-draft": "is a draft",
    "pending": "is a draft that waits for review",
    "future": "is not published yet",
    "private": "is private",
    "trash": "is in the bin",
    "": "does not say that it was published",
}
"""Why a post of a status is withheld."""

NO_CATEGORY = frozenset(
    {
        "uncategorized", "uncategorised", "allgemein", "non-classe", "non-classé",
        "sin-categoria", "sin-categorizar", "sem-categoria", "senza-categoria",
        "geen-categorie", "niet-gecategoriseerd", "okategoriserade", "ikke-kategorisert",
        "ikke-kategoriseret", "luokittelematon", "bez-kategorii", "nezarazene", "未分類", "未分类",
        "미분류", "без-рубрики", "sense-categoria", "dicategoru", "heb-gategori",
    }
)  # fmt: skip
"""The category of posts for which nobody chose one, in the languages of WordPress."""
