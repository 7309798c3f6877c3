"""What may be fetched, from where, how much of it, and for how long."""

import gzip
import ipaddress
import time
from dataclasses import replace

import pytest

from pipeline.errors import ReadError
from pipeline.importing.fetch import FetchRules, Ip, anywhere, fetch, is_public
from tests.pipeline.importing.site import Answer, served

OPEN = FetchRules(accepts=anywhere, seconds=20)


@pytest.mark.parametrize("ip", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_an_address_of_the_public_internet_is_public(ip: str) -> None:
    assert is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize(
    "ip",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "2001:db8::1"),
    ],
)
def test_no_address_of_this_computer_or_network_is_public(ip: str) -> None:
    assert not is_public(ipaddress.ip_address(ip))


def test_a_file_is_fetched_with_its_type_and_charset() -> None:
    page = Answer("Grüße".encode("latin-1"), "text/html; charset=ISO-8859-1")
    with served({"/a%20b?c=d": page}) as site:
        found = fetch(f"{site.address}/a b?c=d#part", OPEN)

    assert (found.data, found.kind, found.charset) == (page.body, "text/html", "iso-8859-1")
    assert site.asked[0][1]["Host"] == site.address.removeprefix("http://")


def test_a_packed_answer_is_unpacked() -> None:
    packed = Answer(gzip.compress(b"hello"), headers={"Content-Encoding": "gzip"})
    with served({"/": packed}) as site:
        assert fetch(site.address, OPEN).data == b"hello"


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]"])
def test_without_leave_nothing_is_fetched_from_this_computer(name: str) -> None:
    with served({"/": Answer(b"secret")}) as site:
        address = f"http://{name}:{site.server_port}/"
        with pytest.raises(ReadError, match=r"public internet|can't be fetched"):
            fetch(address, FetchRules())

        assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "ftp://a.org/b", "gopher://a.org/", "data:text/html,a", "//a.org"),
        *("http://", "http:///a", "http://[::1", "http://a.org:port/", "https", "http://a..b/"),
    ],
)
def test_what_is_no_address_on_the_web_is_refused(address: str) -> None:
    with pytest.raises(ReadError, match="no address"):
        fetch(address, OPEN)


def test_a_redirect_is_followed_and_the_last_address_told() -> None:
    answers = {
        "/old": Answer(status=301, headers={"Location": "/new/"}),
        "/new/": Answer(b"here"),
    }
    with served(answers) as site:
        found = fetch(f"{site.address}/old", OPEN)

        assert (found.address, found.data) == (f"{site.address}/new/", b"here")


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (404, "no page at this address"),
        (403, "does not let programs read"),
        (503, "at the moment"),
        (418, "does not send this page"),
    ],
)
def test_an_answer_that_is_no_page_is_told_in_plain_words(status: int, message: str) -> None:
    with (
        served({"/": Answer(status=status)}) as site,
        pytest.raises(ReadError, match=message) as told,
    ):
        fetch(site.address, OPEN)

    assert str(status) in told.value.message
    assert "browser" in told.value.remedy


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://a.org/", "http://[::1"])
def test_a_redirect_leads_to_no_other_kind_of_address(to: str) -> None:
    answer = Answer(status=302, headers={"Location": to})

    with served({"/": answer}) as site, pytest.raises(ReadError, match="no address"):
        fetch(site.address, OPEN)


def test_each_redirect_is_checked_again() -> None:
    def first_alone(ip: Ip) -> bool:
        return str(ip) == "127.0.0.1"

    with served({}) as site:
        port = site.server_port
        site.answers = {"/": Answer(status=302, headers={"Location": f"http://127.0.0.2:{port}/x"})}
        with pytest.raises(ReadError, match="public internet"):
            fetch(site.address, replace(OPEN, accepts=first_alone))

        assert site.paths == ["/"]


def test_a_circle_of_redirects_ends() -> None:
    with served({"/": Answer(status=302, headers={"Location": "/"})}) as site:
        with pytest.raises(ReadError, match="more than 3 times"):
            fetch(site.address, replace(OPEN, redirects=3))

        assert len(site.asked) == 4


@pytest.mark.parametrize("packed", [False, True])
def test_no_more_is_fetched_than_is_allowed(*, packed: bool) -> None:
    body = bytes(3_000_000)
    headers = {"Content-Encoding": "gzip"} if packed else {}
    answer = Answer(gzip.compress(body) if packed else body, headers=headers)
    with served({"/": answer}) as site, pytest.raises(ReadError, match="larger than 2 MB"):
        fetch(site.address, replace(OPEN, largest=2 * 1024 * 1024))


def test_a_server_that_drips_is_left_in_time() -> None:
    slow = Answer(b"x" * 1000, drip=0.05)
    whole = len(slow.body) * slow.drip
    began = time.monotonic()
    rules = replace(OPEN, seconds=0.6)

    with served({"/": slow}) as site, pytest.raises(ReadError, match="too long"):
        fetch(site.address, rules)

    assert time.monotonic() - began < whole / 2  # a wait, not work: no machine makes it longer


def test_an_answer_that_breaks_off_is_none() -> None:
    half = Answer(b"half", length=8)

    with served({"/": half}) as site, pytest.raises(ReadError, match="can't be fetched"):
        fetch(site.address, OPEN)


def test_what_the_server_does_not_have_is_told() -> None:
    with served({}) as site:
        with pytest.raises(ReadError, match="404") as told:
            fetch(f"{site.address}/gone", OPEN)

        assert told.value.where == f"{site.address}/gone"


def test_a_name_that_nobody_has_is_told() -> None:
    with pytest.raises(ReadError, match="no site of this name"):
        fetch("http://nobody.invalid/", OPEN)
