"""Lists as people indent them."""

import pytest

from pipeline.readers.text.lists import indent_lists

CASES = {
    "two spaces under a bullet": ("- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d"),
    "three spaces under a number": ("1. a\n   - b\n2. c", "1. a\n    - b\n2. c"),
    "four spaces stay": ("- a\n    - b", "- a\n    - b"),
    "a paragraph of an entry": ("- a\n\n  more\n- b", "- a\n\n    more\n\n- b"),
    "numbers after bullets": ("- a\n1. b\n2. c", "- a\n\n1. b\n2. c"),
    "text after a list": ("- a\n  - b\n\nText.\n\n- c", "- a\n    - b\n\nText.\n\n- c"),
    "program text between fences": ("```\n- a\n  - b\n```", "```\n- a\n  - b\n```"),
    "program text in an entry": (
        "- a\n  ```js\n  - x\n\n  y\n  ```\n- b",
        "- a\n\n    ```js\n    - x\n\n    y\n    ```\n\n- b",
    ),
    "a fence inside a fence": (
        "- a\n\n    ~~~\n    ```\n    ~~~\n",
        "- a\n\n    ~~~\n    ```\n    ~~~\n\n",
    ),
    "numbers with a bracket": ("3) a\n4) b", "3. a\n4. b"),
    "a bracket in running text": ("Text\n2) more", "Text\n2) more"),
    "program text by indent": ("Text.\n\n    - a", "Text.\n\n    - a"),
    "a list that touches a paragraph": ("Bring:\n- a\n- b", "Bring:\n\n- a\n- b"),
    "numbers that touch a paragraph": ("Do:\n1. a\n2. b", "Do:\n\n1. a\n2. b"),
    "a year that ends a sentence": ("It was\n2026. Then", "It was\n2026. Then"),
    "a rule is no entry": ("Text\n\n* * *\n  more", "Text\n\n* * *\n  more"),
    "two spaces under a number": ("1. a\n  - b", "1. a\n    - b"),
    "tabs": ("* a\n\t* b\n\t\t* c", "* a\n    * b\n        * c"),
    "an entry below a further paragraph": (
        "1. a\n\n   b\n2. c",
        "1. a\n\n    b\n\n2. c",
    ),
    "one space is enough below an empty line": ("* a\n\n b", "* a\n\n    b"),
    "a list in a quotation": ("> a\n> - b\n>   - c", "> a\n> \n> - b\n>     - c"),
    "a quotation in an entry": ("- a\n\n  > b", "- a\n\n    > b"),
    "program text in an entry by indent": (
        "1. a\n\n       x\n       y",
        "1. a\n\n        x\n        y",
    ),
    "a further paragraph of a footnote": ("[^1]: a\n\n  b\n\nc", "[^1]: a\n\n    b\n\nc"),
    "no list at all": ("One line.\n  Another.", "One line.\n  Another."),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_lists_nest_by_where_their_words_begin(text: str, expected: str) -> None:
    assert indent_lists(text) == expected
