"""Add words and pauses around parts that are already scripted."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from formats.words import Words, words
from pipeline.script.lines import Line, Part, Run, joined
from pipeline.script.normalise import spoken

Parts: TypeAlias = tuple[Part, ...]

_STOPS = frozenset(".!?…。！？:：")


def paused(found: Parts, pause: int) -> Parts:
    """The same parts with another pause at their end."""
    return _last(found, lambda line: replace(line, pause=pause))


def paused_at_least(found: Parts, pause: int) -> Parts:
    """The same parts with at least this pause at their end."""
    return _last(found, lambda line: replace(line, pause=max(line.pause, pause)))


def led(found: Parts, words_said: Callable[[Words], str]) -> Parts:
    """The same parts, with words before the first line, in its language."""
    if not found:
        return found
    first, *rest = found
    line = first.lines[0]
    said = spoken(words_said(words(line.language)), line.language)
    line = introduced(line, (Run(said, line.language),))
    return (Part((line, *first.lines[1:])), *rest)


def introduced(line: Line, runs: tuple[Run, ...]) -> Line:
    """The same line, with other words before it."""
    return replace(line, runs=joined((*runs, Run(" ", line.language), *line.runs)))


def framed(found: Parts, opening: Callable[[Words], str], closing: Callable[[Words], str]) -> Parts:
    """The same parts, with words before the first and after the last line.

    They join those lines, because a line of their own would have no unit on the page.
    """
    return _last(led(found, opening), lambda line: _closed(line, closing(words(line.language))))


def stopped(text: str) -> bool:
    """Whether a text ends in a mark at which a voice pauses."""
    return text.rstrip("”’\"')»」 ")[-1:] in _STOPS


def _closed(line: Line, said: str) -> Line:
    if not said:
        return line
    stop = "" if stopped(line.text) else "."
    return replace(line, runs=joined((*line.runs, Run(f"{stop} {said}", line.language))))


def _last(found: Parts, change: Callable[[Line], Line]) -> Parts:
    if not found:
        return found
    *rest, last = found
    return (*rest, Part((*last.lines[:-1], change(last.lines[-1]))))
