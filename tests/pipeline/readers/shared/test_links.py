"""The addresses of links: what a browser can follow is kept, what nobody can follow is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers.shared.links import BrokenLinkError, UnsafeLinkError, address, web_address


@pytest.mark.parametrize(
    "href",
    [
        "https://a.org/x%20y?q=1&r=[2]#s",
        "https://A.org:8080/Café?x=ü",
        "http://user:word@a.org/",
        "https://a_b.example.org./",
        "mailto:jo@a.org?subject=Hi",
        "mailto:?subject=Hi",
        "tel:+44",
        "about/us.html",
        "/a?b#c",
        "?page=2",
        "a/b:c",
        "",
    ],
)
def test_an_address_that_leads_somewhere_stays_as_it_is(href: str) -> None:
    assert address(href) == href


@pytest.mark.parametrize(
    ("href", "mended"),
    [
        ("https://a.org/x%%20y%zz%", "https://a.org/x%25%20y%25zz%25"),
        ("https:\\\\a.org\\b?c\\d", "https://a.org/b?c\\d"),
        (" https://a.org/\nb\t ", "https://a.org/b"),
        ("//a.org/b", "https://a.org/b"),
        ("https://müller.example/ä", "https://xn--mller-kva.example/ä"),
        ("https://a.org:/b", "https://a.org/b"),
        ("https://a.org/#b#c", "https://a.org/#b%23c"),
    ],
)
def test_an_address_is_mended_as_browsers_do(href: str, mended: str) -> None:
    assert address(href) == mended


def test_an_address_without_a_host_is_that_of_the_page_it_is_on() -> None:
    assert address("b\\c", "https://a.org/x/y") == "https://a.org/x/b/c"
    assert address("//b.org", "http://a.org/") == "http://b.org"


@pytest.mark.parametrize(
    "href",
    [
        "http://a.org:port/",
        "http://a.org:99999/",
        "http://[",
        "http://[a.org]/",
        "http://[::1]/",
        "http://",
        "https:///a",
        "https://a b.org/",
        "https://a<b>.org/",
        "https://.a.org/",
        "https://a..ü.org/",
        "http://%zz/",
        "mailto:",
        "tel:",
        "//",
    ],
)
def test_an_address_that_nobody_can_follow_is_broken(href: str) -> None:
    with pytest.raises(BrokenLinkError):
        address(href)


@pytest.mark.parametrize(
    "href",
    ["javascript:x()", "JAVA\nSCRIPT:x()", "\x01javascript:x()", "data:text/html,x", "vbscript:x"],
)
def test_an_address_that_runs_a_program_is_unsafe_however_it_is_written(href: str) -> None:
    with pytest.raises(UnsafeLinkError):
        address(href)
    with pytest.raises(UnsafeLinkError):
        address(href, "https://a.org/")


@given(st.text(alphabet="htps:/@[]%#?\\.a1ü \n", max_size=30))
def test_any_text_is_an_address_or_is_told(href: str) -> None:
    try:
        assert address(address(href)) == address(href)
    except (BrokenLinkError, UnsafeLinkError):
        return


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (" https://a.org/caf\u00e9 ", "https://a.org/caf%C3%A9"),
        ("https://a.org/a b?c=%20", "https://a.org/a%20b?c=%20"),
        ('http://a.org/">', "http://a.org/%22%3E"),
        ("javascript:alert(1)", ""),
        ("mailto:jo@a.org", ""),
        ("/a", ""),
        ("https://", ""),
        ("https://a.org:port/", ""),
        ("", ""),
    ],
)
def test_a_web_address_is_encoded_and_nothing_else_is_one(said: str, found: str) -> None:
    assert web_address(said) == found
