"""A picture stands only beside what it shows; rather none than a wrong one."""

import csv
import re
import tomllib
from collections import Counter
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

import pytest
from lxml import etree

from formats.easy_read import concepts
from formats.easy_read.concepts import CONCEPTS, Concept, picture_bytes, picture_of

FOLDER = Path(concepts.__file__).parent / "pictures"
OTHERS = [
    line
    for line in (FOLDER / "other_senses.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
_SVG = "{http://www.w3.org/2000/svg}"

# --- which sentence gets which picture --------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("The meeting was attended by 11 patients.", "meeting"),
        ("We had a meeting with the council.", "meeting"),
        ("Nurses are often busy.", "nurse"),
        ("My sister uses a wheelchair.", "wheelchair"),
        ("Wheelchair users can use the side door.", "wheelchair-user"),
        ("You can bring your guide dog.", "guide-dog"),
        ("Your GP will write to you.", "doctor"),
        ("GP surgeries are open on Monday.", "health-centre"),
        ("All hospitals in Essex have a nurse for people with autism.", "hospital"),
        ("In the morning, the doctor will see you.", "doctor"),
        ("If you are ill, phone calls are free.", "telephone"),
        ("When you come to us, bring your medicines.", "medicine"),
        ("People with learning disabilities have the same rights.", "people"),
        ("Many people came.", "people"),
        ("The budget for social care was cut by £2 million.", "money"),
        ("The Equality Act is a law that says this.", "law"),
        ("She asked a question.", "question"),
        ("You have a right to clear information before you sign.", "information"),
        ("Lots of books were sold.", "book"),
        ("We spoke to the mayor.", "speaking"),
        ("Our training was in a church hall.", "training"),
        ("It is about people’s health.", "health"),
        ("Your next\u00a0appointment is on Monday.", "appointment"),
        ("The “hospital” was a tent.", "hospital"),
        ("A survey", "survey"),
    ],
)
def test_a_sentence_gets_the_picture_of_its_main_thing(sentence: str, concept: str) -> None:
    assert picture_of(sentence) == concept


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no hospital here.",
        "You do not need a doctor.",
        "The nurse hasnt come.",
        "We cannot pay for training.",
        "Nobody came to the meeting.",
        "Instead of a meeting, we wrote.",
        "We had a walk rather than a meeting.",
        "Fewer nurses are there.",
    ],
)
def test_what_is_denied_is_not_shown(sentence: str) -> None:
    assert picture_of(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    ["Is there a meeting?", "We asked whether the hospital is open.", "Why is a nurse there?"],
)
def test_what_is_asked_is_not_shown(sentence: str) -> None:
    assert picture_of(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Meeting the needs of people is hard.",
        "We are meeting the needs of all.",
        "They have been training like athletes.",
        "A number of things changed.",
        "In the light of this, we stopped.",
        "Hand in the form.",
        "She leaves in May.",
        "The bank holiday is on Monday.",
        "The state can do more.",
        "The party won.",
        "A care home is open.",
        "The home page is new.",
        "It is closer to home.",
        "You are right on the money.",
        "It takes a village to do this.",
        "We keep an ear to the ground.",
        "Her lawyer runs a legal clinic.",
        "The hospital trust has a plan.",
        "The book club is on Monday.",
        "The doctor's letter came.",
        "We question the plan.",
        "The old mill houses 28 people.",
        "They will book a room.",
        "You can phone us.",
        "A binary tree is fast.",
        "The car park is full.",
        "The matter of the hospital is open.",
        "The cost of the meeting was high.",
        "It is a group of islands.",
        "His appointment as a judge was a surprise.",
        "We are building the plane.",
        "Find your laptop.log and send it.",
        "Write to nurse@example.org today.",
        "The PARK(ing) project is new.",
    ],
)
def test_a_word_in_another_sense_is_not_shown(sentence: str) -> None:
    assert picture_of(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "She works at the Hospital of Hope.",
        "Church Street is closed.",
        "Doctor Who is on television.",
        "The Home Office wrote.",
        "Books Limited is a shop.",
    ],
)
def test_a_word_in_a_name_is_not_shown(sentence: str) -> None:
    assert picture_of(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "She said that the hospital is open.",
        "We wait because the doctor is ill.",
        "If you are ill see a doctor.",
        "Food, drinks and medicines are here.",
        "We talked in the kitchen of her house with the nurse.",
        "It helps people to live well.",
        "He is a man with a plan " + "and another one " * 6,
    ],
)
def test_what_is_aside_is_not_shown(sentence: str) -> None:
    assert picture_of(sentence) is None


@pytest.mark.parametrize("text", ["", " ", "…", "?", "(", "If", "nurse" * 1000])
def test_text_that_is_no_sentence_gets_no_picture(text: str) -> None:
    assert picture_of(text) is None


@pytest.mark.parametrize("phrase", OTHERS)
def test_a_phrase_with_another_sense_is_not_shown_and_would_be_without_its_row(phrase: str) -> None:
    """A row that guards nothing is left over."""
    words = {word for concept in CONCEPTS.values() for word in concept.words}
    held = [word for word in words if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", phrase)]
    assert picture_of(f"It is {phrase}.") is None
    assert held
    assert phrase not in words


# --- the table --------------------------------------------------------------------------


def test_the_names_are_slugs_in_order() -> None:
    assert list(CONCEPTS) == sorted(CONCEPTS)
    assert [name for name in CONCEPTS if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []
    assert len(CONCEPTS) >= 90


def test_each_word_has_one_concept() -> None:
    words = Counter(
        word for concept in CONCEPTS.values() for word in {word.lower() for word in concept.words}
    )
    assert [word for word, times in words.items() if times > 1 or word != word.strip()] == []


def test_each_file_has_one_concept_and_none_is_left_over() -> None:
    used = [concept.file for concept in CONCEPTS.values()]
    assert sorted(used) == sorted(path.name for path in FOLDER.glob("*.svg"))


def test_each_row_says_who_looked_and_when() -> None:
    with (FOLDER / "concepts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["looked_by"]
            assert date.fromisoformat(row["date"])
            assert re.fullmatch(r"[A-Z][^.]*\w", row["shows"])


@pytest.mark.parametrize("concept", CONCEPTS.values(), ids=lambda one: one.name)
def test_each_word_of_a_concept_brings_its_picture(concept: Concept) -> None:
    for word in concept.words:
        before = "" if word == "people" else "They saw "
        assert picture_of(f"{before}{word}.") == concept.name


# --- the pictures -----------------------------------------------------------------------


def unsafe(svg: bytes) -> list[str]:
    """What a picture has beside black paths in a square."""
    root = etree.fromstring(svg)
    allowed = {"svg": {"viewBox", "fill"}, "path": {"d", "fill-rule"}}
    found = [
        f"{element.tag} {name}"
        for element in root.iter(etree.Element)
        for name in ("", *map(str, element.attrib))
        if name not in allowed.get(str(element.tag).removeprefix(_SVG), set()) | {""}
        or str(element.tag).removeprefix(_SVG) not in allowed
    ]
    if root.get("fill") != "#000" or root.get("viewBox") != "0 0 48 48":
        found.append("not black in a square")
    return found


@pytest.mark.parametrize("name", CONCEPTS)
def test_a_picture_holds_only_black_paths_and_is_small(name: str) -> None:
    svg = picture_bytes(name)
    assert unsafe(svg) == []
    assert len(svg) < 5_000


@pytest.mark.parametrize(
    "inside",
    [
        "<script/>",
        '<path id="a" d="M0 0"/>',
        '<path d="M0 0" onclick="x"/>',
        '<path d="M0 0" style="x"/>',
        '<image href="x"/>',
    ],
)
def test_a_picture_with_anything_else_is_seen(inside: str) -> None:
    start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="#000">'
    assert unsafe(f"{start}{inside}</svg>".encode())


def test_a_concept_that_is_not_there_has_no_picture() -> None:
    with pytest.raises(KeyError):
        picture_bytes("unicorn")


def test_the_notice_of_the_pictures_lies_beside_them() -> None:
    notice = (FOLDER / "LICENCE.txt").read_text("utf-8")
    assert "Copyright (c) 2021 Resolve to Save Lives" in notice
    assert "The above copyright notice and this permission notice shall be included" in notice


def test_every_file_of_the_folder_goes_into_the_package() -> None:
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["*"]
    assert [
        path.name
        for path in FOLDER.iterdir()
        if not any(fnmatch(path.name, pattern) for pattern in patterns)
    ] == []
