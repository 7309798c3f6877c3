"""Front matter in YAML, as people write it: a value may have a colon in it, and curly quotes."""

import re
from collections import Counter

import yaml

from pipeline.errors import ReadError
from pipeline.findings import Finding
from pipeline.readers.shared.reading import TextFile, warning
from pipeline.readers.shared.values import Fields, Value
from pipeline.readers.text.fields import TOO_DEEP, broken, told_straight

# A key, and a value that is neither quoted nor a list, with a colon that YAML takes for a key's.
_WITH_COLON = re.compile(r"([ ]*(?:-[ ]+)?[\w-]+:[ ]+)(?![\"'\[{|>&*!#@`%])(.*?:(?:[ ].*)?)$")
_CURLY = re.compile(r"[“„]([^“”„]*)[”“]")


class _Loader(yaml.SafeLoader):
    """Parses YAML into nodes, and refuses aliases, which can expand without limit."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call] # types-PyYAML leaves it out
            mark = event.start_mark
            raise yaml.MarkedYAMLError(
                problem="a value that begins with * is not in quotes", problem_mark=mark
            )
        return super().compose_node(parent, index)


def read(text: str, source: TextFile, first: int) -> tuple[Fields, tuple[Finding, ...]]:
    """The fields in YAML whose first line is `first`; `ReadError` where it is broken."""
    # Other readers of front matter accept tabs as spaces; PyYAML does not.
    text = text.replace("\t", " ")
    node, problem = _parsed(text)
    if problem:
        node, _ = _parsed("\n".join(map(_quoted, text.split("\n"))))
    if problem and node is None:
        raise _told(problem, source, first)
    if node is None:
        return Fields(source.name, {}, {}), ()
    if not isinstance(node, yaml.MappingNode):
        raise broken("The front matter is not a list of keys and values.", source.line(first))
    return _fields(node, source, first)


def _parsed(text: str) -> tuple[yaml.Node | None, Exception | None]:
    """The tree of some YAML, or what is wrong with it."""
    try:
        return _Loader(text).get_single_node(), None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return None, error


def _quoted(line: str) -> str:
    """The same line with quotes around a value that has a colon in it: "Part 1: on"."""
    found = _WITH_COLON.fullmatch(line)
    if not found:
        return line
    value = found[2].replace("\\", "\\\\").replace('"', '\\"')
    return f'{found[1]}"{value}"'


def _told(error: Exception, source: TextFile, first: int) -> ReadError:
    """The most likely cause of an error, in plainer words than the parser's."""
    if isinstance(error, RecursionError):
        return broken(TOO_DEEP, source.line(first))
    if not isinstance(error, yaml.MarkedYAMLError):
        return broken("The front matter is broken.", source.line(first))
    line = first + (error.problem_mark.line if error.problem_mark else 0)
    problem = error.problem or "it can't be read"
    if problem.startswith("mapping values"):
        said = "a value with a colon in it needs quotes around it"
    elif problem.startswith("could not find expected ':'"):
        # The parser only notices at the next key.
        said, line = "a line has no colon between its key and its value", line - 1
    elif "end of stream" in problem:
        said = "a quotation mark is opened and not closed"
    else:
        said = problem
    return broken(f"The front matter is broken: {said}.", source.line(line))


def _fields(
    node: yaml.MappingNode, source: TextFile, first: int
) -> tuple[Fields, tuple[Finding, ...]]:
    keys = [(_key(key), first + key.start_mark.line) for key, _ in node.value]
    values = {_key(key): _value(value) for key, value in node.value}
    lines = dict(keys)
    curly = [key for key, value in values.items() if _straightened(value) != value]
    twice = [key for key, count in Counter(key for key, _ in keys).items() if count > 1]
    findings = [
        warning(
            "front-matter-twice",
            source.line(lines[key]),
            f"The front matter says “{key}” more than once; the last one counts.",
            "Keep one of them.",
        )
        for key in twice
    ]
    findings += [told_straight(source, lines[key]) for key in curly]
    straight = {key: _straightened(value) for key, value in values.items()}
    return Fields(source.name, straight, lines), tuple(findings)


def _key(node: yaml.Node) -> str:
    return str(node.value).lower() if isinstance(node, yaml.ScalarNode) else ""


def _value(node: yaml.Node) -> Value:
    """A node as text, list or mapping; types are not guessed, so "no" stays a word."""
    match node:
        case yaml.ScalarNode():
            return str(node.value)
        case yaml.SequenceNode():
            return [_value(child) for child in node.value]
        case _:
            return {_key(key): _value(value) for key, value in node.value}


def _straightened(value: Value) -> Value:
    """A value without the curly quotation marks around it."""
    found = _CURLY.fullmatch(value) if isinstance(value, str) else None
    return found[1] if found else value
