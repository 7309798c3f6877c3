"""Servers that speak as gTTS's and OpenAI's do, here on this machine, with a hum for a voice."""

import base64
import io
import json
import time
import urllib.parse
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import numpy as np

from pipeline.sound import mp3_frames
from pipeline.sound.pcm import Samples

RATE = 24_000
LETTER = RATE // 25  # 40 ms


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server does: `body` None is its usual sound; `keeps_back` cuts the answer short."""

    status: int = 200
    body: bytes | None = None
    headers: tuple[tuple[str, str], ...] = ()
    seconds: float = 0
    drips: bool = False
    keeps_back: int = 0


@dataclass(frozen=True, slots=True)
class Server:
    """A running one: where it is, what it was asked, and what it is going to do.

    `replies` are used up one a request; with none left, it speaks as usual.
    """

    address: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The texts it was asked for."""
        return [asked["input"] for asked in self.asked]


def hum(text: str) -> Samples:
    """A letter is 40 ms of a voice-like tone, anything else as much silence."""
    phase = 2 * np.pi * 140 * np.arange(LETTER) / RATE
    tone = sum(np.sin(n * phase) / n for n in range(1, 12)) * np.hanning(LETTER)
    loud = np.array([1.0 if letter.isalnum() else 0.0 for letter in text])
    samples: Samples = np.rint(3000 * np.outer(loud, tone).ravel()).astype(np.int16)
    return samples


def wav(samples: Samples, rate: int = RATE) -> bytes:
    """Samples as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(samples.tobytes())
    return file.getvalue()


def google_answer(sound: bytes) -> bytes:
    """Sound as Google wraps it."""
    inner = json.dumps([base64.b64encode(sound).decode()], separators=(",", ":"))
    outer = json.dumps([["wrb.fr", "jQ1olc", inner, None, None, None, "generic"]])
    return b")]}'\n\n" + outer.replace(", ", ",").encode() + b"\n"


def _google(body: bytes) -> dict[str, Any]:
    """What gTTS's form asks for."""
    form = urllib.parse.parse_qs(body.decode())
    text, language, slow, _ = json.loads(json.loads(form["f.req"][0])[0][0][1])
    return {"input": text, "language": language, "slow": slow}


@contextmanager
def google() -> Iterator[Server]:
    """A server that answers gTTS."""
    with _serving(
        _google, lambda text: google_answer(mp3_frames.encode(hum(text), RATE, 64))
    ) as server:
        yield server


@contextmanager
def openai() -> Iterator[Server]:
    """A server with OpenAI's speech endpoint."""
    with _serving(json.loads, lambda text: wav(hum(text))) as server:
        yield server


@contextmanager
def chat(answer: Callable[[str], str]) -> Iterator[Server]:
    """A server with OpenAI's chat endpoint, whose model answers a sentence so."""

    def understood(body: bytes) -> dict[str, Any]:
        asked: dict[str, Any] = json.loads(body)
        return {**asked, "input": asked["messages"][-1]["content"]}

    def said(sentence: str) -> bytes:
        message = {"role": "assistant", "content": answer(sentence)}
        return json.dumps({"choices": [{"index": 0, "message": message}]}).encode()

    with _serving(understood, said) as server:
        yield server


@contextmanager
def _serving(understood: Any, spoken: Any) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked = {**understood(body), "path": self.path, "headers": dict(self.headers)}
            server.asked.append(asked)
            reply = server.replies.pop(0) if server.replies else Reply()
            with suppress(ConnectionError):
                _answer(self, reply, spoken(asked["input"]) if reply.body is None else reply.body)

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = Server(f"http://127.0.0.1:{http.server_address[1]}")
    Thread(target=http.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()


def _answer(handler: BaseHTTPRequestHandler, reply: Reply, body: bytes) -> None:
    time.sleep(reply.seconds)
    handler.send_response(reply.status)
    for name, value in reply.headers:
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    there = body[: len(body) - reply.keeps_back]
    for at in range(0, len(there), 1 if reply.drips else 1 << 20):
        handler.wfile.write(there[at : at + (1 if reply.drips else 1 << 20)])
        if reply.drips:
            time.sleep(0.02)
    handler.close_connection = bool(reply.keeps_back)
