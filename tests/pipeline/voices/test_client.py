"""A server is asked politely, again where that helps, and no more once it refuses."""

import time

import pytest

from pipeline.errors import SpeakError
from pipeline.voices.client import BAD_ANSWERS, IN_A_ROW, TRIES, Client, HttpRequest, Patience
from tests.voices import servers
from tests.voices.patience import Clock
from tests.voices.servers import Reply, Server

SECRET = "sk-very-secret"


def ask(client: Client, server: Server, text: str = "tide") -> bytes:
    """The answer for a text."""
    body = f'{{"input": "{text}"}}'.encode()
    headers = {"Authorization": f"Bearer {SECRET}"}
    return client.ask(HttpRequest(server.address, body, headers), bytes)


def client(clock: Clock, per_minute: int = 6000, patience: Patience | None = None) -> Client:
    return Client("The server", "Mend the key.", per_minute, patience or clock.patience())


PASSING = {
    "too many requests": Reply(429, b"slow down"),
    "Google's captcha": Reply(302, b"", (("Location", "https://www.google.com/sorry/index?x"),)),
    "an error of its own": Reply(500, b"{}"),
    "too slow for itself": Reply(408, b""),
    "out of service": Reply(503, b"<html><title>Maintenance</title>"),
    "slow": Reply(seconds=1),
    "cut short": Reply(keeps_back=100),
}


@pytest.mark.parametrize("name", PASSING)
def test_what_passes_is_asked_again(server: Server, name: str) -> None:
    """With a wait between, and the answer is as if nothing had been."""
    clock = Clock()
    server.replies.extend([PASSING[name]] * 2)
    asking = client(clock, patience=clock.patience(read=0.5))
    assert ask(asking, server) == servers.wav(servers.hum("tide"))
    assert len(server.asked) == 3
    assert [wait for wait in clock.waits if wait > 0.1] == [2, 4]


LASTING = {
    "a wrong key": (Reply(401, b'{"error": {"message": "Incorrect key"}}'), "Incorrect key"),
    "forbidden": (Reply(403, b"<title>No</title>"), "403, “No”"),
    "not there": (Reply(404, b'{"detail": "Not Found"}'), "404, “Not Found”"),
    "moved": (Reply(301, b"", (("Location", "https://example.org/"),)), "301"),
    "a wait of an hour": (Reply(429, b"", (("Retry-After", "3600"),)), "less often"),
}


@pytest.mark.parametrize("name", LASTING)
def test_what_lasts_is_asked_once_for_the_whole_run(server: Server, name: str) -> None:
    """The next text is refused at once, with the same words, and the server left alone."""
    clock = Clock()
    reply, says = LASTING[name]
    server.replies.append(reply)
    asking = client(clock)
    with pytest.raises(SpeakError, match=says) as first:
        ask(asking, server)
    with pytest.raises(SpeakError) as second:
        ask(asking, server, "another")
    assert str(first.value) == str(second.value)
    assert first.value.remedy
    assert len(server.asked) == 1


def test_a_text_that_is_not_accepted_ends_nothing(server: Server) -> None:
    """Its words may be at fault; others are asked for."""
    server.replies.append(Reply(400, b'{"error": {"message": "no voice \\"bella\\""}}'))
    asking = client(Clock())
    with pytest.raises(SpeakError, match=r'no voice "bella".*under .voice.'):
        ask(asking, server)
    assert ask(asking, server)


def test_three_texts_in_a_row_that_fail_end_the_asking(server: Server) -> None:
    """A server that is broken is not asked for two hundred more; one answer between, and it is."""
    bad = Reply(400, b"{}")
    asking = client(Clock())
    for reply in (bad, bad, Reply(), *[bad] * IN_A_ROW):
        server.replies.append(reply)
        if reply is bad:
            with pytest.raises(SpeakError):
                ask(asking, server)
        else:
            ask(asking, server)
    with pytest.raises(SpeakError):
        ask(asking, server)
    assert len(server.asked) == 3 + IN_A_ROW


def test_waits_grow_by_chance_and_have_an_end(server: Server) -> None:
    """Doubled each time, by chance as little as half; then the run goes without the server."""
    for chance, share in ((1.0, 1.0), (0.0, 0.5)):
        clock = Clock()
        server.replies.extend([Reply(429, b"")] * TRIES)
        with pytest.raises(SpeakError, match="what was spoken is kept"):
            ask(client(clock, patience=clock.patience(chance=chance)), server)
        assert [w for w in clock.waits if w > 0.1] == [2 * 2**n * share for n in range(TRIES - 1)]
    assert len(server.asked) == 2 * TRIES


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ((("Retry-After", "7"),), 7),
        ((("Retry-After", "Wed, 21 Oct 2099 07:28:09 GMT"),), 300.5),
        ((("Retry-After", "soon"),), 2),
        ((("Retry-After", "1"),), 2),
    ],
)
def test_a_server_says_how_long_to_wait(
    server: Server, headers: tuple[tuple[str, str], ...], seconds: float
) -> None:
    """As seconds or as a date; never less than we would wait, and never past 5 minutes."""
    clock = Clock()
    server.replies.append(Reply(429, b"", headers))
    if seconds > 300:
        with pytest.raises(SpeakError):
            ask(client(clock), server)
    else:
        assert ask(client(clock), server)
        assert max(clock.waits) == seconds


def test_requests_are_spaced_evenly(server: Server) -> None:
    """Thirty a minute are one every two seconds, the first at once."""
    clock = Clock()
    asking = client(clock, per_minute=30)
    for _ in range(4):
        ask(asking, server)
    assert clock.waits == [2, 2, 2]


def test_an_answer_that_drips_is_not_waited_for(server: Server) -> None:
    """Each byte comes in time, the whole never does."""
    server.replies.extend([Reply(body=b"x" * 10_000, drips=True)] * TRIES)
    ticking = Patience(time.monotonic, lambda _: None, lambda: 0, read=5, whole=0.05)
    with pytest.raises(SpeakError, match="too long"):
        ask(client(Clock(), patience=ticking), server)


def test_an_answer_that_is_no_sound_is_asked_for_three_times(server: Server) -> None:
    """Then it is an error, which names the server."""

    def take(_: bytes) -> bytes:
        raise SpeakError("it is a web page.", remedy="Wait.")

    with pytest.raises(SpeakError, match=r"The server: it is a web page\. Wait\."):
        client(Clock()).ask(HttpRequest(server.address, b'{"input": "a"}', {}), take)
    assert len(server.asked) == BAD_ANSWERS


def test_a_server_that_is_not_there_is_an_error_with_a_remedy() -> None:
    """After two short waits, for nobody forgets a server for a minute."""
    clock = Clock()
    with servers.openai() as gone:
        pass
    with pytest.raises(SpeakError, match=r"can't be reached.*network"):
        ask(client(clock), gone)
    assert [wait for wait in clock.waits if wait > 0.1] == [2, 4]


def test_a_certificate_that_nobody_vouches_for_is_not_taken(server: Server) -> None:
    """A server that does not speak TLS at all stands for one without a good certificate."""
    secure = Server(server.address.replace("http:", "https:"))
    with pytest.raises(SpeakError, match="certificate"):
        ask(client(Clock()), secure)
    assert not server.asked


@pytest.mark.parametrize("status", [401, 400, 500, 429])
def test_a_key_is_sent_and_never_shown(server: Server, status: int) -> None:
    """Not even where a server repeats it."""
    server.replies.extend([Reply(status, f"no good: {SECRET}".encode())] * TRIES)
    with pytest.raises(SpeakError) as caught:
        ask(client(Clock()), server)
    assert server.asked[0]["headers"]["Authorization"] == f"Bearer {SECRET}"
    assert SECRET not in str(caught.value)
    assert "no good" in str(caught.value)
    assert SECRET not in repr(HttpRequest("", b"", {"Authorization": SECRET}))


def test_a_key_that_can_not_be_sent_is_not_shown(server: Server) -> None:
    request = HttpRequest(server.address, b"", {"Authorization": f"Bearer {SECRET}\n"})
    with pytest.raises(SpeakError, match="ALLWAYS_VOICE_KEY") as caught:
        client(Clock()).ask(request, bytes)
    assert SECRET not in str(caught.value)


def test_a_closed_client_asks_again(server: Server) -> None:
    asking = client(Clock())
    ask(asking, server)
    asking.close()
    asking.close()
    assert ask(asking, server)
    asking.close()
