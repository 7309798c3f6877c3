"""Fetch a file from the web: within limits, and from public addresses only.

A name is looked up once, every address that it has is checked, and the connection is made to one
of them, so that no later answer of a name server can lead elsewhere. Each redirect is a new
address, and is checked again.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from certifi import where

from pipeline.errors import ReadError

Ip: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_REDIRECTS = {301, 302, 303, 307, 308}
_CHUNK = 64 * 1024
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052
_SAFE = "%/:=&?~#+!$,;'@()*[]-._"


def is_public(ip: Ip) -> bool:
    """Whether an address is one of the public internet, also where another is written in it."""
    if isinstance(ip, ipaddress.IPv6Address):
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if not all(is_public(other) for other in inner if other):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def anywhere(_ip: Ip) -> bool:
    """Accept any address: for an editor who asked for it."""
    return True


@dataclass(frozen=True, slots=True)
class FetchRules:
    """What may be fetched: from where, the most bytes, the most seconds in all, and redirects."""

    accepts: Callable[[Ip], bool] = is_public
    largest: int = 64 * 1024 * 1024
    seconds: float = 60
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file from the web: the address it was at in the end, its bytes, media type, charset."""

    address: str
    data: bytes
    kind: str
    charset: str


def fetch(address: str, rules: FetchRules) -> Fetched:
    """The file at an address. Raises `ReadError` with the address and the reason."""
    deadline = time.monotonic() + rules.seconds
    current = address
    for _ in range(rules.redirects + 1):
        try:
            answer = _ask(current, rules, deadline)
        except (OSError, http.client.HTTPException, zlib.error) as error:
            raise _failed(current, error, deadline) from error
        if isinstance(answer, Fetched):
            return answer
        current = answer
    raise ReadError(
        f"This address leads on to another, more than {rules.redirects} times.",
        where=address,
        remedy="Open it in a browser, and import the address that you see then.",
    )


def _failed(address: str, error: Exception, deadline: float) -> ReadError:
    if time.monotonic() >= deadline:
        return _slow(address)
    if isinstance(error, socket.gaierror):
        return ReadError(
            "There is no site of this name, or no connection to the internet.",
            where=address,
            remedy="Check the address and your connection, and try again.",
        )
    return ReadError(
        f"This can't be fetched ({str(error)[:200] or type(error).__name__}).",
        where=address,
        remedy="Check the address and your connection, and try again; or save it from a browser, "
        "and import the file.",
    )


def _slow(address: str) -> ReadError:
    return ReadError(
        "This took too long to fetch.",
        where=address,
        remedy="Try again later, or save it from a browser, and import the file.",
    )


# --- one request ------------------------------------------------------------------------


def _ask(address: str, rules: FetchRules, deadline: float) -> Fetched | str:
    """The file at an address, or the address that it leads on to."""
    parts = _parts(address)
    host = parts.hostname or ""
    ip, port = _looked_up(parts, rules)
    left = deadline - time.monotonic()
    if left <= 0:
        raise _slow(address)
    connection = _connection(parts.scheme, ip, host, port, left)
    try:
        connection.connect()
        with _ended_after(left, connection.sock, address):
            connection.request("GET", _path(parts), headers=_headers(parts))
            with connection.getresponse() as response:
                return _answered(response, address, rules)
    finally:
        connection.close()


@contextmanager
def _ended_after(seconds: float, open_socket: socket.socket, address: str) -> Iterator[None]:
    """End a connection after some time, whatever the server does to keep it open."""
    out_of_time = threading.Event()

    def end() -> None:
        out_of_time.set()
        with suppress(OSError):  # it is closed already
            # Not the method of an SSL socket, which would wait for the other side.
            socket.socket.shutdown(open_socket, socket.SHUT_RDWR)

    watch = threading.Timer(seconds, end)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
    if out_of_time.is_set():
        raise _slow(address)


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise _no_address(address) from error
    if parts.scheme not in ("http", "https") or not host:
        raise _no_address(address)
    return parts


def _no_address(address: str) -> ReadError:
    return ReadError(
        "This is no address of a page or file on the web.",
        where=address[:200],
        remedy="An address begins with https:// or http:// and the name of a site.",
    )


def _looked_up(parts: SplitResult, rules: FetchRules) -> tuple[str, int]:
    """The address and port to connect to. Raises `ReadError` if any address is not accepted."""
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except ValueError as error:  # a part of the name is empty or too long, or has a null byte
        raise _no_address(parts.geturl()) from error
    ips = [str(row[4][0]) for row in found]
    if not ips or not all(rules.accepts(ipaddress.ip_address(ip)) for ip in ips):
        raise ReadError(
            "This address is not on the public internet.",
            where=parts.geturl()[:200],
            remedy="If it is a site of your own, on this computer or in your network, add "
            "ARGS=--allow-private.",
        )
    return ips[0], port


def _connection(
    scheme: str, ip: str, host: str, port: int, seconds: float
) -> http.client.HTTPConnection:
    if scheme == "https":
        return _Encrypted(ip, host, port, seconds)
    return http.client.HTTPConnection(ip, port, timeout=seconds)


class _Encrypted(http.client.HTTPSConnection):
    """A connection to an address that was checked; its certificate must be that of the host."""

    def __init__(self, ip: str, host: str, port: int, seconds: float) -> None:
        self._context = ssl.create_default_context(cafile=where())
        super().__init__(ip, port, timeout=seconds, context=self._context)
        self._named = host

    def connect(self) -> None:
        """Connect to the address, and ask for the certificate of the host."""
        plain = socket.create_connection((self.host, self.port), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=self._named)


def _path(parts: SplitResult) -> str:
    asked = f"?{parts.query}" if parts.query else ""
    return quote(f"{parts.path or '/'}{asked}", safe=_SAFE)


def _headers(parts: SplitResult) -> dict[str, str]:
    host = (parts.hostname or "").encode("idna").decode() if parts.hostname else ""
    named = f"[{host}]" if ":" in host else host
    return {
        "Host": f"{named}:{parts.port}" if parts.port else named,
        "User-Agent": "Allways",
        "Accept": "*/*",
        "Accept-Encoding": "identity",
    }


# --- the answer -------------------------------------------------------------------------


def _answered(response: http.client.HTTPResponse, address: str, rules: FetchRules) -> Fetched | str:
    following = response.getheader("Location")
    if response.status in _REDIRECTS and following:
        try:
            return urljoin(address, following)
        except ValueError as error:
            raise _no_address(following) from error
    if response.status != http.client.OK:
        raise _refused(response, address)
    data = _body(response, address, rules.largest)
    charset = response.headers.get_content_charset("")
    return Fetched(address, data, response.headers.get_content_type(), charset)


def _refused(response: http.client.HTTPResponse, address: str) -> ReadError:
    """The error of an answer that is no page, in words for the usual ones."""
    said = f"{response.status} {response.reason[:80]}".strip()
    match response.status:
        case 404 | 410:
            message = f"There is no page at this address ({said})."
        case 401 | 403:
            message = f"The site does not let programs read this page ({said})."
        case 429 | 500 | 502 | 503 | 504:
            message = f"The site does not answer as it should at the moment ({said})."
        case _:
            message = f"The site does not send this page ({said})."
    return ReadError(
        message,
        where=address,
        remedy="Open the address in a browser. If the page is there, save it, and import the file.",
    )


def _body(response: http.client.HTTPResponse, address: str, largest: int) -> bytes:
    """The whole body, unpacked if the server packed it unasked."""
    packed = response.getheader("Content-Encoding", "").lower() in ("gzip", "x-gzip")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS + 16) if packed else None
    data = bytearray()
    while chunk := response.read(_CHUNK):
        data += unpacker.decompress(chunk, largest + 1) if unpacker else chunk
        if len(data) > largest:
            raise ReadError(
                f"This is larger than {largest // (1024 * 1024)} MB.",
                where=address,
                remedy="Save it from a browser, split it, and import the parts.",
            )
    if response.length:  # so many bytes were to come
        raise http.client.IncompleteRead(bytes(data), response.length)
    return bytes(data)
