"""Servers that mean no good: none holds us for ever, hears our key, or passes junk for words."""

import gzip
import json
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler, TCPServer, ThreadingTCPServer
from threading import Thread

import numpy as np
import pytest

from pipeline.errors import SettingsError, SpeakError
from pipeline.script.lines import plain
from pipeline.settings import VoiceSettings
from pipeline.sound.foreign import REFERENCE
from pipeline.voices.client import BAD_ANSWERS, Client, HttpRequest, Patience
from pipeline.voices.gtts import open_gtts
from tests.pipeline.voices.asking import TEXT, kept, opened, speak
from tests.voices import servers
from tests.voices.patience import Clock
from tests.voices.servers import Reply, Server, hum, wav


@pytest.mark.parametrize("key", ["a", "x", "none", "sk-1"])
def test_a_short_key_does_not_change_the_sound(
    monkeypatch: pytest.MonkeyPatch, server: Server, tmp_path: Path, key: str
) -> None:
    """Servers at home take any; its letters are found in every sound."""
    monkeypatch.setenv("ALLWAYS_VOICE_KEY", key)
    spiked = np.where(hum(TEXT) == 0, np.frombuffer(key[:1].encode() * 2, np.int16), hum(TEXT))
    server.replies.append(Reply(body=wav(spiked)))
    speak(opened(server.address, tmp_path))
    sounds = [path.read_bytes()[64:] for path in kept(tmp_path)]
    assert wav(spiked) in sounds
    assert wav(hum(server.texts[1])) in sounds


def test_a_key_in_an_answer_that_is_no_sound_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, server: Server, tmp_path: Path
) -> None:
    """Not even the part of it that an error has room for."""
    monkeypatch.setenv("ALLWAYS_VOICE_KEY", "sk-very-secret")
    server.replies.extend([Reply(body=b"<title>" + b"a" * 74 + b"sk-very-secret")] * 3)
    server.replies.extend([Reply(body=b"{" + b"a" * 114 + b"sk-very-secret")] * 3)
    for _ in range(2):
        with pytest.raises(SpeakError, match="something else came") as caught:
            speak(opened(server.address, tmp_path))
        assert "sk-" not in str(caught.value)


def test_a_key_of_other_letters_is_told(monkeypatch: pytest.MonkeyPatch, server: Server) -> None:
    """As the dots that were copied along with an example."""
    monkeypatch.setenv("ALLWAYS_VOICE_KEY", "sk-…")
    with pytest.raises(SpeakError, match="ALLWAYS_VOICE_KEY") as caught:
        speak(opened(server.address, Path()))
    assert "sk-" not in str(caught.value)


def test_a_password_of_the_machine_is_not_sent(
    monkeypatch: pytest.MonkeyPatch, server: Server, tmp_path: Path
) -> None:
    """One in a file that other programs use; and what is sent is our key, where there is one."""
    file = tmp_path / "netrc"
    file.write_text("machine 127.0.0.1 login me password word")
    monkeypatch.setenv("NETRC", str(file))
    speak(opened(server.address, tmp_path))
    monkeypatch.setenv("ALLWAYS_VOICE_KEY", "sk-1")
    speak(opened(server.address, tmp_path), "Another text.")
    sent = [asked["headers"].get("Authorization") for asked in server.asked]
    assert sent == [None, None, "Bearer sk-1"]


LONG = {
    "ja": "".join(f"海は{n}日静かだった。誰も見なかった" for n in range(40)),
    "th": "".join(f"ทะเล{n}สงบ" for n in range(40)),
    "hi": "".join(f"क्षत्रि{n}य" for n in range(40)),
    "en": "tide " + "".join(f"{n:03}" for n in range(100)),
    "en-AU": "".join(f"{n}e\u0301" for n in range(99)),
}


@pytest.mark.parametrize("language", LONG)
def test_google_is_sent_a_hundred_characters_at_most(tmp_path: Path, language: str) -> None:
    """Also where no space says where to cut; and nothing is left out."""
    text = LONG[language]
    with servers.google() as server:
        settings = VoiceSettings(
            "gtts", "", language, 160, address=server.address, requests_per_minute=6000,
            cache=tmp_path,
        )  # fmt: skip
        line = plain("s1", text, language, 0)
        voice = open_gtts(settings, Clock().patience())
        voice.speak([line])
        assert max(map(len, server.texts)) <= 100
        assert voice.requests([line]) >= len(text) / 100
        asked = [piece for piece in server.texts if piece not in REFERENCE]
        assert "".join(asked) == text.replace(" ", "")


@pytest.mark.parametrize("body", [b"[" * 50_000, b'{"error":' * 50_000])
def test_a_message_without_end_is_a_refusal(server: Server, tmp_path: Path, body: bytes) -> None:
    server.replies.append(Reply(400, body))
    with pytest.raises(SpeakError, match="answered 400"):
        speak(opened(server.address, tmp_path))


def test_a_sound_without_end_is_let_go(server: Server, tmp_path: Path) -> None:
    """Small on the way, and far more than a sentence can be."""
    endless = gzip.compress(bytes(70 << 20), 1)
    reply = Reply(body=endless, headers=(("Content-Encoding", "gzip"),))
    server.replies.extend([reply] * BAD_ANSWERS)
    with pytest.raises(SpeakError, match="has no end"):
        speak(opened(server.address, tmp_path))
    assert len(server.asked) == BAD_ANSWERS


def test_an_answer_that_drips_is_asked_for_three_times(server: Server, tmp_path: Path) -> None:
    """Each time costs two minutes, and a fourth would fare no better."""
    server.replies.extend([Reply(body=b"x" * 10_000, drips=True)] * 9)
    ticking = Patience(time.monotonic, lambda _: None, lambda: 0, whole=0.05)
    with pytest.raises(SpeakError, match="too long"):
        speak(opened(server.address, tmp_path, ticking))
    assert len(server.asked) == BAD_ANSWERS


class LeftAlone(ThreadingTCPServer):
    """A server that waits for none of its answers when it is closed."""

    daemon_threads = True


class Dripping(BaseRequestHandler):
    """A header that goes on for 20 seconds, a byte at a time."""

    def handle(self) -> None:
        """Answer."""
        self.request.recv(1 << 16)
        with suppress(OSError):
            self.request.sendall(b"HTTP/1.1 200 OK\r\nX-Name: ")
            for _ in range(1000):
                self.request.sendall(b"a")
                time.sleep(0.02)


@contextmanager
def running(http: TCPServer) -> Iterator[int]:
    """The port of a server that is at work."""
    Thread(target=http.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield http.server_address[1]
    finally:
        http.shutdown()
        http.server_close()


def test_a_header_that_drips_is_not_waited_for(tmp_path: Path) -> None:
    """No byte is late, and the answer never begins."""
    with running(LeftAlone(("127.0.0.1", 0), Dripping)) as port:
        ticking = Patience(time.monotonic, lambda _: None, lambda: 0, connect=0.1, whole=0.1)
        with pytest.raises(SpeakError, match="too long"):
            speak(opened(f"http://127.0.0.1:{port}", tmp_path, ticking))


class Speaking(BaseHTTPRequestHandler):
    """Any request is answered."""

    def do_POST(self) -> None:
        """Answer."""
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_certificate_of_its_own_making_is_not_taken() -> None:
    """It speaks TLS as well as any, and is whoever it likes to be."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("nobody.pem"))
    http = ThreadingHTTPServer(("127.0.0.1", 0), Speaking)
    http.socket = context.wrap_socket(http.socket, server_side=True)
    client = Client("The server", "", 6000, Clock().patience())
    with running(http) as port:
        request = HttpRequest(f"https://localhost:{port}", json.dumps({}).encode(), {})
        with pytest.raises(SpeakError, match="no certificate that can be trusted"):
            client.ask(request, bytes)


ENDINGS = ["", "/", "/v1", "/v1/", "/v1/audio/speech", "/v1/audio/speech/", "//"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_address_may_be_written_out(server: Server, tmp_path: Path, ending: str) -> None:
    """As far as an editor has copied it."""
    speak(opened(f" {server.address}{ending} ", tmp_path))
    assert {asked["path"] for asked in server.asked} == {"/v1/audio/speech"}


@pytest.mark.parametrize("host", ["[::1", ":80", "localhost:99999", "localhost:x", "localhost:0"])
def test_what_is_no_host_is_a_settings_error(tmp_path: Path, host: str) -> None:
    with pytest.raises(SettingsError, match="no address"):
        opened(f"http://{host}", tmp_path)


def test_a_password_in_an_address_is_not_shown(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="http://…@localhost") as caught:
        opened("http://me:pass@word@localhost", tmp_path)
    assert "word@" not in str(caught.value)


def test_a_name_that_can_not_be_asked_for_is_not_asked_for_twice(tmp_path: Path) -> None:
    clock = Clock()
    with pytest.raises(SpeakError, match="can't be asked"):
        speak(opened("http://a..b", tmp_path, clock.patience()))
    assert not clock.waits
