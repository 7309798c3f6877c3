"""Tags for a site generator: Liquid tags, Hugo shortcodes, MDX comments.

They are not words of the post, and we can't run them. Each is removed with a warning; words in
it (a caption, a title) are kept in its place.
"""

import re
from collections.abc import Callable

from pipeline.findings import Finding
from pipeline.readers.shared.reading import TextFile, warning

# Fenced code and code spans come first: a tag in an example is not a tag. The lengths are
# limited, so that a text with many open braces is not searched to its end for each of them.
_TOKEN = re.compile(
    r"(?P<fence>^(?P<marks>[ ]{0,3}(?:`{3,}|~{3,}))[^\n]*\n.*?(?:^(?P=marks)[`~]*[ ]*$|\Z))"
    r"|(?P<code>(?P<ticks>`+)(?!`)[^\n]{0,2000}?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<highlight>\{%-?[ ]*highlight[ ]+(?P<language>\w*)[^\n%]*%\}\n?"
    r"(?P<program>.{0,50000}?)\{%-?[ ]*endhighlight[ ]*-?%\})"
    r"|(?P<tag>\{%.{0,2000}?%\}|<\{\{.{0,2000}?\}\}>|\{\{.{0,2000}?\}\}|\{/\*.{0,2000}?\*/\})",
    re.MULTILINE | re.DOTALL,
)
_VALUE = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_SHOWN = 80

# A path in quotes with a filter that makes an address of it: the path is the address.
_ADDRESS = re.compile(r"\{\{-?\s*[\"'](\S+)[\"']\s*\|\s*(?:relative_|absolute_)?url\s*-?\}\}")


class _Tags:
    """The tags that were removed from one text."""

    def __init__(self, source: TextFile, lines_before: int) -> None:
        self.source = source
        self.lines_before = lines_before
        self.findings: list[Finding] = []


def without_tags(body: str, source: TextFile, lines_before: int) -> tuple[str, tuple[Finding, ...]]:
    """A Markdown text without generator tags, and a finding for each."""
    if "{" not in body:
        return body, ()
    tags = _Tags(source, lines_before)
    return _TOKEN.sub(_replacer(body, tags), body), tuple(tags.findings)


def _replacer(body: str, tags: _Tags) -> Callable[[re.Match[str]], str]:
    def replace(found: re.Match[str]) -> str:
        if found["highlight"]:
            return f"```{found['language']}\n{found['program'].rstrip()}\n```\n"
        if not found["tag"]:
            return found[0]
        return _tell(found["tag"], tags.lines_before + body.count("\n", 0, found.start()) + 1, tags)

    return replace


def _tell(tag: str, line: int, tags: _Tags) -> str:
    """The text that replaces a tag: an address, or its quoted words, if more than one word."""
    if tag.startswith("{/*"):
        return ""
    address = _ADDRESS.fullmatch(tag.strip("<>"))
    if address:
        return address[1]
    words = [a or b for a, b in _VALUE.findall(tag) if " " in (a or b).strip()]
    kept = f" Its words were kept: “{' '.join(words)}”." if words else ""
    shown = tag if len(tag) <= _SHOWN else tag[: _SHOWN - 1] + "…"
    tags.findings.append(
        warning(
            "template-tag",
            tags.source.line(line),
            f"A tag that only the site's generator understands was left out: {shown}{kept}",
            "Write what it stands for into the post.",
        )
    )
    return " ".join(words)
