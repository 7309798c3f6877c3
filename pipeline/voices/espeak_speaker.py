"""The process that speaks with espeak-ng: it forks a fresh state for every clip.

espeak-ng's state is global and leaks from one text into the next, and some texts have
crashed or hung it. So the library is started once here, and each clip is spoken by a child
forked from that untouched state. If a child dies or takes too long, its exit code says so,
and this process goes on.

Run as a script: `espeak_speaker.py LIBRARY DATA_PARENT`. Every message, both ways, is its
length in 4 bytes and then that many bytes. First out: the library's version and voices, as
JSON. In: a request, `{"pace": …, "seconds": …, "lines": [[voice, text], …]}`; [[ ]] in a text
hold names of sounds. Out, for each request: `{"error": ""}`, then two messages a line: its samples
(native int16), and when its words begin (native int32: a place in the text, counted from 0 in
characters, and a sample; and so on); or `{"error": "what went wrong"}` alone. It imports next to
nothing, to start in 30 ms.
"""

import ctypes
import json
import os
import select
import signal
import struct
import sys
from array import array
from collections.abc import Iterator
from typing import IO, Any, NoReturn

# speak_lib.h
_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000  # without it, unreadable data end the process
_BUFFER_MS = 1000
_RATE = 1
_UTF8 = 1  # and no SSML (0x10): a post is text
_PHONEMES = 0x100  # in [[ ]]; the caller removes any "[[" from a post's text


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),
        ("identifier", ctypes.c_char_p),
        ("rest", ctypes.c_ubyte * 16),
    )


_LAST, _WORD = 0, 1  # types of events; the last ends a row of them


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("text", ctypes.c_uint),
        ("place", ctypes.c_int),  # of its first character, counted from 1
        ("length", ctypes.c_int),
        ("milliseconds", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


class _SpeechError(Exception):
    """The library refused something; the message says what."""


def read_message(stream: IO[bytes]) -> bytes | None:
    """The next message, or None if the other side has ended."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    (size,) = struct.unpack("=I", head)
    data = stream.read(size)
    return data if len(data) == size else None


def write_message(stream: IO[bytes], data: bytes) -> None:
    """Write one message; the caller flushes the stream."""
    stream.write(struct.pack("=I", len(data)) + data)


def main() -> None:
    """Greet, then answer requests until the other side ends."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    try:
        library = _start(*sys.argv[1:3])
        greeting = {"error": "", "version": _version(library), "voices": _voices(library)}
    except (_SpeechError, OSError) as error:
        greeting = {"error": str(error)}
    _send(answers, [json.dumps(greeting).encode()])
    while not greeting["error"] and (request := read_message(requests)) is not None:
        if failure := _in_a_child(library, json.loads(request), answers):
            _send(answers, [json.dumps({"error": failure}).encode()])


def _send(stream: IO[bytes], messages: list[bytes]) -> None:
    for message in messages:
        write_message(stream, message)
    stream.flush()


def _start(path: str, data: str) -> Any:
    library = ctypes.CDLL(path)
    library.espeak_Info.restype = ctypes.c_char_p
    library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
    rate = library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, os.fsencode(data), _DONT_EXIT)
    used = ctypes.c_char_p()
    library.espeak_Info(ctypes.byref(used))
    # For data that it can't read it returns 0; if the folder is missing, it uses that of the
    # system, which may be of another version.
    if rate <= 0 or not (used.value or b"").startswith(os.fsencode(data)):
        raise _SpeechError(f"its data can't be read in {data}")
    return library


def _version(library: Any) -> str:
    version: bytes = library.espeak_Info(None)
    return version.decode()


def _voices(library: Any) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """The name, the identifier and the languages of each voice."""
    listed = library.espeak_ListVoices(None)
    found: list[tuple[str, str, list[tuple[str, int]]]] = []
    while entry := listed[len(found)]:
        voice = entry.contents
        tags = _languages(voice.languages)
        found.append((voice.name.decode(), voice.identifier.decode(), tags))
    return found


def _languages(address: int) -> list[tuple[str, int]]:
    """The list at this address: a byte of priority (low is better), a tag, …, a zero byte."""
    found = []
    while priority := ctypes.string_at(address, 1)[0]:
        tag = ctypes.string_at(address + 1)
        found.append((tag.decode(), priority))
        address += len(tag) + 2
    return found


def _in_a_child(library: Any, request: dict[str, Any], answers: IO[bytes]) -> str:
    """Let a child speak and answer; returns an error message, or ""."""
    ended, held = os.pipe()
    child = os.fork()
    if not child:
        _be_the_child(library, request, answers)
    os.close(held)  # from now on only the child holds it
    _wait(child, ended)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code == -signal.SIGALRM:
        return f"it did not end within {request['seconds']} seconds"
    if code < 0:
        return f"it crashed ({signal.Signals(-code).name})"
    return "it failed" if code else ""


def _wait(child: int, ended: int) -> None:
    """Wait for a child to end; stop waiting if the caller ends first."""
    asking = sys.stdin.fileno()
    either = select.poll()
    either.register(asking, 0)  # a hang-up of the other side is reported in any case
    either.register(ended, select.POLLIN)
    if asking in dict(either.poll()):
        os.kill(child, signal.SIGKILL)
    os.close(ended)


def _be_the_child(library: Any, request: dict[str, Any], answers: IO[bytes]) -> NoReturn:
    try:
        signal.alarm(request["seconds"])  # the default ends the process
        messages = _answer(library, request)
        signal.alarm(0)  # an answer is never cut off
        _send(answers, messages)
        os._exit(0)
    finally:
        os._exit(1)  # whatever happens, the child must not continue as its parent


def _answer(library: Any, request: dict[str, Any]) -> list[bytes]:
    try:
        return [json.dumps({"error": ""}).encode(), *_speak(library, request)]
    except _SpeechError as error:
        return [json.dumps({"error": str(error)}).encode()]


def _speak(library: Any, request: dict[str, Any]) -> list[bytes]:
    """The samples and words of each line, spoken one after the other in the same state."""
    heard: list[bytes] = []
    words = array("i")

    def hear(samples: int | None, count: int, events: Any) -> int:
        if samples and count > 0:
            heard.append(ctypes.string_at(samples, 2 * count))
        words.extend(_words(events))
        return 0

    callback = _Callback(hear)  # kept alive: the library holds no reference
    library.espeak_SetSynthCallback(callback)
    spoken, voice = [], ""
    for wanted, text in request["lines"]:
        if wanted != voice:
            _set_voice(library, wanted, request["pace"])
            voice = wanted
        _synthesise(library, text)
        spoken += [b"".join(heard), words.tobytes()]
        heard.clear()
        del words[:]
    return spoken


def _words(events: Any) -> Iterator[int]:
    """The place and the sample of each word among some events."""
    number = 0
    while events and events[number].type != _LAST:
        event = events[number]
        if event.type == _WORD:
            yield from (event.place - 1, event.sample)
        number += 1


def _set_voice(library: Any, voice: str, pace: int) -> None:
    if library.espeak_SetVoiceByName(voice.encode()):
        raise _SpeechError(f"it has no voice {voice}")
    library.espeak_SetParameter(_RATE, pace, 0)


def _synthesise(library: Any, text: str) -> None:
    data = text.encode("utf-8", "replace")
    size = ctypes.c_size_t(len(data) + 1)
    if library.espeak_Synth(data, size, 0, 1, 0, _UTF8 | _PHONEMES, None, None):
        raise _SpeechError("it refused the text")


if __name__ == "__main__":
    main()
