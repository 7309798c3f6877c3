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
    "no list at all": ("One line.\n  Another.", "One line.\n  Another."),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_lists_nest_by_where_their_words_begin(text: str, expected: str) -> None:
    assert indent_lists(text) == expected
