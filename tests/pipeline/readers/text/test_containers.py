"""Boxes of other dialects become a title in bold and their text, and are no quotations."""

import pytest

from pipeline.readers.text.containers import plain_containers

CASES = {
    "an alert of GitHub": ("> [!NOTE]\n> Useful.", "Note Useful."),
    "an alert with a title of its own": ("> [!tip]- Look here\n> Useful.", "**Look here** Useful."),
    "text below an alert": ("> [!TIP]\n> a\nb", "Tip a b"),
    "an admonition": ('!!! note "A **title**"\n    a\n\n    b\n\nc', "**A title** a b c"),
    "an admonition without a title": ('!!! note ""\n    a', "a"),
    "an admonition that folds": ("???+ warning\n    a", "Warning a"),
    "a container": ("::: tip\nWords\n:::", "Tip Words"),
    "a container with a title": (":::note[Look **here**]\nWords\n:::", "**Look here** Words"),
    "a container of pandoc": ('::: {.callout-note title="T t"}\nWords\n:::', "**T t** Words"),
    "containers in a container": ("::::: a\n::: b\nx\n:::\n:::::", "x"),
    "a row of colons alone": ("a\n\n:::", "a :::"),
    "contents of a page": ("[TOC]\n\n[[toc]]\n\na", "a"),
    "contents of kramdown": ("* Contents\n{:toc}\n\na", "a"),
    "a list before text in braces": ("* Item\n* {b}", "* Item * {b}"),
    "attributes of kramdown": ("{: .note}\nText.\n{: #id}", "Text."),
    "a language is no look": ('Bore da.\n{: lang="cy"}', 'Bore da. {: lang="cy"}'),
    "program text": ("```\n::: tip\n[TOC]\n```", "``` ::: tip [TOC] ```"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_a_box_is_its_title_and_its_text(text: str, expected: str) -> None:
    plain = plain_containers(text).replace('**<span lang="en">', "").replace("</span>**", "")
    assert " ".join(plain.split()) == expected


def test_the_english_name_of_a_box_says_its_language() -> None:
    assert '**<span lang="en">Warning</span>**' in plain_containers("::: warning\nGare !\n:::")


def test_what_is_in_a_box_keeps_its_own_indentation() -> None:
    assert "- a\n  - b" in plain_containers("!!! tip\n    - a\n      - b")
