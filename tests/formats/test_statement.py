"""The statement says what was checked by what and when, and claims nothing that nobody found."""

import dataclasses
from datetime import date

from lxml import html

from formats import statement
from formats.model import (
    Blog,
    CodeBlock,
    Evaluation,
    Figure,
    FileCard,
    Picture,
    Post,
    ProgramCheck,
    Publication,
    SiteCheck,
)
from formats.registry import chosen
from tests.formats.builders import (
    HOSTILE,
    PUBLICATION,
    blog_of,
    edition_of,
    paragraph,
    post_of,
)

DAY = date(2026, 5, 31)
CHECK = SiteCheck(
    DAY,
    (
        ProgramCheck("", "1.0", 40, 0, 0),
        ProgramCheck("EPUBCheck", "5.3.0", 5, 2, 0),
        ProgramCheck("axe", "4.11", 12, 0, 7),
        ProgramCheck("veraPDF", "", 0, 0, 0),
    ),
)


def page(
    *posts: Post, check: SiteCheck | None = None, publication: Publication = PUBLICATION
) -> str:
    """The markup of the statement of some posts."""
    editions = [edition_of(post, (), publication) for post in posts]
    blog: Blog = dataclasses.replace(blog_of(*editions, publication=publication), check=check)
    (made,) = statement.render_blog(blog)
    assert made.path == "accessibility.html"
    return made.data.decode()


def words(markup: str) -> str:
    """What the page says."""
    text = str(html.fromstring(markup).xpath("string(//body)"))
    return " ".join(text.split())


def evaluated(level: str = "", report: str = "") -> Publication:
    """A blog that somebody evaluated."""
    found = Evaluation("A. Reader & Co", DAY, level, report)
    return dataclasses.replace(PUBLICATION, evaluation=found)


# --- what is claimed ----------------------------------------------------------------------


def test_nothing_is_claimed_where_nobody_evaluated_the_blog() -> None:
    said = words(page(check=CHECK))

    assert "We do not claim that this website meets an accessibility standard." in said
    assert "WCAG" not in said


def test_a_claim_is_that_of_the_people_who_evaluated_the_blog() -> None:
    markup = page(publication=evaluated("WCAG 2.2 AA", "https://example.org/r?a=1&b=2"))
    said = words(markup)

    assert "A. Reader & Co evaluated this website on 31 May 2026." in said
    assert "They found that it meets WCAG 2.2 AA." in said
    assert 'href="https://example.org/r?a=1&amp;b=2"' in markup
    assert "Nobody has evaluated it" not in said


def test_an_evaluation_without_a_level_is_no_claim() -> None:
    said = words(page(publication=evaluated()))

    assert "They do not say that it meets a standard, so neither do we." in said
    assert "They found that it meets" not in said


# --- what was checked ---------------------------------------------------------------------


def test_a_blog_that_no_program_checked_says_so() -> None:
    assert "No program has checked this website yet." in words(page())


def test_each_program_is_named_with_its_version_and_what_it_found() -> None:
    said = words(page(check=CHECK))

    assert "These programs checked it on 31 May 2026:" in said
    assert "Allways 1.0 (links, captions, and whether text and sound agree). Files: 40" in said
    assert "EPUBCheck 5.3.0 (books). Files: 5; Faults: 2; For a person to judge: 0" in said
    assert "axe 4.11 (web pages). Files: 12; Faults: 0; For a person to judge: 7" in said


def test_a_program_that_was_not_there_is_named_as_one_that_checked_nothing() -> None:
    said = words(page(check=CHECK))

    assert "These programs were not there, and checked nothing: veraPDF." in said


def test_what_has_changed_since_the_check_is_said() -> None:
    old = dataclasses.replace(CHECK, current=False)

    assert "The website has changed since then" in words(page(check=old))
    assert "The website has changed since then" not in words(page(check=CHECK))


# --- what is lacking ----------------------------------------------------------------------


def test_limits_are_those_of_the_posts_and_of_the_check() -> None:
    code = post_of(CodeBlock("", "a = 1", ""), slug="a")
    picture = post_of(Figure("", Picture("a.png", None), ()), slug="b")
    said = words(page(code, picture, check=CHECK))

    assert "Faults that programs found: 2." in said
    assert "a person has to look at: 7." in said
    assert "Pictures without a description: 1." in said
    assert "Program text is shown, but not read aloud." in said


def test_a_blog_without_such_limits_has_only_those_of_every_blog() -> None:
    public = dataclasses.replace(PUBLICATION, formats=chosen(("mp3",)))
    markup = page(post_of(paragraph("Sea.")), publication=public)

    assert "It may say names and rare words wrongly." in markup
    assert "Program text" not in markup
    assert "Pictures without" not in markup
    assert "nobody has checked them" not in markup


def test_simpler_versions_that_are_public_are_said_to_be_unchecked() -> None:
    assert "nobody has checked them" in page()


# --- the rest -----------------------------------------------------------------------------


def test_every_form_that_posts_have_is_listed_once() -> None:
    said = words(page())

    assert said.count("Large print (PDF, 18 point)") == 1
    assert "Listen (MP3)" in said


def test_readers_are_told_whom_to_write_to_or_that_nobody_said() -> None:
    silent = dataclasses.replace(PUBLICATION, email="", telephone="", address="")
    reached = dataclasses.replace(PUBLICATION, telephone="+44 20 7946 0000", address="1 Quay\nX")
    markup = page(publication=reached)

    assert 'href="mailto:ada@example.org"' in markup
    assert 'href="tel:+442079460000"' in markup
    assert "<address>1 Quay<br/>X</address>" in markup
    assert "have not named an address yet" in page(publication=silent)


def test_the_statement_is_in_the_language_of_the_blog() -> None:
    welsh = dataclasses.replace(PUBLICATION, language="cy")
    markup = page(publication=welsh)

    assert '<html lang="cy"' in markup
    assert "Hygyrchedd" in markup


def test_hostile_settings_stay_words() -> None:
    hostile = dataclasses.replace(PUBLICATION, title=HOSTILE, email=HOSTILE)

    assert "<script>" not in page(publication=hostile)


def test_a_hostile_evaluator_stays_words() -> None:
    found = Evaluation(HOSTILE, DAY, HOSTILE, "https://a.org/?" + HOSTILE)
    hostile = dataclasses.replace(PUBLICATION, evaluation=found)

    assert "<script>" not in page(publication=hostile)


def test_a_form_that_only_some_posts_have_is_not_offered_of_each() -> None:
    """Easy Read is made of the posts whose text people have signed."""
    publication = dataclasses.replace(PUBLICATION, formats=chosen(("easy-read", "text")))
    one, other = (
        edition_of(post_of(paragraph("Sea."), slug=slug), (), publication) for slug in ("a", "b")
    )
    blog = blog_of(one, other, publication=publication)
    cards = [FileCard(f"posts/{slug}/easy-read.html", "", 1, "", "easy-read") for slug in "ab"]
    with_it = [
        dataclasses.replace(e, files=(c,)) for e, c in zip(blog.episodes, cards, strict=True)
    ]
    for episodes, said in (((with_it[0], blog.episodes[1]), False), (tuple(with_it), True)):
        (made,) = statement.render_blog(dataclasses.replace(blog, episodes=episodes))
        assert ("Easy Read" in made.data.decode()) is said
