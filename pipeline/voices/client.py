"""HTTP client for servers of models: rate limit, retries, and when to give up.

Randomness and the clock only decide how long to wait, never what the answer is.
"""

import json
import random
import re
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from functools import partial
from threading import Thread
from typing import NamedTuple, TypeVar

import requests
from urllib3.exceptions import HTTPError, ReadTimeoutError

from pipeline.errors import SpeakError
from pipeline.sound.foreign import LARGEST

T = TypeVar("T")

TRIES = 6
"""How often to ask when the server is busy or away: about a minute of waiting."""

BAD_ANSWERS = 3
"""How often to ask when an answer is not sound, or takes too long."""

NOBODY_THERE = 3
"""How often to ask when nothing answers: no network, or a server that is not running."""

IN_A_ROW = 3
"""After this many texts that the server could not speak, it is not asked again."""

KEPT = "Run again later; what was spoken is kept."


@dataclass(frozen=True, slots=True)
class Terms:
    """How errors name the settings of a server, its key, and what a failure leaves."""

    table: str = "[voice]"
    address: str = "address"
    key: str = "ALLWAYS_VOICE_KEY"
    chosen: str = "name and model"
    slower: str = "Lower requests_per_minute under [voice]. "
    kept: str = KEPT


VOICE = Terms()


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request; its headers may hold a key, so they are never shown."""

    url: str
    body: bytes
    headers: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds, and the clock to use.

    `connect` for a connection, `read` for the next bytes, `whole` for an answer; `first` after
    the first failure, doubled each time up to `longest`; where a server asks for a longer wait
    than `most`, give up.
    """

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    connect: float = 10
    read: float = 60
    whole: float = 120
    first: float = 2
    longest: float = 60
    most: float = 300


USUAL = Patience()


class _Trouble(NamedTuple):
    """Why there is no answer: for people; how often to ask in all, and `after` what seconds.

    `ends` says that no other text would fare better.
    """

    message: str
    remedy: str
    tries: int = 1
    ends: bool = False
    after: float = 0


class _TroubleError(Exception):
    def __init__(self, trouble: _Trouble) -> None:
        super().__init__(trouble.message)
        self.trouble = trouble


class Client:
    """One server. `service` is its name for people, `denied` the remedy where it denies access."""

    def __init__(
        self, service: str, denied: str, per_minute: int, patience: Patience, terms: Terms = VOICE
    ) -> None:
        self._service, self._denied, self._patience = service, denied, patience
        self._terms = terms
        self._spacing = 60 / per_minute
        self._next = 0.0
        self._failed = 0
        self._over: _Trouble | None = None
        self._session: requests.Session | None = None

    def ask(self, request: HttpRequest, take: Callable[[bytes], T]) -> T:
        """The result of `take` for the answer; it raises `SpeakError` if that is not sound.

        Raises `SpeakError` when all tries have failed; once the server itself has failed, at
        once for every later request.
        """
        if self._over:
            raise self._error(self._over)
        tries = 0
        while True:
            tries += 1
            trouble = self._tried(request, take)
            if not isinstance(trouble, _Trouble):
                self._failed = 0
                return trouble
            if tries >= trouble.tries or trouble.after > self._patience.most:
                raise self._given_up(trouble)
            self._patience.sleep(self._pause(trouble, tries))

    def close(self) -> None:
        """Close the connection; the next request opens one."""
        if self._session:
            self._session.close()
            self._session = None

    def _tried(self, request: HttpRequest, take: Callable[[bytes], T]) -> T | _Trouble:
        self._await_turn()
        try:
            return self._taken(request, take)
        except _TroubleError as error:
            return error.trouble
        except SpeakError as error:
            return _Trouble(f"{self._service}: {error.message}", error.remedy, BAD_ANSWERS)

    def _taken(self, request: HttpRequest, take: Callable[[bytes], T]) -> T:
        answer = self._sent(request)
        try:
            return take(answer)
        except SpeakError:
            return take(_without(request, answer))  # the same error, without our key in its message

    def _pause(self, trouble: _Trouble, tries: int) -> float:
        wait = self._patience
        doubled = min(wait.longest, wait.first * 2 ** (tries - 1))
        return float(max(trouble.after, doubled * (0.5 + 0.5 * wait.chance())))

    def _given_up(self, trouble: _Trouble) -> SpeakError:
        self._failed += 1
        if trouble.ends or self._failed >= IN_A_ROW:
            self._over = trouble
        return self._error(trouble)

    def _error(self, trouble: _Trouble) -> SpeakError:
        return SpeakError(trouble.message, remedy=trouble.remedy)

    def _await_turn(self) -> None:
        """Space requests evenly, whether or not the last one failed."""
        wait = self._next - self._patience.now()
        if wait > 0:
            self._patience.sleep(wait)
        self._next = self._patience.now() + self._spacing

    def _sent(self, request: HttpRequest) -> bytes:
        if not self._session:
            self._session = requests.Session()
            self._session.auth = _as_it_is
        wait = self._patience
        try:
            exchanged = partial(self._exchanged, self._session, request)
            return _within(wait.connect + wait.whole, exchanged)
        except (requests.RequestException, HTTPError, UnicodeError) as error:
            raise _TroubleError(self._unreached(error)) from error

    def _exchanged(self, session: requests.Session, request: HttpRequest) -> bytes:
        with session.post(
            request.url,
            data=request.body,
            headers=dict(request.headers),
            timeout=(self._patience.connect, self._patience.read),
            stream=True,
            allow_redirects=False,  # a key is for the address in the settings, and no other
            verify=True,
        ) as response:
            body = self._body(response)
            if response.status_code != 200:
                raise _TroubleError(self._refused(response, _without(request, body)))
            return body

    def _body(self, response: requests.Response) -> bytes:
        """The whole answer, unless it comes too slowly or does not end."""
        until = self._patience.now() + self._patience.whole
        body = bytearray()
        while piece := response.raw.read1(1 << 16, decode_content=True):  # what has arrived so far
            body += piece
            if len(body) > LARGEST:
                raise SpeakError("its answer has no end.", remedy=self._terms.kept)
            if self._patience.now() > until:
                raise requests.Timeout
        return bytes(body)

    def _unreached(self, error: Exception) -> _Trouble:
        """What an exception means; its text is not shown, as it may quote what was sent."""
        if isinstance(error, requests.exceptions.SSLError):
            return _Trouble(
                f"{self._service} has no certificate that can be trusted.",
                "Check the address, and that no program on the way intercepts TLS.",
                ends=True,
            )
        if isinstance(error, ValueError):  # so are those for requests that can't be sent
            return _Trouble(
                f"{self._service} can't be asked: its address or the key has letters that can't "
                "be sent.",
                f"Correct {self._terms.table} {self._terms.address}, or the key in"
                f" {self._terms.key}.",
                ends=True,
            )
        why, tries = "no connection", NOBODY_THERE
        if isinstance(error, (requests.Timeout, ReadTimeoutError)):
            why, tries = "it took too long", BAD_ANSWERS
        elif isinstance(error, HTTPError):
            why, tries = "its answer broke off", TRIES
        return _Trouble(
            f"{self._service} can't be reached: {why}.",
            f"Check the network and the address. {self._terms.kept}",
            tries=tries,
            ends=True,
        )

    def _refused(self, response: requests.Response, body: bytes) -> _Trouble:
        status, after = response.status_code, _retry_after(response)
        said = f"{self._service} answered {status}{_message(body)}."
        if status == 429 or "/sorry/" in response.headers.get("Location", ""):
            message = f"{self._service} wants to be asked less often ({status}{_message(body)})."
            remedy = f"{self._terms.slower}{self._terms.kept}"
            return _Trouble(message, remedy, TRIES, ends=True, after=after)
        if status >= 500 or status == 408:
            return _Trouble(said, self._terms.kept, TRIES, after=after)
        if status in {401, 403}:
            return _Trouble(said, self._denied, ends=True)
        if status < 400 or status in {404, 405}:
            return _Trouble(said, f"Check the address under {self._terms.table}.", ends=True)
        remedy = f"Check that it has the {self._terms.chosen} under {self._terms.table}."
        return _Trouble(said, remedy)


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep requests from sending a password from ~/.netrc in place of our key."""
    return request


def _within(seconds: float, work: Callable[[], T]) -> T:
    """The result of `work`; after `seconds` it is abandoned. Raises `requests.Timeout`.

    The time limits of requests restart with each byte: slow headers would never end.
    """
    done: Future[T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except Exception as error:  # noqa: BLE001 (raised where it is waited for)
            done.set_exception(error)

    Thread(target=run, daemon=True).start()
    try:
        return done.result(seconds)
    except TimeoutError as error:
        raise requests.Timeout from error


def _without(request: HttpRequest, body: bytes) -> bytes:
    """An answer without the key, in case a server repeats it in an error message."""
    key = request.headers.get("Authorization", "").removeprefix("Bearer ").encode()
    return body.replace(key, b"...") if key else body


def _retry_after(response: requests.Response) -> float:
    """The seconds that a server asks us to wait, given as a number or as a date by its clock."""
    wanted = response.headers.get("Retry-After", "").strip()
    if wanted.isdecimal():
        return float(wanted)
    try:
        now = parsedate_to_datetime(response.headers.get("Date", ""))
        return max(0.0, (parsedate_to_datetime(wanted) - now).total_seconds())
    except (TypeError, ValueError):
        return 0.0


def _message(body: bytes) -> str:
    """A server's reason for refusing, in brief: the message in its JSON, or a page's title."""
    text = body[:100_000].decode("utf-8", "replace")
    try:
        found = json.loads(text)
        while isinstance(found, dict):
            found = found.get("error") or found.get("message") or found.get("detail")
    except (ValueError, RecursionError):
        title = re.search(r"(?is)<title[^>]*>(.*?)</title", text)
        found = title[1] if title else ("" if "<" in text else text)
    words = " ".join(str(found or "").split()).rstrip(".")
    return f", “{words[:150]}”" if words else ""
